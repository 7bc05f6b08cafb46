"""What no rule of grounded rewriting may do, whatever the article says."""

import re
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing import split
from briefing.language.replay import apply_edits
from briefing.languages.en import lexicon, reading
from briefing.languages.en.grounding import (
    Draft,
    Refused,
    attribute_sentences,
    ground_sentences,
    licensed_drafts,
    relative_edits,
)
from briefing.model import Document, Known

WORD = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*")
NUMBER = re.compile(r"\d+")
POINTING = frozenset(
    "he she him his her hers it its they them their i we me my us our you your this".split()
)
CONNECTING = tuple(phrase.lower() for phrase in (*lexicon.CONNECTIVES, *lexicon.ENUMERATORS))
SMALL = frozenset("of the to and in as a for that on by".split())
SEEDS = sorted((Path(__file__).resolve().parents[3] / "seeds").glob("*.txt"))

NAMES = [
    "Ines Dorrat",
    "Tomas Arvel",
    "Pavel Lindqvist",
    "Castren",
    "Vellin",
    "the Lower River Board",
]
CLAUSES = [
    "{a} opened the lower quay of Vellin for {n} grain ships",
    "{a} did not pay for the works at the northern quay",
    "he may raise the tolls on the lower river on Monday",
    "she never met {a} in the town hall of Vellin last week",
    "the board reportedly lost {n} barges in recent weeks",
    "it could cost {n} million crowns before the harvest",
    "{a} told {b} that the channel is only {n} metres deep",
    "according to {a}, nobody was hurt in the storm of the previous night",
    "the regime of the tolls is unlikely to end",
    "“nobody wants to be first,” {a} said",
    "“We do not pay. They will,” said {b}",
]
OPENINGS = [
    "",
    "",
    "However, ",
    "But ",
    "Second, ",
    "In addition, ",
    "Meanwhile, ",
    "According to {a}, ",
    "Mr ",
]
ASIDES = ["", "", ", however,", ", in this context,"]


@st.composite
def articles(draw):
    """An article of a few sentences that hang on one another in many ways."""
    who, day = draw(st.sampled_from(NAMES[:3])), draw(st.integers(1, 28))
    lines = [f"{who}, the chair of the river board, came to Vellin on {day} March."]
    for _ in range(draw(st.integers(1, 5))):
        clause = draw(st.sampled_from(CLAUSES))
        opening = draw(st.sampled_from(OPENINGS))
        sentence = opening + (clause if opening else clause[0].upper() + clause[1:])
        sentence = sentence.format(
            a=draw(st.sampled_from(NAMES)),
            b=draw(st.sampled_from(NAMES)),
            n=draw(st.integers(2, 99)),
        )
        head, _, rest = sentence.partition(" of ")
        sentence = (
            f"{head} of {rest}" if not rest else f"{head}{draw(st.sampled_from(ASIDES))} of {rest}"
        )
        lines.append(
            sentence[0].upper() + sentence[1:] + draw(st.sampled_from([".", ".", "", "!"]))
        )
    text = draw(st.sampled_from([" ", "\n\n"])).join(lines) + "\n"
    known = draw(st.sampled_from([None, "2025-03-05", "2025-03-03/2025-03-09"]))
    return article(text, known)


def article(text, published=None):
    """Read a text as an article."""
    document = Document(
        id="d1",
        locator="a.txt",
        path="a.txt",
        url=None,
        revision="0",
        size=len(text),
        encoding="utf-8",
        text=text,
        language="en",
        published=Known(value=published, basis="supplied") if published else None,
    )
    return reading.read_language(document, split.split_passages(document), ())


def runs(read):
    """Give every one and every two sentences that follow one another in a passage."""
    for passage in read.passages:
        if passage.dropped is None:
            for place in range(len(passage.sentences)):
                yield passage.sentences[place : place + 1]
                if place:
                    yield passage.sentences[place - 1 : place + 1]


def changes_nothing(draft):
    """Fail where a draft's edits touch a number, a name, a negation or a hedge, or add a word
    outside brackets."""
    made = relative_edits(draft)
    quote, text = draft.text, apply_edits(draft.text, made)
    dropped = [quote[one.start : one.end] for one in made if one.op in {"drop", "lift"}]
    for stretch in dropped:
        words = [word.lower() for word in WORD.findall(stretch)]
        assert not NUMBER.search(stretch), f"a number dropped: {stretch!r}"
        connective = stretch.strip(" ,").lower() in CONNECTING
        pronoun = stretch.lower() in POINTING
        clause = stretch.startswith(",") and not any(
            word[0].isupper() for word in WORD.findall(stretch)
        )
        assert connective or pronoun or clause, f"dropped: {stretch!r}"
        if not connective:
            assert not {*words} & (lexicon.NEGATIONS | lexicon.HEDGES), (
                f"a negation or hedge dropped: {stretch!r}"
            )
    left = Counter(word.lower() for word in WORD.findall(quote))
    for stretch in dropped:
        left -= Counter(word.lower() for word in WORD.findall(stretch))
    brackets = sum(one.text.count("[") for one in made)
    bare = text
    for one in made:
        if one.op == "insert":
            bare = bare.replace(one.text, "", 1)
    assert Counter(word.lower() for word in WORD.findall(bare)) == left
    assert Counter(NUMBER.findall(bare)) == Counter(NUMBER.findall(quote))
    assert text.count("[") == quote.count("[") + brackets


def rests_on_the_article(draft):
    """Fail where a name in a bracket is not the article's, or evidence is not its words."""
    text = draft.reading.document.text
    names = {entity.name for entity in draft.reading.entities}
    for one in relative_edits(draft):
        for evidence in one.evidence:
            assert text[evidence.start : evidence.end] == evidence.quote
        if one.op == "insert" and one.rule in {"antecedent", "full-name"}:
            bare = one.text.strip(" []").removesuffix("’s").removesuffix("’")
            assert any(bare in name for name in names), one
            assert one.evidence


def in_order(draft):
    """Fail where edits are out of order or outside the quote."""
    place = 0
    for one in relative_edits(draft):
        assert place <= one.start <= one.end <= len(draft.text)
        place = one.end


def holds(read):
    """Check every draft of an article."""
    for sentences in runs(read):
        for draft in licensed_drafts(read, sentences):
            changes_nothing(draft)
            rests_on_the_article(draft)
            in_order(draft)


@given(articles())
def test_no_edit_changes_a_fact(read):
    holds(read)


@pytest.mark.parametrize("file", SEEDS, ids=lambda file: file.name[:3])
def test_nor_in_real_articles(file):
    holds(article(file.read_text(encoding="utf-8"), "2025-11-18"))


@given(articles())
def test_grounding_and_attribution_depend_on_the_article_alone(read):
    again = article(
        read.document.text, read.document.published.value if read.document.published else None
    )
    for sentences in runs(read):
        assert ground_sentences(read, sentences) == replace_reading(
            ground_sentences(again, sentences), read
        )
        assert attribute_sentences(read, sentences) == attribute_sentences(again, sentences)


def replace_reading(draft, read):
    """Give a draft as if it were of another reading."""
    return draft if isinstance(draft, Refused) else replace(draft, reading=read)


@given(articles())
def test_a_statement_stands_alone(read):
    for sentences in runs(read):
        draft = ground_sentences(read, sentences)
        if isinstance(draft, Draft):
            text = apply_edits(draft.text, relative_edits(draft))
            assert re.search(r"[.!?…][\"”’')\]]*$", text), text
            assert text.count("“") == text.count("”"), text
            assert text.count('"') % 2 == 0
            assert text.count("(") == text.count(")")
            assert not re.match(r"(?:However|But|Second|In addition|Meanwhile)\b,?", text), text
            assert not text[0].islower(), text
            first = WORD.match(text.lstrip('“"'))
            if len(sentences) == 1 and first:
                assert first.group(0).lower() not in {"he", "she", "him"}, text


@given(articles())
def test_every_relative_date_is_placed(read):
    for sentences in runs(read):
        draft = ground_sentences(read, sentences)
        if isinstance(draft, Draft):
            made = relative_edits(draft)
            for dated in read.dates:
                if (
                    dated.relative
                    and dated.edtf is not None
                    and draft.start <= dated.start
                    and dated.end <= draft.end
                ):
                    assert any(
                        one.op == "insert" and one.start == dated.end - draft.start for one in made
                    ), draft.text


@given(articles())
def test_a_speaker_is_somebody_the_article_names(read):
    for sentences in runs(read):
        said = attribute_sentences(read, sentences)
        if said.speaker:
            words = {word.lower() for word in WORD.findall(read.document.text)}
            assert {word.lower() for word in WORD.findall(said.speaker)} - SMALL <= words
            assert all(
                read.document.text[one.start : one.end] == one.quote for one in said.evidence
            )
            assert said.evidence
