from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from briefing.compare import compare, compare_texts, is_material
from briefing.model import Brief, Cell, Changed, Changes, Disagreement, Event, Known, Position
from tests.compare.making import brief, edition, ids, source, statement, told

DAM = "The dam at Lowbridge holds 40 million cubic metres of water."
ROAD = "Engineers closed the northern road on Monday after the rain."
MAYOR = "The mayor, Ruth Adeyemi, said the town would not be evacuated."
TRAIN = "No train has crossed the viaduct since 3 March."


A = source("a", f"{DAM} {ROAD} {MAYOR}", "The Ledger")
B = source("b", f"{TRAIN} {ROAD}", "Radio Nord")


OURS = "the source's words are as they were: other brackets or cuts"


def test_in_a_first_edition_everything_is_new_and_nothing_came_before() -> None:
    made = compare(brief([statement(DAM, A), statement(ROAD, A)], A), None)
    assert made.changes.previous == 0
    assert made.changes.new == tuple(one.id for one in told(made))
    assert [one.change for one in told(made)] == ["new", "new"]
    assert all(one.id.startswith("s-") and len(one.id) == 10 for one in told(made))


def test_what_did_not_change_keeps_its_id_wherever_it_moves() -> None:
    first = compare(brief([statement(DAM, A), statement(ROAD, A)], A), None)
    second = brief([statement(ROAD, A), statement(DAM, A)], A)
    moved = replace(second, sections=(replace(second.sections[0], slug="other", title="Other"),))
    made = compare(moved, edition(first, 1))
    assert ids(made) == ids(first)
    assert made.changes == Changes(previous=1)
    assert {one.change for one in told(made)} == {"kept"}


def test_a_trimmed_statement_is_the_same_one_in_other_words() -> None:
    first = compare(brief([statement(ROAD, A)], A), None)
    short = "Engineers closed the northern road on Monday."
    made = compare(brief([statement(short, A, quote=ROAD)], A), edition(first, 4))
    (change,) = made.changes.changed
    assert change == Changed(id=ids(first)[ROAD], was=ROAD, now=short, cause=OURS)
    assert told(made)[0].change == "changed"
    assert (made.changes.new, made.changes.withdrawn) == ((), ())


def test_two_halves_of_one_sentence_are_two_statements() -> None:
    whole = "The dam burst at noon, and the governor of the province resigned his office."
    one = source("w", whole)
    first = compare(brief([statement("The dam burst at noon.", one, quote=whole)], one), None)
    half = "The governor of the province resigned his office."
    made = compare(brief([statement(half, one, quote=whole)], one), edition(first, 1))
    assert len(made.changes.new) == len(made.changes.withdrawn) == 1
    assert made.changes.new[0] != made.changes.withdrawn[0].id


def test_a_revised_source_changes_the_statement_and_is_named_as_the_cause() -> None:
    first = compare(brief([statement(DAM, A)], A), None)
    now = DAM.replace("40", "35")
    revised = source("a", f"{ROAD} {now}", "The Ledger")
    made = compare(brief([statement(now, revised)], revised), edition(first, 1))
    (change,) = made.changes.changed
    assert (change.id, change.was, change.now) == (ids(first)[DAM], DAM, now)
    assert change.cause == "source revised: in/a.txt"
    assert is_material(made.changes)


def test_another_source_that_says_the_same_takes_the_statement_over() -> None:
    first = compare(brief([statement(TRAIN, B)], B), None)
    other = "No train crossed the viaduct since 3 March."
    third = source("c", other, "Radio Nord")
    made = compare(brief([statement(other, third)], B, third), edition(first, 1))
    assert ids(made)[other] == ids(first)[TRAIN]
    assert made.changes.changed[0].cause == "new source: in/c.txt"


def test_what_only_another_source_still_says_tells_which_source_went() -> None:
    first = compare(brief([statement(ROAD, A)], A, B), None)
    short = "Engineers closed the northern road on Monday."
    made = compare(brief([statement(short, B, quote=ROAD)], B), edition(first, 1))
    assert made.changes.withdrawn == ()
    assert [change.cause for change in made.changes.changed] == ["source gone: in/a.txt"]


def test_another_number_from_another_source_is_another_statement() -> None:
    first = compare(brief([statement(TRAIN, B)], B), None)
    other = TRAIN.replace("3 March", "9 March")
    third = source("c", other, "Radio Nord")
    made = compare(brief([statement(other, third)], B, third), edition(first, 1))
    assert ids(made)[other] != ids(first)[TRAIN]
    assert [gone.was for gone in made.changes.withdrawn] == [TRAIN]


def test_why_a_statement_was_withdrawn() -> None:
    first = edition(compare(brief([statement(TRAIN, B), statement(DAM, A)], A, B), None), 1)

    def cause(now: Brief, causes: dict[str, str] | None = None) -> str:
        (gone,) = compare(now, first, causes).changes.withdrawn
        return gone.cause

    kept = statement(DAM, A)
    assert cause(brief([kept], A)) == "source gone: in/b.txt"
    assert cause(brief([kept], A, B)) == "outranked by other statements"
    edited = source("b", ROAD, "Radio Nord")
    assert cause(brief([kept], A, edited)) == "source revised: in/b.txt no longer has these words"
    family = {"family": "f", "relation": "version"}
    newer = source("c", "Other words.", "Radio Nord", **family)
    same = source("b", f"{TRAIN} {ROAD}", "Radio Nord", **family)
    assert cause(brief([kept], A, same, newer)) == "superseded by another version: in/c.txt"
    longer = source("c", f"Other words. {TRAIN}", "Radio Nord", **family)
    assert cause(brief([kept], A, same, longer)) == "outranked by other statements"
    by_hand = {statement(TRAIN, B).key: "excluded by the analyst: unverified"}
    assert cause(brief([kept], A, B), by_hand) == "excluded by the analyst: unverified"


def test_an_outlet_that_the_desk_calls_otherwise_is_told_once_as_that() -> None:
    both = (statement(DAM, A), statement(ROAD, A))
    first = compare(brief(list(both), A), None)
    assert A.document is not None
    called = replace(A.document, outlet=Known(value="The Post of Arvo", basis="supplied"))
    renamed = replace(A, document=called)
    made = compare(brief(list(both), renamed), edition(first, 1))
    assert made.changes.support == ()
    (one,) = made.changes.renamed
    assert (one.now, one.cause) == ("The Post of Arvo", "called so by the desk: 1 source")


def test_support_gained_and_lost_is_told_by_outlet() -> None:
    alone, both = statement(ROAD, A), statement(ROAD, A, B)
    first = compare(brief([alone], A, B), None)
    gained = compare(brief([both], A, B), edition(first, 1))
    (change,) = gained.changes.support
    assert (change.was, change.now) == ("1 outlet: The Ledger", "2 outlets: The Ledger, Radio Nord")
    assert change.cause == "gained: in/b.txt"
    assert told(gained)[0].change == "kept"
    lost = compare(brief([alone], A, B), edition(gained, 2))
    assert lost.changes.support[0].cause == "lost: in/b.txt"


def test_wherever_a_statement_is_named_its_id_stands() -> None:
    one = statement(DAM, A)
    plain = brief([one], A)
    full = replace(
        plain,
        sections=(
            replace(plain.sections[0], rows=((Cell(text="", statement=one.key), Cell(text="x")),)),
        ),
        timeline=(Event(date="2026", text="x", statement=one.key, citations=()),),
        disagreements=(
            Disagreement(
                topic="x", positions=(Position(text="x", statement=one.key, citations=()),)
            ),
        ),
    )
    made = compare(full, None)
    name = ids(made)[DAM]
    assert made.bottom_line == (name,)
    assert made.sections[0].rows[0][0].statement == name
    assert made.sections[0].rows[0][1].statement is None
    assert made.timeline[0].statement == name
    assert made.disagreements[0].positions[0].statement == name


def test_an_id_is_never_given_to_another_statement() -> None:
    first = compare(brief([statement(ROAD, A)], A), None)
    short = "Engineers closed the northern road on Monday."
    second = compare(brief([statement(short, A, quote=ROAD)], A), edition(first, 1))
    kept = ids(first)[ROAD]
    # The old wording comes back beside the new one, which has the id by now.
    third = compare(
        brief([statement(short, A, quote=ROAD), statement(ROAD, B)], A, B), edition(second, 2)
    )
    assert ids(third)[short] == kept
    assert ids(third)[ROAD] != kept
    elsewhere = compare(brief([statement(ROAD, A)], A), None, past={kept: "another key"})
    assert ids(elsewhere)[ROAD] != kept
    again = compare(brief([statement(ROAD, A)], A), None, past={kept: statement(ROAD, A).key})
    assert ids(again)[ROAD] == kept


WORDS = st.lists(
    st.sampled_from(
        "flood river dam road Lowbridge Adeyemi 12 40 not closed opened said Monday bridge".split()
    ),
    min_size=3,
    max_size=8,
)


@st.composite
def books(draw: st.DrawFn) -> Brief:
    texts = [" ".join(words) + "." for words in draw(st.lists(WORDS, min_size=1, max_size=8))]
    unique = list(dict.fromkeys(texts))
    entries = [source(name, " ".join(unique), name.upper()) for name in ("a", "b")]
    picks = [statement(text, entries[draw(st.integers(0, 1))]) for text in unique]
    return brief(draw(st.permutations(picks)), *entries)


@given(books(), books())
def test_ids_are_unique_every_change_is_told_once_and_order_does_not_matter(
    one: Brief, two: Brief
) -> None:
    first = compare(one, None)
    record = edition(first, 1)
    made = compare(two, record)
    names = [item.id for item in told(made)]
    before = {item.id for item in told(first)}
    assert len(names) == len(set(names))
    assert set(made.changes.new) == set(names) - before
    assert {gone.id for gone in made.changes.withdrawn} == before - set(names)
    assert {item.id for item in made.changes.changed} == {
        i.id for i in told(made) if i.change == "changed"
    }
    again = compare(two, record)
    assert again == made


@given(books())
def test_the_same_content_again_is_no_change(one: Brief) -> None:
    first = compare(one, None)
    made = compare(one, edition(first, 1))
    assert ids(made) == ids(first)
    assert made.changes == Changes(previous=1)


def test_what_is_material() -> None:
    def changed(was: str, now: str) -> Changes:
        return Changes(previous=1, changed=(Changed(id="s", was=was, now=now, cause=""),))

    assert not is_material(Changes(previous=1))
    assert not is_material(changed("They closed the road.", "The road they closed."))
    assert is_material(changed("They closed 2 roads.", "They closed 3 roads."))
    assert is_material(changed("Ruth Adeyemi left.", "Ruth Cole left."))
    assert is_material(changed("Adeyemi left.", "Cole left."))
    assert is_material(changed("She [Adeyemi] left.", "She [Cole] left."))
    assert is_material(changed("They met in March.", "They met in May."))
    assert is_material(changed("They agreed.", "They never agreed."))
    assert is_material(Changes(previous=1, new=("s-1",)))


def test_a_revision_shows_the_words_that_went_and_came() -> None:
    found = compare_texts("a", f"{DAM}\n{ROAD}  {MAYOR}", f"{MAYOR} {ROAD}\n{TRAIN}")
    assert found is not None
    assert (found.gone, found.come) == ((DAM,), (TRAIN,))
    assert compare_texts("a", f"{DAM} {ROAD}", f"{ROAD}\n\n{DAM}") is None
