"""Which statements an outlet's own correction speaks of."""

from dataclasses import replace

import pytest

from briefing.events.corrections import find_corrections, is_corrected, is_overtaken
from briefing.model import Document, Known

NOTE = (
    "This article was amended on 21 March 2025. An earlier version called Otto Brand the head "
    "of Olm Steel."
)


def document(*caveats):
    return Document(
        id="d", locator="a.txt", path=None, url=None, revision="", size=0, encoding="utf-8",
        text="", language="en", caveats=caveats,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("quote", "caveats", "corrected"),
    [
        ("Olm Steel has 900 men, said Otto Brand, its head, and Steel is dear.", (NOTE,), True),
        ("The mill that was called dear an earlier version ago is shut now.", (NOTE,), False),
        ("This article was read by the whole town of Teyn on that day.", (NOTE,), False),
        (
            "Olm Steel has 900 men, said Otto Brand, its head.",
            ("The views are Otto Brand of Steel's own.",),
            False,
        ),
        ("Olm Steel has 900 men, said Otto Brand, its head.", (), False),
    ],
)
def test_a_correction_marks_what_it_names(quote, caveats, corrected):
    made = document(*caveats)
    assert is_corrected(made, quote, find_corrections([made])) == corrected
    assert not is_overtaken(made, quote, find_corrections([made]))


def test_nothing_is_known_of_no_document():
    made = document(NOTE)
    assert not is_corrected(None, "Olm Steel has 900 men.", find_corrections([made]))


WRONG = "The wall at Olm broke within 400 metres of the Teyn mill."
LATER = (
    "Correction: An article on 3 June said that the wall broke within 400 metres of the Teyn mill. "
    "It broke four kilometres from it."
)


@pytest.mark.parametrize(
    ("quote", "note", "outlet", "days", "wrong"),
    [
        (WRONG, LATER, "Olm Post", ("2026-06-03", "2026-06-08"), True),
        (WRONG, LATER, "Teyn Times", ("2026-06-03", "2026-06-08"), False),
        (WRONG, LATER, "Olm Post", ("2026-06-08", "2026-06-08"), False),
        (WRONG, LATER, "Olm Post", ("2026-06-09", "2026-06-08"), False),
        (
            "The Teyn mill was built in 1900.",
            LATER,
            "Olm Post",
            ("2026-06-03", "2026-06-08"),
            False,
        ),
        (
            WRONG,
            "Correction: This article was amended; the mill is 400 metres from the Teyn wall.",
            "Olm Post",
            ("2026-06-03", "2026-06-08"),
            False,
        ),
        (
            "Otto Brand is head of Olm Steel.",
            "Clarification: Our report of Monday called Otto Brand the head of Olm Steel.",
            "Olm Post",
            ("2026-06-03", "2026-06-08"),
            True,
        ),
        (
            "Otto Brand left.",
            "Clarification: Our report of Monday called Otto Brand the head of Olm Steel.",
            "Olm Post",
            ("2026-06-03", "2026-06-08"),
            False,
        ),
    ],
)
def test_a_note_in_a_later_article_of_the_outlet_corrects_what_it_names(
    quote, note, outlet, days, wrong
):
    first, last = (
        replace(
            document(*notes),
            id=name,
            outlet=Known(value=of, basis="stated"),
            published=Known(value=day, basis="stated"),
        )
        for name, notes, of, day in (
            ("a", (), outlet, days[0]),
            ("b", (note,), "Olm Post", days[1]),
        )
    )
    assert is_overtaken(first, quote, find_corrections([first, last])) is wrong
    assert is_corrected(first, quote, find_corrections([first, last])) is wrong
