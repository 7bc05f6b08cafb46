"""Which tests of a room reach which statement, and so which of them can notice a mutant.

All is run in a copy of the tree, with `tools/mutants_plugin.py` inside pytest.
"""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from importlib.util import cache_from_source
from pathlib import Path

from breaks import Mutant, Room, add_probes, find_files

TOOLS = Path(__file__).resolve().parent
PLUGIN = ("mutants_plugin", "mutants_seen")  # what a copy of the tree gets on top
# What a copy can do without, or must not share: what was made, and the record of editions.
LEFT_OUT = (".git", ".venv", "__pycache__", ".*_cache", ".hypothesis", "node_modules", "htmlcov")
OPTIONS = ("-q", "-x", "--tb=no", "-p", "no:cacheprovider", "-p", "no:xdist", "-p", PLUGIN[0])


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """What the tests of a room reach, in their own process (`tests`), while they are collected
    (`imported`) and in processes that they start (`elsewhere`), and the seconds of each test.
    """

    tests: Mapping[str, frozenset[str]]
    imported: frozenset[str]
    elsewhere: Mapping[str, frozenset[str]]
    seconds: Mapping[str, float]

    def all_of(self, test: str) -> frozenset[str]:
        """Return the statements that a test reaches in any process."""
        return self.tests[test] | self.elsewhere.get(test, frozenset())


def copy_tree(root: Path, place: Path) -> Path:
    """Copy a tree without what was made in it; the environment is shared by a link."""
    tree = place / "tree"
    shutil.copytree(root, tree, ignore=shutil.ignore_patterns(*LEFT_OUT), symlinks=True)
    for name in PLUGIN:
        shutil.copy2(TOOLS / f"{name}.py", tree)
    if (root / ".venv").exists():
        (tree / ".venv").symlink_to(root / ".venv")
    return tree


def start_tests(
    tree: Path, tests: Sequence[str], task: Mapping[str, object]
) -> subprocess.Popen[bytes]:
    """Start pytest in a tree on some files, with a task for the plugin."""
    order = tree / "mutants_task.json"
    order.write_text(json.dumps(task), encoding="utf-8")
    command = (sys.executable, "-m", "pytest", *OPTIONS, *tests)
    # Whoever counts lines of this program doesn't count those of the copy.
    variables = {name: of for name, of in os.environ.items() if not name.startswith("SLIPCOVER_")}
    # A copy may keep its bytecode: many processes read it.
    variables.pop("PYTHONDONTWRITEBYTECODE", None)
    temporary = tree.parent / "temporary"
    temporary.mkdir(exist_ok=True)
    return subprocess.Popen(
        command, cwd=tree, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,  # a group of its own, so that what the tests started ends with them
        pass_fds=[int(str(task["told"]))] if "told" in task else [],
        env={**variables, "PYTHONPATH": str(tree), "MUTANTS_TASK": str(order),
             "PYTEST_DEBUG_TEMPROOT": str(temporary),
             "MUTANTS_ELSEWHERE": str(tree / "mutants_elsewhere")},
    )  # fmt: skip


def end_tests(run: subprocess.Popen[bytes], limit: float | None = None) -> int | None:
    """Wait for the tests to end, and return their exit status, or None where they take longer
    than `limit` seconds; nothing of them is left.
    """
    try:
        return run.wait(limit)
    except subprocess.TimeoutExpired:
        return None
    finally:
        if run.poll() is None:
            os.killpg(run.pid, 9)
            run.wait()


def record_reach(tree: Path, room: Room) -> Reach:
    """Run the tests of a room with probes in its code, which is whole again afterwards; exits
    where the tests fail.
    """
    code = {path: path.read_bytes() for path in find_files(tree, room.code)}
    record = tree / "mutants_reach.json"
    try:
        for path, text in code.items():
            probed = add_probes(path.relative_to(tree).as_posix(), text.decode("utf-8"))
            rewrite(path, probed.encode("utf-8"))
        run = start_tests(tree, find_tests(tree, room), {"record": str(record)})
        if end_tests(run) != 0:
            give_up(f"the tests of {room.name} fail or are missing without any mutant")
    finally:
        for path, text in code.items():
            rewrite(path, text)
    return read_reach(record, tree / "mutants_elsewhere")


def read_reach(record: Path, elsewhere: Path) -> Reach:
    """Read what the plugin and the probes of other processes wrote down."""
    made = json.loads(record.read_text("utf-8"))
    others: dict[str, set[str]] = {}
    if elsewhere.exists():
        for line in elsewhere.read_text("utf-8").splitlines():
            test, _, statement = line.partition("\t")
            others.setdefault(test, set()).add(statement)
        elsewhere.unlink()
    return Reach(
        tests={test: frozenset(told["reached"]) for test, told in made["tests"].items()},
        imported=frozenset(made["imported"]),
        elsewhere={test: frozenset(reached) for test, reached in others.items()},
        seconds={test: told["seconds"] for test, told in made["tests"].items()},
    )


def rewrite(path: Path, text: bytes) -> None:
    """Write a module, and forget its bytecode, which is told from stale by size and whole seconds
    alone: two mutants may share both.
    """
    path.write_bytes(text)
    Path(cache_from_source(str(path))).unlink(missing_ok=True)


def find_tests(tree: Path, room: Room) -> list[str]:
    """Return all test files of a room."""
    files = [
        path
        for found in find_files(tree, room.tests)
        for path in ([found] if found.is_file() else sorted(found.rglob("test_*.py")))
    ]
    return [path.relative_to(tree).as_posix() for path in dict.fromkeys(files)]


def choose_tests(tree: Path, broken: Mutant, reach: Reach) -> list[str]:
    """Return the tests that can notice a mutant, the likeliest first; none where nothing reaches
    it.

    What runs while a module is imported can change whatever is imported afterwards: all tests come
    into question, first those that reach anything else of that module.
    """
    near = [test for test in reach.tests if broken.statement in reach.all_of(test)]
    if broken.statement not in reach.imported:
        return order_tests(tree, near, broken.path, reach)
    module = f"{broken.path}:"
    same = [t for t in reach.tests if any(one.startswith(module) for one in reach.all_of(t))]
    ordered = (order_tests(tree, some, broken.path, reach) for some in (near, same, reach.tests))
    return list(dict.fromkeys(test for some in ordered for test in some))


def order_tests(tree: Path, tests: Iterable[str], broken: str, reach: Reach) -> list[str]:
    """Return tests with those of one file together: first the files that import the module at the
    path `broken`, as they are the likeliest to notice, and of these the quickest first.
    """
    files: dict[str, list[str]] = {}
    for test in tests:
        files.setdefault(test.partition("::")[0], []).append(test)
    names = name_imports(broken)

    def weigh(file: str) -> tuple[bool, float]:
        asked = names.search((tree / file).read_text("utf-8"))
        return not asked, sum(reach.seconds[test] for test in files[file])

    return [test for file in sorted(files, key=weigh) for test in files[file]]


def name_imports(path: str) -> re.Pattern[str]:
    """Return what matches the lines of a file that import the module at a path."""
    package, _, module = path.removesuffix(".py").replace("/", ".").rpartition(".")
    return re.compile(
        rf"^ *(?:from|import) {re.escape(f'{package}.{module}')}\b"
        rf"|^ *from {re.escape(package)} import .*\b{re.escape(module)}\b",
        re.MULTILINE,
    )


def fits_swap(broken: Mutant, reach: Reach) -> bool:
    """Tell whether a mutant means the same when only the living functions get its code: it is in
    one, and neither the import nor another process runs it.
    """
    runs_elsewhere = any(broken.statement in reached for reached in reach.elsewhere.values())
    return bool(broken.function) and broken.statement not in reach.imported and not runs_elsewhere


def give_up(message: str) -> None:
    """End the program with a message: nothing can be said."""
    print(f"mutants: {message}", file=sys.stderr)
    raise SystemExit(2)
