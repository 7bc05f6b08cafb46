from dataclasses import replace

import pytest

from briefing.compose.gaps import find_gaps, find_undecided
from briefing.languages.en.open_matters import says_unknown
from briefing.model import Brief, Disagreement, Frame, Position, Question, Section, SourceEntry
from briefing.registry.rules import find_rules
from tests.compose.making import candidate, citation, document


def brief(*texts, questions=()):
    """A brief of one section that tells some texts."""
    told = tuple(candidate(text, f"d{n}").statement for n, text in enumerate(texts))
    section = Section(slug="s", title="Tolls", kind="digest", statements=told, questions=questions)
    return Brief(
        frame=Frame(title="T", slug="t"),
        as_of="2025-03-01",
        window="",
        bottom_line=(),
        sections=(section,),
        sources=(),
    )


def kinds(made):
    """The kinds of a brief's gaps, in order."""
    return [gap.kind for gap in find_gaps(made, find_rules(made, {}))]


@pytest.mark.parametrize(
    ("text", "open_"),
    [
        ("It is unclear who opened the sluice.", True),
        ("The cause remains unknown.", True),
        ("The board has not said when the quay opens.", True),
        ("The mayor declined to comment.", True),
        ("The figure could not be independently verified.", True),
        ("It was not immediately clear how many barges sank.", True),
        ("The two men have not been identified.", True),
        ("The owner of the barge has yet to be named.", True),
        ("Nobody has claimed responsibility for the blast.", True),
        ("The cause of the fire is still under investigation.", True),
        ("No motive was given.", True),
        ("The barge has not been repaired.", False),
        ("The board has named its director.", False),
        ("A cause was given.", False),
        ("The water of the channel was unclear.", False),
        ("The board has said when the quay opens.", False),
        ("The mayor did not open the quay.", False),
        ("An unknown pilot steered the barge.", False),
    ],
)
def test_what_a_source_itself_calls_open(text, open_):
    assert says_unknown(text) is open_
    found = find_gaps(brief(text), find_rules(brief(text), {}))
    assert [gap.slots["text"] for gap in found if gap.kind == "unknown"] == [text] * open_


def test_three_such_statements_are_told_again_at_most_and_no_long_one():
    texts = [f"It is unclear who sank barge {number}." for number in range(5)]
    assert kinds(brief(*texts)).count("unknown") == 3
    assert "unknown" not in kinds(brief(f"{texts[0][:-1]} {'and why ' * 30}now."))


def row(*sides):
    """A row of counts, each side its value and the articles that give it."""
    return Disagreement(
        topic="How many sank",
        quantity="sunk",
        positions=tuple(
            Position(
                text=value,
                value=value,
                statement=None,
                citations=tuple(citation(value, name) for name in names),
            )
            for value, names in sides
        ),
    )


@pytest.mark.parametrize(
    ("sides", "said"),
    [
        ((("9", ["a"]), ("12", ["b"]), ("14", ["c"])), "9, 12 and 14"),
        ((("9", ["a"]), ("12", ["b", "c"])), None),
        ((("38500", ["a"]), ("41000", ["b"])), "38,500 and 41,000"),
    ],
)
def test_a_count_on_which_no_two_articles_agree_is_open(sides, said):
    made = replace(brief("Two barges sank off Castren."), disagreements=(row(*sides),))
    found = [gap for gap in find_gaps(made, find_rules(made, {})) if gap.kind == "disputed"]
    assert [gap.slots["values"] for gap in found] == ([said] if said else [])
    assert all(f"How many sank: the sources give {said}" in gap.text for gap in found)


@pytest.mark.parametrize(
    ("days", "is_open"),
    [
        (("2026-06-03", "2026-06-04"), False),
        (("2026-06-03", "2026-06-03"), True),
        (("2026-06-03", None), True),
    ],
)
def test_a_count_that_a_later_day_s_overtakes_is_not_open(days, is_open):
    sides = row(("9", ["a"]), ("12", ["b"]))
    dated = tuple(replace(one, as_of=day) for one, day in zip(sides.positions, days, strict=True))
    made = replace(
        brief("Two barges sank off Castren."), disagreements=(replace(sides, positions=dated),)
    )
    found = [gap for gap in find_gaps(made, find_rules(made, {})) if gap.kind == "disputed"]
    assert bool(found) is is_open


def test_a_state_is_a_party_where_it_acts_and_nobody_speaks_for_it():
    told = [f"Norway has closed quay {number} of the northern strait." for number in range(3)]
    rest = [f"A storm in Chile broke crane {number} of its largest port." for number in range(7)]
    found = find_gaps(brief(*told, *rest), find_rules(brief(*told, *rest), {}))
    assert [gap.slots["party"] for gap in found if gap.kind == "silent"] == ["Norway"]


def test_plans_and_what_may_happen_are_no_talks():
    plans = [
        f"The board plans to open quay {number} and may consider tolls." for number in range(4)
    ]
    assert find_undecided(brief(*plans).sections[0]) == ()
    talks = [f"The board discussed quay {number} with the mayor." for number in range(4)]
    assert [gap.kind for gap in find_undecided(brief(*talks).sections[0])] == ["undecided"]


def test_a_question_without_an_answer_comes_before_all_else():
    asked = Question(text="Who sank it?", terms=("sank",))
    made = brief("It is unclear who did it.", questions=(asked,))
    assert kinds(made)[:2] == ["question", "unknown"]
    answered = replace(asked, answers=("k1",))
    assert "question" not in kinds(brief("It is unclear.", questions=(answered,)))


@pytest.mark.parametrize(("days", "open_"), [(2, True), (3, False)])
def test_what_was_open_days_ago_may_be_known_since(days, open_):
    """Two articles of which the newer one appeared so many days later."""
    texts = ("It is unclear who opened the sluice.", "The board of Vellin met on the quay.")
    made = brief(*texts)
    sources = tuple(
        SourceEntry(
            id=f"d{n}", number=n + 1, document=document(f"d{n}", published=f"2025-03-0{1 + n * days}"),
            quarantined=None, family=None, relation=None, cited=1,
        )
        for n in range(2)
    )  # fmt: skip
    assert ("unknown" in kinds(replace(made, sources=sources))) is open_


@pytest.mark.parametrize(
    ("count", "said"), [(1, "the one statement comes from"), (2, "all 2 statements come from")]
)
def test_what_one_outlet_tells_alone_is_said_in_the_right_number(count, said):
    texts = ["Two barges sank off Castren.", "The board of Vellin met."][:count]
    told = tuple(replace(candidate(text, "d0").statement, outlets=("Tarn Post",)) for text in texts)
    made = brief()
    section = replace(made.sections[0], statements=told)
    found = find_gaps(replace(made, sections=(section,)), find_rules(made, {}))
    (sole,) = (gap.text for gap in found if gap.kind == "single")
    assert sole.startswith(f"Confirmation: {said} one outlet, Tarn Post; another")


def test_what_serves_an_empty_section_and_stands_in_another_is_no_passage_missing():
    made = brief("Two barges sank off Castren.")
    (told,) = made.sections
    (statement,) = told.statements
    told = replace(told, statements=(replace(statement, number="1.1"),))
    other = replace(told, slug="q", title="Quays", statements=(), elsewhere=(statement.key,))
    whole = replace(made, sections=(told, other))
    texts = [gap.text for gap in find_gaps(whole, find_rules(whole, {}))]
    assert "What serves “Quays” is told under “Tolls”: 1.1." in texts
    bare = replace(whole, sections=(told, replace(other, elsewhere=())))
    texts = [gap.text for gap in find_gaps(bare, find_rules(bare, {}))]
    assert "No passage of any source serves “Quays”." in texts


@pytest.mark.parametrize(
    ("decision", "told_on", "is_open"),
    [
        ("Castren and Tolm agreed to share the quay.", "2025-02-20", False),
        ("Castren and Tolm agreed to share the quay.", "2025-02-18", False),
        ("Castren and Tolm agreed to share the quay.", "2025-02-10", True),
        ("Orvill and Brenna agreed to share the mill.", "2025-02-20", True),
        ("Castren and Tolm met again at the quay.", "2025-02-20", True),
    ],
)
def test_talks_of_which_a_later_article_tells_the_end_are_not_undecided(decision, told_on, is_open):
    talks = [f"Castren discussed quay {number} with Tolm." for number in range(3)]
    made = brief(*talks, decision)
    spoken, settled = made.sections[0].statements[:3], made.sections[0].statements[3:]
    days = dict.fromkeys(("d0", "d1", "d2"), "2025-02-18") | {"d3": told_on}
    sections = (
        replace(made.sections[0], statements=spoken),
        replace(made.sections[0], slug="u", title="Ends", statements=settled),
    )
    sources = tuple(
        SourceEntry(
            id=name,
            number=number,
            document=document(name, "Olm Post", day),
            quarantined=None,
            family=name,
            relation=None,
            cited=1,
        )
        for number, (name, day) in enumerate(days.items(), start=1)
    )
    made = replace(made, sections=sections, sources=sources)
    found = find_gaps(made, find_rules(made, {}))
    assert ("undecided" in [gap.kind for gap in found]) is is_open
