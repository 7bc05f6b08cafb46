"""What Markdown strikes out and its footnotes are not told; texts of dated posts have no one day."""

import pytest

from tests.ingest.test_html import BODY


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("The fire killed ~~12~~ 14 people in the mill.", "The fire killed 14 people in the mill."),
        ("The chair, ~~Rita Holm~~ Anna Holm, left.", "The chair, Anna Holm, left."),
        ("The flood left 3,200[^1] without shelter.", "The flood left 3,200 without shelter."),
        ("It held,[^a-2] said its warden.[^3]", "It held, said its warden."),
    ],
)
def test_struck_out_words_and_note_marks_leave_a_markdown_text(article, written, read):
    document = article("\n\n".join(["# Town", written, *BODY]), "a.md")
    assert document.text.split("\n\n")[1] == read
    marks = {(one.kind, one.start) for one in document.marks if one.kind in {"note", "struck"}}
    assert marks
    assert all(8 <= at <= 8 + len(read) for _, at in marks)


def test_a_footnote_of_a_markdown_text_is_not_told(article):
    document = article(
        "\n\n".join([*BODY, "The flood left 3,200[^1] there.", "[^1]: Count of 19 March 2025."]),
        "a.md",
    )
    at = document.text.index("[^1]: Count")
    assert any(one.kind == "other_page" and one.start == at for one in document.marks)


@pytest.mark.parametrize("line", ["It cost ~ 12 and ~~ 14 crowns.", "The set [^a] is empty."])
def test_other_signs_stay_as_they_stand(article, line):
    assert line in article("\n\n".join([line, *BODY]), "a.txt").text


def test_a_text_of_dated_posts_has_no_day_of_its_own(article):
    days = ["20 March 2025", "19 March 2025", "18 March 2025"]
    posts = [part for pair in zip(days, BODY, strict=False) for part in pair]
    assert article("\n\n".join(["Live from Olm", *posts]), "a.txt").published is None


def test_one_day_over_a_text_with_another_inside_dates_it(article):
    lines = ["Town", "20 March 2025", BODY[0], "19 March 2025", *BODY[1:]]
    assert article("\n\n".join(lines), "a.txt").published.value == "2025-03-20"
