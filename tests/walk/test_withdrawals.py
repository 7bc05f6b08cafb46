"""What an outlet takes back is told by nobody; only its own word counts."""

from dataclasses import replace

import pytest

from briefing.model import Document, Known, Mark
from briefing.walk.withdrawals import withdrawal_reasons

TITLE = "Fire kills nine at the mill of Pell"
STORY = " ".join(f"The fire at the mill of Pell went on through night {n}." for n in range(30))


def document(name, text, title, outlet="Olm Post", published="2025-03-04"):
    return Document(
        id=name, locator=f"{name}.txt", path=None, url=None, revision="", size=1, encoding="utf-8",
        text=text, language="en",
        title=Known(value=title, basis="stated") if title else None,
        outlet=Known(value=outlet, basis="stated") if outlet else None,
        published=Known(value=published, basis="stated") if published else None,
    )  # fmt: skip


OLD = document("old", f"{TITLE}\n\n{STORY}", TITLE)


def notice(text, title="A note to our readers", **more):
    return document("new", f"{title}\n\n{text}", title, **{"published": "2025-03-06", **more})


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (f"The Olm Post has withdrawn its article of 4 March, “{TITLE}”.", "RETRACTION: Pell fire"),
        (f"We have retracted our report “{TITLE}” because its figures were wrong.", "A note"),
        (f"The story “{TITLE}” has been withdrawn.", "A note"),
        (f"Editors, please kill the story {TITLE}, which moved on Tuesday.", "KILL"),
        (f"The Olm Post has eliminated the story headlined “{TITLE}”.", "Advisory"),
        ("It was wrong.", f"Retraction of article “{TITLE}”"),
        (f"We published an article, “{TITLE}”. We have withdrawn it: nothing burnt.", "A note"),
        ("It was wrong.", f"KILL: {TITLE}"),
        ("It was wrong.", f"Retracted – {TITLE}"),
        ("It was wrong.", f"[RETRACTED] {TITLE}"),
    ],
)
def test_a_notice_of_its_own_outlet_withdraws_an_article(text, title):
    found = withdrawal_reasons([OLD, notice(text, title)])
    assert list(found) == ["old"]
    assert "6 March 2025 (new.txt)" in found["old"]


@pytest.mark.parametrize(
    "more",
    [{"outlet": "Teyn Courier"}, {"outlet": None}, {"published": "2025-03-01"}],
    ids=["another outlet", "no outlet", "before the article"],
)
def test_no_other_word_withdraws_it(more):
    text = f"The article “{TITLE}” has been withdrawn."
    assert withdrawal_reasons([OLD, notice(text, **more)]) == {}


@pytest.mark.parametrize(
    "first",
    [
        "This article has been withdrawn.",
        "This story, which appeared on Tuesday, has been retracted by its editors.",
        "The Olm Post has withdrawn this article after readers wrote in.",
        "RETRACTED",
        f"[Withdrawn] {TITLE}",
    ],
)
def test_an_article_that_says_so_itself_is_withdrawn(first):
    text = f"{TITLE}\n\n{first}\n\n{STORY}"
    assert list(withdrawal_reasons([replace(OLD, text=text)])) == ["old"]


@pytest.mark.parametrize(
    "text",
    [
        (
            "The government has withdrawn its troops from the valley, according to a report of the "
            "army."
        ),
        "The witness has retracted his story, the prosecutor said on Monday in the court of Pell.",
        "The minister said that the kill of nine wolves had been reported to the ministry at once.",
        "The firm has withdrawn its offer for the mill, and a report of its bank is still to come.",
    ],
)
def test_what_others_take_back_is_news(text):
    long = replace(OLD, id="one", text=f"{TITLE}\n\n{text}\n\n{STORY}")
    assert withdrawal_reasons([long, OLD]) == {}


def test_words_at_the_edge_of_the_page_withdraw_nothing():
    text = f"{TITLE}\n\n{STORY}\n\nThis article has been withdrawn."
    start = text.index("This article")
    mark = Mark(start=start, end=len(text), kind="other_page", reason="elsewhere")
    assert withdrawal_reasons([replace(OLD, text=text, marks=(mark,))]) == {}


SHORT = "KILL: Fire kills nine at mill"


def test_a_notice_with_a_title_cut_short_means_the_one_article_that_has_its_words():
    new = notice("Please kill the story slugged BC-Pell.", SHORT)
    assert set(withdrawal_reasons([OLD, new])) == {"old"}


@pytest.mark.parametrize(
    ("others", "title"),
    [
        ([document("twin", STORY, f"{TITLE} in the night")], SHORT),
        ([], "KILL: Fire at mill"),
        ([], "KILL: Fire kills ten at mill"),
    ],
)
def test_a_short_title_that_fits_two_or_none_means_none(others, title):
    new = notice("Please kill the story slugged BC-Pell.", title)
    assert not withdrawal_reasons([OLD, *others, new])


def test_a_short_title_of_another_outlet_means_none():
    new = notice("Please kill the story slugged BC-Pell.", SHORT, outlet="Tarn Wire")
    assert not withdrawal_reasons([OLD, new])
