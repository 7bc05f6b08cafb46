"""What a reader knows from what they were sent, and what they are told of it in the next mail."""

import pytest

from briefing.deliver.selection import EditionIndex, cut_rendition, known_statements
from tests.render import small_briefs

FERRY = ("The ferry to Aldmere stopped on Monday.", "The pier at Aldmere is closed.")


def edition(number, withdrawn=(), changed=(), **sections):
    return EditionIndex(
        number=number, sections=sections, withdrawn=dict(withdrawn), changed=dict(changed)
    )


FIRST = edition(1, works={"s-1": "One.", "s-2": "Two."}, talks={"s-3": "Three."})
SECOND = edition(2, works={"s-2": "Two, and more."}, talks={"s-3": "Three."})
SHELF = {1: FIRST, 2: SECOND}


@pytest.mark.parametrize(
    ("deliveries", "last", "sure", "maybe"),
    [
        ([], 0, {}, {}),
        ([(1, (), True)], 1, {"s-1": "One.", "s-2": "Two.", "s-3": "Three."}, None),
        ([(1, ("talks",), True)], 1, {"s-3": "Three."}, None),
        ([(1, ("talks",), False)], 0, {}, {"s-3": "Three."}),
        ([(7, (), True)], 0, {}, {}),
        # What went or changed in an edition that arrived was told with it, in whichever section.
        (
            [(1, ("works",), True), (2, ("talks",), True)],
            2,
            {"s-2": "Two, and more.", "s-3": "Three."},
            None,
        ),
        (
            [(1, ("works",), False), (2, ("talks",), True)],
            2,
            {"s-3": "Three."},
            {"s-2": "Two, and more.", "s-3": "Three."},
        ),
    ],
)
def test_what_arrived_is_known_and_what_may_have_arrived_may_be(deliveries, last, sure, maybe):
    known = known_statements(deliveries, SHELF)
    assert (known.last, known.sure) == (last, sure)
    assert known.maybe == (sure if maybe is None else maybe)


def told(*deliveries, causes=()):
    """A brief of one statement as its reader gets it."""
    text = small_briefs.Text(lines=FERRY, outlet="Harbour Gazette")
    document = small_briefs.document(1, text)
    say = small_briefs.say(1, small_briefs.cite(document, 1))
    brief = small_briefs.brief("Ferry", [document], [small_briefs.section("Works", [say])])
    shelf = {number: edition(number, **more) for number, more in causes}
    return cut_rendition(brief, (), known_statements(deliveries, shelf), shelf)


def test_a_statement_that_changed_says_what_it_was_and_the_latest_cause():
    was = {"s-0001": "The ferry stopped."}
    causes = (
        (1, {"works": was}),
        (2, {"works": was, "changed": {"s-0001": "its source was edited"}}),
        (3, {"works": was}),
    )
    (one,) = told((1, (), True), causes=causes).changes.changed
    assert (one.was, one.now, one.cause) == (was["s-0001"], FERRY[0], "its source was edited")
    (one,) = told((2, (), True), causes=causes).changes.changed
    assert one.cause == ""


def test_a_statement_that_went_says_why_or_that_it_is_gone():
    was = {"s-0700": "The pier is open."}
    causes = ((1, {"works": was}), (2, {"withdrawn": {"s-0700": "excluded by the analyst"}}))
    (one,) = told((1, (), True), causes=causes).changes.withdrawn
    assert (one.was, one.now, one.cause) == (was["s-0700"], "", "excluded by the analyst")
    (one,) = told((1, (), False), causes=causes[:1]).changes.withdrawn
    assert one.cause == "no longer in the brief"


def test_what_a_reader_knows_word_by_word_is_kept():
    for was, state in (
        (FERRY[0], "kept"),
        (FERRY[0].replace(" ", "\n"), "kept"),
        ("No.", "changed"),
    ):
        brief = told((1, (), True), causes=((1, {"works": {"s-0001": was}}),))
        assert brief.sections[0].statements[0].change == state
    assert told().sections[0].statements[0].change == "new"
    assert told().changes.new == ("s-0001",)
