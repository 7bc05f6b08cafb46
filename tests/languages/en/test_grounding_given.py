"""Given names that are none, and names that need no bracket."""

import pytest

from briefing import ingest, split
from briefing.languages.en import reading
from briefing.languages.en.grounding import Refused, ground_sentences


def ground(text, fragment, tmp_path):
    """Ground the sentence that holds a fragment."""
    file = tmp_path / "article.txt"
    file.write_text(f"The lock of Tolm\n\n{text}\n", encoding="utf-8")
    found = ingest.Found(
        locator="article.txt",
        path="article.txt",
        file=file,
        size=file.stat().st_size,
        mtime_ns=0,
    )
    document = ingest.read_article(found, None)
    article = reading.read_language(document, split.split_passages(document), ())
    words = document.text
    sentences = (s for p in article.passages for s in p.sentences)
    sentence = next(s for s in sentences if fragment in words[s.start : s.end])
    return ground_sentences(article, (sentence,))


def added(draft):
    """Give what a draft puts in brackets."""
    return [c.text.strip() for c in draft.changes if c.op == "insert"]


@pytest.mark.parametrize(
    ("text", "fragment"),
    [
        ("RJR Castren said it would close. Castren cut 300 posts in Vellin on its own.", "cut 300"),
        ("The Vellin PAC said it would. Leaders of the PAC met in the town of Tolm.", "Leaders"),
        ("Ann GOP leaders met. The local GOP leaders had chosen the town of Tolm.", "local"),
    ],
)
def test_a_body_gets_no_given_name(text, fragment, tmp_path):
    draft = ground(text, fragment, tmp_path)
    assert isinstance(draft, Refused) or not added(draft)


def test_a_given_name_stands_before_the_particles_that_are_there_already(tmp_path):
    text = "Mayor Karl de Wit came. The guild of Vellin gave de Wit a cup of silver for the lock."
    draft = ground(text, "a cup", tmp_path)
    assert [(c.text, c.start) for c in draft.changes if c.op == "insert"] == [
        ("[Karl] ", draft.reading.document.text.index("de Wit a cup"))
    ]


def test_an_abbreviation_gets_no_name_that_says_nothing_more(tmp_path):
    text = "LMA Inc sold a barge. The guild of Vellin bought the barge from LMA in the end."
    assert not added(ground(text, "in the end", tmp_path))


def test_particles_alone_are_no_given_name(tmp_path):
    text = "De Wit came to the lock. The guild of Vellin gave de Wit a cup of silver for the lock."
    assert not added(ground(text, "a cup", tmp_path))


@pytest.mark.parametrize("people", ["Republican", "Democrat", "Irish"])
def test_a_party_or_a_people_is_no_given_name(people, tmp_path):
    text = f"They met {people} Karl Castren in Vellin. Castren left the town for the coast."
    draft = ground(text, "left the town", tmp_path)
    assert added(draft) == ["[Karl]"]


@pytest.mark.parametrize(
    "text",
    [
        "Karl Castren left. Castren asked the whole town of Vellin to stand behind him in May.",
        "Karl Castren left. Mr. Castren begged the dockers of Vellin to vote for him in May.",
    ],
)
def test_who_is_named_in_the_same_sentence_gets_no_bracket(text, tmp_path):
    draft = ground(text, "in May", tmp_path)
    assert added(draft) == ["[Karl]"]


@pytest.mark.parametrize(
    "text",
    [
        "crime, told again of his long anger over the ease with which the lock is opened.",
        "of the matter gather for the vote in the town of Tolm and in the whole country.",
        "He told me this week that the lock of Tolm leaks and that nobody will mend it.",
    ],
)
def test_a_broken_line_and_a_reporter_s_me_are_not_told(text, tmp_path):
    assert isinstance(ground(f"Karl Castren left.\n\n{text}", text[:20], tmp_path), Refused)


def test_a_name_without_a_capital_behind_a_description_is_its_own(tmp_path):
    text = "Tarnwatch, a website, told of it. In May the website quayandlock noted that it leaks badly."
    draft = ground(text, "quayandlock", tmp_path)
    assert isinstance(draft, Refused) or not any("Tarnwatch" in word for word in added(draft))


def test_a_title_is_no_given_name(tmp_path):
    text = "They met Virginia Gov. Terry Castren. Castren left the town of Vellin in May."
    assert added(ground(text, "left the town", tmp_path)) in ([], ["[Terry]"])


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Mr. Rill and his wife, Quelda Rill, met. And since May, Mr. Rill has talked.", "He"),
        ("Mrs. Rill and her son, Omvar Rill, met. Mr. Rill sat. Mrs. Rill talked.", "She"),
        ("Ms. Rill met the Rills. Quelda Rill spoke of Mr. Rill in May. Mr. Rill talked.", "He"),
    ],
)
def test_a_couple_is_not_told_apart_by_a_strange_given_name(text, told, tmp_path):
    whole = f"{text} Ms. Rill wept. {text} {told} asked the dockers of Vellin to stand up in May."
    draft = ground(whole, "asked the dockers", tmp_path)
    assert isinstance(draft, Refused) or not any("Rill" in one for one in added(draft))
