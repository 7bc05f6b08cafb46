"""Where each rule of grounded rewriting begins and ends: rows on both sides of every border."""

from dataclasses import replace

import pytest

from briefing import split
from briefing.language.draft import Draft, Refused, relative_edits
from briefing.language.replay import apply_edits, fold_spaces
from briefing.languages.en import reading
from briefing.languages.en.grounding import (
    attribute_sentences,
    ground_sentences,
    licensed_drafts,
    ordered_drafts,
    vague_descriptions,
)
from briefing.model import Known, Span
from tests.languages.en.articles import article

LEAD = "Ines Dorrat, the chair of the Lower River Board (LRB), opened the quay in March 2025."
SAME = None  # the sentence as it stands


def read(text, **known):
    """Read an article of which more is known than its text."""
    document, _ = article(text, "Vellin Gazette")
    document = replace(document, **known)
    return reading.read_language(document, split.split_passages(document), ())


def words(draft):
    return fold_spaces(apply_edits(draft.text, relative_edits(draft)))


def told(sentence, count=1, **known):
    """What becomes of an article's last sentences, or why nothing does."""
    made = read(f"{LEAD}\n\n{sentence}", **known)
    draft = ground_sentences(made, made.passages[-1].sentences[-count:])
    return draft.reason if isinstance(draft, Refused) else words(draft)


def expect(sentence, found, count=1, **known):
    assert told(sentence, count, **known) == (sentence if found is SAME else found)


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Grain prices rose again.", "fragment"),
        ("Grain prices rose twice in Vellin.", SAME),
        ("The grain prices rose twice again.", "fragment"),
        ("The grain prices rose by 4.", SAME),
        ("The grain prices of mills rose twice again.", SAME),
        ("GRAIN PRICES ROSE IN VELLIN BY TWO CROWNS.", "fragment"),
        ("Grain prices in Vellin rose by two crowns", "fragment"),
        ("Will the quay of Vellin be open by summer?", "question"),
        ("Will the quay of Vellin be open “by summer?”", "question"),
        ("The quay of Vellin will be open (or will it?)", "question"),
        ("The quay of Vellin has three gates for ships:", "cut short"),
        ("The quay of Vellin has three gates for ships…", "cut short"),
        ("The quay of Vellin has three gates for ships...", "cut short"),
        ("The quay of Vellin has three gates for “ships…”", "cut short"),
        ("The quay of Vellin has three gates (for ships.", "unbalanced brackets"),
        ("The quay of Vellin has three gates [for ships.", "unbalanced brackets"),
        ("The quay of Vellin has gates [for ships].", "The quay of Vellin has gates (for ships)."),
        ("The quay of Vellin has three gates, and we like that.", "first person"),
        ("“We like the quay of Vellin and its gates,” Ines Dorrat said.", SAME),
        ("The mill " + "and the mill " * 28 + "stood in Vellin.", SAME),
        ("The old mill " + "and the mill " * 28 + "stood in Vellin.", SAME),
        ("The big old mill " + "and the mill " * 28 + "stood in Vellin.", "too long"),
    ],
)
def test_what_is_no_plain_assertion_is_refused(sentence, found):
    expect(sentence, found)


@pytest.mark.parametrize(
    ("sentence", "found", "count"),
    [
        ("Read more about the quay of Vellin here.", "formality", 1),
        ("INES DORRAT: Follow us on the quay of Vellin today.", "formality", 1),
        ("Will the quay of Vellin open? Ines Dorrat said so in Vellin.", "question", 2),
        ("What a quay Vellin has! Ines Dorrat said so in Vellin.", "exclamation", 2),
        # whoever speaks may say "we", also where the quotation began a sentence before
        (
            "“It is late. We like the quay of Vellin,” Ines Dorrat said.",
            "“We like the quay of Vellin,” Ines Dorrat said.",
            1,
        ),
        (
            '"It is late. We like the quay of Vellin," Ines Dorrat said.',
            '"We like the quay of Vellin," Ines Dorrat said.',
            1,
        ),
        ("It is late. We like the quay of Vellin, Ines Dorrat said.", "first person", 1),
        # a denial is told behind what it denies, however it points
        ("The mill sank in Vellin. The company denied it in Vellin.", SAME, 2),
        ("The mill sank in Vellin. The company told it in Vellin.", "dangling reference", 2),
        # marks of two kinds can't be told
        ('The old” quay of Vellin has "three" gates now.', "quotation marks can't be told", 1),
        # a line that announces somebody's words, and who shows that they are his
        (
            "Ines Dorrat said:\n\nThe quay of Vellin has three gates.",
            "announced as somebody's words",
            1,
        ),
        (
            "Ines Dorrat said:\n\n“The quay of Vellin has three gates.”",
            "“The quay of Vellin has three gates.”",
            1,
        ),
        (
            "Said Ines Dorrat:\n\nThe quay of Vellin has three gates.",
            "announced as somebody's words",
            1,
        ),
        (
            "Ines Dorrat has:\n\nThe quay of Vellin has three gates.",
            "The quay of Vellin has three gates.",
            1,
        ),
    ],
)
def test_what_stands_before_a_sentence_decides_whether_it_is_told(sentence, found, count):
    expect(sentence, found, count)


@pytest.mark.parametrize("sentence", ["The LRB opened a mill in Vellin.", "He was late."])
def test_what_is_ordered_is_told_as_it_is_licensed_else_as_it_stands(sentence):
    made = read(f"{LEAD}\n\n{sentence}")
    spans = made.passages[-1].sentences
    licensed = licensed_drafts(made, spans)
    ordered = ordered_drafts(made, spans)
    assert ordered == licensed or not licensed
    assert words(ordered[0]) == (words(licensed[0]) if licensed else sentence)


@pytest.mark.parametrize(
    ("named", "again", "told_as"),
    [
        ("Ada Holm", "Holm", "[Ada] Holm"),
        ("Mark Holm", "Holm", "[Mark] Holm"),  # an ordinary word, and a given name
        ("Early Holm", "Holm", "Holm"),
        ("JD Holm", "Holm", "[JD] Holm"),
        ("JDR Holm", "Holm", "Holm"),
        ("Ada Maria Holm", "Holm", "[Ada Maria] Holm"),
        ("Ada Maria Holm", "Mrs Holm", "Mrs [Ada Maria] Holm"),
        ("Ada Maria Holm", "Maria Holm", "Maria Holm"),
    ],
)
def test_a_surname_gets_the_given_name_that_the_article_has(named, again, told_as):
    behind = "opened the gates of the quay of Vellin."
    found = told(f"{named}, a pilot, came to Vellin.\n\n{again} {behind}")
    assert found == f"{told_as} {behind}"


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("However, the quay of Vellin has three gates.", "The quay of Vellin has three gates."),
        ("However the quay of Vellin has three gates.", "orphan connective"),
        ("But the quay of Vellin has three gates.", "The quay of Vellin has three gates."),
        ("But however, the quay of Vellin has three gates.", "orphan connective"),
        ("But, however, the quay of Vellin has three gates.", "orphan connective"),
        ("Second, the quay of Vellin has three gates.", "The quay of Vellin has three gates."),
        ("Second World War mines lay in the quay of Vellin.", SAME),
        ("Overall the quay of Vellin has three gates.", SAME),
        ("Whereas the quay of Vellin has three gates.", "orphan connective"),
        ("Then Vellin opened the second gate of the quay.", "orphan connective"),
        ("The quay of Vellin, however, has gates.", "The quay of Vellin has gates."),
        ("Bread, and, of course, salt are sold in Vellin.", "Bread, and salt are sold in Vellin."),
        ("Ines Dorrat said: “However, the quay of Vellin is new.”", SAME),
        (
            "VELLIN, 3 March (Northwire) — Grain prices rose by two crowns in Vellin.",
            "Grain prices rose by two crowns in Vellin.",
        ),
    ],
)
def test_what_ties_a_beginning_goes_or_refuses_it(sentence, found):
    expect(sentence, found)


@pytest.mark.parametrize(
    "sentence",
    [
        "There is no evidence of it, Ines Dorrat said in Vellin.",
        "The quay of Vellin is new, it said.",
        "Ines Dorrat has to balance that against the tolls of Vellin.",
        "The others were sold in Vellin by Ines Dorrat.",
        "Another pilot saw the ship at the quay of Vellin.",
        "It pays for the quay of Vellin and its three gates.",
        "They pay for the quay of Vellin and its three gates.",
        "He pays for the quay of Vellin and its three gates.",
        "Their quay of Vellin has three gates for ships.",
        "These gates of the quay of Vellin cost two crowns.",
        "Both gates of the quay of Vellin cost two crowns.",
        "Such gates cost the town of Vellin two crowns.",
        "This cost the town of Vellin two crowns.",
        "For the town of Vellin, this cost two crowns.",
        "The same newspaper told of the quay of Vellin.",
        "The two met at the quay of Vellin in May.",
        "In Vellin the latter asked for two ships and a quay.",
        "In the town they opened three gates for ships.",
        "The miller met but they sold a mill.",
        "The old miller met the cook but they sold it.",
        "The old miller met two but they sold it.",
        "In mills it was sold by the town.",
        "The mill of the town was sold and with this it paid two crowns.",
        "Near old mills, both mills were sold for two crowns.",
        "At the house in Vellin both mills were sold for two crowns.",
        "At the mill in Vellin both old big red mills were sold for two crowns.",
        "At the house of the late pilot of the town in Vellin both mills were sold.",
        "By this summer, it was sold by the millers.",
        "Over the weekend, it was sold by the millers.",
        "“Some mill,” and it was sold by the millers.",
        "The town said this cost two crowns.",
        "The old town then said both mills were sold.",
        "The grain of Vellin is sold where those are dear.",
        "For the town of Vellin and the mill of Castren, this cost two crowns.",
        "Mr Brandt of Castren sold a mill, and she was glad.",
        "Mrs Brandt of Castren sold a mill, and he was glad.",
        "“Tomas Arvel owns the mill,” he said in Vellin.",
        "''Tomas Arvel owns the mill,'' he said in Vellin.",
        "Nobody in the town of Vellin, he said, saw a ship.",
        "The pilots of Vellin said he was ill.",
        "One of two ships sank, he said in Vellin.",
        "Him the quay of Vellin cost two crowns.",
        "For her the quay of Vellin was new.",
        "Ines Dorrat of Vellin said of the quay: “It has three gates.”",
        "Ines Dorrat said: “It opened three gates for ships.”",
    ],
)
def test_what_points_outside_is_refused(sentence):
    expect(sentence, "dangling reference")


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("It is difficult to open the quay of Vellin before summer.", SAME),
        ("The town of Vellin pays for the quay, and it likes the gates.", SAME),
        ("The towns of Vellin pay for the quay, and they like the gates.", SAME),
        ("Ines Dorrat and Tomas Arvel met at the quay, and the two signed.", SAME),
        ("Ines Dorrat said in Vellin that she liked the gates of the quay.", SAME),
        ("Ines Dorrat of Vellin bought two ships and sold them.", SAME),
        ("Those who pay tolls in Vellin told of ships, of those that sank.", "dangling reference"),
        # a noun for several, a number or a name before "they"; three words before "it"
        ("The old miller met the cooks but they sold it.", SAME),
        ("The old miller met 12 but they sold it.", SAME),
        ("The old miller met Ada Brandt but they sold it.", SAME),
        ("In old mills it was sold by the town.", SAME),
        ("Over the whole summer, it was sold by the millers.", SAME),
        ("Ines Dorrat of Vellin said of the quay: “The gates are new, and it has three.”", SAME),
        # a noun that is told again, a clause that ends before it, or thirteen words of room
        ("The mill of the town was sold, and with this it paid two crowns.", SAME),
        ("The mill of the town was sold but with this it paid two crowns.", SAME),
        ("Near the old mills, both mills were sold for two crowns.", SAME),
        ("At the house in Vellin, both mills were sold for two crowns.", SAME),
        ("At the mill in Vellin both old red mills were sold for two crowns.", SAME),
        ("At the house of the late pilot of the old town in Vellin both mills were sold.", SAME),
        ("The mill of the town burnt down twice and this cost the town two crowns.", SAME),
        ("The mill of the town burnt, and this cost two crowns.", SAME),
        ("The ships of Vellin are sold where those of Castren are dear.", SAME),
        ("Mr Brandt of Castren sold a mill, and he was glad.", SAME),
        ("Mrs Brandt of Castren sold a mill, and her son was glad.", SAME),
        ("“Tomas Arvel owns the mill and he sold it,” Ines Dorrat said.", SAME),
        ("The pilot of Vellin said he was ill.", SAME),
        ("For her, the quay of Vellin was new.", SAME),
        ("Tomas Arvel or Ines Dorrat was there, and the latter signed.", SAME),
        (
            "Her quickly built quay in Vellin was new.",
            "[Ines Dorrat’s] quickly built quay in Vellin was new.",
        ),
        (
            "She pays for the quay of Vellin and its gates.",
            "[Ines Dorrat] pays for the quay of Vellin and its gates.",
        ),
        (
            "Her mill in Vellin burnt down, and she sold it.",
            "[Ines Dorrat’s] mill in Vellin burnt down, and she sold it.",
        ),
        (
            "She saw two ships at Vellin, and Dorrat paid for the gates.",
            "[Ines Dorrat] saw two ships at Vellin, and Dorrat paid for the gates.",
        ),
        (
            "The board saw the quay and paid two crowns for it.",
            "The board [Lower River Board] saw the quay and paid two crowns for it.",
        ),
    ],
)
def test_what_points_inside_stands_and_one_antecedent_is_named(sentence, found):
    expect(sentence, found)


@pytest.mark.parametrize(
    ("first", "second", "found"),
    [
        ("The mill of Vellin was sold.", "He told of ships in Castren.", False),
        ("A pilot of Vellin was ill.", "He told of ships in Castren.", True),
        ("Ada Brandt of Vellin was ill.", "She told of ships in Castren.", True),
        ("The mill of Vellin was sold.", "This cost two crowns in Castren.", True),
        ("The quay of Vellin is new.", "The agency told of ships in Castren.", False),
        (
            "Ada Brandt said that the quay of Vellin is new.",
            "The agency told of ships in Castren.",
            True,
        ),
        ("A report told of the quay of Vellin.", "The agency told of ships in Castren.", True),
        ("The mill of Vellin was sold.", "The company told of ships in Castren.", True),
    ],
)
def test_a_second_sentence_points_into_the_first_where_that_can_hold_it(first, second, found):
    sentences = f"{first} {second}"
    expect(sentences, SAME if found else "dangling reference", 2)
    expect(sentences, "dangling reference")


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Dorrat opened a mill in Vellin.", "[Ines] Dorrat opened a mill in Vellin."),
        ("Mr Dorrat opened a mill in Vellin.", SAME),
        ("Nobody but Britain’s Dorrat ran mills.", "Nobody but Britain’s [Ines] Dorrat ran mills."),
        ("Nobody but Britain's Dorrat ran mills.", "Nobody but Britain's [Ines] Dorrat ran mills."),
        (
            "Nobody but Ministers Dorrat and Veld ran mills.",
            "Nobody but Ministers [Ines] Dorrat and Veld ran mills.",
        ),
        ("The Dorrat mill of Vellin was opened.", SAME),
        ("Board chair Dorrat opened a mill.", "Board chair [Ines] Dorrat opened a mill."),
        ("Prices in Upper Dorrat rose twice.", SAME),
        ("For years Dorrat ran a mill.", "For years [Ines] Dorrat ran a mill."),
        (
            "The LRB opened a mill in Vellin.",
            "The LRB [Lower River Board] opened a mill in Vellin.",
        ),
        ("The LRB’s mill was opened.", "The LRB’s [Lower River Board] mill was opened."),
        ("The LRB Quay of Vellin was opened.", SAME),
        ("The LRB/Vellin works ended in 2024.", SAME),
        ("Vellin Savings sank, and the finance minister promised help.", "dangling reference"),
        ("The Lower River Board (LRB) opened a mill.", SAME),
    ],
)
def test_a_short_name_becomes_whole_at_its_first_mention(sentence, found):
    expect(sentence, found)


@pytest.mark.parametrize(
    ("date", "bracketed"),
    [
        ("on Monday", "on Monday [17 November 2025]"),
        ("yesterday", "yesterday [17 November 2025]"),
        ("on 3 March", "on 3 March [2025]"),
        ("in March", "in March [2025]"),
        ("in March 2024", SAME),
        ("in recent weeks", SAME),
        ("in the last week of March", SAME),
        ("the following day", "date hangs on another sentence"),
        ("the previous night", "date hangs on another sentence"),
        ("the preceding month", "date hangs on another sentence"),
        ("the same evening", "date hangs on another sentence"),
        ("that year", "date hangs on another sentence"),
        ("later that day", "date hangs on another sentence"),
        ("the day after, and reopened", SAME),
        ("next year", "next year [2026]"),
        ("tomorrow", "tomorrow [19 November 2025]"),
        ("in late March", "in late March [2025]"),
        ("on 3rd of March", "on 3rd of March [2025]"),
        ("on Sept. 3", "on Sept. 3 [2025]"),
        ("in September", "in September [2025]"),
        ("last year", "last year [2024]"),
        (
            "on 3 March 2024 and the following day",
            "on 3 March 2024 and the following day [4 March 2024]",
        ),
        ("the same week as the mill, on 3 March 2024", "date hangs on another sentence"),
    ],
)
def test_a_date_that_a_reader_cannot_place_gains_a_bracket(date, bracketed):
    sentence = f"The quay of Vellin was shut {date}."
    refused = (bracketed or "").startswith("date hangs")
    expect(
        sentence, bracketed if refused or bracketed is SAME else sentence.replace(date, bracketed)
    )


@pytest.mark.parametrize("head", ["The day after", "The week before", "the month after"])
def test_a_beginning_that_counts_from_an_event_hangs_before_a_comma_alone(head):
    assert told(f"{head}, the quay of Vellin was shut.") == "date hangs on another sentence"
    assert told(f"{head} that, the quay of Vellin was shut.") != "date hangs on another sentence"


def test_a_bracket_stands_behind_an_owner_and_none_behind_what_is_no_time():
    flood = "Yesterday’s flood shut the quay of Vellin."
    expect(flood, flood.replace("’s", "’s [17 November 2025]"))
    expect("The town told of the quays of tomorrow in Vellin.", SAME)


@pytest.mark.parametrize(
    ("sentence", "count", "found"),
    [
        (
            (
                "“The town met in Vellin for two days. Prices rose by two crowns then,” Ines Dorrat "
                "said."
            ),
            2,
            SAME,
        ),
        (
            (
                "Ines Dorrat said: “The board met for two days. Prices rose in Vellin. Nobody knew of "
                "the quays of Castren.”"
            ),
            2,
            "“Prices rose in Vellin. Nobody knew of the quays of Castren.”",
        ),
        (
            (
                'Ines Dorrat said: "The board met for two days. Prices rose in Vellin. Nobody knew of '
                'the quays of Castren."'
            ),
            2,
            '"Prices rose in Vellin. Nobody knew of the quays of Castren."',
        ),
        (
            (
                "Ines Dorrat said: ''The board met for two days. Prices rose in Vellin. Nobody knew of "
                "the quays of Castren.''"
            ),
            2,
            "''Prices rose in Vellin. Nobody knew of the quays of Castren.''",
        ),
        (
            (
                "Ines Dorrat said: “Grain prices rose by two crowns in Vellin. Nobody knew of the quays"
                " of Castren.” Then she left."
            ),
            3,
            SAME,
        ),
        ("“Grain prices rose by two crowns in Vellin.”", 1, "quotation without a known speaker"),
        (
            "The board met for two days. Prices rose” by two crowns in Vellin, Ines Dorrat said.",
            1,
            "quotation marks can't be told",
        ),
        (
            "“The board met in Vellin. “Prices rose by two crowns there, Ines Dorrat said.",
            1,
            "quotation marks can't be told",
        ),
        ("„Grain prices rose by two crowns in Vellin“, Ines Dorrat said.", 1, SAME),
    ],
)
def test_words_from_inside_a_quotation_get_its_marks_back(sentence, count, found):
    expect(sentence, found, count)


def test_ten_quoted_words_of_a_translation_are_nobodys():
    nine, ten = "We will open the second quay of Vellin soon", "before summer"
    expect(f"“{nine},” Ines Dorrat said.", SAME, translated=True)
    assert told(f"“{nine} {ten[:6]},” Ines Dorrat said.", translated=True) == "translated quotation"
    expect(f"“{nine} {ten},” Ines Dorrat said.", SAME)


BASE = "The ferry of Vellin carried three hundred people across the river"


@pytest.mark.parametrize(
    ("trailing", "goes"),
    [
        (", carrying the mail home.", True),
        (", carrying it over.", False),  # three words are not worth it
        (", which pleased the whole town.", True),
        (", according to the whole town.", False),
        (", carrying the mail of Castren home.", False),
        (", carrying the mail of 4 towns.", False),
        (", which despite the storm was a joy.", False),
        (", carrying the mail not far away.", False),
        (", which wasn’t what the town expected.", False),
        (", carrying the mail home; nobody paid.", False),
        (", with the mail of “both sides” aboard.", False),
    ],
)
def test_a_clause_that_only_adds_may_go(trailing, goes):
    made = read(f"{LEAD}\n\n{BASE}{trailing}")
    drafts = licensed_drafts(made, made.passages[-1].sentences[-1:])
    shorter = [f"{BASE}{trailing[-1]}"] if goes else []
    assert [words(draft) for draft in drafts] == [f"{BASE}{trailing}", *shorter]


@pytest.mark.parametrize(("people", "goes"), [("people", False), ("many people", True)])
def test_what_stays_has_nine_words(people, goes):
    base = f"The ferry of Vellin carried {people} over rivers"
    made = read(f"{LEAD}\n\n{base}, which pleased the whole town.")
    drafts = licensed_drafts(made, made.passages[-1].sentences[-1:])
    assert [words(draft) for draft in drafts[1:]] == ([f"{base}."] if goes else [])


def test_the_stop_of_a_time_of_day_is_the_sentences_too():
    base = "The ferry of Vellin sailed across the river at 2.40 p.m."
    made = read(f"{LEAD}\n\n{base[:-1]}., which pleased the whole town.")
    drafts = licensed_drafts(made, made.passages[-1].sentences[-1:])
    assert [words(draft) for draft in drafts[1:]] == [base]


def said(sentence, **known):
    made = read(f"{LEAD}\n\n{sentence}", **known)
    found = attribute_sentences(made, made.passages[-1].sentences[-1:])
    return found.speaker, found.role, found.outlet, found.relayed_by, found.kind


GAZETTE = "Vellin Gazette"


@pytest.mark.parametrize(
    ("sentence", "known", "found"),
    [
        (
            "Tomas Arvel, the mayor, said that grain prices rose in Vellin.",
            {},
            ("Tomas Arvel", "the mayor", GAZETTE, "", "claim"),
        ),
        ("Grain prices rose in Vellin.", {}, ("", "", GAZETTE, "", "reported")),
        ("Grain prices rose in Vellin.", {"outlet": None}, ("", "", "", "", "reported")),
        (
            "Tomas Arvel said the quay was new, and Ada Brandt said the mill was old.",
            {},
            ("", "", GAZETTE, "", "reported"),
        ),
        (
            "The quay broke down when Tomas Arvel said that it was new.",
            {},
            ("", "", GAZETTE, "", "reported"),
        ),
    ],
)
def test_who_says_most_of_it_is_the_speaker(sentence, known, found):
    assert said(sentence, **known) == found


@pytest.mark.parametrize(
    ("outlet", "agency", "told_by", "relayed_by"),
    [
        ("Vellin Gazette", "Northwire", "Northwire", "Vellin Gazette"),
        ("Vellin Gazette", "vellin gazette", "Vellin Gazette", ""),
        ("Vellin Gazette", "VG", "Vellin Gazette", ""),
        ("The Vellin Gazette", "VG", "The Vellin Gazette", ""),
        ("The Vellin Gazette", "TVG", "TVG", "The Vellin Gazette"),
        ("Gazette of Vellin", "GV", "Gazette of Vellin", ""),
        ("Gazette of Vellin", "GoV", "GoV", "Gazette of Vellin"),
        ("Vellin", "V", "V", "Vellin"),
        ("", "Northwire", "Northwire", "an outlet not stated"),
    ],
)
@pytest.mark.parametrize("speaker", ["", "Tomas Arvel"])
def test_an_agency_of_the_dateline_tells_it_unless_it_is_the_outlet(
    outlet, agency, told_by, relayed_by, speaker
):
    named = Known(value=outlet, basis="stated") if outlet else None
    filed = Known(value=agency, basis="stated", note="dateline", evidence=(Span(start=0, end=4),))
    sentence = f"{speaker} said that grain prices rose." if speaker else "Grain prices rose."
    found = said(sentence, outlet=named, agency=filed)
    assert found == (speaker, "", told_by, relayed_by, "claim" if speaker else "reported")
    bare = replace(filed, evidence=())
    for known in ({"author": filed}, {"agency": bare}):
        assert said(sentence, outlet=named, **known)[2:4] == (outlet, "")


@pytest.mark.parametrize(
    ("author", "name"), [(Known(value="Ada Holm", basis="stated"), "Ada Holm"), (None, "")]
)
def test_what_an_opinion_piece_says_is_its_authors_judgement(author, name):
    opinion = Known(value="opinion", basis="stated")
    found = said("Grain prices rose.", author=author, kind=opinion)
    assert found == (name, "", GAZETTE, "", "judgement")
    assert said("Grain prices rose.", author=author, kind=replace(opinion, value="report"))[0] == ""


@pytest.mark.parametrize(
    ("lead", "sentence", "hangs"),
    [
        ("A ferry left.", "The ferries were built in Castren before the war.", True),
        ("A ferry left.", "The barges were built in Castren before the war.", False),
        ("Two barges left.", "The barge was built in Castren before the war.", True),
        ("A ferry left.", "A ferry sank, and the ferry was built in Castren.", False),
    ],
)
def test_a_noun_points_back_in_either_number(lead, sentence, hangs):
    made = read(f"{LEAD} {lead}\n\n{sentence}")
    draft = Draft(reading=made, sentences=made.passages[-1].sentences[-1:])
    assert bool(vague_descriptions(draft)) is hangs


def test_a_person_who_is_named_by_a_pronoun_is_not_named_again():
    expect(
        "She sold her mill in Vellin, and her son sold hers.",
        "[Ines Dorrat] sold her mill in Vellin, and her son sold hers.",
    )


def test_what_is_said_behind_the_sentences_is_not_theirs():
    made = read(f"{LEAD}\n\nGrain prices rose. Tomas Arvel said that they rose.")
    first, second = made.passages[-1].sentences
    (speech,) = made.speech
    beside = replace(made, speech=(replace(speech, start=first.end, end=second.end),))
    assert attribute_sentences(beside, (first,)).speaker == ""
