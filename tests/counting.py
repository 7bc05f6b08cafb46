"""Keeps what slipcover makes of a module before it counts in it: each of pytest's workers would
parse and compile some 700 of them anew, two seconds long.
"""

import ast
import marshal
import os
import sys
from contextlib import suppress
from importlib.machinery import SourceFileLoader
from importlib.util import cache_from_source
from pathlib import Path


def keep_prepared():
    """Let slipcover, where it counts branches, ask for a kept module before it makes one."""
    from slipcover import branch, importer, version

    make_anew = importer.SlipcoverLoader.exec_module
    tag = "slipcover" + "".join(filter(str.isalnum, version.__version__))

    def prepare(path):
        seen = path.stat()
        asked = seen.st_mtime_ns, seen.st_size
        kept = Path(cache_from_source(path, optimization=tag))
        with suppress(OSError, ValueError, EOFError, TypeError):
            made, code = marshal.loads(kept.read_bytes())
            if made == asked:
                return code
        code = compile(branch.preinstrument(ast.parse(path.read_bytes())), str(path), "exec")
        if not sys.dont_write_bytecode:
            with suppress(OSError):
                kept.parent.mkdir(exist_ok=True)
                beside = kept.with_name(f"{kept.name}.{os.getpid()}")
                beside.write_bytes(marshal.dumps((asked, code)))
                beside.replace(kept)
        return code

    def exec_module(loader, module):
        if not (loader.sci.branch and isinstance(loader.orig_loader, SourceFileLoader)):
            make_anew(loader, module)
            return
        code = prepare(loader.origin)
        loader.sci.register_module(module)
        exec(loader.sci.instrument(code), module.__dict__)

    importer.SlipcoverLoader.exec_module = exec_module
