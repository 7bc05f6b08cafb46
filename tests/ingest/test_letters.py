"""Letters as mail programs write them: mailboxes, answers, letters passed on, broken lines,
signatures, saved pages."""

from base64 import b64encode
from email.message import EmailMessage

import pytest

from briefing.ingest import Folder, read_article
from briefing.ingest.mail.days import find_day
from briefing.ingest.mail.plain import join_flowed
from briefing.ingest.wrapped import join_wrapped
from briefing.model import Document, Quarantined
from briefing.split import split_passages

HARBOUR = (
    "The harbour council of Vessim closed the northern quay on Tuesday after a crane had fallen."
)
FERRY = "The ferry to Orrin Island will not sail before the end of May, its owner told the council."
BRIDGE = (
    "The bridge at Tolmen was opened again on Monday, three weeks later than engineers had hoped."
)
HEAD = (
    "From: Mara Lindqvist <mara@desk.example>\nTo: all@desk.example\nSubject: {subject}\n"
    "Date: Thu, 20 Mar 2025 09:00:00 +0000\nMessage-ID: <1@desk.example>\nMIME-Version: 1.0\n"
    "Content-Type: text/plain; charset=utf-8{more}\nContent-Transfer-Encoding: 8bit\n\n"
)


def letter(body, subject="Harbour", more=""):
    return (HEAD.format(subject=subject, more=more) + body).encode()


@pytest.fixture
def every(tmp_path):
    """Give a function that reads all that a file holds, by locator."""

    def reading(data, name="a.eml"):
        (tmp_path / "in").mkdir(exist_ok=True)
        (tmp_path / "in" / name).write_bytes(data)
        return {
            one.locator.removeprefix("in/"): read_article(one, None)
            for one in Folder(path="in")(tmp_path)
        }

    return reading


def told(document):
    return [
        document.text[one.start : one.end] for one in split_passages(document) if not one.dropped
    ]


def facts(document):
    known = (document.author, document.published)
    return tuple(one.value if one else None for one in known)


# Files that hold letters


def box(*letters, end="\n"):
    envelope = "From - Thu Mar 20 09:00:00 2025\n"
    whole = "\n".join(envelope + one.decode() for one in letters)
    return whole.replace("\n", end).encode()


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_mailbox_is_a_letter_a_document(every, end):
    two = letter(FERRY).replace(b"Mara Lindqvist", b"Ole Brandt").replace(b"20 Mar", b"21 Mar")
    made = every(box(letter(HARBOUR), two, letter(BRIDGE), end=end), "all.mbox")
    assert list(made) == ["all.mbox/1.eml", "all.mbox/2.eml", "all.mbox/3.eml"]
    assert [told(one) for one in made.values()] == [[HARBOUR], [FERRY], [BRIDGE]]
    assert facts(made["all.mbox/2.eml"]) == ("Ole Brandt", "2025-03-21")


def test_a_line_that_begins_with_from_inside_a_letter_begins_none(every):
    body = (
        f"{HARBOUR}\n\nFrom Monday on, the quay is open at 10:00 in 2025.\nNobody: "
        f"knows.\n\n>From here it goes on.\n"
    )
    made = every(box(letter(body), letter(FERRY)), "all.mbox")
    assert len(made) == 2
    assert "\nFrom here it goes on." in made["all.mbox/1.eml"].text


FEW = "From: Ole Brandt <o@x.example>\n{}Subject: Quay\nDate: Wed, 12 Mar 2025 10:00:00 +0000\n\n"


def test_a_letter_of_few_headers_is_a_letter(every):
    (document,) = every((FEW.format("To: a@x.example\n") + HARBOUR).encode()).values()
    assert (told(document), *facts(document)) == ([HARBOUR], "Ole Brandt", "2025-03-12")


def test_letters_of_few_headers_in_a_box_are_letters(every):
    made = every(
        box(*((FEW.format("") + one + "\n").encode() for one in (HARBOUR, FERRY))), "a.mbox"
    )
    assert [told(one) for one in made.values()] == [[HARBOUR], [FERRY]]
    assert {facts(one) for one in made.values()} == {("Ole Brandt", "2025-03-12")}


def test_an_attached_letter_of_few_headers_is_a_letter(every):
    inner = "Content-Type: message/rfc822\n\n" + FEW.format("") + HARBOUR
    head = HEAD.split("Content-Type", maxsplit=1)[0].format(subject="Quay")
    body = f"--x\nContent-Type: text/plain\n\n{FERRY}\n--x\n{inner}\n--x--\n"
    made = every(f"{head}Content-Type: multipart/mixed; boundary=x\n\n{body}".encode())
    assert facts(made["a.eml/letter-2.eml"]) == ("Ole Brandt", "2025-03-12")
    assert told(made["a.eml/letter-2.eml"]) == [HARBOUR]


def test_an_attached_letter_in_base64_is_a_letter(every):
    inner = b64encode((HEAD.format(subject="Quay", more="") + "\n" + HARBOUR).encode()).decode()
    head = HEAD.split("Content-Type", maxsplit=1)[0].format(subject="Letters")
    kind = "Content-Type: message/rfc822\nContent-Transfer-Encoding: base64\n"
    body = f"--x\nContent-Type: text/plain\n\n{FERRY}\n--x\n{kind}\n{inner}\n--x--\n"
    made = every(f"{head}Content-Type: multipart/mixed; boundary=x\n\n{body}".encode())
    assert told(made["a.eml/letter-2.eml"]) == [HARBOUR]
    assert made["a.eml/letter-2.eml"].title.value == "Quay"


def test_a_mailbox_of_one_letter_is_that_letter(every):
    (name, document), *_ = every(box(letter(HARBOUR)), "one.mbox").items()
    assert (name, told(document)) == ("one.mbox", [HARBOUR])


@pytest.mark.parametrize("more", [0, 1, 400])
def test_a_letter_of_apple_mail_has_neither_count_nor_list(every, more):
    whole = letter(HARBOUR + "\n")
    listed = b'<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE plist PUBLIC "-//x">\n<plist/>\n'
    (document,) = every(b"%d      \n" % (len(whole) + more) + whole + listed, "1.emlx").values()
    assert told(document) == [HARBOUR]
    assert document.published.value == "2025-03-20"


def saved(head, page_head="Content-Location: https://paper.example/quay\n"):
    return (
        f'{head}MIME-Version: 1.0\nContent-Type: multipart/related; type="text/html"; '
        f'boundary="x"\n\n'
        f"--x\nContent-Type: text/html\nContent-Transfer-Encoding: quoted-printable\n{page_head}\n"
        '<!DOCTYPE html><html><head><meta charset=3D"windows-1251"><title>Quay '
        "closed</title></head>"
        f"<body><article><h1>Quay closed</h1><p>{HARBOUR}</p><p>It cost =E2=82=AC2 million, the"
        f" owner of the crane said on Wednesday.</p><p>{FERRY}</p></article></body></html>\n"
        "--x\nContent-Type: text/html\nContent-Location: https://adverts.example/\n\n<p>Buy "
        "now.</p>\n"
        "--x\nContent-Type: text/css\n\np { color: red }\n--x--\n"
    ).encode()


@pytest.mark.parametrize(
    "head",
    [
        (
            "From: <Saved by Blink>\nSnapshot-Content-Location: https://paper.example/quay\n"
            "Subject: Quay\nDate: Fri, 28 Nov 2025 12:00:00 +0200\n"
        ),
        "From: <Saved by Mozilla 5.0 (X11)>\nSubject: Quay\nDate: Fri, 28 Nov 2025 10:00:00 -0000\n",
        "Subject: Quay\nDate: Fri, 28 Nov 2025 10:00:00 +0000\n",
    ],
)
def test_the_day_on_which_a_page_was_saved_is_not_the_articles(every, head):
    (document,) = every(saved(head), "quay.mhtml").values()
    assert document.published is None
    assert document.retrieved == "2025-11-28T10:00:00Z"
    assert document.url == "https://paper.example/quay"
    assert "It cost €2 million" in document.text
    assert "Buy now" not in document.text


# Answers


@pytest.mark.parametrize(
    ("line", "who", "day"),
    [
        (
            "On Wed, 12 Mar 2025 at 18:04, Ruth Amsel <r@x.example> wrote:",
            "Ruth Amsel",
            "2025-03-12",
        ),
        ("On 12/03/2025 18:04, Ruth Amsel wrote:", "Ruth Amsel", "2025-03-12"),
        ("On 3/12/2025 6:04 PM, Ruth Amsel wrote:", "Ruth Amsel", "2025-03-12"),
        ("On 03/02/2025 6:04 PM, Ruth Amsel wrote:", "Ruth Amsel", None),
        ("Am 12.03.25 um 18:04 schrieb Ruth Amsel:", "Ruth Amsel", "2025-03-12"),
        (
            "On Wed, Mar 12, 2025 at 6:04 PM Ruth Amsel <r@x.example> wrote:",
            "Ruth Amsel",
            "2025-03-12",
        ),
        (
            "On Mar 12, 2025, at 6:04 PM, Ruth Amsel <r@x.example> wrote:",
            "Ruth Amsel",
            "2025-03-12",
        ),
        ("Am 12.03.2025 um 18:04 schrieb Ruth Amsel:", "Ruth Amsel", "2025-03-12"),
        (
            "Am Mi., 12. März 2025 um 18:04 Uhr schrieb Ruth Amsel\n<r@x.example>:",
            "Ruth Amsel",
            "2025-03-12",
        ),
        (
            "Le mer. 12 mars 2025 à 18:04, Ruth Amsel <r@x.example> a écrit :",
            "Ruth Amsel",
            "2025-03-12",
        ),
        (
            "El mié, 12 mar 2025 a las 18:04, Ruth Amsel (<r@x.example>) escribió:",
            "Ruth Amsel",
            "2025-03-12",
        ),
        (
            "Il giorno mer 12 mar 2025 alle ore 18:04 Ruth Amsel <r@x.example> ha scritto:",
            "Ruth Amsel",
            "2025-03-12",
        ),
        (
            "Em qua., 12 de mar. de 2025 às 18:04, Ruth Amsel <r@x.example> escreveu:",
            "Ruth Amsel",
            "2025-03-12",
        ),
        (
            "Op wo 12 mrt. 2025 om 18:04 schreef Ruth Amsel <r@x.example>:",
            "Ruth Amsel",
            "2025-03-12",
        ),
        (
            "Den ons 12 mars 2025 kl 18:04 skrev Ruth Amsel <r@x.example>:",
            "Ruth Amsel",
            "2025-03-12",
        ),
        ("ср, 12 мар. 2025 г. в 18:04, Ruth Amsel <r@x.example>:", "Ruth Amsel", "2025-03-12"),
        ("12.03.2025 18:04, Ruth Amsel пишет:", "Ruth Amsel", "2025-03-12"),
        (
            "śr., 12 mar 2025 o 18:04 Ruth Amsel <r@x.example> napisał(a):",
            "Ruth Amsel",
            "2025-03-12",
        ),
        (
            "st 12. 3. 2025 v 18:04 odesílatel Ruth Amsel <r@x.example> napsal:",
            "Ruth Amsel",
            "2025-03-12",
        ),
        ("Ruth Amsel <r@x.example> 于2025年3月12日周三 18:04写道：", "Ruth Amsel", "2025-03-12"),
        ("2025年3月12日(水) 18:04 Ruth Amsel <r@x.example>:", "Ruth Amsel", "2025-03-12"),
    ],
)
def test_a_quoted_letter_is_one_of_its_own_with_its_sender_and_day(every, line, who, day):
    made = every(
        letter(f"{FERRY}\n\n{line}\n\n> {HARBOUR[:60]}\n> {HARBOUR[61:]}\n>\n> {BRIDGE}\n")
    )
    assert list(made) == ["a.eml", "a.eml/quoted-1.eml"]
    assert told(made["a.eml"]) == [FERRY]
    assert facts(made["a.eml"]) == ("Mara Lindqvist", "2025-03-20")
    quoted = made["a.eml/quoted-1.eml"]
    assert told(quoted)[-1] == BRIDGE
    assert ">" not in quoted.text
    assert facts(quoted) == (who, day)


def test_letters_quoted_in_quoted_letters_are_letters_too(every):
    body = (
        f"{FERRY}\n\nOn 12 Mar 2025, Ruth Amsel <r@x.example> wrote:\n> {HARBOUR}\n"
        f"> On 10 Mar 2025, Ole Brandt <o@x.example> wrote:\n>> {BRIDGE}\n"
    )
    made = every(letter(body))
    inner = made["a.eml/quoted-1.eml/quoted-1.eml"]
    assert (told(inner), facts(inner)) == ([BRIDGE], ("Ole Brandt", "2025-03-10"))


def test_words_between_quoted_lines_are_the_writers(every):
    body = (
        f"On 12 Mar 2025, Ruth Amsel <r@x.example> wrote:\n> {HARBOUR}\n{FERRY}\n> "
        f"{BRIDGE}\nThanks.\n"
    )
    made = every(letter(body))
    assert told(made["a.eml"])[0] == FERRY
    assert told(made["a.eml/quoted-1.eml"]) == [HARBOUR, BRIDGE]


def test_one_line_behind_a_sign_is_no_quotation(every):
    made = every(letter(f"{HARBOUR}\n\n> Read more\n\n{FERRY}\n"))
    assert list(made) == ["a.eml"]
    assert {HARBOUR, FERRY} <= set(told(made["a.eml"]))


def test_an_answer_above_a_letter_without_signs_is_told_apart(every):
    line = "On 12 Mar 2025, at 18:04, Ruth Amsel <r@x.example> wrote:"
    made = every(letter(f"{FERRY}\n\n{line}\n\n{HARBOUR}\n"))
    assert told(made["a.eml"]) == [FERRY]
    assert facts(made["a.eml/quoted-1.eml"]) == ("Ruth Amsel", "2025-03-12")


def test_prose_that_says_who_wrote_is_no_letter(every):
    prose = "On 12 March 2025 the minister wrote:"
    made = every(letter(f"{FERRY}\n\n{prose}\n\n{HARBOUR}\n"))
    assert list(made) == ["a.eml"]


# Letters passed on


@pytest.mark.parametrize(
    ("block", "who"),
    [
        (
            (
                "From: Ruth Amsel <r@x.example>\nDate: Wed, Mar 5, 2025 at 6:04 "
                "PM\nSubject: Quay\nTo: "
                "<d@x.example>"
            ),
            "Ruth Amsel",
        ),
        (
            (
                "*From:* Ruth Amsel <r@x.example>\n*Sent:* Wednesday, March 5, 2025 6:04 PM\n*To:* "
                "D\n*Subject:* Quay"
            ),
            "Ruth Amsel",
        ),
        (
            (
                "Von: Ruth Amsel [mailto:r@x.example]\nGesendet: Mittwoch, 5. März 2025 18:04\nAn: "
                "D\nBetreff: Kai"
            ),
            "Ruth Amsel",
        ),
        (
            (
                "De : Ruth Amsel <r@x.example>\nEnvoyé : mercredi 5 mars 2025 18:04\nÀ : "
                "D\nObjet : "
                "Quai"
            ),
            "Ruth Amsel",
        ),
        (
            (
                "De: Ruth Amsel\nEnviado el: miércoles, 5 de marzo de 2025 18:04\nPara: D\nAsunto: "
                "Muelle"
            ),
            "Ruth Amsel",
        ),
        (
            (
                "Da: Ruth Amsel <r@x.example>\nInviato: mercoledì 5 marzo 2025 18:04\nA: "
                "D\nOggetto: "
                "Molo"
            ),
            "Ruth Amsel",
        ),
        (
            "Van: Ruth Amsel\nVerzonden: woensdag 5 maart 2025 18:04\nAan: D\nOnderwerp: Kade",
            "Ruth Amsel",
        ),
        ("Från: Ruth Amsel\nSkickat: den 5 mars 2025 18:04\nTill: D\nÄmne: Kaj", "Ruth Amsel"),
        ("Od: Ruth Amsel\nWysłano: 5 marca 2025 18:04\nDo: D\nTemat: Port", "Ruth Amsel"),
        ("От: Ruth Amsel\nОтправлено: 5 марта 2025 г. 18:04\nКому: D\nТема: Порт", "Ruth Amsel"),
        (
            "差出人: Ruth Amsel <r@x.example>\n送信日時: 2025年3月5日 18:04\n宛先: D\n件名: 港",
            "Ruth Amsel",
        ),
        ("发件人: Ruth Amsel\n发送时间: 2025年3月5日 18:04\n收件人: D\n主题: 港口", "Ruth Amsel"),
    ],
)
@pytest.mark.parametrize(
    "note", ["", "For the brief.\n\n", "See below.\n\n-----Original Message-----\n"]
)
def test_a_letter_that_is_passed_on_has_its_own_sender_and_day(every, block, who, note):
    (document,) = every(letter(f"{note}{block}\n\n{HARBOUR}\n\n{FERRY}\n", "Fwd: Quay")).values()
    assert told(document) == [HARBOUR, FERRY]
    assert facts(document) == (who, "2025-03-05")


def test_who_adds_sentences_to_a_letter_passed_on_is_told_apart_from_it(every):
    block = "From: Ruth Amsel\nSent: 5 March 2025 18:04\nSubject: Quay"
    made = every(letter(f"{BRIDGE}\n\n{block}\n\n{HARBOUR}\n", "Quay"))
    assert facts(made["a.eml"]) == ("Mara Lindqvist", "2025-03-20")
    assert told(made["a.eml"]) == [BRIDGE]
    assert facts(made["a.eml/quoted-1.eml"]) == ("Ruth Amsel", "2025-03-05")
    assert told(made["a.eml/quoted-1.eml"]) == [HARBOUR]


@pytest.mark.parametrize(
    "block",
    ["Von: Ole Brandt\nGesendet: 10. März 2025", "By: x\nFrom: Ole Brandt\nDate: 10 March 2025"],
)
def test_headers_of_a_letter_inside_state_nothing_of_the_one_round_it(every, block):
    made = every(letter(f"{HARBOUR}\n\n{block}\n\n{BRIDGE}\n"))
    assert facts(made["a.eml"]) == ("Mara Lindqvist", "2025-03-20")


def test_a_letter_passed_on_twice_is_the_innermost(every):
    inner = f"From: Ole Brandt\nSent: 3 March 2025 10:00\nSubject: Quay\n\n{HARBOUR}\n"
    outer = (
        f"FYI\n\nFrom: Ruth Amsel\nSent: 5 March 2025 18:04\nSubject: Quay\n\nSee below.\n\n{inner}"
    )
    (document,) = every(letter(outer, "Fwd: Quay")).values()
    assert facts(document) == ("Ole Brandt", "2025-03-03")
    assert told(document) == [HARBOUR]


def test_a_page_that_passes_a_letter_on_is_read_like_plain_words(every):
    made = EmailMessage()
    made["From"], made["Subject"], made["Message-ID"] = "Mara <m@x.example>", "Fwd: Quay", "<1@x>"
    made["Date"] = "Thu, 20 Mar 2025 09:00:00 +0000"
    head = (
        "<p><b>Von:</b> Ruth Amsel<br><b>Gesendet:</b> 5. März 2025 18:04<br><b>Betreff:</b> "
        "Kai</p>"
    )
    words = f"<p>{HARBOUR}</p><p>{FERRY}</p><p>{BRIDGE}</p>"
    made.set_content(f"<html><body><p>For you.</p>{head}{words}</body></html>", subtype="html")
    (document,) = every(made.as_bytes()).values()
    assert facts(document) == ("Ruth Amsel", "2025-03-05")
    assert told(document) == [HARBOUR, FERRY, BRIDGE]


def test_few_words_over_a_long_letter_of_a_page_are_the_writers(every):
    made = EmailMessage()
    made["From"], made["Subject"], made["Message-ID"] = "Mara <m@x.example>", "Quay", "<1@x>"
    line = "On Wed, 12 Mar 2025 at 18:04, Ruth Amsel &lt;r@x.example&gt; wrote:<br>"
    quote = f"<blockquote><p>{HARBOUR}</p><p>{BRIDGE}</p></blockquote>"
    page = f"<div>{FERRY}</div><div class=gmail_quote><div>{line}</div>{quote}</div>"
    made.set_content(f"<html><body>{page}</body></html>", subtype="html")
    read_all = every(made.as_bytes())
    assert told(read_all["a.eml"]) == [FERRY]
    assert told(read_all["a.eml/quoted-1.eml"]) == [HARBOUR, BRIDGE]


def test_a_page_with_words_over_an_older_letter_is_two(every):
    made = EmailMessage()
    made["From"], made["Subject"], made["Message-ID"] = "Mara <m@x.example>", "Quay", "<1@x>"
    made["Date"] = "Thu, 20 Mar 2025 09:00:00 +0000"
    line = "On Wed, 12 Mar 2025 at 18:04, Ruth Amsel &lt;r@x.example&gt; wrote:"
    page = (
        f"<p>{FERRY}</p><p>{BRIDGE}</p><div>{line}</div><blockquote><p>{HARBOUR}</p></blockquote>"
    )
    made.set_content(f"<html><body>{page}</body></html>", subtype="html")
    read_all = every(made.as_bytes())
    assert told(read_all["a.eml"]) == [FERRY, BRIDGE]
    assert facts(read_all["a.eml/quoted-1.eml"]) == ("Ruth Amsel", "2025-03-12")
    assert told(read_all["a.eml/quoted-1.eml"]) == [HARBOUR]


# Lines and signatures


def test_lines_that_a_mail_program_broke_are_whole_again(every):
    words = f"{HARBOUR} {FERRY}".split()
    lines, line = [], ""
    for word in words:
        if len(line) + 1 + len(word) > 64:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}".strip()
    body = "\n".join(
        [*lines, line, "", BRIDGE[:60], BRIDGE[61:], "", "Points:", "- the quay", "- the ferry"]
    )
    document = every(letter(body))["a.eml"]
    assert f"{HARBOUR} {FERRY}" in document.text.split("\n")
    assert "- the quay\n- the ferry" in document.text


@pytest.mark.parametrize(
    ("lines", "whole"),
    [
        (["short", "lines", "stay"], ["short", "lines", "stay"]),
        (
            ["v " * 30, "", "a short one", "and more"],
            [("v " * 30).strip(), "", "a short one", "and more"],
        ),
        (["w " * 30, "w " * 30], [("w " * 60).strip()]),
        (["y " * 29 + "north-", "eastern"], ["y " * 29 + "north-eastern"]),
        (["z " * 70, "z " * 70], [("z " * 70).strip()] * 2),
    ],
)
def test_only_full_lines_are_joined(lines, whole):
    assert join_wrapped(lines) == whole


@pytest.mark.parametrize(
    ("text", "delete", "whole"),
    [
        ("The quay \nis shut.\nThe ferry \nsails.", False, "The quay is shut.\nThe ferry sails."),
        ("Hafen\xadar \nbeiter", True, "Hafen\xadarbeiter"),
        ("港が \n閉まった", True, "港が閉まった"),
        (">> a \n>> b\n> c \nd", False, ">> a b\n> c \nd"),
        (" From here\n >not quoted", False, "From here\n>not quoted"),
        ("words \n-- \nMara \nLind", False, "words \n-- \nMara Lind"),
    ],
)
def test_flowed_text_is_put_together(text, delete, whole):
    assert join_flowed(text, delete_space=delete) == whole


def test_a_flowed_letter_is_read_whole(every):
    body = f"{HARBOUR[:40]} \n{HARBOUR[41:]}\n\n{FERRY}\n"
    made = every(letter(body, more="; format=flowed; delsp=no"))
    assert told(made["a.eml"]) == [HARBOUR, FERRY]


@pytest.mark.parametrize(
    "end",
    [
        "-- \nMara Lindqvist\nDesk for the north\nTel. 555 0100\n",
        "--\nMara Lindqvist | Desk\n",
        "Sent from my telephone\n",
        "Von meinem Telefon gesendet\n",
        "_______________________________________________\nNews list\nhttps://lists.example/news\n",
    ],
)
def test_a_signature_is_none_of_the_letters_words(every, end):
    assert told(every(letter(f"{HARBOUR}\n\n{FERRY}\n\n{end}"))["a.eml"]) == [HARBOUR, FERRY]


def test_a_rule_before_prose_is_no_signature(every):
    made = every(letter(f"{HARBOUR}\n\n--\n\n{FERRY}\n"))
    assert told(made["a.eml"])[-1] == FERRY


# Days


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Sent: 2025-03-12 18:04", "2025-03-12"),
        ("2025/3/12", "2025-03-12"),
        ("13/03/2025", "2025-03-13"),
        ("03/13/2025", "2025-03-13"),
        ("03/03/2025", "2025-03-03"),
        ("03/04/2025", None),
        ("03.04.2025", "2025-04-03"),
        ("mar. 11 mars 2025", "2025-03-11"),
        ("2025. márc. 12.", "2025-03-12"),
        ("12 Mar 2025 Çar", "2025-03-12"),
        ("31 February 2025", None),
        ("12 lis 2025", None),
        ("March 2025", None),
        ("12 March", None),
        ("12.03.25, 18:04", "2025-03-12"),
        ("at 10.12.14:30", None),
    ],
)
def test_a_day_is_read_in_any_language_or_left_open(line, day):
    found = find_day(line)
    assert (found.isoformat() if found else None) == day


# What is attached and no article

NO_ARTICLES = {
    "invite.ics": (
        "calendar",
        (
            "BEGIN:VCALENDAR\nSUMMARY:Call\nDESCRIPTION:Come to the quay and look at it, "
            "please.\nEND:VCALENDAR"
        ),
    ),
    "call.txt": ("calendar", "\ufeff\nBEGIN:VCALENDAR\nVERSION:2.0\nEND:VCALENDAR"),
    "mara.vcf": ("card", "BEGIN:VCARD\nFN:Mara Lindqvist\nORG:Desk\nEND:VCARD"),
    "sign.asc": (
        "signature",
        "-----BEGIN PGP SIGNATURE-----\n\niQIzBAEBCAAdFiEE9xk3gq5c1v\n-----END PGP SIGNATURE-----",
    ),
    "count.js": (
        "code",
        (
            "function add(a, b) {\n  var sum = a + b; // Count every visit of the quay.\n  return "
            "sum;\n}\nadd(1, 2);\n"
        ),
    ),
    "tool.py": (
        "code",
        (
            "import os\n\ndef main():\n    path = os.getcwd()\n    for name in "
            "os.listdir(path):\n     "
            "   print(name)\n"
        ),
    ),
    "page.css": (
        "style sheet",
        "body { margin: 0 }\np.lead { color: red; margin: 1em }\n.ad { display: none }\n",
    ),
    "long.css": (
        "style sheet",
        "body {\n  margin: 0;\n  color: black;\n}\n.lead p {\n  margin: 1em;\n}\n",
    ),
    "dead.csv": ("table", "district,dead,homeless\nNorth,9,3200\nSouth,5,2200\nEast,1,800\n"),
    "dead.tsv": ("table", "Town\tMarch\tApril\nVessim\t12\t14\nTolmen\t8\t1.5\n"),
    "mill.log": (
        "log",
        "".join(
            f"2025-03-12 10:00:0{n} INFO The quay was looked at, nobody hurt.\n" for n in range(4)
        ),
    ),
    "syslog": ("log", "Mar 12 10:00:01 vessim cron[81]: The quay was looked at.\n" * 4),
    "site.yml.txt": ("settings", "name: quay\non:\n  push:\njobs:\n  look:\n    runs-on: crane\n"),
    "mend.patch": (
        "changes",
        "--- a/quay.c\n+++ b/quay.c\n@@ -1,2 +1,3 @@\n int a;\n+int b; // The quay, as it is.\n",
    ),
    "film.srt": (
        "subtitles",
        (
            "1\n00:00:01,000 --> 00:00:02,500\nThe quay is shut.\n\n2\n00:00:03,000 --> "
            "00:00:04,000\nNobody was hurt.\n"
        ),
    ),
}


@pytest.mark.parametrize("name", NO_ARTICLES)
def test_what_is_no_prose_is_set_aside_with_its_form(article, name):
    form, text = NO_ARTICLES[name]
    made = article(text, name)
    assert isinstance(made, Quarantined)
    assert form in made.reason


@pytest.mark.parametrize(
    "text",
    [
        f"{HARBOUR}\n{FERRY}\nTown,Dead\nVessim,12\n",
        f"{HARBOUR}\n\nWhat is known:\n- twelve hurt;\n- one crane;\n- no ship;\n{FERRY}\n",
        "Vessim, 12 March\n\nThe quay = closed, says {council}\n" + BRIDGE + "\n" + FERRY,
        "Harbour, quay, crane\nFerry, island, sea\nBridge, road, rail\n",
    ],
)
def test_an_article_with_lists_and_signs_is_read(article, text):
    assert isinstance(article(text), Document)


def test_a_calendar_in_place_of_a_version_is_none_of_the_letters_words(every):
    made = EmailMessage()
    made["From"], made["Subject"], made["Message-ID"] = "Mara <m@x.example>", "Quay", "<1@x>"
    made.set_content(HARBOUR)
    made.add_alternative("BEGIN:VCALENDAR\nDESCRIPTION:Come.\nEND:VCALENDAR", subtype="calendar")
    (document,) = every(made.as_bytes()).values()
    assert told(document) == [HARBOUR]


# Characters


@pytest.mark.parametrize("label", ["iso-8859-1", "windows-1251", "us-ascii", "gb2312", "koi8-r"])
def test_a_letter_in_utf8_is_read_as_such_whatever_it_says(every, label):
    words = (
        "“We can’t reach Åland before May,” the ferry’s owner told the council of Vessim on Friday."
    )
    whole = letter(f"{words}\n").replace(b"charset=utf-8", b"charset=" + label.encode())
    assert told(every(whole)["a.eml"]) == [words]


@pytest.mark.parametrize(
    "subject", ["Fähre", "=?iso-8859-1?q?F=C3=A4hre?=", "=?utf-8?b?RsOkaHJl?="]
)
def test_a_subject_is_read_whatever_its_label_says(every, subject):
    assert every(letter(HARBOUR, subject))["a.eml"].title.value == "Fähre"


@pytest.mark.parametrize("first", ["Received", "Return-Path", "Delivered-To"])
def test_a_letter_whose_headers_go_on_and_on_is_a_letter(every, first):
    lines = [f"X-Gate-{at}: {'checked by the gate of the harbour ' * 2}" for at in range(70)]
    head = f"{first}: <gate@desk.example>\nX-First: yes\n" + "\n".join(lines) + "\n"
    made = every(head.encode() + letter(HARBOUR))
    assert made["a.eml"].title.value == "Harbour"
    assert made["a.eml"].text.strip() == HARBOUR


def test_a_text_that_begins_like_a_gates_header_is_none(every):
    text = f"Received: 3 March 2025\nAmount: 40 crowns\nFor: cranes\n\n{HARBOUR}\n{FERRY}\n"
    made = every(text.encode(), "a.txt")
    assert HARBOUR in made["a.txt"].text
    assert "Amount" in made["a.txt"].text


@pytest.mark.parametrize(
    ("comment", "url", "retrieved"),
    [
        ("saved from url=(0032)https://paper.example/quay", "https://paper.example/quay", None),
        (
            (
                "\n Page saved with SingleFile \n url: https://paper.example/quay \n saved date: "
                "Thu Sep 11 2025 20:15:00 GMT+0200 (Mitteleuropäische Sommerzeit)\n"
            ),
            "https://paper.example/quay",
            "2025-09-11T18:15:00Z",
        ),
        ("saved from url=(0014)about:internet", None, None),
        (
            (
                "Page saved with SingleFile url: https://paper.example/quay saved date: "
                "Thu Sep 31 2025 20:15:00 GMT+0200"
            ),
            "https://paper.example/quay",
            None,
        ),
    ],
)
def test_a_saved_page_says_from_where_and_when(every, comment, url, retrieved):
    page = f"<!doctype html>\n<!-- {comment} -->\n<title>Quay</title><p>{HARBOUR}<p>{FERRY}"
    (document,) = every(page.encode(), "quay.html").values()
    assert (document.url, document.retrieved, document.published) == (url, retrieved, None)


@pytest.mark.parametrize(
    ("sender", "author"),
    [
        ("Desk <desk@herald.example>", None),
        ("Redaktion Wehra-Bote <redaktion@bote.example>", None),
        ("Ufficio Stampa <x@comune.example>", None),
        ("Altona Herald <a@altonaherald.example>", None),
        ("Altona Herald <a@mail.altona-herald.example>", None),
        ('"Press Office, Port of Altona" <p@port.example>', None),
        ("desk@herald.example", None),
        ("Mara Lindqvist <mara@desk.example>", "Mara Lindqvist"),
        ("Frank Press <frank@desk.example>", "Frank Press"),
        ("flight_simulator <x@desk.example>", None),
        ("xwfcpggy <x@desk.example>", None),
        ("desk24 <x@desk.example>", None),
        ("=?utf-8?B?0YHQu9GD0LbQsdCwINC/0L7RgNGC0LA=?= <x@port.example>", None),
        ("=?utf-8?B?2YjYstin2LHYqSDYp9mE2YbZgtmE?= <x@port.example>", None),
        ("Presse Hafen Altona <x@hafen.example>", None),
        ("Mara <mara@desk.example>", "Mara"),
        ("=?utf-8?B?5byg5YWI55Sf?= <z@desk.example>", "张先生"),
    ],
)
def test_an_office_that_sends_a_letter_is_no_author(every, sender, author):
    data = letter(HARBOUR).replace(b"Mara Lindqvist <mara@desk.example>", sender.encode())
    (document,) = every(data).values()
    assert (document.author.value if document.author else None) == author


@pytest.mark.parametrize("headers", ["From: {0}\nSubject: Quay", "Subject: Q\nFrom: {0}"])
def test_letters_of_a_mailbox_may_have_few_headers(every, headers):
    one = "From a@b.example Tue Mar  4 10:00:00 2025\n{}\n\n{}\n\n"
    names = ("Mara Lind <m@b.example>", "Piet Vos <p@b.example>")
    data = "".join(one.format(headers.format(name), HARBOUR) for name in names).encode()
    assert [made.author.value for made in every(data, "box").values()] == ["Mara Lind", "Piet Vos"]


@pytest.mark.parametrize("line", ["From Altona at 10:00, in 2025", "From here to 10:30 one waits"])
def test_prose_that_begins_with_from_is_no_mailbox(every, line):
    (made,) = every(f"{line}\nthe ferry sails.\n\n{HARBOUR}".encode(), "a.txt").values()
    assert made.text.startswith(line)
