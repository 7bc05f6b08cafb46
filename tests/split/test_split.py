"""Documents become passages: lines with their kind, their sentences, and why they are out."""

from pathlib import Path

import pytest

from briefing.ingest import Folder, read_article
from briefing.model import Document, Mark
from briefing.split import split_passages

ROOT = Path(__file__).resolve().parents[2]


def document(text: str, *marks: Mark) -> Document:
    return Document(
        id="d1", locator="a.txt", path="a.txt", url=None, revision="", size=0, encoding="utf-8",
        text=text,
        language="en", marks=marks,
    )  # fmt: skip


def mark(text: str, part: str, kind: str, reason: str = "test") -> Mark:
    start = text.index(part)
    return Mark(start=start, end=start + len(part), kind=kind, reason=reason)


def said(one: Document) -> list[tuple[str, str | None, str]]:
    return [
        (passage.kind, passage.dropped, one.text[passage.start : passage.end])
        for passage in split_passages(one)
    ]


def test_lines_are_numbered_without_the_empty_ones():
    one = document("First.\r\n\r\n \t\r\nSecond one.\n\n\fThird.\u2028\n")
    assert said(one) == [
        ("body", None, "First."),
        ("body", None, "Second one."),
        ("body", None, "Third."),
    ]
    assert [passage.number for passage in split_passages(one)] == [1, 2, 3]


@pytest.mark.parametrize(
    ("kind", "got"),
    [
        ("heading", ("heading", None)),
        ("title", ("heading", "title")),
        ("caption", ("caption", None)),
        ("related", ("body", "related")),
        ("foreign", ("body", "foreign")),
    ],
)
def test_a_mark_over_the_line_gives_kind_and_reason(kind, got):
    text = "A line of words"
    assert said(document(text, mark(text, text, kind))) == [(*got, text)]


def test_metadata_at_the_edges_stays_outside():
    text = " date 2024-05-03 The town paid. It was late."
    one = document(text, Mark(start=0, end=17, kind="metadata", reason="prefix"))
    assert said(one) == [("body", None, "The town paid. It was late.")]
    assert [text[span.start : span.end] for span in split_passages(one)[0].sentences] == [
        "The town paid.",
        "It was late.",
    ]


def test_a_mark_over_a_small_part_drops_nothing():
    text = "The town paid. Share this. It was late and nobody saw it."
    assert said(document(text, mark(text, "Share this.", "widget"))) == [("body", None, text)]


def test_sentences_with_hidden_characters_are_not_offered():
    text = "The town paid. It was \x01late. Nobody saw it."
    passage = split_passages(document(text, mark(text, "\x01", "hidden")))[0]
    assert passage.dropped is None
    assert [text[span.start : span.end] for span in passage.sentences] == [
        "The town paid.",
        "Nobody saw it.",
    ]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("- the first of the things", "list"),
        ("2. the second of the things", "list"),
        ("Town | Bill | Paid", "table"),
        ("“We shall never pay for water that we do not have.”", "quote"),
        ("“We shall never pay,” the mayor said.", "body"),
        ("2024 was dry.", "body"),
    ],
)
def test_the_shape_of_a_line_gives_its_kind(text, kind):
    assert said(document(text)) == [(kind, None, text)]


def test_a_foreign_line_has_its_own_language():
    text = "La ville ne paie pas."
    passages = split_passages(
        document(text, mark(text, text, "foreign", "is in another language (fr)"))
    )
    assert passages[0].language == "fr"


def test_a_text_broken_to_a_width_is_read_by_paragraphs():
    first = (
        "The council of the town has said on Friday that it would not be going\n"
        "to pay the bill which it was sent by the company, which has been asking\n"
        "for money for many years without getting any from the town or the people\n"
        "who live there and say that they never had any water from it."
    )
    second = (
        "The mayor said that the company was free to go to court about it and\n"
        "that the town had good lawyers who would be glad to see it there on any\n"
        "day of the week, as long as the week was long and the days were short\n"
        "enough for everyone to be home in time."
    )
    assert said(document(f"{first}\n\n{second}\n")) == [
        ("body", None, first),
        ("body", None, second),
    ]


def test_single_lines_one_below_the_other_stay_apart():
    text = "\n".join(
        f"The town said on day {day} that it would not pay for it at all." for day in range(12)
    )
    assert len(split_passages(document(text))) == 12


def test_passages_of_the_five_articles_are_their_lines():
    for found in Folder(path="seeds")(ROOT):
        one = read_article(found, None)
        assert isinstance(one, Document)
        lines = [line.strip() for line in one.text.split("\n") if line.strip()]
        passages = split_passages(one)
        assert len(passages) == len(lines)
        for passage, line in zip(passages, lines, strict=True):
            text = one.text[passage.start : passage.end]
            assert line.endswith(text)
            assert passage.dropped or line == text or line.startswith("date ")
