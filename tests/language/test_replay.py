import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.language.replay import Unreplayable, apply_edits, fold_spaces, replay_parts
from briefing.model import Attribution, Citation, Edit, Part

QUOTE = "However, he said that the quay was closed"


def edit(op, start, end, text=""):
    return Edit(op=op, start=start, end=end, text=text, rule="any")


def citation(quote):
    return Citation(
        document="d1",
        passage=1,
        start=0,
        end=len(quote),
        quote=quote,
        role="basis",
        attribution=Attribution(),
    )


def test_edits_give_the_text_and_nothing_else():
    edits = (
        edit("drop", 0, 9),
        edit("insert", 9, 9, "[Tomas Arvel]"),
        edit("drop", 9, 11),
        edit("mark", 41, 41, "."),
    )
    assert apply_edits(QUOTE, edits) == "[Tomas Arvel] said that the quay was closed."
    assert apply_edits(QUOTE, ()) == QUOTE
    assert apply_edits("the quay", (edit("case", 0, 1, "T"),)) == "The quay"
    assert apply_edits("the quay, he said", (edit("lift", 8, 17),)) == "the quay"


def test_parts_are_joined_by_a_space_and_white_space_is_folded():
    citations = (citation("One\u00a0line,\r\n  broken. "), citation("Another."))
    assert (
        replay_parts((Part(citation=1), Part(citation=0)), citations)
        == "Another. One line, broken."
    )
    assert replay_parts((), ()) == ""
    assert fold_spaces("\t a \n\n b ") == "a b"


@pytest.mark.parametrize(
    "wrong",
    [
        edit("drop", 3, 3),
        edit("drop", 0, 4, "When"),
        edit("drop", 4, 60),
        edit("drop", 5, 4),
        edit("drop", -1, 4),
        edit("lift", 0, 4, "x"),
        edit("insert", 0, 0, "he"),
        edit("insert", 0, 0, "[]"),
        edit("insert", 0, 0, "[a] b [c]"),
        edit("insert", 0, 3, "[a]"),
        edit("case", 0, 1, "h "),
        edit("case", 0, 1, "H"),
        edit("case", 0, 1, "T"),
        edit("mark", 0, 0, "!"),
        edit("mark", 0, 0, "no"),
        edit("mark", 0, 1, "."),
        edit("swap", 0, 1, "x"),
    ],
    ids=lambda wrong: f"{wrong.op} {wrong.text!r} at {wrong.start}-{wrong.end}",
)
def test_an_edit_that_is_not_of_its_kind_is_refused(wrong):
    with pytest.raises(Unreplayable):
        apply_edits(QUOTE, (wrong,))


def test_edits_out_of_order_or_over_one_another_are_refused():
    for edits in (
        (edit("drop", 9, 12), edit("drop", 0, 3)),
        (edit("drop", 0, 6), edit("drop", 5, 9)),
        (edit("drop", 0, 6), edit("insert", 3, 3, "[a]")),
    ):
        with pytest.raises(Unreplayable, match="out of order or outside"):
            apply_edits(QUOTE, edits)


@pytest.mark.parametrize("index", [-1, 1, 7])
def test_a_part_without_its_citation_is_refused(index):
    with pytest.raises(Unreplayable, match="part names citation"):
        replay_parts((Part(citation=index),), (citation(QUOTE),))


QUOTES = st.text(st.sampled_from('aB1 .,“”"é\n\u0130ß[]'), min_size=1, max_size=40)


@st.composite
def edited(draw):
    """A quote with edits of every kind, in order."""
    quote = draw(QUOTES)
    edits, place = [], 0
    for cut in sorted(draw(st.lists(st.integers(0, len(quote)), max_size=4))):
        kind = draw(st.sampled_from(["drop", "insert", "mark", "lift"]))
        if kind in {"insert", "mark"} and cut >= place:
            edits.append(edit(kind, cut, cut, {"insert": "[N]", "mark": "”"}[kind]))
            place = cut
        elif cut > place:
            edits.append(edit(kind, place, cut))
            place = cut
    return quote, tuple(edits)


@given(edited())
def test_what_is_replayed_is_the_quote_less_what_went_with_what_came(case):
    quote, edits = case
    text = apply_edits(quote, edits)
    gone = sum(one.end - one.start for one in edits)
    assert len(text) == len(quote) - gone + sum(len(one.text) for one in edits)
    left, place = [], 0
    for one in edits:
        left.append(quote[place : one.start])
        place = one.end
    left.append(quote[place:])
    assert re.fullmatch(r"(?:\[N\]|”)*".join(re.escape(piece) for piece in left) or "", text)
    assert apply_edits(quote, edits) == text


@given(edited())
def test_one_edit_taken_away_or_moved_gives_another_text_or_none(case):
    quote, edits = case
    text = apply_edits(quote, edits)
    for number, one in enumerate(edits):
        assert apply_edits(quote, edits[:number] + edits[number + 1 :]) != text
        if one.op == "insert":
            assert "[N]" in text
