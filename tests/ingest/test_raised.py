"""Note marks, powers and struck-out words of a page: none becomes part of a number or a name."""

import pytest

from briefing.ingest import raising
from tests.ingest.test_html import BODY


def paged(line, *more, head=""):
    rest = "".join(f"<p>{one}</p>" for one in (*more, *BODY))
    return (
        f"<!doctype html><html lang=en><head>{head}</head><body><article><h1>Pell</h1>"
        f"<p>{line}</p>{rest}</article></body></html>"
    )


def first(article, line, *more, head=""):
    document = article(paged(line, *more, head=head), "a.html")
    return document, document.text.split("\n")[1]


@pytest.mark.parametrize(
    "mark",
    [
        '<sup><a href="#n3">3</a></sup>',
        '<a href="#n3"><sup>3</sup></a>',
        "<sup>[3]</sup>",
        '<sup class="reference"><a href="#cite-3">[3]</a></sup>',
        '<a class="footnote-ref" href="#fn3">3</a>',
        '<a href="#fn3">3</a>',
        '<span style="vertical-align: super; font-size: 70%"><a href="#n">3</a></span>',
        "<sup>*</sup>",
        "<sup>†</sup>",
        '<span class="footnote">3</span>',
        '<span class="endnote-number">3</span>',
        '<span class="superscript">[3]</span>',
        '<span style="position: relative; top: -0.4em">*</span>',
    ],
)
def test_a_note_mark_is_no_part_of_the_number_before_it(article, mark):
    document, line = first(article, f"The fire at Pell killed 12{mark} people on Monday morning.")
    assert line == "The fire at Pell killed 12 people on Monday morning."
    at = line.index(" people") + document.text.index(line)
    assert [(one.start, one.end) for one in document.marks if one.kind == "note"] == [(at, at)]


@pytest.mark.parametrize(
    ("markup", "told"),
    [
        ("some 10<sup>6</sup> litres", "some 10⁶ litres"),
        ("a load of 3×10<sup>−4</sup> grams", "a load of 3×10⁻⁴ grams"),
        ("40 km<sup>2</sup> of forest", "40 km² of forest"),
        ("on the 4<sup>th</sup> of May", "on the 4th of May"),
        ("CO<sub>2</sub> alarms", "CO2 alarms"),
        ("in the year 2025.<sup>5</sup>", "in the year 2025."),
        ("4,500<sup>4</sup> people", "4,500 people"),
        ('4,500<span style="position:relative;top:-.4em">4</span> people', "4,500 people"),
        ('4,500<span style="bottom: 3px; position: relative">4</span> people', "4,500 people"),
        ('4,500<span style="vertical-align: 30%">4</span> people', "4,500 people"),
        ('4,500<span style="vertical-align: 0">4</span> people', "4,5004 people"),
        ("the council<sup>7</sup> itself", "the council itself"),
        ("its members<sup>1, 2</sup> agreed", "its members agreed"),
    ],
)
def test_what_is_raised_is_a_power_a_mark_or_letters(article, markup, told):
    _, line = first(article, f"The office spoke of {markup} when it closed.")
    assert line == f"The office spoke of {told} when it closed."


def test_a_raised_figure_that_nobody_can_tell_is_no_number(article):
    _, line = first(article, "The fire at Pell killed 12<sup>3</sup> people on Monday morning.")
    assert "12³ people" in line


def test_a_page_with_other_marks_tells_what_a_raised_figure_is(article):
    _, line = first(
        article,
        "The fire at Pell killed 12<sup>3</sup> people on Monday morning.",
        "The owner<sup>4</sup> of the mill was away on that day.",
    )
    assert "killed 12 people" in line


@pytest.mark.parametrize(
    ("struck", "head"),
    [
        ("<s>12</s> 14", ""),
        ("<del>12</del> 14", ""),
        ("<strike>12</strike><ins> 14</ins>", ""),
        ('<span style="text-decoration: line-through">12</span> 14', ""),
        ("<em class=gone>12</em> 14", "<style>.gone { text-decoration: line-through red }</style>"),
    ],
)
def test_struck_out_words_are_told_by_nobody(article, struck, head):
    document, line = first(
        article, f"The fire at Pell killed {struck} people on Monday morning.", head=head
    )
    assert line == "The fire at Pell killed 14 people on Monday morning."
    marks = [mark for mark in document.marks if mark.kind == "struck"]
    assert [mark.reason.rsplit(": ", 1)[1] for mark in marks] == ["12"]


@pytest.mark.parametrize("sign", ["&shy;", "&#8203;", "\u2060", "\ufeff"])
def test_a_page_is_read_without_signs_that_nobody_sees(article, sign):
    _, line = first(article, f"The nego{sign}tia{sign}tions on the north{sign}ern quay went on.")
    assert line == "The negotiations on the northern quay went on."


@pytest.mark.parametrize(
    ("before", "raised", "linked", "verdict"),
    [
        ("killed 12", "3", False, "open"),
        ("killed 12", "3", True, "note"),
        ("some 10", "6", False, "power"),
        ("some 10", "6", True, "note"),
        ("of 210", "6", False, "note"),
        ("an area of 5 m", "2", False, "power"),
        ("the term x", "2", False, "power"),
        ("the firm", "2", False, "note"),
        ("the firm", "a", False, "note"),
        ("M", "e", False, "plain"),
        ("Ca", "2+", False, "power"),
        ("the 21", "st", False, "plain"),
        ("", "3", False, "note"),
    ],
)
def test_the_verdict_on_raised_words(before, raised, linked, verdict):
    assert raising.decide_raised(before, raised, linked=linked) == verdict
