"""Lines over and under an article in further forms that agencies, papers and pages give them."""

import pytest

from briefing.ingest import bylines, noprose
from briefing.ingest.clean import page
from tests.ingest.test_days import paged
from tests.ingest.test_html import BODY

TITLE = "Town refuses to pay for its water"


def over(line):
    return "\n\n".join([TITLE, line, *BODY])


@pytest.mark.parametrize(
    ("line", "outlet", "day"),
    [
        ("Olm Wire, 16 March 2026, 14:05 CET", "Olm Wire", "2026-03-16"),
        ("Olm Wire, 16 March 2026, page 3", "Olm Wire", "2026-03-16"),
        ("Olm Wire (online), 16.03.2026", "Olm Wire", "2026-03-16"),
        ("Olm Wire / 16 Mar 2026", "Olm Wire", "2026-03-16"),
        ("Pell Nytt | 2026-03-18", "Pell Nytt", "2026-03-18"),
        ("Source: Tarn Monthly, 17 March 2026", "Tarn Monthly", "2026-03-17"),
        ("THE OLM GAZETTEER — Monday, March 16, 2026", "THE OLM GAZETTEER", "2026-03-16"),
    ],
)
def test_a_line_with_outlet_and_date_is_read_with_hour_page_and_source(article, line, outlet, day):
    document = article(over(line))
    assert (document.outlet.value, document.published.value) == (outlet, day)


@pytest.mark.parametrize(
    "line", ["NEW OLM — 16 March 2026", "Olm, 16 March 2026, page 3", "THE HAGUE, 16 March 2026"]
)
def test_a_place_before_a_date_is_no_outlet(article, line):
    text = over(line).replace(BODY[0], f"In Olm and in New Olm it rained. {BODY[0]}")
    document = article(text)
    assert document.outlet is None
    assert document.published.value == "2026-03-16"


@pytest.mark.parametrize(
    ("line", "day"),
    [("13/11/2008", "2008-11-13"), ("11/13/2008", "2008-11-13"), ("31.12.2008", "2008-12-31")],
)
def test_a_date_in_figures_of_which_one_is_above_twelve_is_clear(article, line, day):
    assert article(over(line)).published.value == day


@pytest.mark.parametrize(
    "line",
    [
        "First published: 13 Mar 2025, 9:01 a.m. · Last updated: 14 Mar 2025",
        "Published 13 March 2025, updated 14 March 2025",
        "13.03.2025 | Updated 14.03.2025",
    ],
)
def test_a_line_with_both_days_gives_both(article, line):
    document = article(over(line))
    assert (document.published.value, document.updated.value) == ("2025-03-13", "2025-03-14")


@pytest.mark.parametrize(
    "line",
    [
        "Jane Holm • March 13, 2025 • 4 min read",
        "March 13, 2025 | Jane Holm",
        "Jane Holm – 13 March 2025",
    ],
)
def test_one_part_of_a_line_of_labels_names_who_wrote(article, line):
    document = article(paged(over=f"<p>{line}</p>"), "a.html")
    assert (document.author.value, document.published.value) == ("Jane Holm", "2025-03-13")


def test_a_place_behind_the_name_of_who_wrote_is_none_of_it(article):
    lines = "<p>Jane Holm in New Olm</p><p>Thu 13 Mar 2025 10.00 GMT</p>"
    document = article(paged(over=lines), "a.html")
    assert (document.author.value, document.published.value) == ("Jane Holm", "2025-03-13")


@pytest.mark.parametrize("place", ["Jane Holm in New Olm", "Jane Holm in the rain"])
def test_a_name_and_a_place_without_a_day_are_no_byline(article, place):
    assert article(paged(over=f"<p>{place}</p>"), "a.html").author is None


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Jane Holm jane.holm@olm.example @janeh", "Jane Holm"),
        ("Reporting by Jane Holm in Olm and Peter Vos in Pell; Editing by Rita Sand",
         "Jane Holm, Peter Vos"),
        ("By Jane Holm in Olm, Northern Province", "Jane Holm"),
    ],
)  # fmt: skip
def test_names_end_before_an_address_and_go_on_behind_places(line, names):
    assert bylines.read_names(line, bylines.names_start(line))[0] == names


@pytest.mark.parametrize(
    "note",
    [
        "(Corrects share of water in first paragraph)",
        "(Corrects paragraph 2 to say nine villages, not ten)",
        "[Clarifies that the board gave the order]",
        "(Refiles to correct the spelling of Holm)",
    ],
)
def test_an_agencys_note_of_a_correction_over_the_text_is_a_caveat(article, note):
    assert note in article(over(note)).caveats


@pytest.mark.parametrize("note", ["(Corrects)", "(Adds quotes, background)", "(The Olm Wire)"])
def test_other_notes_in_brackets_are_no_caveat(article, note):
    assert note not in article(over(note)).caveats


@pytest.mark.parametrize(
    "text",
    [
        "[main]\nlevel = 3\npath = /var/x\n",
        "a = 1\nb = 2\nc = 3\n",
        "[desk]\n[desk.mail]\nport = 5\n",
    ],
)
def test_settings_of_a_program_are_no_article(text):
    assert noprose.tell_reason(text, page.read_lines(text))
