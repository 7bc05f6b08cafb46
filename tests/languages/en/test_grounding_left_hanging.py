"""What only the sentence before explains, readers' letters, "today" for these times, and whom an
article calls the Company."""

from dataclasses import replace

import pytest

from briefing import split
from briefing.language.draft import Refused
from briefing.languages.en import reading
from briefing.languages.en.excerpt import cut_excerpt
from briefing.languages.en.grounding import ground_sentences, points_back
from briefing.model import Known
from tests.languages.en.articles import article
from tests.languages.en.test_grounding_loose_ends import told

LEAD = "A barge struck the northern quay of Vellin on Monday, and two sailors drowned."


@pytest.mark.parametrize(
    "sentence",
    [
        "Two others, the mate and a cook, were taken to hospital, the harbour police said.",
        "Several others were told to leave the quay of Vellin by noon.",
        "At least three others lost their boats, the harbour police of Vellin said.",
        "The mayor of Vellin, Ruth Adeyemi, spoke of “a crime of war”.",
        "The Castren army said they had broken down and would be towed away on Friday.",
        "Many blame the owners of the barge and the harbour office as well.",
        "Under the deal the crews of Vellin would get five crowns more.",
        "The judges voted 4 to 3.",
        "On 20 May his superior, Ivo Castren, allowed the quay of Vellin to reopen.",
        "“Absolutely not,” Ruth Adeyemi said of the quay of Vellin.",
        "The harbour master, Ivo Castren, confirmed that he had done so for safety.",
        "The town of Vellin puts the loss at 900,000 crowns.",
        "Some were told by the harbour police that the quay was safe.",
        "Most had left the quay of Vellin before the barge struck it.",
        "The harbour police of Vellin said that there were 8,000.",
        "The union says there were more than 300 thousand.",
        "The guild of Vellin said there were about twelve.",
        "The victims were identified as Ivo Castren, 27, and Olin Fasch, 41, both from Tolm.",
        "The suspects have been taken to the harbour of Castren, Ruth Adeyemi said.",
        "The injured were flown to Castren on Monday, the harbour police said.",
        "Four of the dead are sailors from Tolm, the harbour police said.",
        "At least 3 of the injured were taken to Castren by cart.",
        "Most of the hostages had been freed by Sunday, Ruth Adeyemi said.",
        "The sailors died in the storm, its spokesman, Ivo Castren, said on Wednesday.",
        "Ruth Adeyemi pitied the sailors, its spokesman, Ivo Castren, said on Wednesday.",
        "“The quay was safe,” its director, Ruth Adeyemi, told the dockers.",
        "Nine sailors drowned by their own fault, its lawyer said on Monday.",
        "Nearly three long days later, the barge left the quay of Vellin.",
        "The two-term Castren senator blamed the harbour police of Vellin.",
        "The latter said on Monday that the quay of Vellin was safe.",
        "On Tuesday the barge sank off Castren with nine sailors on board.",
        "The guild of Vellin expects to pay a fine on that scale.",
        "Earlier, at the town hall of Vellin, a priest spoke to the crowd.",
        "6:30 a.m.: Ruth Adeyemi is hailed by a crowd at the quay of Vellin.",
        "Over the years, its charity, Vellin Aid, has paid for three boats.",
        "The goal would be to open the quay of Vellin by May.",
        "Ivo Castren was sworn in minutes before as master of the quay of Vellin.",
        "Ruth Adeyemi had counted on winning all three.",
        "A few yards away, Ruth Adeyemi, a docker of Vellin, sold her last boat.",
        "The admission left the harbour police of Vellin in doubt.",
    ],
)
def test_what_lacks_its_noun_hangs(sentence):
    assert told(f"{LEAD}\n\n{sentence}") == "dangling reference"


@pytest.mark.parametrize(
    "sentence",
    [
        "Some dockers of Vellin were told that the quay was safe.",
        "Many people in Vellin blame the owners of the barge.",
        "Under the deal with the union the crews of Vellin would get five crowns more.",
        "Ivo Castren was asked to sell the quay of Vellin but said he would not do so.",
        "Most of the sailors had left the quay before the barge struck it.",
        "The harbour police of Vellin said that there were 8,000 people on the quay.",
        "The victims of the storm off Vellin were identified by the harbour police.",
        "Two other sailors from Tolm were taken to hospital in Vellin.",
        "The Harbour Guild says the quay was safe, its spokesman, Ivo Castren, said.",
        "A company from Tolm will pay for the quay, its director, Ruth Adeyemi, said.",
        "But for the harbour police of Vellin more sailors would have drowned.",
        "The Castren senator, Ruth Adeyemi, blamed the harbour police of Vellin.",
        "The guild of Vellin paid a fine and spoke of that fine with scorn.",
        "''Ivo Castren left Vellin before he paid for the quay of Tolm,'' the board said.",
    ],
)
def test_what_has_its_noun_stands(sentence):
    assert told(f"{LEAD}\n\n{sentence}") == sentence


def ground_behind(text, behind):
    """What becomes of the last sentences of an article, those in front of `behind` told before."""
    document, passages = article(text)
    read = reading.read_language(document, passages, ())
    sentences = passages[-1].sentences
    draft = ground_sentences(read, sentences[behind:], sentences[:behind])
    return draft.reason if isinstance(draft, Refused) else None


@pytest.mark.parametrize(
    ("text", "behind", "reason"),
    [
        ("Olin Fasch shut a lock.\n\n{} The quay was closed on Monday.", 0, "dangling reference"),
        ("Olin Fasch shut the lock of Tolm on Monday. {}", 1, None),
    ],
)
def test_whom_a_prosecutor_speaks_of_hangs_unless_he_was_told_before(text, behind, reason):
    said = "The prosecutor, Ivo Castren, said that he would be tried in Vellin."
    assert ground_behind(text.format(said), behind) == reason


def test_what_needs_the_sentences_ahead_of_it_points_back():
    document, passages = article("Olin Fasch shut a lock. He left Vellin at once. It was late.")
    read = reading.read_language(document, passages, ())
    first, *others = passages[-1].sentences
    assert points_back(read, tuple(others[:1]), (first,))
    assert points_back(read, tuple(others), (first,))
    assert not points_back(read, (first,), ())
    assert not points_back(read, (first, *others), ())


@pytest.mark.parametrize(
    "item",
    [
        "- to pay for clean water for the people of Vellin;",
        "- to publish the reports on the quay since 2017, and the letters;",
        "To close the northern quay of Vellin until a court has ruled.",
    ],
)
def test_a_demand_without_whom_it_asks_is_a_fragment(item):
    assert told(f"{LEAD}\n\nWe call on the harbour office of Vellin\n\n{item}") == "fragment"


@pytest.mark.parametrize(
    "opening", ["Sir, – ", "Sir: ", "To the Editor: ", "Editor: ", "Re: your report. "]
)
def test_a_readers_letter_is_not_told(opening):
    letter = f"{opening}The quay of Vellin has been rotten for years. The owners of the quay in Tolm knew it well."
    assert {told(f"{LEAD}\n\n{letter}", number) for number in (-1,)} == {"a reader's letter"}


def test_letters_that_several_readers_sign_are_not_told():
    first = "The quay of Vellin was rotten for years, and the owners of it knew it well.\n– Ivo C., Tolm"
    second = "Every docker in the harbour of Vellin knew of the cracks by August.\n– Name withheld"
    found = told(f"Your report\n\n{first}\n\n{second}\n\nThe mayor of Tolm has never seen a quay.")
    assert found == "a reader's letter"
    assert told(
        f"{LEAD}\n\n{LEAD}\n\n– Ivo Castren, Vellin\n\nThe mayor shut the quay of Tolm."
    ) == ("The mayor shut the quay of Tolm.")


def test_a_page_of_letters_is_not_told():
    document, _ = article("Letters to the editor\n\nThe quay of Vellin has been rotten since 2019.")
    document = replace(document, kind=Known(value="letters", basis="stated"))
    read = reading.read_language(document, split.split_passages(document), ())
    draft = ground_sentences(read, read.passages[-1].sentences[:1])
    assert isinstance(draft, Refused)
    assert draft.reason == "a reader's letter"


@pytest.mark.parametrize(
    "sentence",
    [
        "Today, nearly every boat in Vellin runs on gas from the northern quay.",
        "Today, the poor of Vellin pay for the cheapest boats with their lives.",
        "Today most boats in Vellin carry grain from the mills of Tolm.",
    ],
)
def test_today_in_the_present_is_these_times(sentence):
    assert told(f"{LEAD}\n\n{sentence}") == sentence


@pytest.mark.parametrize(
    "sentence",
    [
        "Today the mayor of Vellin opened the northern quay to the boats from Tolm.",
        "Today, the harbour police of Vellin arrested the owner of the barge.",
        "Today, the mayor of Vellin will open the northern quay.",
    ],
)
def test_today_in_the_past_and_ahead_is_the_article_s_day(sentence):
    assert told(f"{LEAD}\n\n{sentence}") == sentence.replace("Today", "Today [18 November 2025]", 1)


@pytest.mark.parametrize(
    ("issuer", "bracket"),
    [
        ('Orvill Steel Ltd ("Orvill" or the "Company")', " [Orvill Steel Ltd]"),
        ("Orvill Steel Ltd (the “Company”)", " [Orvill Steel Ltd]"),
        ('Orvill Steel Ltd (ORV) (the "Company")', " [Orvill Steel Ltd]"),
        ("Orvill Steel Ltd", None),
    ],
)
def test_the_company_is_whom_the_article_calls_so(issuer, bracket):
    lead = f"{issuer} reported on the accident at the quay, run by its subsidiary Brenna Lines Inc."
    sentence = "The Company expects a loss of 12 million crowns on the quay of Vellin."
    found = told(f"{lead}\n\n{sentence}")
    assert found == (
        "dangling reference" if bracket is None else f"The Company{bracket}{sentence[11:]}"
    )


@pytest.mark.parametrize(
    "behind",
    [
        "according to the harbour master of Vellin",
        "citing two sailors of the harbour boat",
        "quoting a letter of the harbour master",
        "leaving some 40 sailors on the bank, officials said",
        "which the guild said was more than ever before",
    ],
)
def test_a_cell_keeps_who_says_so(behind):
    text = f"Some 400 boats left the quay of Vellin on Monday, {behind}."
    assert cut_excerpt(text, text.index("Monday") + 6) == text
