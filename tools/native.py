"""See to the system libraries that WeasyPrint needs for the PDF; no wheel carries them.

In order: they are there already; the package manager may install them (root, or sudo without a
password); or, on Debian and its relatives, the packages are downloaded and unpacked into
.venv/native, which needs no rights at all and which tools/run.sh and .venv/bin/briefing put on
LD_LIBRARY_PATH. Where none of that works, the command to type is printed and the brief is made
without its PDF.

Leaves the stamp .venv/.native when the libraries are there, so that a machine which lacks them is
tried again. Always exits 0: whether a missing PDF is a failure is for the build to say.
"""

import ctypes
import os
import shutil
import sys
import tempfile
from ctypes.util import find_library
from pathlib import Path

import packages

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from briefing.render import libraries

VENV = Path(__file__).resolve().parent.parent / ".venv"
UNPACKED = VENV / "native"

# What is loaded at run time, by the names the dynamic linkers of Linux and macOS know. The
# subsetter of HarfBuzz
# can be done without, but then writing takes twice as long and the bytes of the PDF change.
LIBRARIES = {
    "linux": ("libpango-1.0.so.0", "libpangoft2-1.0.so.0", "libharfbuzz-subset.so.0"),
    "darwin": ("libpango-1.0.0.dylib", "libpangoft2-1.0.0.dylib", "libharfbuzz-subset.0.dylib"),
}

PACKAGES: dict[packages.Name, tuple[str, ...]] = {
    "apt-get": ("libpango-1.0-0", "libpangoft2-1.0-0", "libharfbuzz-subset0"),
    "dnf": ("pango", "harfbuzz"),
    "apk": ("pango", "harfbuzz-subset"),
    "pacman": ("pango", "harfbuzz"),
    "brew": ("pango", "harfbuzz"),
}


def missing() -> list[str]:
    """Return the libraries that the dynamic linker doesn't find in a fresh process, as tools/run.sh
    starts it.
    """
    names = LIBRARIES.get(sys.platform, ())
    probe = (
        f"import sys; sys.path.insert(0, {str(Path(__file__).parent)!r}); import native; "
        f"native.report()"
    )
    asked = packages.run((str(Path(__file__).with_name("run.sh")), sys.executable, "-c", probe))
    return asked.stdout.split() if asked.returncode == 0 else list(names)


def report() -> None:
    """Print the libraries that this process can't load, one a line."""
    libraries.show_homebrew(sys.platform, os.environ)
    for name in LIBRARIES.get(sys.platform, ()):
        try:
            ctypes.CDLL(name)
        except OSError:
            # Where the linker doesn't look, Python's own search does, and hands on the whole path.
            if not (sys.platform == "darwin" and find_library(name.split(".dylib")[0][3:])):
                print(name)


def unpack(names: tuple[str, ...], into: Path) -> str:
    """Download Debian packages with all they need that isn't installed, and unpack them below
    `into`, without root.

    Return "" when that worked, else the reason. Package lists are kept in a folder of our own,
    because a fresh machine has none and a plain user may not refresh the system's.
    """
    with tempfile.TemporaryDirectory() as scratch:
        lists, archives = Path(scratch, "lists"), Path(scratch, "archives")
        for folder in (lists / "partial", archives / "partial"):
            folder.mkdir(parents=True)
        apt = [
            "apt-get", "-q", "--yes", "--no-install-recommends",
            "-o", f"Dir::State::Lists={lists}", "-o", f"Dir::Cache={scratch}",
            "-o", f"Dir::Cache::Archives={archives}", "-o", "Debug::NoLocking=true",
        ]  # fmt: skip
        for step in (["update"], ["install", "--download-only", *names]):
            done = packages.run([*apt, *step])
            if done.returncode:
                return packages.last_words(done)
        shutil.rmtree(into, ignore_errors=True)
        for archive in sorted(archives.glob("*.deb")):
            done = packages.run(["dpkg-deb", "-x", str(archive), str(into)])
            if done.returncode:
                return packages.last_words(done)
    return ""


def provide() -> str:
    """Get the libraries by the first way that works. Return "" or what a person must do, in one or
    more lines.
    """
    known = packages.manager()
    if known is None:
        return (
            f"PDF needs {', '.join(LIBRARIES.get(sys.platform, ()))}, and no known package "
            f"manager is here"
        )
    names, trouble = PACKAGES[known.name], ""
    before = packages.privilege(known)
    if before is not None:
        print(f"installing {', '.join(names)} with {known.name}", flush=True)
        trouble = packages.install(known, names, before=before)
        if not missing():
            return ""
    if known.name == "apt-get":
        print(f"unpacking {', '.join(names)} into {UNPACKED.relative_to(VENV.parent)}", flush=True)
        trouble = unpack(names, UNPACKED) or trouble
        if not missing():
            return ""
    reason = f" ({trouble})" if trouble else ""
    return (
        f"no PDF can be made without system libraries{reason}. Install them, then `make brief` "
        f"again:\n    " + (packages.by_hand(known, names))
    )


def main() -> None:
    """See to the libraries; leave the stamp, or say on stderr what is missing."""
    advice = provide() if missing() else ""
    if advice:
        print(advice, file=sys.stderr)
    else:
        (VENV / ".native").touch()


if __name__ == "__main__":
    main()
