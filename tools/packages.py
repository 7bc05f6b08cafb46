"""The machine's package manager: which one it is, whether we may use it, and how to ask it.

Nothing here decides what to install; `native.py` and `testing.py` do. Only the standard library is
used, because this runs before anything is installed.
"""

import os
import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

Name = Literal["apt-get", "dnf", "apk", "pacman", "brew"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Manager:
    """How one package manager is told to refresh its lists (empty: it does by itself) and to
    install.
    """

    name: Name
    refresh: tuple[str, ...]
    install: tuple[str, ...]
    needs_root: bool = True


MANAGERS = (
    Manager(
        name="apt-get",
        refresh=("apt-get", "-q", "update"),
        install=("apt-get", "-q", "install", "--yes", "--no-install-recommends"),
    ),
    Manager(name="dnf", refresh=(), install=("dnf", "-q", "install", "--assumeyes")),
    Manager(name="apk", refresh=(), install=("apk", "add", "--quiet")),
    Manager(
        name="pacman",
        refresh=("pacman", "-Sy"),
        install=("pacman", "-S", "--noconfirm", "--needed"),
    ),
    Manager(name="brew", refresh=(), install=("brew", "install", "--quiet"), needs_root=False),
)


def manager() -> Manager | None:
    """Return the first known package manager that this machine has."""
    return next((known for known in MANAGERS if shutil.which(known.name)), None)


def privilege(known: Manager) -> tuple[str, ...] | None:
    """Return what goes before the manager's commands: nothing, `sudo -n`, or None where we may not
    install.

    A sudo that would ask for a password counts as "may not": nobody may be there to answer.
    """
    if not known.needs_root or os.geteuid() == 0:
        return ()
    if shutil.which("sudo") and run(("sudo", "-n", "true")).returncode == 0:
        return ("sudo", "-n")
    return None


def run(command: Sequence[str]) -> subprocess.CompletedProcess[str]:
    """Run a command without a terminal or questions, and return what it said; never raises for its
    exit code.
    """
    quiet = os.environ | {"DEBIAN_FRONTEND": "noninteractive", "LC_ALL": "C"}
    return subprocess.run(
        command,
        env=quiet,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        errors="replace",
        check=False,
    )


def install(known: Manager, names: Sequence[str], *, before: Sequence[str] = ()) -> str:
    """Install packages system-wide. Return "" when that worked, else the manager's last words.

    `before` is what `privilege` gave. The lists are refreshed first; a refresh that fails is not
    yet a reason to stop, since the lists at hand may do.
    """
    if known.refresh:
        run([*before, *known.refresh])
    # sudo forgets the environment, so what must not ask questions is said on its command line.
    silent = ["env", "DEBIAN_FRONTEND=noninteractive"] if before else []
    done = run([*before, *silent, *known.install, *names])
    return "" if done.returncode == 0 else last_words(done)


def by_hand(known: Manager, names: Sequence[str]) -> str:
    """Return the command that a person would type to install the packages."""
    sudo = "sudo " if known.needs_root and os.geteuid() != 0 else ""
    refresh = f"{sudo}{' '.join(known.refresh)} && " if known.name == "apt-get" else ""
    verb = {
        "apt-get": "apt-get install",
        "dnf": "dnf install",
        "apk": "apk add",
        "pacman": "pacman -S",
    }
    return f"{refresh}{sudo}{verb.get(known.name, 'brew install')} {' '.join(names)}".replace(
        " -q ", " "
    )


def last_words(done: subprocess.CompletedProcess[str]) -> str:
    """Return the last line a failed command said."""
    lines = (
        done.stderr.strip() or done.stdout.strip() or f"exit code {done.returncode}"
    ).splitlines()
    return lines[-1]
