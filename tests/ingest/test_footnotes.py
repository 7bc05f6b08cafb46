"""Footnotes and raised figures of PDFs, and lines of labels over an article."""

import pytest

from tests.ingest.test_html import BODY
from tests.ingest.test_pdf import paragraphs, pdf

NOTE = '<p style="font-size:8pt"><sup>1</sup> Count of 19 March 2025; see the annex.</p>'
DAGGER = '<p style="font-size:8pt">† Log of the sluice, page 14.</p>'
NUMBERED = '<p style="font-size:8pt">2. Log of the sluice, page 14.</p>'


def told(document):
    outside = [mark for mark in document.marks if mark.kind in {"other_page", "repeat", "title"}]
    at, lines = 0, []
    for line in document.text.split("\n"):
        if line.strip() and not any(one.start <= at < one.end for one in outside):
            lines.append(line)
        at += len(line) + 1
    return lines


@pytest.mark.parametrize("notes", [NOTE, DAGGER, NUMBERED, NOTE + DAGGER])
def test_footnotes_are_not_told(article, notes):
    assert " ".join(told(article(pdf(paragraphs(BODY) + notes), "a.pdf"))) == " ".join(BODY)


def test_a_sentence_goes_on_behind_the_footnotes_of_its_page(article):
    page = "@page { size: 140mm 60mm; margin: 5mm }"
    foot = '<div style="position:absolute;bottom:0">' + NOTE + "</div>"
    long = " ".join(BODY).replace(". ", ", and ").replace(", and It", ", and it")
    made = pdf(f"<div>{foot}<p>{long}</p></div>", page)
    assert not any(line.startswith("Count of") for line in told(article(made, "a.pdf")))


def test_small_print_that_no_mark_begins_is_told(article):
    small = '<p style="font-size:8pt">The lake is shut to boats for the rest of the year.</p>'
    assert "lake is shut" in told(article(pdf(paragraphs(BODY) + small), "a.pdf"))[-1]


def test_a_page_in_small_type_has_no_footnotes(article):
    lines = ["2024 was the year in which the town built its first sluice on the lake.", *BODY]
    made = pdf(f'<div style="font-size:8pt">{paragraphs(lines)}</div>')
    assert " ".join(told(article(made, "a.pdf"))) == " ".join(lines)


@pytest.mark.parametrize("width", [60, 75])
def test_a_raised_figure_does_not_end_a_paragraph(article, width):
    line = (
        "The sluice at Venn held, said its warden, Tilda Moor, although water ran over its crown "
        "for two hours<sup>2</sup> on Wednesday night, and the gate<sup>3</sup> of Pell did not."
    )
    made = pdf(f'<div style="width:{width}mm">{paragraphs([line])}</div>' + paragraphs(BODY))
    assert told(article(made, "a.pdf"))[0] == line.replace("<sup>2</sup>", "").replace(
        "<sup>3</sup>", ""
    )


@pytest.mark.parametrize(
    "over",
    [
        "PRESS RELEASE · No. 14/2025 · 20 March 2025",
        "Lake office | For immediate release | March 20, 2025",
        "News – 20 March 2025 – Ostra",
    ],
)
def test_a_date_among_labels_over_an_article_is_its_day(article, over):
    document = article("\n\n".join([over, "Town refuses to pay", *BODY]), "a.txt")
    assert document.published.value == "2025-03-20"


@pytest.mark.parametrize("over", ["Updated 20 March 2025 | Lake office"])
def test_an_update_among_labels_is_not(article, over):
    document = article("\n\n".join([over, "Town refuses to pay", *BODY]), "a.txt")
    assert document.published is None
