"""An article that calls itself opinion, analysis, interview, release or correction is of that
kind."""

import pytest

from briefing import ingest


def read(text, tmp_path):
    """Read an article as the walk does."""
    file = tmp_path / "article.txt"
    file.write_text(text, encoding="utf-8")
    found = ingest.Found(
        locator="article.txt", path="article.txt", file=file, size=len(text), mtime_ns=0
    )
    return ingest.read_article(found, None)


BODY = (
    "\n\nBy Ivo Brandt\nTarn Post, 9 March 2025\n\nThe bridge over the Sorrel was closed on "
    "Friday. It is old.\n"
)


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Opinion: Close the bridge", "opinion"),
        ("OPINION | Close the bridge", "opinion"),
        ("Editorial – Close the bridge", "opinion"),
        ("Analysis: What the bridge costs", "analysis"),
        ("Interview: The keeper of the bridge", "interview"),
        ("Press release: Bridge closed", "release"),
        ("Transcript: The council on the bridge", "transcript"),
        ("Correction: The bridge of Tarn", "correction"),
    ],
)
def test_a_label_in_the_title_states_the_kind(title, kind, tmp_path):
    document = read(title + BODY, tmp_path)
    assert document.kind is not None
    assert (document.kind.value, document.kind.basis) == (kind, "stated")
    (span,) = document.kind.evidence
    assert document.text[span.start : span.end] == title.split(":")[0].split(" |")[0].split(" –")[0]


@pytest.mark.parametrize(
    "title",
    ["Opinion polls close in Tarn", "Bridge closed", "Live music returns to Tarn", "Leaders meet"],
)
def test_a_title_that_only_begins_so_states_nothing(title, tmp_path):
    assert read(title + BODY, tmp_path).kind is None


@pytest.mark.parametrize(
    "label",
    ["Comment by Ivo Brandt, Tarn Post", "Opinion, Tarn Post, 9 March", "OPINION - Ivo Brandt"],
)
def test_a_label_may_stand_before_author_or_outlet(label, tmp_path):
    document = read(f"Close the bridge\n\n{label}\n\nThe bridge is old. It must go.\n", tmp_path)
    assert document.kind is not None
    assert (document.kind.value, document.kind.basis) == ("opinion", "stated")


RELEASED = (
    "The bridge over the Sorrel was inspected in May and showed no cracks.\n\nIt stays open.\n"
)


@pytest.mark.parametrize(
    "text",
    [
        "Bridge inspected\n\nTARN, March 9, 2025 /NewsReach/ -- " + RELEASED,
        "Bridge inspected\n\nTARN--(BUSINESS WIRE)--" + RELEASED,
        "Bridge inspected\n\n" + RELEASED + "\nSOURCE Sorrel Bridges Ltd\n",
        "Statement by the Guild of Tarn on the bridge\n\n" + RELEASED,
    ],
)
def test_a_release_shows_that_it_is_one(text, tmp_path):
    kind = read(text, tmp_path).kind
    assert kind is not None
    assert (kind.value, kind.basis) == ("release", "inferred")


@pytest.mark.parametrize(
    "text",
    [
        "Bridge inspected\n\nTARN, March 9 (Tarn Wire) - " + RELEASED,
        "Statement of the mayor angers Tarn\n\n" + RELEASED,
        "Bridge inspected\n\n" + RELEASED + "\nSource: Tarn Post\n",
    ],
)
def test_a_report_shows_no_such_thing(text, tmp_path):
    assert read(text, tmp_path).kind is None


@pytest.mark.parametrize("title", ["Letters to the editor", "Letters: The bridge", "Your letters"])
def test_a_page_of_letters_is_one(title, tmp_path):
    kind = read(title + BODY, tmp_path).kind
    assert kind is not None
    assert kind.value == "letters"


@pytest.mark.parametrize(
    "title",
    [
        "Five questions for the keeper of the bridge",
        "“We slept on the planks”: a talk with the keeper of the bridge",
        "An interview with Olin Fasch",
        "In conversation: the keeper and the miller",
    ],
)
def test_a_title_states_an_interview(title, tmp_path):
    kind = read(title + BODY, tmp_path).kind
    assert kind is not None
    assert (kind.value, kind.basis) == ("interview", "stated")


def test_questions_that_somebody_answers_as_i_are_an_interview(tmp_path):
    asked = (
        "The keeper of Tarn\n\nTarn Post, 9 March 2025\n\nWhere do you sleep?\n\nI sleep on the bridge."
        "\n\nAnd what do you eat there?\n\nMy sister brings me bread and fish from the market.\n"
    )
    kind = read(asked, tmp_path).kind
    assert kind is not None
    assert (kind.value, kind.basis) == ("interview", "inferred")


@pytest.mark.parametrize(
    "text",
    [
        "What happened?\n\nThe bridge fell. “I saw it,” a miller said.\n\nWho pays for it now?\n\nThe guild pays.\n",
        "Police end interview with the keeper\n\nHe was let go on Friday and went home to Vellin.\n",
        "Have you seen the keeper?\n\nI have not seen him since May, and nobody in Tarn has.\n",
    ],
)  # fmt: skip
def test_what_is_no_interview(text, tmp_path):
    assert read(text, tmp_path).kind is None


@pytest.mark.parametrize(
    "head",
    [
        "Close the bridge\nTarn Post | Opinion | 9 March 2025",
        "Close the bridge | Comment",
        "The Tarn Post’s view\nClose the bridge",
        "The Observer view on the bridge",
        "COLUMN\nClose the bridge",
    ],
)
def test_a_label_between_bars_and_a_papers_view_state_an_opinion(head, tmp_path):
    kind = read(head + BODY, tmp_path).kind
    assert kind is not None
    assert kind.value == "opinion"


@pytest.mark.parametrize(
    "title", ["A room with a view", "The mayor's view of the river is blocked"]
)
def test_other_views_state_nothing(title, tmp_path):
    assert read(title + BODY, tmp_path).kind is None
