from pathlib import Path

import pytest

from briefing.ingest import Folder, Supplied, read_article
from briefing.model import Document

SEEDS = Path(__file__).resolve().parents[2] / "seeds"


@pytest.fixture
def article(tmp_path):
    """Give a function that reads `content` as the only article of a folder."""

    def reading(content: str | bytes, name: str = "article.txt", **supplied: str):
        data = content if isinstance(content, bytes) else content.encode()
        folder = tmp_path / "articles"
        folder.mkdir(exist_ok=True)
        (folder / name).write_bytes(data)
        found = {one.path: one for one in Folder(path="articles")(tmp_path)}
        return read_article(found[f"articles/{name}"], Supplied(**supplied) if supplied else None)

    return reading


@pytest.fixture(scope="session")
def described() -> dict[str, Document]:
    """Give the five articles by the first three characters of their names."""
    documents = [read_article(found, None) for found in Folder(path=SEEDS.name)(SEEDS.parent)]
    return {Path(one.locator).name[:3]: one for one in documents if isinstance(one, Document)}
