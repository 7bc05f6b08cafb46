"""Work that is handed to workers: importable wherever a worker runs."""

import os
import signal
import time
from dataclasses import dataclass
from pathlib import Path


def name_process(number: int) -> tuple[bytes | None, ...]:
    """Give the number, and nothing, and the process that worked it out."""
    time.sleep(0.01)
    return str(number).encode(), None, str(os.getpid()).encode()


def double(number: int) -> bytes:
    """Give twice the number as bytes."""
    time.sleep(0.01)
    return str(2 * number).encode()


def stumble(number: int) -> bytes:
    """Raise on seventy."""
    time.sleep(0.01)
    if number == 70:
        message = "seventy"
        raise ValueError(message)
    return b"fine"


@dataclass(frozen=True, slots=True, kw_only=True)
class ActOnce:
    """Kills, freezes or otherwise treats its own process once, on 40, anywhere but in `home`."""

    home: int
    marker: str
    signal: int = signal.SIGKILL

    def __call__(self, number: int) -> bytes:
        """Give the number."""
        time.sleep(0.01)
        here = os.getpid()
        if number == 40 and here != self.home and not Path(self.marker).exists():
            Path(self.marker).write_text(str(here), encoding="utf-8")
            os.kill(here, self.signal)
        return str(number).encode()


@dataclass(frozen=True, slots=True, kw_only=True)
class Laid:
    """A number in a file that other machines may not see."""

    file: Path
    seen: bool
    data: bytes | None = None

    def is_here(self) -> bool:
        """Say what was said beforehand."""
        return self.seen

    def take_along(self) -> "Laid":
        """Bring the bytes."""
        return Laid(file=self.file, seen=self.seen, data=self.file.read_bytes())

    def lay_down(self, folder: Path) -> "Laid | None":
        """Write them down elsewhere."""
        if self.data is None:
            return None
        folder.mkdir()
        (folder / "laid").write_bytes(self.data)
        return Laid(file=folder / "laid", seen=True)


def read_laid(item: Laid) -> tuple[bytes, bytes]:
    """Give what the file holds, and where it lay."""
    time.sleep(0.01)
    return item.file.read_bytes(), str(item.file).encode()
