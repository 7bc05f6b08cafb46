"""Texts that were printed to a file: form feeds between sheets, heads and numbers at them."""

import pytest

from tests.ingest.test_html import BODY, told

FIRST, SECOND = BODY[:3], BODY[3:]


@pytest.mark.parametrize(
    ("head", "between"),
    [
        ("THE ALTONA HERALD", "- 1 -\n\fTHE ALTONA HERALD      2\n\n"),
        ("Altona Herald    Page 1", "\n\fAltona Herald    Page 2\n\n"),
        ("Council of Pell, minutes", "1\n\f\nCouncil of Pell, minutes\n\n"),
        ("Council of Pell, minutes", "Seite 1 von 2\n\f"),
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_heads_and_numbers_at_a_form_feed_are_not_told(article, head, between, end):
    whole = f"{head}\n\n" + "\n\n".join(FIRST) + f"\n\n{between}" + "\n\n".join(SECOND) + "\n"
    document = article(whole.replace("\n", end).encode(), "a.txt")
    assert [one for one in told(document) if one in BODY] == BODY
    assert len(told(document)) <= len(BODY) + 1  # the very first head may stay


def test_a_text_goes_on_over_a_form_feed(article):
    document = article("\n\n".join(FIRST) + "\n\f" + "\n\n".join(SECOND) + "\n")
    assert told(document) == BODY


def test_a_number_alone_inside_a_sheet_is_no_edge(article):
    document = article("\n\n".join([*FIRST, "12", *SECOND]) + "\n\f" + "\n\n".join(BODY[:1]))
    assert not [one for one in document.marks if "edge of the pages" in one.reason]
