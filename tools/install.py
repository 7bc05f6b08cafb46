"""Install what a lock file names, and say how far it is: the first time takes a minute or more.

Usage: python tools/install.py LOCK [OPTION...]      options are pip's

On a terminal one line counts the packages; elsewhere a line comes for every quarter of them. What
pip says is shown only where it fails. Only the standard library is used, because this runs before
anything is installed. Exits as pip does.
"""

import re
import subprocess
import sys
from collections import deque
from collections.abc import Iterable, Iterator
from pathlib import Path

PIP = ("-m", "pip", "--disable-pip-version-check", "--no-input", "install", "--progress-bar", "off")
SAFE = ("--require-hashes", "--no-deps", "--no-compile")
_NAMED = re.compile(r"^[a-zA-Z0-9][\w.-]*==", re.MULTILINE)
_DONE = re.compile(
    r"(?:Collecting|Ignoring|Requirement already satisfied:) ([\w.-]+)"
    r"|Processing \S*?([^/\s-]+)-[^/]*$"
)
_LAST = 15  # lines of pip's that are shown where it fails


def count_packages(lock: str) -> int:
    """How many packages the text of a lock file names."""
    return len(_NAMED.findall(lock))


def follow(lines: Iterable[str], total: int, *, terminal: bool) -> Iterator[str]:
    """Turn pip's lines into what to print, line ends included."""
    seen, told = 0, 0
    for line in lines:
        found = _DONE.match(line.strip())
        if found:
            seen = min(seen + 1, total)
            if terminal:
                yield f"\r\x1b[K  {seen} of {total}: {found[1] or found[2]}"
            elif seen * 4 // total > told:
                told = seen * 4 // total
                yield f"  {seen} of {total}\n"
        elif line.startswith("Installing collected packages"):
            yield ("\r\x1b[K" if terminal else "") + "  unpacking them\n"


def main(arguments: list[str]) -> int:
    """Install; give pip's exit code."""
    lock, *options = arguments
    command = [sys.executable, *PIP, *SAFE, *options, "-r", lock]
    total = count_packages(Path(lock).read_text(encoding="utf-8"))
    last: deque[str] = deque(maxlen=_LAST)

    def remember(lines: Iterable[str]) -> Iterator[str]:
        for line in lines:
            last.append(line)
            yield line

    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace"
    ) as pip:
        if pip.stdout is not None:
            for said in follow(remember(pip.stdout), max(total, 1), terminal=sys.stdout.isatty()):
                sys.stdout.write(said)
                sys.stdout.flush()
    if pip.returncode:
        sys.stderr.write("\n" + "".join(last))
    return pip.returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
