"""What two articles dispute about one happening: whether, when, where, by whom."""

from itertools import product

import pytest

from briefing.events.connect import connect_clauses
from briefing.events.disputes import keep_foremost, list_disputes
from tests.events.making import read

FILLINGS = (
    {"a": "Mira Sand", "b": "Tolen Marsh", "p": "Tromso", "q": "Bergen", "s": "Norway",
    "t": "Denmark"},
    {"a": "Anna Berg", "b": "Paul Weiss", "p": "Luxor", "q": "Suez", "s": "Egypt", "t": "Libya"},
    {"a": "John Reed", "b": "Mary Stone", "p": "Arequipa", "q": "Cuzco", "s": "Peru", "t": "Chile"},
)  # fmt: skip
PLANTED = (
    (
        "Whether it happened",
        "{a} met {b} in {p} on 3 March 2025 to talk about the price of grain, the mayor said.",
        ("{a} did not meet {b} in {p} on 3 March 2025, the mayor's office said, and the price of "
         "grain was no matter."),
    ),
    (
        "Whether it happened",
        "Police in {p} arrested {a} over the theft of paintings from the museum, a court heard.",
        "Police in {p} have not arrested {a} over the theft of paintings, the museum said.",
    ),
    (
        "On which day",
        ("The {p} Harbour Bridge was closed to lorries on 3 March 2025 because of cracks in its "
         "piers."),
        ("The {p} Harbour Bridge was closed to lorries on 6 March 2025 after cracks were found in "
         "its piers."),
    ),
    (
        "On which day",
        ("{s} will open the Kestrel Dam on 3 May 2025 with a concert on its banks, the ministry "
         "said."),
        ("{s} will open the Kestrel Dam on 9 May 2025, and a concert on its banks is planned, the "
         "ministry said."),
    ),
    (
        "Where it happened",
        "Police arrested {a} in {p} on 3 March 2025 over the theft of paintings from the museum.",
        "Police arrested {a} in {q} on 3 March 2025 over the theft of the museum's paintings.",
    ),
    (
        "Who did it",
        "{s} bombed the Kestrel Dam on Monday, and the valley behind it was flooded within hours.",
        "{t} bombed the Kestrel Dam on Monday and flooded the valley behind it within hours.",
    ),
    (
        "Who did it",
        "Soldiers of {s} killed {a} near the border on 3 March 2025, his family said.",
        "Soldiers of {t} killed {a} near the border on 3 March 2025, according to his family.",
    ),
)  # fmt: skip
NO_DISPUTES = (
    ("{a} met {b} in {p} on Monday.", "{a} did not meet the press in {p} on Monday."),
    ("{a} visited {p} on 3 March 2025.", "{a} visited {p} on 9 March 2025."),
    ("Police arrested {a} in {p} over the theft.", "Police arrested {b} in {q} over the theft."),
    ("{s} bombed the Kestrel Dam in May 2024.", "{t} bombed the Kestrel Dam in March 2025."),
    ("{a} may not meet {b} in {p}.", "{a} met {b} in {p} on Monday."),
    ("{a} was arrested in {p}, a town of {s}.", "{a} was arrested in {s}."),
    (
        "Officer {a}, who shot {b} on 3 March 2025 in the street, was questioned, a judge said.",
        "{b} was shot by Kestrel Police Officer {a} on 3 March 2025 in the street, a judge said.",
    ),
    (
        "Last week the auction house {a} announced a new hall.",
        "{a} did not comment last week on the hall that the auction house announced.",
    ),
)  # fmt: skip


def disputes(*texts):
    """The rows that articles of these texts, each an outlet's own, give."""
    readings = [read(f"d{number}", text) for number, text in enumerate(texts)]
    connections = connect_clauses(readings, {one.document.id: one.document.id for one in readings})
    by_id = {one.document.id: one for one in readings}
    return keep_foremost(list_disputes(connections.disputed, by_id, frozenset()))


@pytest.mark.parametrize(("planted", "filling"), list(product(PLANTED, FILLINGS)))
def test_a_planted_dispute_is_one_row_with_both_sides(planted, filling):
    topic, *texts = (text.format(**filling) for text in planted)
    (row,) = disputes(*texts)
    assert row.topic == topic
    assert [p.citations[0].quote for p in row.positions] == texts


@pytest.mark.parametrize(("pair", "filling"), list(product(NO_DISPUTES, FILLINGS)))
def test_what_is_of_two_happenings_or_unsure_is_no_dispute(pair, filling):
    assert disputes(*(text.format(**filling) for text in pair)) == ()
