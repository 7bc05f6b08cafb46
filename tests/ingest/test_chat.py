"""Exports of chats: a document for what each person wrote on a day, dated by the messages."""

import json

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


@pytest.mark.parametrize(
    "notice",
    [
        "Diese Nachricht wurde gelöscht.",
        "Ce message a été supprimé",
        "Se eliminó este mensaje.",
        "IMG-20250313-WA0004.jpg (Datei angehängt)",
        "minutes of the council.pdf (file attached)",
    ],
)
def test_notices_of_any_language_are_not_told(read, notice):
    made = read(f"{PHONE}3/14/25, 9:18 AM - Ruth Pell: {notice}\n")
    assert [one[2] for one in told(made)] == [one[2] for one in told_of(PHONE)]


def told_of(text):
    return [("", "", line.split(": ", 1)[1]) for line in text.split("\n")[::2] if line]


def test_a_note_of_editing_leaves_the_message(read):
    (made,) = read(
        "13.03.25, 10:15 - Ruth Pell: The sluice held. <Diese Nachricht wurde bearbeitet.>\n"
        "13.03.25, 10:16 - Ruth Pell: See <https://x.example> of the council.\n"
    )
    assert made.text == "The sluice held.\n\nSee <https://x.example> of the council."


def test_a_number_of_a_telephone_is_no_author(read):
    (made,) = read("13.03.25, 10:15 - +49 170 5550101: The sluice\n13.03.25, 10:16 - "
                   "+49 170 5550101: held.\n")  # fmt: skip
    assert made.author is None


SLUICE = "The sluice at Venn held overnight, its warden says."
FLOOD = "The flood left 3,200 people without shelter."


def message(**more):
    return {"type": "message", "date": "2025-03-13T10:15:00", "from": "Lake Office", **more}


@pytest.mark.parametrize(
    ("kind", "written", "known"),
    [
        ("personal_chat", message(text=SLUICE), ["Lake Office", None, "2025-03-13"]),
        ("public_channel", message(text=[SLUICE[:9], {"type": "bold", "text": SLUICE[9:]}]),
         [None, "Lake Office", "2025-03-13"]),
        ("private_group", message(text=SLUICE, forwarded_from="Ruth Pell"),
         ["Ruth Pell", None, None]),
    ],
)  # fmt: skip
@pytest.mark.parametrize("whole", [False, True])
def test_telegram_in_json(read, kind, written, known, whole):
    service = {"type": "service", "date": "2025-03-13T09:00:00", "actor": "Lake Office", "text": ""}
    chat = {"name": "Lake Office", "type": kind, "messages": [service, written, message(text="")]}
    (made,) = read(json.dumps({"chats": {"list": [chat]}} if whole else chat), "result.json")
    said = [one.value if one else None for one in (made.author, made.outlet, made.published)]
    assert (made.text, said) == (SLUICE, known)


BOX = (
    '<div class="message default clearfix{joined}"><div class="body"><div class="pull_right date '
    'details" title="{when} UTC+01:00">10:15</div>{body}</div></div>'
)


def boxed(body, when="13.03.2025 10:15:00", joined=""):
    return BOX.format(body=body, when=when, joined=joined)


def test_telegram_in_pages(read):
    name = '<div class="from_name">{}</div>'
    passed_on = (
        f'{name.format("Lake Office")}<div class="forwarded body"><div class="from_name">Ruth Pell '
        f'<span class="date details" title="12.03.2025 07:30:00 UTC+01:00">07:30</span></div>'
        f'<div class="text">{FLOOD}</div></div>'
    )
    boxes = (
        boxed(f'{name.format("Lake Office")}<div class="text">{SLUICE}<br>Good.</div>')
        + boxed(f'<div class="text">{FLOOD}</div>', "14.03.2025 01:00:00", " joined")
        + boxed(passed_on, "14.03.2025 02:00:00")
        + boxed('<div class="media_wrap">Photo</div>', "14.03.2025 03:00:00", " joined")
    )
    made = read(
        f'<!DOCTYPE html><html><body><div class="page_body chat_page">{boxes}</div></body></html>',
        "messages.html",
    )
    assert told(made) == [
        ("Ruth Pell", "2025-03-12", FLOOD),
        ("Lake Office", "2025-03-13", f"{SLUICE}\nGood."),
        ("Lake Office", "2025-03-14", FLOOD),
    ]


def test_the_pages_of_a_channel_name_it(read):
    head = '<div class="page_header"><div class="text bold">Lake Office</div></div>'
    box = boxed(f'<div class="from_name">Lake Office</div><div class="text">{SLUICE}</div>')
    (made,) = read(f"<!DOCTYPE html><html><body>{head}{box}</body></html>", "messages.html")
    assert (made.author, made.outlet.value) == (None, "Lake Office")
