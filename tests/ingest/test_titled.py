"""Lines at the top that are parts of a title known from elsewhere."""

import pytest

from briefing import ingest
from briefing.ingest.supplied import Supplied

TITLE = "Quay of Vellin shut for repairs; Mayor vows to open it again by the summer of 2026."
HEAD = "Talk of the town on the quay, told by nobody in particular and of no use."
BODY = "The quay of Vellin was shut on Monday after a crane fell, Ruth Adeyemi said."


def is_titled(tmp_path, line, *rest, title=TITLE):
    """Whether a line of an article is marked as a part of its title."""
    path = tmp_path / "a.txt"
    path.write_text("\n\n".join((*rest, line, BODY, BODY * 2)), encoding="utf-8")
    found = ingest.Found(
        locator="a.txt", path="a.txt", file=path, size=path.stat().st_size, mtime_ns=0
    )
    made = ingest.read_article(found, Supplied(title=title))
    at = made.text.index(line.strip())
    return any(mark.start <= at < mark.end and "part" in mark.reason for mark in made.marks)


@pytest.mark.parametrize(
    ("line", "part"),
    [
        ("Mayor vows to open it again by the summer of 2026.", True),
        ("Quay of Vellin shut for repairs; ", True),
        ("by the summer", True),
        ("of 2026", False),
        ("Mayor vows to open it again by the winter of 2026.", False),
        (TITLE, False),
    ],
)
def test_a_line_that_is_a_part_of_the_title_is_marked(tmp_path, line, part):
    assert is_titled(tmp_path, line, HEAD) is part


def test_further_down_the_same_words_are_the_articles(tmp_path):
    line = "Mayor vows to open it again by the summer of 2026."
    assert not is_titled(tmp_path, line, *(f"{HEAD} {n}" for n in range(4)))
    assert not is_titled(tmp_path, line, HEAD, title="")
