"""How much of a section an editor may fill, and how much of it from one source."""

import pytest

from briefing.compose.edited_room import EditedRoom
from briefing.compose.select import begin_filling, least_gain
from tests.compose.making import candidate, weights
from tests.compose.test_select_gain import ROWS, offered

# The articles d0 and d1 are of one family, d2 is of another.
SOURCES = {"d0": "f", "d1": "f", "d2": "g"}


def room(**limits):
    """Make a room without limits, but for those that are given."""
    wide = {"statements": 9, "words": 99, "sources": SOURCES, "shares": {}, "share": 99}
    return EditedRoom(**{**wide, "counted": True, **limits})


def filled(rows, edited, **wanted):
    """Fill a section that has a room of its own, or None; give the texts that are told."""
    one = offered(list(zip(rows, "abc", strict=True)), **wanted)
    filling = begin_filling((one,), weights(one), {})
    filling.rooms = {} if edited is None else {0: edited}
    filling.fill()
    return [offer.candidate.statement.text for offer in filling.choice.rows[0]]


def crowd(*documents):
    """Make a statement of eight words of each document that is given, the best first."""
    return [candidate(ROWS[n], name, position=n) for n, name in enumerate(documents)]


ALL = ("d0", "d1", "d2")


def test_a_section_that_nobody_edits_has_the_room_that_it_wants():
    assert filled(crowd(*ALL), None) == ROWS[:3]
    assert filled(crowd(*ALL), None, statements=2) == ROWS[:2]


@pytest.mark.parametrize("statements", [0, 1, 2, 3])
def test_an_edited_section_tells_no_more_statements_than_its_room_has(statements):
    assert filled(crowd(*ALL), room(statements=statements)) == ROWS[:statements]


@pytest.mark.parametrize(("words", "told"), [(7, 0), (8, 1), (15, 1), (16, 2), (23, 2), (24, 3)])
def test_an_edited_section_tells_no_more_words_than_its_room_has(words, told):
    assert filled(crowd(*ALL), room(words=words)) == ROWS[:told]


def test_what_an_editor_has_no_room_for_is_noted_as_that():
    one = offered(list(zip(crowd(*ALL), "abc", strict=True)))
    filling = begin_filling((one,), weights(one), {})
    filling.rooms = {0: room(statements=1)}
    filling.fill()
    rulings = [filling.verdicts[number].ruling for number in range(3)]
    assert rulings == ["told", "edited", "edited"]
    assert least_gain([]) == 0.0


def test_a_room_is_no_more_than_the_section_wants():
    assert filled(crowd(*ALL), room(), statements=1) == ROWS[:1]


@pytest.mark.parametrize(
    ("limits", "told"),
    [
        ({"share": 2}, [0, 1, 2]),
        ({"share": 1}, [0, 2]),
        ({"share": 0}, [0, 2]),  # the first of a source always fits
        ({"share": 1, "shares": {"f": 2}}, [0, 1, 2]),
        ({"share": 9, "shares": {"f": 1}}, [0, 2]),
        ({"share": 1, "shares": {"g": 2}}, [0, 2]),
        ({"share": 16, "counted": False}, [0, 1, 2]),
        ({"share": 15, "counted": False}, [0, 2]),
        ({"share": 15, "shares": {"f": 16}, "counted": False}, [0, 1, 2]),
    ],
)
def test_of_one_source_no_more_is_told_than_its_share(limits, told):
    assert filled(crowd(*ALL), room(**limits)) == [ROWS[n] for n in told]


def test_the_share_of_a_source_counts_what_is_told_of_that_source_alone():
    rows = crowd("d2", "d0", "d1")
    assert filled(rows, room(share=2)) == ROWS[:3]
    assert filled(rows, room(share=1)) == ROWS[:2]


@pytest.mark.parametrize(
    ("edited", "crowded"),
    [
        (room(), False),
        (room(share=1), True),
        (room(share=1, statements=1), False),  # no room for anybody
        (room(share=1, words=15), False),
        (room(share=15, counted=False), True),
        (room(share=16, counted=False), False),
        (None, False),
    ],
)
def test_a_section_is_crowded_where_only_the_source_has_its_share(edited, crowded):
    first, second, _ = crowd(*ALL)
    one = offered([(first, "a"), (second, "b")])
    filling = begin_filling((one,), weights(one), {"s": (first.statement.key,)})
    filling.rooms = {} if edited is None else {0: edited}
    assert filling.is_crowded(filling.pool[1]) is crowded
