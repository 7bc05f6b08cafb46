"""Captions that only their form tells, and sentences of news that look like them."""

import pytest

from tests.ingest.test_html import BODY


def kinds(article, line):
    text = "\n\n".join(["Ferry sinks off Teyn", "4 March 2025", line, *BODY])
    document = article(text, "a.txt")
    at = document.text.index(line)
    return {mark.kind for mark in document.marks if mark.start <= at < mark.end}


@pytest.mark.parametrize(
    "line",
    [
        "Passengers wait on the quay after the ferry sank off Teyn, March 3, 2025.",
        "A man looks at the mill of Pell as the water rises, on Monday, March 3, 2025.",
        "Soldiers carry sand to the harbour of Olm, 3 March 2025",
        "The quay of Teyn in the rain on Monday, March 3, 2025.",
    ],
)
def test_a_picture_told_in_the_present_with_its_whole_date_is_a_caption(article, line):
    assert kinds(article, line) == {"caption"}


@pytest.mark.parametrize(
    "line",
    [
        "The ferry sank off Teyn with nine men and two horses on board, March 3, 2025.",
        "The law on quays was signed by the mayor of Teyn on Monday, March 3, 2025.",
        "The court will hear both of them in the town hall of Teyn on March 3, 2025.",
        "Passengers wait on the quay of Teyn and hope that a boat comes for them soon.",
    ],
)
def test_news_with_a_date_at_its_end_stays(article, line):
    assert kinds(article, line) == set()
