"""Clauses of made-up sentences: what happens, who takes part in which slot, in which mood."""

import pytest

from briefing.languages.en import reading
from briefing.languages.en.clauses import find_clauses
from tests.languages.en.articles import article


def clauses(text):
    document, passages = article(text)
    return [
        (document.text, clause)
        for clause in find_clauses(reading.read_language(document, passages, ()))
    ]


def row(text, clause):
    """A clause as one line: class, mood, denial, and each party as slot and words."""
    mood = clause.modality if clause.positive else f"not {clause.modality}"
    parties = [f"{p.slot}: {text[p.start : p.end]}" for p in clause.parties]
    return f"{clause.predicate}, {mood}, " + "; ".join(parties)


ROWS = [
    (
        "Danish and Norwegian officers toured southern Finland on Monday, 3 March 2025.",
        "tour, happened, agent: Danish and Norwegian officers; place: southern Finland",
    ),
    (
        "The coast guard detained four smugglers near Vellin.",
        "detain, happened, agent: The coast guard; patient: four smugglers; place: Vellin",
    ),
    (
        "Four smugglers were detained by the coast guard.",
        "detain, happened, patient: Four smugglers; agent: the coast guard",
    ),
    (
        "Two sailors drowned and nine people died in Vellin.",
        "kill, happened, patient: nine people; place: Vellin",
    ),
    (
        "The harbour board will close the northern quay.",
        "close, planned, agent: The harbour board; patient: the northern quay",
    ),
    (
        "The harbour board did not close the northern quay.",
        "close, not happened, agent: The harbour board; patient: the northern quay",
    ),
    (
        "Norway may withdraw its ships from the strait of Tolm.",
        "withdraw, possible, agent: Norway; patient: its ships; origin: the strait of Tolm",
    ),
    (
        "Nothing has changed in town since the fall of President Orsin Vale in May 2024.",
        "topple, happened, patient: President Orsin Vale",
    ),
    (
        "The minister spoke after a phone call between Mira Sand and Tolen Marsh.",
        "call, happened, company: Mira Sand; company: Tolen Marsh",
    ),
    (
        "The captain, who had left Vellin at dawn, met the mayor of Tolm.",
        "meet, happened, agent: The captain; patient: the mayor of Tolm",
    ),
    (
        "The harbour board closed the quay behind the damaged dam.",
        "close, happened, agent: The harbour board; patient: the quay",
    ),
    (
        "The police detained four smugglers aboard a ferry.",
        "detain, happened, agent: The police; patient: four smugglers",
    ),
]


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_a_clause_has_its_class_mood_and_parties(text, expected):
    assert expected in [row(*one) for one in clauses(text)]


def test_a_party_stays_open_where_the_sentence_leaves_it_open():
    text = "Troops near the town that rebels had shelled withdrew on Friday."
    found = {c.predicate: row(t, c) for t, c in clauses(text)}
    assert "agent: Troops" not in found["withdraw"] or "shelled" not in found["withdraw"]


def test_a_name_holds_no_happening():
    assert not clauses("Tolm Strike Insurance Corporation has its seat in Vellin.")


def test_what_dates_something_else_dates_no_clause():
    ((_, visit), *_) = clauses(
        "Mira Sand visited Norway for the first time since the flood of May 2024."
    )
    assert visit.dates == ()


@pytest.mark.parametrize(
    ("text", "value", "unit", "what"),
    [
        ("The cranes that the port bought cost $3bn.", "3000000000", "$", ()),
        ("The owners closed the mine after 1,200 complaints.", "1200", "", ("complaint",)),
        ("The raid killed 44 people.", "44", "", ("peopl",)),
        ("The bank raised the rate by 0.25 percent.", "0.25", "%", ("percent",)),
    ],
)
def test_quantities_have_value_unit_and_what_is_counted(text, value, unit, what):
    found = {(q.value, q.unit, q.what) for _, c in clauses(text) for q in c.quantities}
    assert found <= {(value, unit, what)}


def test_a_year_counts_nothing():
    assert not [q for _, c in clauses("Rebels seized the port in 1987.") for q in c.quantities]


def told_acts(text):
    document, passages = article(text)
    read = reading.read_language(document, passages, ())
    return [
        (c.predicate, [text[p.start : p.end] for p in c.parties if p.slot in {"agent", "patient"}])
        for c in find_clauses(read)
    ]


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Tomas Arvel, 56, of South Tolm was taken into custody on Friday.",
         ("detain", ["Tomas Arvel"])),
        ("Tomas L. Arvel Jr., the former mayor of Tolm, pleaded guilty on Wednesday.",
         ("plead", ["Tomas L. Arvel Jr.", "guilty"])),
        ("Mr. Arvel filed for bankruptcy on Monday.", ("bankrupt", ["Mr. Arvel"])),
    ],
)  # fmt: skip
def test_phrases_of_several_words_and_ages_between_commas(text, act):
    assert act in told_acts(text)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "The arrest of Ivo Castren at his Vellin home prompted critics to speak.",
            "The arrest of Ivo Castren at his Vellin home",
        ),
        (
            "The arrest of Ivo Castren at the Vellin harbour bed shocked nobody.",
            "The arrest of Ivo Castren at the Vellin harbour bed",
        ),
    ],
)
def test_a_happening_that_a_noun_names_ends_before_what_may_be_the_verb(text, told):
    ((_, clause),) = clauses(text)
    assert text[clause.start : clause.end] == told


@pytest.mark.parametrize(
    ("sentence", "mood"),
    [
        ("The report that the minister Ada Veld resigned is false, her office said.", "possible"),
        ("The Gazette withdrew its report that the minister Ada Veld resigned.", "possible"),
        ("Rumours that the minister Ada Veld resigned are untrue, her office said.", "possible"),
        ("The minister Ada Veld resigned on Monday.", "happened"),
        ("The Gazette reports that the minister Ada Veld resigned.", "happened"),
    ],
)
def test_what_a_report_only_says_has_not_happened(sentence, mood):
    told = {c.modality for _, c in clauses(sentence) if c.predicate == "resign"}
    assert told == {mood}
