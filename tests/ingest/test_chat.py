"""Exports of chats: a document for what each person wrote on a day, dated by the messages."""

import pytest

from briefing.ingest import Folder, read_article

IPHONE = """\u200e[13/03/2025, 10:14:00] Orla desk: \u200eMessages and calls are end-to-end encrypted.
[13/03/2025, 10:15:02] Lake Office: The flood left 3,200 people without shelter, the warden says.
[13/03/2025, 10:16:11] Ruth Pell: Is the sluice at Venn holding?
[14/03/2025, 08:00:00] Lake Office: The sluice held overnight,
and water ran over its crown yesterday.
[14/03/2025, 08:01:00] Ruth Pell: <Media omitted>
"""
PHONE = """3/13/25, 10:15 AM - Lake Office: The flood left 3,200 people without shelter.
3/14/25, 9:16 AM - Ruth Pell: This message was deleted
3/14/25, 9:17 AM - Ruth Pell: The sluice at Venn held, said its warden.
"""


@pytest.fixture
def read(tmp_path):
    def reading(text, name="chat.txt"):
        folder = tmp_path / "sources"
        folder.mkdir()
        (folder / name).write_text(text, encoding="utf-8")
        return [read_article(found, None) for found in Folder(path="sources")(tmp_path)]

    return reading


def told(made):
    return [
        (one.author.value, one.published.value if one.published else None, one.text) for one in made
    ]


def test_each_person_and_day_is_a_document(read):
    assert told(read(IPHONE)) == [
        ("Lake Office", "2025-03-13",
         "The flood left 3,200 people without shelter, the warden says."),
        ("Ruth Pell", "2025-03-13", "Is the sluice at Venn holding?"),
        ("Lake Office", "2025-03-14",
         "The sluice held overnight,\nand water ran over its crown yesterday."),
    ]  # fmt: skip


def test_what_the_program_wrote_is_not_told(read):
    made = told(read(PHONE))
    assert [one[1:] for one in made] == [
        ("2025-03-13", "The flood left 3,200 people without shelter."),
        ("2025-03-14", "The sluice at Venn held, said its warden."),
    ]


@pytest.mark.parametrize(
    ("dates", "days"),
    [
        (("03.04.25", "05.04.25"), ["2025-04-03", "2025-04-05"]),
        (("2025-04-03", "2025-04-05"), ["2025-04-03", "2025-04-05"]),
        (("1/2/2025", "3/2/2025"), [None]),
        (("11/2/2025", "1/3/2025"), ["2025-02-11", "2025-03-01"]),
        (("2/11/2025", "3/1/2025"), ["2025-02-11", "2025-03-01"]),
        (("4/31/2025", "5/2/2025"), [None]),
    ],
)
def test_day_and_month_are_told_apart_or_left_open(read, dates, days):
    lines = [f"{one}, 10:15 - Pell: The sluice number {at} held." for at, one in enumerate(dates)]
    assert sorted(one[1] or "" for one in told(read("\n".join(lines)))) == sorted(
        one or "" for one in days
    )


@pytest.mark.parametrize(
    "text",
    [
        "[13/03/2025, 10:15:02] Lake Office: The flood left 3,200 people without shelter.",
        "The flood came.\n[13/03/2025, 10:15] Pell: It went.\n[14/03/2025, 10:15] Pell: It is gone.",
        "13 March 2025 - Pell: The flood left 3,200 people without shelter, he said.\n\nIt went.",
    ],
)
def test_a_text_with_a_line_of_that_form_is_no_chat(read, text):
    assert [one.locator for one in read(text)] == ["sources/chat.txt"]
