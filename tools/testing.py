"""Install what only tests need: a browser, PDF tools, a mail server and what reads timers, where we
may.

What can't be had is said loudly, with the command to type; the tests that need it say so again and
are skipped. With --once nothing is tried a second time on a machine where it failed; without,
everything missing is.
"""

import ctypes
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path

import packages

TRIED = Path(__file__).resolve().parent.parent / ".venv" / ".tools"
# Debian keeps servers where a plain user's PATH doesn't lead.
PATH_OF_SERVERS = "/usr/sbin:/sbin:/usr/local/sbin"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tool:
    """A tool: the programs or libraries of which any one will do, and the package that brings one,
    by manager.
    """

    what: str
    programs: tuple[str, ...]
    packages: dict[packages.Name, str]
    library: bool = False


TOOLS = (
    Tool(
        what="a browser",
        programs=("chromium", "chromium-browser", "google-chrome", "google-chrome-stable"),
        packages={
            "apt-get": "chromium",
            "dnf": "chromium",
            "apk": "chromium",
            "pacman": "chromium",
        },
    ),
    Tool(
        what="libatomic (the browser's driver needs it)",
        programs=("libatomic.so.1",),
        packages={"apt-get": "libatomic1", "dnf": "libatomic"},
        library=True,
    ),
    Tool(
        what="Poppler's PDF tools",
        programs=("pdftotext",),
        packages={
            "apt-get": "poppler-utils",
            "dnf": "poppler-utils",
            "apk": "poppler-utils",
            "pacman": "poppler",
            "brew": "poppler",
        },
    ),
    Tool(
        what="qpdf",
        programs=("qpdf",),
        packages={
            "apt-get": "qpdf",
            "dnf": "qpdf",
            "apk": "qpdf",
            "pacman": "qpdf",
            "brew": "qpdf",
        },
    ),
    Tool(
        what="LibreOffice's writer",
        programs=("soffice",),
        packages={
            "apt-get": "libreoffice-writer-nogui",
            "dnf": "libreoffice-writer",
            "apk": "libreoffice-writer",
            "pacman": "libreoffice-still",
        },
    ),
    Tool(
        what="a mail server",
        programs=("postfix",),
        packages={"apt-get": "postfix", "dnf": "postfix", "apk": "postfix", "pacman": "postfix"},
    ),
    Tool(
        what="cron's reader of crontabs",
        programs=("crontab",),
        packages={"apt-get": "cron", "dnf": "cronie", "pacman": "cronie"},
    ),
    Tool(
        what="systemd's reader of units",
        programs=("systemd-analyze",),
        packages={"apt-get": "systemd", "dnf": "systemd", "pacman": "systemd"},
    ),
)
# What packages bring besides and must not begin to serve this machine: nobody asked for more than a
# tool.
DAEMONS = {"cron": "cron.service", "cronie": "crond.service", "postfix": "postfix.service"}


def find(programs: tuple[str, ...]) -> str | None:
    """Return the path of the first of the programs that is installed."""
    found = (shutil.which(name) or shutil.which(name, path=PATH_OF_SERVERS) for name in programs)
    return next(filter(None, found), None)


def present(tool: Tool) -> bool:
    """Tell whether the machine has the tool."""
    if not tool.library:
        return find(tool.programs) is not None
    try:
        ctypes.CDLL(tool.programs[0])
    except OSError:
        return sys.platform != "linux"  # elsewhere the wheels bring it or don't need it
    return True


def wanted(known: packages.Manager) -> tuple[list[str], list[str]]:
    """Return the packages to install for the tools that are missing, and what won't be installed
    and why.

    A machine that has another mail server keeps it: package managers would remove it for ours.
    """
    names, refused = [], []
    for tool in TOOLS:
        if present(tool):
            continue
        name = tool.packages.get(known.name)
        if name is None:
            refused.append(f"{tool.what}: {known.name} has no package of it")
        elif name == "postfix" and find(("sendmail",)):
            refused.append(f"{tool.what}: another one than Postfix is installed here, and stays")
        else:
            names.append(name)
    return names, refused


def install(known: packages.Manager, names: list[str]) -> str:
    """Install the packages. Return "" or what a person must type, and why."""
    before = packages.privilege(known)
    trouble = "neither root nor sudo without a password"
    if before is not None:
        print(f"installing {', '.join(names)} with {known.name}", flush=True)
        # A mail server for tests must not start serving this machine; without this answer Debian's
        # would.
        if "postfix" in names and shutil.which("debconf-set-selections"):
            answer = "echo postfix postfix/main_mailer_type select No configuration"
            packages.run([*before, "sh", "-c", f"{answer} | debconf-set-selections"])
        trouble = packages.install(known, names, before=before)
        idle = [DAEMONS[name] for name in names if name in DAEMONS]
        if idle and shutil.which("systemctl"):
            packages.run([*before, "systemctl", "disable", "--now", *idle])
    return f"{trouble}. To install them: {packages.by_hand(known, names)}" if trouble else ""


def provide() -> list[str]:
    """Install what is missing and may be installed. Return what is missing still and why, a line
    for each reason.
    """
    known = packages.manager()
    if known is None:
        absent = ", ".join(tool.what for tool in TOOLS if not present(tool))
        return [f"{absent}: no known package manager here"] if absent else []
    names, refused = wanted(known)
    trouble = install(known, names) if names else ""
    still = [tool for tool in TOOLS if tool.packages.get(known.name) in names and not present(tool)]
    absent = ", ".join(tool.what for tool in still)
    return [*refused, f"{absent}: {trouble or 'installed, yet not found'}"] if absent else refused


def main() -> None:
    """Install, or with --once only report, and print what is missing on stderr."""
    once = "--once" in sys.argv[1:] and TRIED.exists()
    lines = TRIED.read_text(encoding="utf-8").splitlines() if once else provide()
    TRIED.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    for line in lines:
        print(f"NOT INSTALLED, tests of it will be skipped: {line}", file=sys.stderr)


if __name__ == "__main__":
    main()
