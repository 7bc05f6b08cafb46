"""What a reader of single statements stopped at in clusters of news that nobody had tuned for:
sentences that take up what stands elsewhere, pieces of pages, days that nobody knows."""

from dataclasses import replace

import pytest

from briefing.language.draft import Draft
from briefing.language.replay import apply_edits
from briefing.languages.en import reading
from briefing.languages.en.antecedents import dangling_words
from briefing.languages.en.grounding import (
    Refused,
    attribute_sentences,
    ground_sentences,
    names_nothing,
    opens_as_known,
    relative_edits,
)
from briefing.model import Known, Span
from tests.languages.en.articles import article

LEAD = (
    "Four dockers were taken by a band at Castren on Sunday, the harbour master Ruth Adeyemi said."
)


def told(text, number=-1, ahead=0, **facts):
    """What becomes of a sentence of the last passage, with `ahead` sentences before it told: its
    text, or why it can't stand."""
    document, passages = article(text)
    read = reading.read_language(replace(document, **facts), passages, ())
    sentences = [one for passage in passages for one in passage.sentences]
    sentence = passages[-1].sentences[number]
    at = sentences.index(sentence)
    draft = ground_sentences(read, (sentence,), tuple(sentences[at - ahead : at]))
    if isinstance(draft, Refused):
        return draft.reason
    return apply_edits(document.text[sentence.start : sentence.end], relative_edits(draft))


@pytest.mark.parametrize(
    "sentence",
    [
        "The kidnapping occurred near the northern quay of Castren before dawn.",
        "The grim find came a week after the ferry Marrow had sunk off Tolm.",
        "The news comes after two Danes were shot in the hills of Sorrel.",
        "The blast happened as guards changed at the gate of Vellin.",
        "The 40-year-old was freed in Vellin before dawn.",
        "The date also marks the second year since the fire of Tolm.",
        "The pilot, who also flew for Orvill, left Castren in a small boat.",
        "A diplomat in Vellin branded the idea “a disgrace”.",
        "The bishop of Tolm condemned the news on Monday.",
        "Since August the band has taken two Danes in similar raids along the coast of Tolm.",
        "Gone is the so-called toll clause, which the mayor of Vellin had asked for.",
        "A bus of the Tolm Hornets was also among those taken in Vellin.",
        "Some carried candles and a large sign for the dockers of Castren.",
        "Some waved the flags of Castren.",
        "No-one was hurt when it hit the wood near the mole of Castren.",
        "Nobody saw how it fell into the harbour of Castren.",
        "Everyone knew what it was in Castren.",
    ],
)
def test_what_takes_up_another_sentence_needs_it(sentence):
    assert told(f"{LEAD}\n\n{sentence}") == "dangling reference"
    assert told(f"{LEAD} {sentence}", ahead=1) == sentence.replace(
        "on Monday.", "on Monday [17 November 2025]."
    )


@pytest.mark.parametrize(
    "sentence",
    [
        "The annual fair took place in Vellin with 40 stalls.",
        "Some armed men carried the boxes to Vellin.",
        "The 40-year-old pilot Karl Berg was freed in Vellin.",
        "A diplomat in Vellin branded the idea of a toll “a disgrace”.",
        "The council of Tolm rejected the proposal by Orvill for a second quay.",
        "One of the people of Tolm who saw the fire, Ivo Castren, called the guard.",
        "The mayor of Tolm has a plan similar to that of Vellin.",
    ],
)
def test_what_says_itself_which_is_meant_stands_alone(sentence):
    assert told(f"{LEAD}\n\n{sentence}") == sentence


@pytest.mark.parametrize("noun", ["people", "officials", "witnesses"])
def test_one_of_whom_is_told_before(noun):
    sentence = f"The cranes of Castren will be sold, one of the {noun} said."
    assert told(f"{LEAD} {sentence}", ahead=1) == "dangling reference"
    ahead = f"Three {noun} who saw the papers spoke of a sale in Castren."
    assert told(f"{ahead} {sentence}", ahead=1) == sentence


@pytest.mark.parametrize(
    ("sentence", "open_words"),
    [
        ("The rules are described in the law of Sorrel.", True),
        ("The flooded halls were pumped dry by the guild of Castren.", True),
        ("The rules of the guild are described in the law of Sorrel.", False),
        ("The government was told of it in Castren.", False),
        ("A rule is described in the law of Sorrel.", False),
    ],
)
def test_what_opens_as_known_is_seen(sentence, open_words):
    document, passages = article(f"{LEAD}\n\n{sentence}")
    read = reading.read_language(document, passages, ())
    assert opens_as_known(Draft(reading=read, sentences=passages[-1].sentences)) is open_words


def test_an_article_may_open_with_what_its_readers_know():
    assert told("The blast happened as guards changed at the gate of Vellin.").startswith("The")


@pytest.mark.parametrize(
    ("sentence", "open_words"),
    [
        ("No-one was hurt when it hit the wood near Castren.", ["it"]),
        ("Nobody was hurt when it fell on the quay.", ["it"]),
        ("For the first six months this year, it made 27 ships.", ["it"]),
        ("In the last two weeks it had sold nothing.", ["it"]),
        ("For the old ships it paid nothing.", []),
    ],
)
def test_nobody_and_no_time_is_what_it_takes_up(sentence, open_words):
    found = dangling_words(sentence, Span(start=0, end=len(sentence)))
    assert [sentence[one.start : one.end] for one in found] == open_words


@pytest.mark.parametrize(
    "group",
    [
        "On Saturday, the group launched an attack on a town in the east.",
        "Fifteen Italians were freed after the group received two million crowns.",
        "On Friday, the firm opened its two halls to the council.",
    ],
)
def test_neither_a_day_nor_a_people_is_the_group(group):
    ahead = "The band Osk and the firm Orvill Steel are of Tolm. The Marrow Line is a third one."
    assert told(f"{ahead}\n\n{group}") == "dangling reference"


@pytest.mark.parametrize(
    "sentence",
    [
        "The company had long reigned as the largest maker of cranes in Castren.",
        "The firm made 40 cranes in 2024 and sold them in Castren.",
        "The company is led by Karl Berg of Castren.",
    ],
)
def test_the_company_behind_two_is_neither(sentence):
    two = "In 2000, Marrow Technologies Inc split off from Orvill Steel Corp."
    one = "In 2000, Marrow Technologies Inc opened two halls."
    assert told(f"{two} {sentence}", ahead=1) == "dangling reference"
    assert told(f"{one} {sentence}", ahead=1) == sentence


@pytest.mark.parametrize(
    "sentence",
    [
        "A Danish soldier at the crater The rock left a hole of 12 metres near Castren.",
        "Dockers near the northern quay  It was shut for a year, Ruth Adeyemi said.",
        "Victim: Karl Berg was taken from a café in Vellin on 22 November 2012.",
        "Prisoner: al-Berg, shown before his rise, was held in Vellin for a year.",
        "A common thread: As many in Vellin have noted, the gesture is that of Tolm.",
        "Next offer: Before Karl Berg was freed, the band asked for two million crowns.",
        "(3 March, update 1:09 p.m.) Three soldiers were found at the border of Sorrel.",
    ],
)
def test_pieces_of_a_page_run_into_no_statement(sentence):
    assert told(f"{LEAD}\n\n{sentence}") in {"a heading runs into it", "fragment"}


@pytest.mark.parametrize(
    "sentence",
    [
        "Dockers march through Castren for the men taken by the band on May 6.",
        "Two guards stand at the gate of Vellin on February 12, 2025.",
        "Karl Berg waves to the dockers of Castren on Monday, Nov. 3, 2025.",
        "Karl Berg talks to dockers in Castren on Nov. 3, 2025.",
        "Karl Berg talks to dockers in Castren in 2011.",
        "Photo: NPHe is shown with the mayor of Vellin.",
    ],
)
def test_what_a_picture_shows_is_no_news(sentence):
    assert told(f"{LEAD}\n\n{sentence}") in {"said to readers", "a heading runs into it"}


@pytest.mark.parametrize(
    "sentence",
    [
        "Dockers will march through Castren on May 6.",
        "Dockers marched through Castren for the men on May 6.",
        "Two guards stand at the gate of Vellin, the mayor said on May 6.",
    ],
)
def test_what_is_told_of_a_day_is_news(sentence):
    assert not told(f"{LEAD}\n\n{sentence}").startswith("said to")


@pytest.mark.parametrize("day", ["today", "yesterday", "tonight", "this morning"])
def test_today_of_an_article_without_a_date_is_no_day(day):
    sentence = f"The ferry Marrow was raised off Tolm {day} by the guild of Vellin."
    lost = "a day of an article without a date"
    assert told(f"{LEAD}\n\n{sentence}", published=None) == lost
    assert told(f"{LEAD}\n\n{sentence}") != lost
    quoted = f"The mayor of Tolm said “the ferry is raised {day}”."
    assert told(f"{LEAD}\n\n{quoted}", published=None) == quoted


@pytest.mark.parametrize(
    ("said", "bracket"),
    [("earlier this month", "[November 2025]"), ("earlier this year", "[2025]")],
)
def test_a_part_of_a_month_or_year_is_told_by_its_name(said, bracket):
    sentence = f"The council of Tolm passed the toll {said}."
    assert told(f"{LEAD}\n\n{sentence}") == f"The council of Tolm passed the toll {said} {bracket}."


@pytest.mark.parametrize(
    ("sentence", "dropped"),
    [
        ("TVBN-TV Castren reports that the men were found at the bridge of Vellin.", ""),
        ("CASTREN - The men were found at the bridge of Vellin.", "CASTREN - "),
        ("CASTREN—The men were found at the bridge of Vellin.", "CASTREN—"),
    ],
)
def test_a_hyphen_without_spaces_ends_no_dateline(sentence, dropped):
    assert told(sentence) == sentence.removeprefix(dropped)


@pytest.mark.parametrize(
    ("sentence", "named"),
    [
        ("Some guards carried candles to the old church.", False),
        ("Three students were killed on Sunday in March.", False),
        ("“We were asleep,” a guard said, “and heard nothing.”", False),
        ("Danish guards carried candles to the old church.", True),
        ("Three students were killed in Castren.", True),
        ("The guards of the Marrow Line carried candles.", True),
    ],
)
def test_what_names_nobody_and_no_place_is_seen(sentence, named):
    document, passages = article(f"{LEAD}\n\n{sentence}")
    read = reading.read_language(document, passages, ())
    assert names_nothing(Draft(reading=read, sentences=passages[-1].sentences)) is not named


@pytest.mark.parametrize(
    ("sentence", "speaker", "role"),
    [
        ("On Sunday crane driver Karl Berg said the quay was shut.", "Karl Berg", "crane driver"),
        ("In March crane driver Karl Berg said the quay was shut.", "Karl Berg", "crane driver"),
        (
            "Karl Berg, chief prosecutor for the war-torn state of Sorrel, said the quay was shut.",
            "Karl Berg",
            "chief prosecutor for the war-torn state of Sorrel",
        ),
        (
            "Vellin (Nordic Press) New York Gov. Karl Berg said the quay was shut.",
            "Karl Berg",
            "New York Gov.",
        ),
        ("Radio affiliate TVBN in Castren reports the guard duo told officials they fled.", "", ""),
        ("Dockers living near the the quay and said the band had come from Tolm.", "", ""),
    ],
)
def test_labels_are_whole(sentence, speaker, role):
    document, passages = article(sentence)
    read = reading.read_language(document, passages, ())
    said = attribute_sentences(read, passages[-1].sentences)
    assert (said.speaker, said.role) == (speaker, role)


def test_a_date_is_known_where_it_is_supplied():
    """The article of these tests has a day, which some of them take away."""
    assert article(LEAD)[0].published == Known(value="2025-11-18", basis="supplied")


PEOPLE = """Five men of the band were freed on Sunday, the mayor of Vellin, Ruth Adeyemi, said.

Karl Berg: Served as chief of the guard at Tolm, and later led the band in Sorrel.

Ivo Castren: A former miller, he joined the band in 2019 and was taken in Vellin.

Nils Holm: Guild records say could be tried for the fire at the mill of Tolm."""


@pytest.mark.parametrize("number", [1, 2, 3])
def test_a_list_of_people_is_nobodys_words(number):
    document, passages = article(PEOPLE)
    read = reading.read_language(document, passages, ())
    sentences = passages[number].sentences
    assert attribute_sentences(read, sentences).speaker not in {"Karl Berg", "Ivo Castren"}
    made = ground_sentences(read, sentences[:1])
    assert isinstance(made, Refused)


def test_who_speaks_twice_has_turns():
    turns = "Karl Berg: The quay is shut.\n\nIvo Castren: The mill is, too.\n\nNils Holm: So it is."
    document, passages = article(
        f"{turns}\n\nKarl Berg: It was shut for a year by the guild of Tolm."
    )
    read = reading.read_language(document, passages, ())
    assert attribute_sentences(read, passages[-1].sentences).speaker == "Karl Berg"


@pytest.mark.parametrize(
    ("ahead", "sentence"),
    [
        (
            "An official of the guild spoke of the raid.",
            "By the time Karl Berg was flown to Vellin he had died, the official said.",
        ),
        (
            "A post on his page told of the raid.",
            "“Karl Berg is safe and sound in Vellin,” the post continued.",
        ),
        (
            "The Osk band is one of many in Sorrel.",
            "The network, which Orvill Steel had paid, is led by Karl Berg.",
        ),
        (
            "The guild of Tolm spoke of the raid.",
            "A drone hit the mill at dawn, it said, and a raid freed Karl Berg in Vellin.",
        ),
    ],
)
def test_who_speaks_in_the_sentence_before_is_asked_for(ahead, sentence):
    assert told(f"{LEAD}\n\n{ahead} {sentence}") == "dangling reference"


@pytest.mark.parametrize(
    "sentence",
    [
        "Sorry we are not currently accepting comments on this article.",
        "Comments are now closed on this article of the Vellin Courier.",
        "A grab taken from a film of 4 March shows the guard Karl Berg in Vellin.",
        "Update as of 04:16 a.m. EST: A guard told the Courier that Karl Berg was freed.",
        "(Follow the Courier's Karl Berg (@berg_courier) for updates.)",
        "A poll has Karl Berg up one point in Vellin. https://vel.in/2dawOn3",
        "Updated at 9 a.m.: Karl Berg was freed in Vellin, the mayor said.",
    ],
)
def test_what_a_page_says_of_itself_is_told_by_nobody(sentence):
    assert told(f"{LEAD}\n\n{sentence}") in {"said to readers", "fragment"}


def test_she_who_speaks_unheard_is_not_told_behind_another():
    ahead = "“I will leave when she opens her books,” Karl Berg said of his rival."
    answer = "“I think you have just seen an example of bait and switch,” she said."
    assert told(f"{LEAD}\n\n{ahead}\n\n{answer}", ahead=1) == "dangling reference"


@pytest.mark.parametrize("owner", ["his", "her", "their", "its"])
def test_a_role_to_somebody_else_is_none(owner):
    sentence = f"The mayor of Vellin is safe, Karl Berg, {owner} director of works, said on Monday."
    document, passages = article(sentence)
    read = reading.read_language(document, passages, ())
    assert attribute_sentences(read, passages[0].sentences).role == ""


@pytest.mark.parametrize(
    "sentence",
    [
        "Karl Berg is thought to have held the post since 2006.",
        "The Pentagon confirmed the death in a short note on Friday.",
        "Ruth Adeyemi of Vellin left the job in 2019.",
    ],
)
def test_which_post_and_whose_death_is_asked(sentence):
    assert told(f"{LEAD}\n\n{sentence}") == "dangling reference"


def test_where_an_article_was_filed_says_nothing():
    document, passages = article("LONDON: The band of Tolm was named by the police of Vellin.")
    read = reading.read_language(document, passages, ())
    assert attribute_sentences(read, passages[0].sentences).speaker == ""


def test_half_a_bracket_is_no_label():
    document, passages = article("Karl Berg was ill (according to the official statement).")
    read = reading.read_language(document, passages, ())
    assert ")" not in attribute_sentences(read, passages[0].sentences).speaker


def test_a_given_name_that_stands_there_is_not_put_in():
    ahead = 'The masked guard Osk Berg, known as "Osk", was named in Vellin by the police.'
    assert "[Osk] Berg" not in told(
        f'{ahead}\n\nOn Friday "Osk" Berg was seen in the port of Tolm.'
    )
    assert "Osk [Osk]" not in told(f"{ahead}\n\nThe masked Osk Berg was seen in the port of Tolm.")
