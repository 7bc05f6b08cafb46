"""What a page says to its readers, and a post set into the text, are in no statement."""

import pytest

from briefing import split
from briefing.language.replay import apply_edits
from briefing.languages.en import reading
from briefing.languages.en.grounding import Draft, Refused, ground_sentences, relative_edits
from tests.languages.en.articles import article

LEAD = "A barge struck the northern quay of Vellin on Monday, and two sailors drowned."


def ground(sentence, count=1):
    document, _ = article(f"{LEAD}\n\n{sentence}", "Vellin Gazette")
    read = reading.read_language(document, split.split_passages(document), ())
    return ground_sentences(read, read.passages[-1].sentences[:count])


@pytest.mark.parametrize(
    "sentence",
    [
        "Get push alerts with news of Vellin and more.",
        "Please direct questions to the harbour office of Vellin.",
        "Please note that the harbour office of Vellin shuts at noon.",
        "Please bring the forms to the harbour office of Vellin by May.",
        "Watch the video above to see how the barge sank.",
        "Sign up for our letter on ships and harbours.",
        "Anyone with information about the barge is asked to call 555-0134.",
        "Ruth Adeyemi of the harbour police can be reached at 555-0134.",
        "For more information, see the pages of the harbour office.",
        "For questions call Ruth Adeyemi of the harbour office at 0555 123 456.",
        "Press contact: Ruth Adeyemi, harbour office of Vellin, +47 22 33 44 55.",
        "Media inquiries: press@vellin.example, harbour office of Vellin.",
        "The harbour office of Vellin answers at (555) 123-4567 from Monday on.",
        "Ruth Adeyemi of the harbour office, phone 0171 555 0134.",
        "Dear readers, the harbour office of Vellin has moved to the old quay.",
        "Thank you for your trust in the harbour office of Vellin.",
        "Good morning, everyone, the harbour office of Vellin is open.",
        "Let's start with the barge, because the barge is huge.",
        "Here's what to watch for on Wednesday night in Vellin.",
        "Ivo Castren on what to look for.",
        "This story was first published in the Castren Post in 2019.",
        "(Additional reporting by Mara Holt in Tolm; writing by Olin Fasch; editing by Ada Rill).",
        "Mara Holt and Olin Fasch contributed to this report from Vellin.",
        "“Harbour Days” is the daily news podcast from the Vellin Gazette.",
        "King Abo of Tolm, left, offered his condolences to the sailors of Vellin.",
        "Police of Vellin are linking two thefts from ships at the quay (Library image).",
        "Photo is from the page of the shipping company Orvill Lines.",
        "New Report Shows Harbour Police of Vellin Lost Three Boats",
        "Ships of Vellin back in the harbour",
        "Perhaps because Ivo Castren of the harbour office is ill.",
        "In that storm, two ships of Orvill Lines were lost off Vellin.",
        "During that time, Ivo Castren sold two ships of the town.",
        "Another pilot shared the doubts of the harbour office in Vellin.",
        "‘The ships of Orvill Lines are old and badly kept.",
        "Look at Orvill Lines of Vellin to see why.",
        "Consider the old quay of Vellin and the ships of Orvill Lines.",
        "AFP PHOTO/Tolm TV An image grab shows a ship of Vellin in the harbour.",
        "Ironically, Orvill Lines of Vellin must have forgotten its own ships.",
        "Holt, Mara. “The ships of Vellin and of Tolm.”",
        "Nobody in Vellin ever wanted the ships of Orvill Lines!",
        "'My friends in Vellin knew of the ships, but nobody ever asked.",
        "So I spent some time at the quay of Vellin with Ruth Adeyemi.",
        "RelatedTwo ships of Orvill Lines are back in the harbour of Vellin",
        "Ivo Castren: Mara Holt thinks the town asks too much of its pilots.",
        "Some sailors of Orvill Lines reported a similar barge at the quay of Vellin.",
        "In response, Ruth Adeyemi of Vellin said that she would leave Orvill Lines.",
        "Adeyemi wrote in a letter delivered Tuesday.",
        "At 9:52 p.m., a clerk of Orvill Lines sent the harbour office of Vellin a note.",
        "Of that, 3 million marks could be spent on the quay of Vellin.",
        "Among those were two pilots of Orvill Lines from Tolm.",
        "One would fund the quay of Vellin through March.",
        "Another released this week by Orvill Lines found 56 percent against it.",
        "A year later, Orvill Lines had the anchor moved from Vellin to Tolm.",
        "Shortly after the announcement, Orvill Lines sold two ships to Tolm.",
        "Orvill Lines halved the number of sailors there — an early step to leaving Vellin.",
        "Over the weekend, it took control of the ships of Orvill Lines.",
        "THE MAYOR: Good morning, sailors of Vellin and friends of Tolm.",
        (
            "Chairman Holt, Vice Chair Fasch, and other members of the board of Vellin, thank you "
            "for the opportunity to speak on Orvill Lines today."
        ),
        "Harbour Master Ivo Castren submitted identical remarks to the Council of Tolm.",
        "About Orvill Lines: Orvill Lines runs nine ships between Vellin and Tolm.",
        "This is HarbourPoll for Monday, May 2, 2016.",
        "“Two months before the loss of the ships of Orvill Lines …",
        "Vellin >> Now is not the time to leave your boat in the harbour.",
        (
            "Confirmed, Ivo Castren will appear in court in Vellin on Monday - Mara Holt "
            "(@maraholt) "
            "May 6, 2019"
        ),
        "The next report on the ships of Vellin will be issued on or around March 27.",
        "Ships of Vellin are back in the harbour by now pic.twitter.com/abcdefg",
    ],
)
def test_what_is_said_to_readers_is_not_told(sentence):
    assert isinstance(ground(sentence), Refused)


@pytest.mark.parametrize(
    "sentence",
    [
        "Visitors of Vellin can watch the ships from a new gallery above the quay.",
        "“Call me when you see the barge,” Ruth Adeyemi told the harbour office.",
        "Ruth Adeyemi called the harbour office at noon and asked for a pilot.",
        "Press freedom in Vellin has 12 defenders, Ruth Adeyemi said on Monday.",
        "The harbour office of Vellin had 1,200 calls on 3 March, up from 850.",
        "Ruth Adeyemi thanked the sailors of Vellin for their trust on Monday.",
        "Contact with the barge was lost at 11.40 on 3 March, Ruth Adeyemi said.",
        "Share prices of the shipping company Orvill Lines fell by a third on Monday.",
        "Olin Fasch wrote in a letter that the ship had sailed too late.",
        "Ivo Castren, a reporter of the Vellin Gazette, was on board.",
        "Another ship, the Marrow of Vellin, left the harbour at noon on Monday.",
        "‘Orvill Lines has two old ships,’ Ruth Adeyemi of Vellin said.",
        "Orvill Lines left the harbour of Vellin because the quay is old, its owners say.",
        "Expect Labs of Vellin said on Monday that it had built a ship.",
        "“Nobody in Vellin ever wanted the ships!” Ruth Adeyemi said.",
        "'Orvill Lines' owns two ships, and the captain's wife sailed with one.",
        "Orvill Lines bought a ship of a similar size to those of Vellin and Tolm.",
        "At 9:52 p.m., on Monday, a clerk of Orvill Lines sent a note to Vellin.",
        "Follow-up work in Vellin will cost the town two million crowns.",
    ],
)
def test_news_that_begins_alike_is_told(sentence):
    assert isinstance(ground(sentence), Draft)


@pytest.mark.parametrize(
    "text",
    [
        "Two ships lie in Vellin today. Will the pilots come back to work?",
        "Two ships lie in Vellin today. Here is what the pilots want.",
    ],
)
def test_a_second_sentence_is_asked_too(text):
    assert isinstance(ground(text), Draft)
    assert isinstance(ground(text, 2), Refused)


def test_words_of_a_quotation_stay_as_they_are():
    text = "“I have asked Mara Holt, but, given the news, I ask again,” Ruth Adeyemi wrote."
    draft = ground(text)
    assert apply_edits(draft.text, relative_edits(draft)) == text


def test_what_joins_clauses_is_no_aside():
    text = "Ruth Adeyemi asked the pilots, and, when nobody came, the mayor of Vellin."
    draft = ground(text)
    assert apply_edits(draft.text, relative_edits(draft)) == text


def test_govs_and_their_names_are_one_sentence():
    text = "Govs. Ivo Castren of Tolm and Mara Holt of Vellin are expected to win again."
    assert ground(text).text == text


def test_words_that_a_line_announces_without_marks_are_not_told():
    text = "Ruth Adeyemi then told the pilots:\n\nThe ships of Orvill Lines are old and badly kept."
    assert isinstance(ground(text), Refused)
    assert isinstance(ground(text.replace("told the pilots:", "met the pilots.")), Draft)


def test_an_article_does_not_tell_its_own_title_however_long() -> None:
    title = (
        "Remarks by Ivo Castren, head of the harbour office of Vellin, on the ships and quays of "
        "the"
        " lower river before the council of the upper and the lower town"
    )
    document, _ = article(f"{title}\n\n{LEAD}", "Vellin Gazette")
    read = reading.read_language(document, split.split_passages(document), ())
    first, last = read.passages[0].sentences, read.passages[-1].sentences
    assert isinstance(ground_sentences(read, first[:1]), Refused)
    assert isinstance(ground_sentences(read, last[:1]), Draft)


def test_what_answers_a_question_of_its_paragraph_is_not_told_without_it():
    text = (
        "Which barges are held? All barges of Castren laden at the quay of Vellin, whatever flag "
        "they fly. Barges from Tolm may pass the lower lock of Vellin."
    )
    document, _ = article(f"{LEAD}\n\n{text}", "Vellin Gazette")
    read = reading.read_language(document, split.split_passages(document), ())
    _, answer, other = read.passages[-1].sentences
    assert ground_sentences(read, (answer,)) == Refused(reason="the answer to a question")
    assert not isinstance(ground_sentences(read, (other,)), Refused)


@pytest.mark.parametrize(
    "sentence",
    [
        "The harbour office of Vellin sold 12,500 of 48,000 tickets on Monday.",
        "Vellin’s port lost 1,250,000 crowns in 2019 and 980,400 crowns in 2020.",
        "The barge of Vellin left berth 12-14 at 10.45 on 3 March 2025.",
    ],
)
def test_figures_are_no_telephone_numbers(sentence):
    assert not isinstance(ground(sentence), Refused)
