"""Articles made of plain lines, for the tests of this folder: one line is one passage of body
text."""

import re
from pathlib import Path

from briefing.languages.en.sentences import split_sentences
from briefing.model import Document, Known, Passage

SEEDS = Path(__file__).resolve().parents[3] / "seeds"


def article(text: str, outlet: str | None = None) -> tuple[Document, tuple[Passage, ...]]:
    """Lay an article out as the rooms before this one would; a short line without an end mark is a
    heading."""
    document = Document(
        id="d", locator="d", path=None, url=None, revision="r", size=len(text), encoding="utf-8",
        text=text,
        language="en", outlet=Known(value=outlet, basis="supplied") if outlet else None,
        published=Known(value="2025-11-18", basis="supplied"),
    )  # fmt: skip
    passages = []
    for number, match in enumerate(re.finditer(r"\S[^\n]*", text), start=1):
        kind = (
            "body" if len(match.group()) > 40 or match.group().rstrip()[-1] in ".?!”" else "heading"
        )
        passages.append(
            Passage(
                document="d",
                number=number,
                start=match.start(),
                end=match.end(),
                kind=kind,
                language="en",
                sentences=split_sentences(text, match.start(), match.end()),
            )
        )
    return document, tuple(passages)


def seed(prefix: str) -> tuple[Document, tuple[Passage, ...]]:
    """Give one of the articles that ship with the project."""
    (path,) = SEEDS.glob(f"{prefix}_*.txt")
    return article(path.read_text(encoding="utf-8"))
