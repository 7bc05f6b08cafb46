"""Definite descriptions that a statement leaves unexplained, and the bodies among them that a
bracket names."""

import pytest

from briefing import split
from briefing.language.replay import apply_edits, fold_spaces
from briefing.languages.en import reading
from briefing.languages.en.grounding import (
    Draft,
    Refused,
    ground_sentences,
    relative_edits,
    vague_descriptions,
)
from briefing.languages.en.grounding.references import says_more
from tests.languages.en.articles import article

LEAD = (
    "A barge struck the northern quay of Vellin on Monday, and a deal with its owners was signed."
)


def grounded(*lines):
    """Ground the last sentence of an article whose passages are `lines`."""
    document, _ = article("\n\n".join(lines), "Vellin Gazette")
    read = reading.read_language(document, split.split_passages(document), ())
    draft = ground_sentences(read, read.passages[-1].sentences[-1:])
    assert isinstance(draft, Draft)
    return draft


def last_sentence(*lines):
    """The last sentence of an article, as it stands, and what becomes of it."""
    document, _ = article("\n\n".join(lines), "Vellin Gazette")
    read = reading.read_language(document, split.split_passages(document), ())
    last = read.passages[-1].sentences[-1:]
    return Draft(reading=read, sentences=last), ground_sentences(read, last)


def hanging(*lines):
    draft, _ = last_sentence(*lines)
    text = draft.reading.document.text
    return [text[span.start : span.end] for span in vague_descriptions(draft)]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("The barge was built in Castren before the war and sold twice.", ["The barge"]),
        ("In the harbour the barge was towed away by two ships.", ["the barge"]),
        ("The barge of the brothers Orvill was towed away by two ships.", []),
        ("Of a barge and a tug the barge was towed away by two ships.", []),
        ("The deal was made in Castren by the owners of two ships.", ["The deal"]),
        ("The two barges were built in Castren before the war.", ["The two barges"]),
        ("In a letter the barge maker said that it was sorry.", ["the barge maker"]),
        ("The government said in Castren that two ships would be sold.", []),
        ("The crew had slept, and it was the barge, in the end, that sank.", []),
        ("The storm was the worst that anybody there could remember.", []),
        ("In Tolm the deal was off by noon.", ["the deal"]),
        ("Two ships of Orvill Lines sank, and the deal was off.", []),
    ],
)
def test_a_subject_hangs_that_the_article_alone_has_named(sentence, found):
    assert hanging(LEAD, sentence) == found


DEAL = "A barge struck the quay. A deal was made."


@pytest.mark.parametrize(
    ("lead", "sentence", "found"),
    [
        # what ends the phrase, and what defines the noun
        (DEAL, "Two sailors praised the deal because it was good.", ["the deal"]),
        (DEAL, "Two sailors praised the deal as a way out.", []),
        (DEAL, "Two sailors praised the deal with joy.", []),
        (DEAL, "In Tolm the deal’s makers are two sailors.", []),
        # a clause that ends ahead is what such a noun takes up
        (DEAL, "By noon sailors praised the deal because it was good.", ["the deal"]),
        (DEAL, "By noon two sailors praised the deal because it was good.", ["the deal"]),
        (DEAL, "The men of Tolm sold a ship and praised the deal.", []),
        (DEAL, "At noon the deal off Tolm was seen.", []),
        (DEAL, "The worst saw the deal, two sailors of Tolm said.", ["the deal"]),
        (DEAL, "The worst was the deal, two sailors of Tolm said.", []),
        (DEAL, "The deal, a sailor of Tolm said, was off.", ["The deal"]),
        (DEAL, "The deal, Ruth Adeyemi of Tolm said, was off.", []),
        (DEAL, "The deal’s makers were two sailors of Tolm.", ["The deal’s makers"]),
        # the words between
        (DEAL, "At noon the good old deal was off.", ["the good old deal"]),
        (DEAL, "At noon the good Orvill deal was off.", []),
        (DEAL, "At noon the Russian deal was off.", ["the Russian deal"]),
        ("A mill stood.", "At noon a sailor praised the new mill.", ["the new mill"]),
        ("A mill stood.", "At noon a sailor praised the local mill.", []),
        ("A firm stood.", "At noon a sailor praised the local firm with joy.", ["the local firm"]),
        ("A firm stood.", "At noon a sailor praised the Russian firm with joy.", []),
        ("A firm stood.", "At noon a sailor praised the local firm of Tolm.", []),
        ("A firm came.", "At noon a court tells the firm twice.", ["the firm"]),
        ("A firm came.", "At noon a court saw the firm twice.", []),
        ("A mill came.", "At noon a court told the mill twice.", []),
        # somebody
        ("A woman stood.", "At noon a court heard the woman twice.", ["the woman"]),
        ("A woman stood.", "At noon a court heard the woman who stood.", []),
        ("A woman stood.", "At noon the man was heard by a court.", ["the man"]),
        ("Her mother stood.", "At noon the man was heard by a court.", ["the man"]),
        ("A minister stood.", "At noon the man was heard by a court.", ["the man"]),
        ("A barge sank.", "At noon the man was heard by a court.", []),
        ("A woman stood.", "A mother stood, and the man was heard by a court.", []),
        ("A woman stood.", "A barge sank, and the man was heard by a court.", ["the man"]),
        ("A mayor stood.", "By noon, the mayor had been heard by a court.", ["the mayor"]),
        ("A mayor stood.", "Ivo Castren left before the mayor was heard by a court.", []),
        ("A driver fell.", "Ivo Castren paid, and the driver was glad.", []),
        ("A driver fell.", "Ivo Castren said the driver was glad.", ["the driver"]),
        ("A harvest failed.", "Ivo Castren paid, and the harvest was poor.", ["the harvest"]),
        # a group or a firm beside a name
        ("A group met.", "The Tolm Union paid, and the group was glad.", []),
        ("A group met.", "The Orvill paid, and the group was glad.", []),
        ("A group met.", "In Spain a docker paid, and the group was glad.", ["the group"]),
        ("A group met.", "A Russian docker paid, and the group was glad.", ["the group"]),
        ("A firm met.", "The Tolm Council paid, and the firm was glad.", ["the firm"]),
        ("A firm met.", "The ship sank, and the firm paid the Orvill Company.", []),
        ("A firm met.", "The Tolm Company paid, and the firm was glad.", []),
        # one of its kind in one state
        ("France sent ships. A coast guard came.", "The coast guard was heard in Tolm.", []),
        (
            "France and Spain sent ships. A coast guard came.",
            "The coast guard was heard in Tolm.",
            ["The coast guard"],
        ),
        (
            "France and a Spanish firm sent ships. A coast guard came.",
            "The coast guard was heard in Tolm.",
            ["The coast guard"],
        ),
        ("France sent ships. An old guard came.", "The old guard was heard.", ["The old guard"]),
        ("France sent ships. A coast ship came.", "The coast ship was heard.", ["The coast ship"]),
        # what the article told before, and what it begins with as known
        ("A mill burnt.", "The message was told of by two sailors.", ["The message"]),
        ("A mill burnt.", "At noon the message was told of by two sailors.", []),
        ("A mill burnt.", "The storm was told of by two sailors.", []),
        ("The Tolm Union met.", "At noon the union was glad of it.", ["the union"]),
        ("The Tolm Union met.", "At noon the fund was glad of it.", []),
        ("A trial began.", "At noon in town the trial was told of.", ["the trial"]),
        ("Old mill sold.", "The old mill was told of by two sailors.", []),
        ("The old mill sank.", "The old mill was told of by two sailors.", []),
        ("Old mill of Tolm sold.", "The old mill was told of by two sailors.", ["The old mill"]),
        ("An old mill sank.", "The old mill was told of by two sailors.", ["The old mill"]),
        ("The mill sank.", "The old mill was told of by two sailors.", ["The old mill"]),
        ("Old mill sold.", "The mill was told of by two sailors.", ["The mill"]),
    ],
)
def test_what_stands_around_a_noun_decides_whether_it_hangs(lead, sentence, found):
    assert hanging(lead, sentence) == found


BANK = "The state was in talks with the Northern Development Bank about a loan."


@pytest.mark.parametrize(
    ("lead", "words", "name"),
    [
        ("Mayor Jonas Veld visited the valley.", "the mayor", "Jonas Veld"),
        ("Mayor Dorvik Veld visited the valley.", "the mayor", ""),
        ("Mayor Veld visited the valley.", "the mayor", ""),
        ("Deputy Mayor Jonas Veld visited the valley.", "the mayor", ""),
        ("Mayor Jonas Veld and Mayor Ada Brandt visited the valley.", "the mayor", ""),
        ("Senator Jonas Veld visited the valley.", "the senator", ""),
        ("Director Jonas Veld visited the valley.", "the director", "Jonas Veld"),
        ("Director Jonas visited the valley.", "the director", ""),
        (BANK, "the bank", "Northern Development Bank"),
        (BANK, "the development bank", "Northern Development Bank"),
        (BANK, "the new bank", ""),
        (f"{BANK} The Tolm Bank was there.", "the bank", ""),
        ("The Tolm and Northern Development Bank lent money.", "the bank", ""),
        ("The shipping company Orvill Lines bought a quay.", "the firm", "Orvill Lines"),
        ("The shipping company Orvill Lines bought a quay.", "the new firm", ""),
        ("The shipping company Orvill Lines bought a quay.", "the firm tolmwatch", ""),
        ("A state was in talks about a loan.", "the bank", ""),
    ],
)
def test_a_bracket_names_only_whom_all_its_words_fit(lead, words, name):
    _, found = last_sentence(lead, f"At noon {words} said that two quays were shut.")
    put = [change.text for change in found.changes] if isinstance(found, Draft) else []
    assert put == ([f" [{name}]"] if name else [])


@pytest.mark.parametrize(
    ("lead", "sentence", "told"),
    [
        (
            "The state was in talks with the Northern Development Bank about a loan.",
            "The bank confirmed the talks but named no sum in its letter.",
            "The bank [Northern Development Bank] confirmed",
        ),
        (
            "Interior Minister Jonas Veld visited the valley after the flood.",
            "The opposition called for the minister to resign from his post.",
            "for the minister [Jonas Veld] to resign",
        ),
    ],
)
def test_a_body_and_a_holder_are_named_where_one_alone_can_be_meant(lead, sentence, told):
    draft = grounded(lead, sentence)
    assert told in fold_spaces(apply_edits(draft.text, relative_edits(draft)))


def test_a_firm_is_named_where_one_alone_can_be_meant():
    draft = grounded(
        "The shipping company Orvill Lines bought a quay in Vellin.",
        "In a letter the firm said it would sell two of its ships.",
    )
    told = fold_spaces(apply_edits(draft.text, relative_edits(draft)))
    assert told.startswith("In a letter the firm [Orvill Lines] said it")
    assert not vague_descriptions(draft)


@pytest.mark.parametrize(
    ("name", "words", "more"),
    [
        ("The Ministry", "the ministry", False),
        ("Ministry", "60 specialists of the ministry", False),
        ("Ministry of Justice", "the ministry", True),
        ("Orvill Lines", "the firm", True),
    ],
)
def test_no_bracket_says_again_what_stands_before_it(name, words, more):
    assert says_more(name, words) is more


@pytest.mark.parametrize(
    ("lead", "sentence"),
    [
        (
            "Deputy Minister Jonas Veld visited the valley after the flood.",
            "The opposition called for the minister to resign from his post.",
        ),
        (
            "Interior Minister Jonas Veld and Foreign Minister Ada Brandt visited the valley.",
            "The opposition called for the minister to resign from his post.",
        ),
        (
            "The shipping company Orvill Lines and the shipping company Marrow Lines met.",
            "In a letter the firm said it would sell two of its ships.",
        ),
        (LEAD, "Officers of the harbour say the man took a boat to the island."),
        (LEAD, "A sailor told the paper that two ships had met on the night before."),
        (f"{LEAD} Two reports tell of it.", "The mayor of Vellin refused to confirm the reports."),
        ("Bandits of Tolm robbed a mill.", "The bandits themselves never use a boat."),
        ("Two keys were found.", "The key was found on Monday in Vellin."),
        (f"{LEAD} A tired old clerk saw it.", "The tired old clerk was heard by a court in Tolm."),
        (LEAD, "Ruth Adeyemi of the harbour office said: “It’s madness.”"),
        ("A driver lost his way.", "Ruth Adeyemi said that the driver was a friend of hers."),
        (LEAD, "Despite his words, France said that it would build a quay."),
        (LEAD, "At the time of the flood, the barge had been sold twice."),
        (LEAD, "The barge’s owners have sold two ships of Orvill Lines."),
        (LEAD, "In Vellin the barge in question was sold for scrap by Ivo Castren."),
        (LEAD, "Ivo Castren had ordered a ship in order to “help the town,” it said."),
        (LEAD, "The second ship left the harbour of Vellin in the night."),
        (LEAD, "The rumour comes from a pilot who once worked for Orvill Lines."),
        (f"{LEAD} A reporter saw it.", "The 39-year-old reporter was working for Orvill Lines."),
        (LEAD, "“I hope that many of them are at the quay of Vellin,” Ivo Castren said."),
        ("Ruth Adeyemi met Ivo Castren.", "The former refused to sell the ship to Vellin."),
        ("Ruth Adeyemi met Ivo Castren.", "The two met again at the quay of Vellin."),
        ("Ruth Adeyemi met Ivo Castren.", "In Tolm the two signed a treaty on ships and quays."),
        ("Ruth Adeyemi met Ivo Castren.", "The latter asked for two ships and a quay."),
        ("Ruth Adeyemi met a leader.", "The Russian leader was in a good mood at noon."),
        ("A woman waited.", "Orvill Lines begins to speak with the woman using signs."),
        (LEAD, "A few moments later, Ivo Castren appeared on the quay of Vellin."),
        ("Vellin votes in May.", "Ruth Adeyemi won two votes with victories in the primary there."),
        (LEAD, "The barge had been built in Castren for the grain trade."),
        (LEAD, "The deal would bring the town a third of what the ships earn."),
    ],
)
def test_whom_nobody_can_tell_is_not_told_alone(lead, sentence):
    assert last_sentence(lead, sentence)[1] == Refused(reason="dangling reference")


def test_a_body_whose_name_may_be_known_in_part_only_is_not_put_in():
    lead = "The Castren Fish and Water Commission held a hearing on the lower river."
    draft = grounded(lead, "In March 2025 the commission fined two ships of the lower river.")
    assert "[" not in apply_edits(draft.text, relative_edits(draft))


@pytest.mark.parametrize(
    "sentence",
    [
        "A man held up a bank in Vellin, and the man took a boat to the island.",
        "Ivo Castren was stopped by the harbour police, who say the driver had drunk.",
        "Ruth Adeyemi met Ivo Castren, Mara Holt and Olin Fasch in Tolm on Monday.",
        "A mill of Tolm and a lock of Vellin were closed, and the former will be sold.",
        "Ruth Adeyemi went to France and met two sailors of the barge there.",
        "The harbour master, Ruth Adeyemi, said that a second barge was safe.",
        "The Castren Post said that the paper had seen two letters.",
        "The harbour was closed to ships of the grain trade until noon.",
        "Somebody in Vellin must have seen how the storm began.",
    ],
)
def test_whom_the_sentence_has_told_may_stand(sentence):
    assert isinstance(last_sentence(LEAD, sentence)[1], Draft)


@pytest.mark.parametrize(
    "sentence",
    [
        "An expert said that this would bring the harbour back to its roots.",
        "Expanding on that point she said that the quay would be mended.",
        "Officials close to the inquiry said they had seen no evidence for it.",
        "Asked about the same matter the harbour office gave no answer.",
    ],
)
def test_what_points_back_from_inside_is_refused(sentence):
    document, _ = article(f"{LEAD}\n\n{sentence}", "Vellin Gazette")
    read = reading.read_language(document, split.split_passages(document), ())
    assert ground_sentences(read, read.passages[-1].sentences[-1:]) == Refused(
        reason="dangling reference"
    )


def test_she_is_named_behind_a_phrase_that_begins_like_a_name():
    lead = "The mayor, Anna Rossi, said on Monday that the quay was lost."
    draft = grounded(
        lead,
        "In answer to questions of whether it would be rebuilt, she said that the town was poor.",
    )
    assert "[Anna Rossi] said that the town was poor" in fold_spaces(
        apply_edits(draft.text, relative_edits(draft))
    )


def test_what_may_be_a_thing_is_not_put_in_as_somebody():
    lead = "The director Movie Pilot and Ivo Castren were named in a letter of the harbour office."
    draft, told = last_sentence(lead, "At noon the director received a prize for Vellin.")
    assert isinstance(told, Refused) or "Movie" not in apply_edits(draft.text, relative_edits(told))


def test_an_abbreviation_is_not_expanded_beside_its_long_form():
    lead = "The Federal Harbour Agency (FHA) fined two ships of Vellin on Monday."
    sentence = "The FHA fines ships, and Ivo Castren left the Federal Harbour Agency in March 2025."
    draft = grounded(lead, sentence)
    assert apply_edits(draft.text, relative_edits(draft)) == sentence
    draft = grounded(lead, "The FHA fines ships of Vellin and Tolm in every year since 1990.")
    assert "FHA [Federal Harbour Agency]" in apply_edits(draft.text, relative_edits(draft))


KNOWN = "The northern quay reopened on Monday, the port authority of Vellin said."


@pytest.mark.parametrize(
    ("lead", "told"),
    [
        (KNOWN, True),  # readers of the article had to know it, too
        ("Northern quay reopens\n\nDockers of Vellin returned to work on Monday.", True),
        ("A barge struck a northern quay in Vellin on Monday.", False),
        ("The northern quay of Vellin reopened on Monday.", False),
        ("The southern quay reopened on Monday, and the northern quay stayed closed.", False),
    ],
)
def test_what_the_article_itself_begins_with_as_known_may_stand(lead, told):
    _, grounded = last_sentence(lead, "The northern quay handled 900 containers on 7 April 2025.")
    assert isinstance(grounded, Draft) is told
