"""What a reader knows from what they were sent, and what they are told of it in the next mail."""

from dataclasses import replace

import pytest

from briefing.deliver.selection import (
    EditionIndex,
    cut_rendition,
    index_edition,
    known_statements,
    select_sections,
)
from briefing.model import (
    Actor,
    Changed,
    Disagreement,
    EditedPart,
    Editing,
    EditorReply,
    Event,
    Judgement,
    Place,
    Position,
)
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


def ferries():
    """Two sections that cite two sources, with all that a brief says beside its sections."""
    one, two, three = (
        small_briefs.document(
            number, small_briefs.Text(lines=FERRY, outlet=outlet, date=f"2025-11-0{number}")
        )
        for number, outlet in enumerate(("Harbour Gazette", "Island Post", "Bay Times"), 1)
    )
    cite = small_briefs.cite
    works = small_briefs.section("Works", [small_briefs.say(1, cite(one, 1))])
    talks = small_briefs.section("Talks", [small_briefs.say(2, cite(two, 2))])

    def side(document, line, statement=None):
        cited = (cite(document, line),)
        return Position(text=cited[0].quote, statement=statement, citations=cited)

    def place(name, *cited):
        return Place(name=name, lat=1.0, lon=2.0, basis="config", citations=cited)

    def judge(text, *cited):
        return Judgement(
            text=text, likelihood="likely", confidence="low", reason="", scale="x", citations=cited
        )

    made = small_briefs.brief("Ferry", [one, two, three], [works, talks])
    passage = Event(date="2025", text="Beside.", statement="s-0002", citations=(cite(one, 1),))
    return replace(
        made,
        timeline=(*made.timeline, passage),
        actors=(Actor(name="Aldmere", kind="body", aliases=(), country="", roles=()),),
        places=(place("Aldmere", cite(one, 1)), place("Both", cite(one, 1), cite(two, 2)),
                place("None")),
        disagreements=(
            Disagreement(topic="pier", positions=(side(one, 1, "s-0001"), side(two, 2, "s-0002"))),
            Disagreement(topic="bay", positions=(side(two, 1), side(three, 1))),
        ),
        judgements=(judge("Soon.", cite(one, 1)), judge("Late.", cite(one, 1), cite(three, 2))),
        editor=Editing(
            model="m",
            parts=tuple(
                EditedPart(reply=EditorReply(subject=slug, request="r")) for slug in ("works", "talks")
            ),
        ),
    )  # fmt: skip


def test_who_chose_a_section_gets_it_with_what_rests_on_its_passages_alone():
    cut = select_sections(ferries(), ["works"])
    assert [one.slug for one in cut.sections] == ["works"]
    assert cut.bottom_line == ("s-0001",)
    assert cut.actors == ()
    assert [(one.text, one.statement) for one in cut.timeline] == [
        (FERRY[0], "s-0001"),
        ("Beside.", None),  # its statement stands in the other section, its passage in this one
    ]
    assert [one.name for one in cut.places] == ["Aldmere"]
    assert [one.text for one in cut.judgements] == ["Soon."]
    (pier,) = cut.disagreements  # both sides of it
    assert [one.statement for one in pier.positions] == ["s-0001", None]
    assert [one.reply.subject for one in cut.editor.parts] == ["works"]
    # Sources keep their numbers; the other side's is listed, and one that has none.
    assert [(one.id, one.number) for one in cut.sources] == [
        ("d-001", 1), ("d-002", 2), ("d-003", 0)
    ]  # fmt: skip


def test_a_source_that_only_another_section_cites_is_not_listed():
    whole = ferries()
    whole = replace(whole, disagreements=(), editor=None, timeline=whole.timeline[:2])
    cut = select_sections(whole, ["talks"])
    assert [one.id for one in cut.sources] == ["d-002", "d-003"]
    assert cut.editor is None
    assert [one.text for one in cut.timeline] == [FERRY[1]]
    assert cut.places == ()


def test_with_a_table_actors_and_all_sources_stay():
    whole = ferries()
    works, talks = whole.sections
    tabled = replace(whole, sections=(replace(works, columns=("Name",)), talks))
    cut = select_sections(tabled, ["works"])
    assert (cut.actors, cut.sources) == (whole.actors, whole.sources)
    assert select_sections(tabled, ["talks"]).actors == ()


def test_what_differs_from_the_edition_before_is_told_to_who_had_that_one():
    support = Changed(id="s-0001", was="1 outlet", now="2 outlets", cause="d-002")
    whole = ferries()
    whole = replace(whole, changes=replace(whole.changes, previous=2, support=(support,)))
    shelf = {n: edition(n, works={"s-0001": FERRY[0]}) for n in (1, 2)}
    for last, slugs, told in (
        (2, ("works",), (support,)),
        (1, ("works",), ()),
        (2, ("talks",), ()),
        (2, (), (support,)),
    ):
        known = known_statements([(last, (), True)], shelf)
        cut = cut_rendition(whole, slugs, known, shelf)
        assert cut.changes.support == told
        assert cut.changes.previous == cut.rendition.baseline == last
        assert cut.rendition.sections == slugs


def test_an_edition_is_read_as_its_json_has_it():
    node = {
        "edition": {"number": 4},
        "sections": [{"slug": "works", "statements": [{"id": "s-1", "text": "One."}]}],
        "changes": {
            "withdrawn": [{"id": "s-2", "cause": "gone"}],
            "changed": [{"id": "s-3", "cause": "edited"}],
        },
    }
    assert index_edition(node) == edition(
        4, works={"s-1": "One."}, withdrawn={"s-2": "gone"}, changed={"s-3": "edited"}
    )
    assert index_edition({**node, "edition": None}).number == 0
