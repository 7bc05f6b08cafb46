"""Where a system keeps the text libraries of the PDF, and how they are had there.

Only the standard library is used: `make` asks this before anything is installed.
"""

import os
from collections.abc import Callable, Iterator, MutableMapping
from contextlib import contextmanager

FALLBACK = "DYLD_FALLBACK_LIBRARY_PATH"
# What the linker of macOS looks through where that variable is not set; setting it replaces these.
_DEFAULT = ("/usr/local/lib", "/usr/lib")
_PREFIXES = ("/opt/homebrew", "/usr/local", "/opt/local")  # Homebrew's two, MacPorts'

_MARKS = ("/etc/alpine-release", "/etc/fedora-release", "/etc/redhat-release", "/etc/arch-release")
# By platform, or by the file that tells one Linux from another.
INSTALL = {
    "darwin": "brew install pango harfbuzz",
    "win32": "pacman -S mingw-w64-ucrt-x86_64-pango (in MSYS2); other formats need nothing",
    "/etc/alpine-release": "apk add pango harfbuzz-subset",
    "/etc/fedora-release": "dnf install pango harfbuzz",
    "/etc/redhat-release": "dnf install pango harfbuzz",
    "/etc/arch-release": "pacman -S pango harfbuzz",
    "linux": "apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0",
}


def show_homebrew(
    platform: str,
    environment: MutableMapping[str, str],
    is_folder: Callable[[str], bool] = os.path.isdir,
) -> None:
    """Let libraries of Homebrew and MacPorts be found on macOS, by adding their folders to
    `environment`.

    It must be the environment of this very process: System Integrity Protection takes such
    variables from whatever is started by way of `/bin/sh` or `/usr/bin/env`, so that no script and
    no shell profile can hand them on. Python's search looks at them when it is asked.
    """
    if platform != "darwin":
        return
    prefixes = (environment.get("HOMEBREW_PREFIX", ""), *_PREFIXES)
    found = [f"{one}/lib" for one in prefixes if one and is_folder(f"{one}/lib")]
    known = [one for one in environment.get(FALLBACK, "").split(":") if one]
    environment[FALLBACK] = ":".join(dict.fromkeys((*known, *found, *_DEFAULT)))


@contextmanager
def load_by_name(platform: str) -> Iterator[None]:
    """Let libraries be loaded on Linux by the names that its linker knows, and looked for no
    further.

    WeasyPrint tries the names of other systems first, and for each that the linker doesn't know
    `ctypes.util.find_library` starts ldconfig, gcc and ld: fifty processes for each PDF, which find
    what the last name (`libpango-1.0.so.0`) loads at once. Not for two threads at a time.
    """
    if platform != "linux":
        yield
        return
    import ctypes.util  # noqa: PLC0415 - for a PDF alone

    search = ctypes.util.find_library
    ctypes.util.find_library = _find_nothing
    try:
        yield
    finally:
        ctypes.util.find_library = search


def _find_nothing(name: str) -> str | None:  # noqa: ARG001 - in the place of another
    """Find no library, without a look."""
    return None


def advise_install(platform: str, is_file: Callable[[str], bool] = os.path.exists) -> str:
    """Say how the libraries are installed, by the platform as `sys.platform` names it."""
    if platform != "linux" and platform in INSTALL:
        return INSTALL[platform]
    return next((INSTALL[mark] for mark in _MARKS if is_file(mark)), INSTALL["linux"])
