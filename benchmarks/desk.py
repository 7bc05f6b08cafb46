"""A copy of the project as a user has it, in a folder that goes when the measuring ends."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.measure import ROOT

_ITEMS = (
    "Makefile", "briefing", "templates", "tools", "seeds", "config.yaml", "analyst.yaml",
    "pyproject.toml",
    "requirements.lock",
)  # fmt: skip


@contextmanager
def desk() -> Iterator[Path]:
    """Give a folder with the five articles, the config and all that `make brief` needs; `.venv` is
    this project's.
    """
    with TemporaryDirectory(prefix="briefing-bench-") as name:
        folder = Path(name)
        for item in _ITEMS:
            source = ROOT / item
            if source.is_dir():
                shutil.copytree(source, folder / item, ignore=shutil.ignore_patterns("__pycache__"))
            elif source.exists():
                shutil.copy2(source, folder / item)
        if (ROOT / ".venv").exists():
            (folder / ".venv").symlink_to(ROOT / ".venv")
        yield folder


def forget(folder: Path) -> None:
    """Take away what builds have left in `folder`, so that the next one is the first."""
    shutil.rmtree(folder / "output", ignore_errors=True)
    for path in folder.glob("config.yaml.db*"):
        path.unlink()
