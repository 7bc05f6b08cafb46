"""Figures that two outlets tell alike are joined, others not."""

import pytest

from briefing.events.connect import connect_clauses
from briefing.events.figures import join_figures
from tests.events.making import read


def joined(*texts, families=None):
    readings = [read(name, text) for name, text in zip("abc", texts, strict=False)]
    text = {one.document.id: one.document.text for one in readings}
    families = families or {one.document.id: one.document.id for one in readings}
    pairs = join_figures(readings, families)
    return [tuple(text[c.document][c.start : c.end] for c in pair) for pair in pairs]


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        ("The army sent 600 soldiers to the valley of Quern.",
         "Some 600 soldiers are searching the valley for survivors.",
         ("600 soldiers", "600 soldiers")),
        ("Police in Alva arrested 42 people.", "In the town of Alva, 42 people were arrested, police said.",
         ("42 people", "42 people")),
        ("Stahl was fined 200,000 crowns in Lindal.",
         "Stahl paid a fine of 200,000 crowns in Lindal.",
         ("200,000 crowns", "200,000 crowns")),
        ("Finor put the losses of Merkan at 910 million crowns.",
         "The bank put the losses of Merkan at 910m crowns.",
         ("910 million crowns", "910m crowns")),
    ],
)  # fmt: skip
def test_equal_figures_of_one_thing_are_joined(one, other, told):
    assert joined(one, other) == [told]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Police in Alva arrested 42 people.", "In Alva 42 people were released, police said."),
        ("Police in Alva arrested 42 people.", "Police in Selm arrested 42 people."),
        ("Police in Alva arrested 42 people.", "Police in Alva arrested at least 42 people."),
        ("Police in Alva arrested 42 people.", "Police in Alva did not arrest 42 people."),
        ("Police in Alva arrested 42 people.", "Police in Alva will arrest 42 people."),
        ("Police in Alva arrested 42 people.", "Police in Alva arrested 43 people."),
        ("The army sent 600 soldiers to Quern.", "The army buried 600 soldiers at Selm."),
        ("The army sent 600 soldiers to Quern.", "The army killed 600 soldiers at Quern."),
        ("Stahl was fined 200,000 crowns in Lindal.", "Stahl spent 200,000 crowns in Lindal."),
        ("The dam at Quern broke in 3 places.", "The dam at Quern broke in 3 places, he said."),
    ],
)  # fmt: skip
def test_other_figures_are_not(one, other):
    assert joined(one, other) == []


def test_versions_and_reworded_copies_tell_nothing_twice():
    text = "The army sent 600 soldiers to the valley of Quern."
    assert joined(text, text, families={"a": "f", "b": "f"}) == []
    more = (
        " The brown river rose by four metres at the old mill. The mayor of the town asked the"
        " navy for boats. The only school of the district was shut for pupils on Monday."
    )
    readings = [read(name, text + more) for name in "ab"]
    families = {"a": "a", "b": "b"}
    assert join_figures(readings, families)
    assert connect_clauses(readings, families).figures == {}
