"""Thirty articles that invite words into a wrong mouth: nested names, impostors, posts, parody,
hearings, letters.
"""

from dataclasses import dataclass
from pathlib import Path

import pytest

from briefing import ingest, split
from briefing.languages.en import reading
from briefing.languages.en.grounding import Draft, attribute_sentences, ground_sentences
from briefing.offer.candidates import offer_candidates

ARTICLES = Path(__file__).parent / "adversarial" / "articles.txt"


@dataclass(frozen=True, slots=True, kw_only=True)
class Trap:
    """An article, and who may be told as the speaker of sentences that hold a fragment."""

    name: str
    text: str
    allowed: dict[str, set[str]]


def traps():
    """Read the articles of the file."""
    for block in ARTICLES.read_text(encoding="utf-8").split("\n== ")[1:]:
        head, _, rows = block.partition("\n--\n")
        name, _, text = head.partition("\n")
        allowed = {}
        for row in filter(None, rows.strip().split("\n")):
            fragment, _, names = row.rpartition(" | ")
            allowed[fragment] = {"" if who == "nobody" else who for who in names.split(" / ")}
        yield Trap(name=name, text=text, allowed=allowed)


def read(text, tmp_path):
    file = tmp_path / "article.txt"
    file.write_text(text, encoding="utf-8")
    size = len(text.encode())
    found = ingest.Found(
        locator="article.txt", path="article.txt", file=file, size=size, mtime_ns=0
    )
    document = ingest.read_article(found, None)
    return reading.read_language(document, split.split_passages(document), ())


@pytest.mark.parametrize("trap", traps(), ids=lambda trap: trap.name)
def test_no_words_are_in_a_wrong_mouth(trap, tmp_path):
    article = read(trap.text, tmp_path)
    for fragment, allowed in trap.allowed.items():
        sentences = [
            s
            for p in article.passages
            for s in p.sentences
            if p.dropped is None and fragment in article.document.text[s.start : s.end]
        ]
        told = (s for s in sentences if isinstance(ground_sentences(article, (s,)), Draft))
        for sentence in told:
            assert attribute_sentences(article, (sentence,)).speaker in allowed, fragment


@pytest.mark.parametrize("trap", traps(), ids=lambda trap: trap.name)
def test_a_statement_has_no_other_speaker(trap, tmp_path):
    article = read(trap.text, tmp_path)
    for candidate in offer_candidates(article, lambda _passage: ()):
        for citation in candidate.statement.citations:
            named = [who for part, who in trap.allowed.items() if part in citation.quote]
            if named:
                assert citation.attribution.speaker in set().union(*named), citation.quote
