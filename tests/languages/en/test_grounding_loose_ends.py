"""Loose ends that a reader of single statements trips over: objects that point outside, marks,
years told twice."""

from dataclasses import replace

import pytest

from briefing import ingest, split
from briefing.language.replay import apply_edits
from briefing.languages.en import reading
from briefing.languages.en.grounding import Refused, ground_sentences, relative_edits
from briefing.offer.candidates import offer_candidates
from tests.languages.en.articles import article


def told(text, number=-1):
    """What becomes of a sentence of the last passage: its text, or why it can't stand alone."""
    document, passages = article(text)
    read = reading.read_language(document, passages, ())
    sentence = passages[-1].sentences[number]
    draft = ground_sentences(read, (sentence,))
    if isinstance(draft, Refused):
        return draft.reason
    return apply_edits(document.text[sentence.start : sentence.end], relative_edits(draft))


@pytest.mark.parametrize(
    "sentence",
    [
        "The town council paid three million crowns for it, the treasurer said.",
        "The minister thanked him for the gift and left.",
        "Two ferries brought them to the island before dawn.",
        "Voters in the valley rejected it on Sunday evening.",
    ],
)
def test_the_object_of_a_clause_never_means_its_subject(sentence):
    assert told(sentence) == "dangling reference"


@pytest.mark.parametrize(
    "sentence",
    [
        "The council bought the mill and sold it two years later.",
        "The plan of Olin Fasch failed because the voters in the valley rejected it.",
        "The bridge was old, and the council closed it on Sunday.",
        "The council said that it would sell the mill next year.",
    ],
)
def test_an_object_may_mean_what_another_clause_tells(sentence):
    assert told(sentence) != "dangling reference"


@pytest.mark.parametrize(
    ("sentence", "left"),
    [
        ("SAN FRANCISCO The council sold the mill.", "The council sold the mill."),
        ("TOKYO Taiwan’s Falk Corp sold the mill.", "Taiwan’s Falk Corp sold the mill."),
        ("VELLIN, Texas A judge closed the mill.", "A judge closed the mill."),
        ("SAN FRANCISCO Falk Corp sold the mill.", "Falk Corp sold the mill."),
        ("CAIRO Former guards closed the mill.", "Former guards closed the mill."),
        ("CAIRO/TOKYO Police closed the mill.", "Police closed the mill."),
        ("BERLIN Wall guards closed the mill.", "BERLIN Wall guards closed the mill."),
        ("WASHINGTON Castren closed the mill.", "WASHINGTON Castren closed the mill."),
        ("NASA The council closed the mill.", "NASA The council closed the mill."),
        ("TURKEY The council closed the mill.", "TURKEY The council closed the mill."),
        ("TOLM, Guild The council closed the mill.", "TOLM, Guild The council closed the mill."),
    ],
)
def test_a_dateline_without_a_dash_goes_where_it_can_be_nothing_else(sentence, left):
    assert told(f"The mill of Tolm was sold.\n\n{sentence}") == left


@pytest.mark.parametrize(
    ("sentence", "why"),
    [
        ("The may\u043er of Tolm closed the mill.", "letters of two scripts in one word"),
        ("The m\u03b1yor of Tolm closed the mill.", "letters of two scripts in one word"),
        ("The \u043cayor of Tolm closed the mill.", "letters of two scripts in one word"),
        ("The mayor of Толм closed the mill.", "The mayor of Толм closed the mill."),
    ],
)
def test_a_foreign_letter_inside_a_word_deceives(sentence, why):
    assert told(sentence) == why


@pytest.mark.parametrize("stamp", ["11:45 a.m.", "4 p.m.", "Update 16:20 (GMT):"])
def test_the_hour_of_a_live_report_is_no_sentence(stamp):
    text = f"The council of Tolm closed the mill.\n\n{stamp}\n\nThe mill of Tolm was sold.\n"
    document, passages = article(text)
    made = reading.read_language(document, passages, ())
    told_all = [one.statement.text for one in offer_candidates(made, lambda _passage: ())]
    assert told_all
    assert not any(stamp[:4] in one for one in told_all)


@pytest.mark.parametrize(
    "sentence",
    [
        "Asked whether he would step down, Deputy Mayor Olin Fasch said that he would not.",
        "Asked if she knew the driver, Dr. Mila Venn told the court that she did not.",
        "Questioned about his debts, the banker Olin Fasch told the court that he had none.",
    ],
)
def test_a_name_behind_its_pronoun_is_found(sentence):
    assert told(f"Prof. Ada Rill opened the fair in Tolm on Tuesday.\n{sentence}") == sentence


@pytest.mark.parametrize(
    "sentence",
    [
        "Against Olin Fasch on Tuesday, she lost the vote in all nine towns.",
        "Behind Mila Venn, he finished second in the race across the bay.",
        "Olin Fasch opened the fair and paid for her campaign in the valley.",
        "In a letter to the Observer, her adviser, Olin Fasch, said that the fair was over.",
        "Near Olin Fasch at the fair, she signed copies of the new book.",
    ],
)
def test_he_is_nobody_who_is_a_she(sentence):
    assert told(f"Mr. Olin Fasch and Mrs. Mila Venn live in Tolm.\n{sentence}") != sentence


@pytest.mark.parametrize(
    ("sentence", "right"),
    [
        (
            "The mill burned on Nov. 4 in the night.",
            "The mill burned on Nov. 4 [2025] in the night.",
        ),
        (
            "The mill burned on Sept. 9 in the night.",
            "The mill burned on Sept. 9 [2025] in the night.",
        ),
        (
            "Stocks of grain lasted until the end of April, the clerk said.",
            "Stocks of grain lasted until the end of April [2025], the clerk said.",
        ),
    ],
)
def test_only_the_year_is_added_to_a_month(sentence, right):
    assert told(sentence) == right


def test_the_week_is_open_on_a_sunday():
    document, passages = article("The court freed the driver last week, and he left for the coast.")
    sunday = replace(document.published, value="2025-11-16")
    document = replace(document, published=sunday)
    draft = ground_sentences(
        reading.read_language(document, passages, ()), passages[0].sentences[:1]
    )
    assert not isinstance(draft, Refused)
    assert draft.changes == ()


@pytest.mark.parametrize("marks", [("“", "”"), ('"', '"'), ("''", "''")])
def test_quotation_marks_stand_outside_a_bracket(marks):
    opened, closed = marks
    text = (
        "Nils Varga wrote the plan for the new harbour of the town.\n"
        f"{opened}The plan is good,{closed} the engineer Ada Rill said. {opened}It will work. "
        f"Varga knows the harbour better than all of us.{closed}"
    )
    assert told(text).startswith(f"{opened}[Nils] Varga knows")


def test_doubled_single_marks_open_the_sentence_behind_a_stop():
    text = (
        "''We lost the ship,'' said Ada Rill, the captain. ''The storm took the mast and both "
        "sails.''"
    )
    assert told(text, 0) == "''We lost the ship,'' said Ada Rill, the captain."


def test_a_name_is_put_in_once():
    text = (
        "Ada Rill left the yard in May. She sold the house. She is a captain of the northern "
        "line now."
    )
    document, passages = article(text)
    read = reading.read_language(document, passages, ())
    draft = ground_sentences(read, passages[0].sentences[1:])
    assert isinstance(draft, Refused) or sum("Ada" in c.text for c in draft.changes) == 1


def test_that_which_hangs_is_refused():
    assert (
        told("The council has to weigh that against the price of the new school.")
        == "dangling reference"
    )


@pytest.mark.parametrize(
    ("phrase", "speaker"),
    [
        ("people briefed on the search", "people briefed on the search"),
        ("officials at the Harbour Bank", "officials at the Harbour Bank"),
        ("an expert on tides", "an expert on tides"),
        ("an officer on Tuesday", "an officer"),
    ],
)
def test_a_speaker_is_a_whole_phrase(phrase, speaker):
    document, passages = article(
        f"The guards searched the house for six hours, according to {phrase}."
    )
    (speech,) = reading.read_language(document, passages, ()).speech
    assert speech.speaker == speaker


def test_a_ship_has_no_commander_for_a_role():
    text = "The number matches the papers of the Coral Heron, commander Stellan Rove said."
    document, passages = article(text)
    persons = [
        e.name for e in reading.read_language(document, passages, ()).entities if e.kind == "person"
    ]
    assert persons == ["Stellan Rove"]


def test_an_adjective_is_no_rank():
    text = "The union, a major Emmerling foe, called a strike against Ralf Emmerling on Monday."
    document, passages = article(text)
    assert all(not e.role for e in reading.read_language(document, passages, ()).entities)


@pytest.mark.parametrize(
    "sentence",
    [
        "Olin Fasch said that he was not at all happy with those numbers.",
        "“The attacks on Fasch show that nobody in the valley is safe,” they conclude.",
        "The judge who heard the case in May had never seen these letters before.",
    ],
)
def test_those_and_they_need_several_before_them(sentence):
    assert told(sentence) in {"dangling reference", "quotation without a known speaker"}


@pytest.mark.parametrize(
    ("sentence", "bracket"),
    [
        ("Scholars caution that a full hall doesn't bring victory in March.", ""),
        ("The clerk expects no change of the rules in February.", ""),
        ("The hall burned down in February, and the council moved out.", " [2025]"),
        ("The council has met in the old school since March.", " [2025]"),
        ("The council sold the old school in October.", " [2025]"),
    ],
)
def test_a_month_far_back_needs_a_verb_in_the_past(sentence, bracket):
    month = next(m for m in ("March", "February", "October") if m in sentence)
    assert told(sentence) == sentence.replace(month, month + bracket)


def test_a_role_keeps_the_whole_name_of_its_paper():
    document, passages = article(
        "New York Times columnist Mila Venn stated that the fair was good."
    )
    (person,) = (
        e for e in reading.read_language(document, passages, ()).entities if e.kind == "person"
    )
    assert document.text[person.role.start : person.role.end] == "New York Times columnist"


@pytest.mark.parametrize(
    "sentence",
    [
        "On Monday morning, they were already facing a long queue at the gate.",
        "For many of the guests from the valley, this can be overlooked.",
        "The new chairman will try to do that in the days and weeks ahead.",
        "''Fasch is not going after the person who is winning,'' he said.",
    ],
)
def test_openings_and_quotations_hold_no_antecedent(sentence):
    assert told(sentence) in {"dangling reference", "quotation without a known speaker"}


@pytest.mark.parametrize(
    "sentence",
    [
        "The museum is open from Monday to Friday and shut in winter.",
        "The captain was born on a Monday in the rain of 1911.",
        "A vote was moved from Tuesday to Thursday after the storm.",
        "Hours before the strike, on Tuesday night, the guards left the hall.",
        "Olin Fasch says that his men must be ready ''to fight tonight.''",
    ],
)
def test_days_of_any_week_and_of_another_event_stay_open(sentence):
    assert told(sentence) == sentence


def test_a_role_is_no_story_and_no_degree():
    text = (
        "Ada Rill, an accomplished lawyer and clerk by the time that her husband had landed in the "
        "town "
        "hall of Tolm, spoke on Monday. State Senator Dr. Mila Venn listened."
    )
    document, passages = article(text)
    people = [
        e for e in reading.read_language(document, passages, ()).entities if e.kind == "person"
    ]
    roles = {e.name: document.text[e.role.start : e.role.end] if e.role else "" for e in people}
    assert roles == {"Ada Rill": "", "Mila Venn": "State Senator"}


def test_a_surname_of_two_stays_bare_where_only_nearness_speaks():
    text = (
        "Senator Mila Venn left the hall with her brother Karl Venn after the vote.\n"
        "The union decided to spare Venn for the winter and to ask for a pact."
    )
    assert told(text) in {text.split("\n")[1], "two share the name"}


@pytest.mark.parametrize(
    ("sentence", "day"),
    [
        (
            "The driver is likely to appear in court on Wednesday, though he fled in May.",
            "[19 November 2025]",
        ),
        (
            "Senator Venn, whose seat is on the line in the vote on Tuesday, passed up the chance.",
            "",
        ),
        ("The mayor said on Friday that the mill is shut for good.", "[14 November 2025]"),
    ],
)
def test_a_weekday_follows_the_verb_of_its_own_clause(sentence, day):
    assert ("[" in told(sentence)) == bool(day)
    assert day in told(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Mila Venn added during a visit to the mill.",
        "Captain Olin Fasch said on the phone at noon.",
    ],
)
def test_who_said_it_alone_is_no_statement(sentence):
    assert told(sentence) == "fragment"


def first_told(text, tmp_path):
    """What is told of the last line of an article that is read from a file."""
    file = tmp_path / "a.txt"
    file.write_text(f"Tolm Relief Office\n\n20 March 2025\n\n{text}\n", encoding="utf-8")
    found = ingest.Found(
        locator="a.txt", path="a.txt", file=file, size=file.stat().st_size, mtime_ns=0
    )
    document = ingest.read_article(found, None)
    read = reading.read_language(document, split.split_passages(document), ())
    return [one.statement.text for one in offer_candidates(read, lambda _passage: ())]


@pytest.mark.parametrize(
    ("item", "told"),
    [
        ("- The ferry Tarn had 40 people on board.", "The ferry Tarn had 40 people on board."),
        ("• Of nine boats in Tolm two could be used.", "Of nine boats in Tolm two could be used."),
        ("– About 90 families in Tolm have got help.", "About 90 families in Tolm have got help."),
        ("* Two schools of Tolm are shut for good", "Two schools of Tolm are shut for good."),
    ],
)
def test_an_item_of_a_list_is_told_without_its_mark(item, told, tmp_path):
    assert told in first_told(f"The mill of Tolm has burned down.\n\n{item}", tmp_path)


INTRODUCED = "The mill of Tolm has burned down."
PARAGRAPH = "The relief office of Tolm has opened two halls for the families of the valley."


@pytest.mark.parametrize(
    ("text", "tells"),
    [
        (f"{INTRODUCED}\n\n1. {PARAGRAPH}", True),
        (f"{INTRODUCED}\n\n1. The mill stood in Tolm.\n\n2. {PARAGRAPH}", True),
        (f"{INTRODUCED}\n\n(a) {PARAGRAPH} It has beds for 90.", True),
        # What leads to a list completes its items, and a short one may be no sentence at all.
        (f"The council decided the following:\n\n1. {PARAGRAPH}", False),
        (f"The council of Tolm,\n\n1. The mill stood in Tolm.\n\n2. {PARAGRAPH}", False),
        (f"{INTRODUCED}\n\n1. {PARAGRAPH[:-1]};", False),
        (f"{INTRODUCED}\n\n1. {PARAGRAPH[0].lower()}{PARAGRAPH[1:]}", False),
    ],
)
def test_a_numbered_paragraph_is_told_without_its_number(text, tells, tmp_path):
    told = first_told(text, tmp_path)
    assert any(one.startswith(PARAGRAPH) for one in told) is tells
    assert not any("1. The" in one or "2. The" in one for one in told)


STEPS = "The council of Tolm decided on two steps:"


@pytest.mark.parametrize(
    ("text", "items"),
    [
        (
            f"{STEPS}\n\n- clean water for 400 families;\n- to mend the mill; and\n- a new lock.",
            [
                f"{STEPS} clean water for 400 families.",
                f"{STEPS} to mend the mill.",
                f"{STEPS} a new lock.",
            ],
        ),
        (
            f"{STEPS}\n\n1. {PARAGRAPH}\n\n2. The mill is shut.\n\n3. They went home to Tolm.",
            [
                f"{STEPS} {PARAGRAPH}",
                f"{STEPS} The mill is shut.",
                f"{STEPS} {PARAGRAPH} The mill is shut.",
            ],
        ),
        ("What families of Tolm know:\n\n- The mill is shut:\n- The lock is too.", []),
        # A mere heading adds nothing, a question is answered, and prose parts a list from its line.
        (f"Key findings:\n\n- {PARAGRAPH}", [PARAGRAPH]),
        (f"What has the town of Tolm done so far?\n\n- {PARAGRAPH}", [PARAGRAPH]),
        (f"{STEPS}\n\n{INTRODUCED}\n\n- {PARAGRAPH}", [INTRODUCED, PARAGRAPH]),
        # What the line turns round, leaves open or gives to somebody is told nowhere.
        (f"These reports from Tolm were false:\n\n- {PARAGRAPH}\n- {INTRODUCED}", []),
        (f"The council of Tolm might do this:\n\n- {PARAGRAPH}\n- {INTRODUCED}", []),
        (f"The mayor of Tolm said on Monday:\n\n- {PARAGRAPH}\n- {INTRODUCED}", []),
        (f"We have decided on three steps:\n\n- {PARAGRAPH}\n- {INTRODUCED}", []),
        (f"Read more from Tolm here:\n\n- {PARAGRAPH}", []),
        (f"Tolm:\n\n- {PARAGRAPH}", []),
    ],
)
def test_an_item_is_told_behind_the_line_that_introduces_its_list(text, items, tmp_path):
    told = first_told(f"A mill in the valley\n\nThe lock of Tolm was opened.\n\n{text}", tmp_path)
    assert [one for one in told if one != "The lock of Tolm was opened."] == items


def test_a_short_numbered_item_is_not_told(tmp_path):
    told = first_told(f"{INTRODUCED}\n\n1. The mill of Tolm burned.", tmp_path)
    assert not any("mill of Tolm burned" in one for one in told)


@pytest.mark.parametrize(
    "item",
    [
        "The next report will be issued on 27 March 2025.",
        "The following update is due in the week after Easter.",
        "The full report can be read in the library of Tolm.",
    ],
)
def test_a_notice_of_another_report_is_not_told(item, tmp_path):
    assert not any(item[:20] in told for told in first_told(item, tmp_path))


def test_a_date_in_a_dropped_beginning_gets_no_bracket():
    text = "CASTREN, Jan. 3 (Agency) — Two ships of Orvill Lines sank off the coast of Tolm."
    assert told(text) == "Two ships of Orvill Lines sank off the coast of Tolm."


@pytest.mark.parametrize(
    ("before", "behind", "tells"),
    [
        (
            "Flights at Vellin stopped for three hours and began again at 6 a.m.\n\n",
            "incident",
            False,
        ),
        ("The mayor of Vellin visited the port of Castren on Tuesday.\n\n", "visit", True),
        ("A bus of Vellin was late, and its driver was sent home on Tuesday.\n\n", "attack", False),
        ("A bus of Vellin was attacked by two men with sticks on Tuesday.\n\n", "attack", True),
        ("The council of Vellin closed the old port of the town on Tuesday.\n\n", "decision", True),
        ("Two men with sticks broke the door of the port on Tuesday. ", "incident", True),
    ],
)
def test_an_occasion_that_opens_a_paragraph_is_told_behind_one_that_tells_it(before, behind, tells):
    text = f"{before}The {behind} came two days before the mayor was to leave for talks on gas."
    document, passages = article(text)
    read = reading.read_language(document, passages, ())
    sentences = tuple(sentence for passage in passages for sentence in passage.sentences)
    draft = ground_sentences(read, sentences[1:], sentences[:1])
    assert isinstance(draft, Refused) is not tells


@pytest.mark.parametrize(
    ("sentence", "stands"),
    [
        ("One of the four soldiers wounded in Vellin died of his injuries on Saturday.", True),
        ("One of the victims of the fire in Vellin lost her home and a shop.", True),
        ("One of the ferries of Vellin that sank in the storm lost his captain.", False),
        ("The head of the harbour office resigned after it emerged that her staff knew.", True),
        ("A head of the guild in Vellin left because his brother owned the barge.", True),
        ("At the head of the queue in Vellin stood a cart with his boxes.", False),
        ("The head was cut off the statue in Vellin, and his arm too.", False),
    ],
)
def test_one_of_several_people_is_who_his_and_her_mean(sentence, stands):
    assert (told(sentence) != "dangling reference") is stands
