"""Each rule of grounded rewriting, doing and refusing, on small invented articles.

A folder holds an article and what comes of each of its sentences: the text that it makes alone,
with every edit and its evidence and with who says it, or why it can't stand; below, what is told
where the sentence before comes along.
"""

from pathlib import Path

import pytest

from briefing import ingest, split
from briefing.language.replay import apply_edits, fold_spaces
from briefing.languages.en import reading
from briefing.languages.en.grounding import (
    Refused,
    attribute_sentences,
    ground_sentences,
    relative_edits,
)
from briefing.offer.candidates import offer_candidates

CASES = Path(__file__).resolve().parent / "grounding"


def read(folder):
    """Read a case's article as the walk does."""
    file = folder / "article.txt"
    found = ingest.Found(
        locator="article.txt", path="article.txt", file=file, size=file.stat().st_size, mtime_ns=0
    )
    document = ingest.read_article(found, None)
    return reading.read_language(document, split.split_passages(document), ())


def told(article):
    """Give what becomes of an article, as the expected file has it."""
    lines = []
    for passage in article.passages:
        if passage.dropped is not None:
            lines.append(f"{passage.number} dropped: {passage.dropped}")
            continue
        for place, sentence in enumerate(passage.sentences, 1):
            draft = ground_sentences(article, (sentence,))
            name = f"{passage.number}.{place}"
            if isinstance(draft, Refused):
                lines.append(
                    f"{name} refused, {draft.reason}: "
                    f"{fold_spaces(article.document.text[sentence.start : sentence.end])}"
                )
                continue
            made = relative_edits(draft)
            lines.append(f"{name} {fold_spaces(apply_edits(draft.text, made))}")
            lines.extend(f"    {edited(edit, draft.text)}" for edit in made)
            lines.extend(
                f"    {said}" for said in spoken(attribute_sentences(article, (sentence,)))
            )
    pairs = [
        c.statement
        for c in offer_candidates(article, lambda _passage: ())
        if longer(c.statement, article)
    ]
    lines.extend(["", *(f"together: {statement.text}" for statement in pairs)] if pairs else [])
    return "\n".join(lines) + "\n"


def longer(statement, article):
    """Tell whether a statement takes more than one sentence."""
    bases = [(basis.start, basis.end) for basis in statement.citations]
    return not any(
        bases == [(s.start, s.end)] for passage in article.passages for s in passage.sentences
    )


def edited(edit, quote):
    """Give one edit as a line."""
    stretch = quote[edit.start : edit.end]
    change = f"{stretch!r} -> {edit.text!r}" if stretch else f"{edit.text!r}"
    evidence = "".join(f" <- {one.quote!r}" for one in edit.evidence)
    return f"{edit.op} at {edit.start}: {change} ({edit.rule}){evidence}"


def spoken(said):
    """Give an attribution as a line; the outlet's own report has none."""
    named = [
        ("by", said.speaker),
        ("role", said.role),
        ("outlet", said.outlet),
        ("through", said.relayed_by),
    ]
    stated = ", ".join(f"{name} {value!r}" for name, value in named if value)
    return (
        [f"{said.kind}{', ' if stated else ''}{stated}"]
        if stated or said.kind != "reported"
        else []
    )


@pytest.mark.golden
@pytest.mark.parametrize("case", sorted(path.name for path in CASES.iterdir() if path.is_dir()))
def test_what_becomes_of_each_sentence(case, golden):
    golden(CASES / case / "expected.txt", told(read(CASES / case)))
