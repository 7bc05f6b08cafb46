"""Where a system keeps the text libraries of the PDF, and how they are had there.

Only the standard library is used: `make` asks this before anything is installed.
"""

import os
from collections.abc import Callable, MutableMapping

FALLBACK = "DYLD_FALLBACK_LIBRARY_PATH"
# What the linker of macOS looks through where that variable is not set; setting it replaces these.
_DEFAULT = ("/usr/local/lib", "/usr/lib")
_PREFIXES = ("/opt/homebrew", "/usr/local", "/opt/local")  # Homebrew's two, MacPorts'


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


def advise_install(platform: str, is_file: Callable[[str], bool] = os.path.exists) -> str:
    """Say how the libraries are installed, by the platform as `sys.platform` names it."""
    if platform == "darwin":
        return "brew install pango harfbuzz"
    if platform == "win32":
        return "pacman -S mingw-w64-ucrt-x86_64-pango (in MSYS2); other formats need nothing"
    if is_file("/etc/alpine-release"):
        return "apk add pango harfbuzz-subset"
    if is_file("/etc/fedora-release") or is_file("/etc/redhat-release"):
        return "dnf install pango harfbuzz"
    if is_file("/etc/arch-release"):
        return "pacman -S pango harfbuzz"
    return "apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"
