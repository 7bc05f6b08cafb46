import base64
import email
import email.header
import email.policy
import email.utils
import importlib
from datetime import UTC, datetime

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from briefing import digest
from briefing.deliver import headers
from briefing.deliver.message import (
    Letter,
    Sender,
    address_message,
    file_name,
    make_body,
    wire_address,
)
from briefing.model import Artifact
from briefing.settings import addresses

WHEN = datetime(2026, 11, 22, 6, 30, tzinfo=UTC)
TEXT = st.text(max_size=120) | st.sampled_from(
    [
        "x\r\nBcc: all@example.org",
        "x\n\nbody",
        "\r\n.\r\nMAIL FROM:<x>",
        "=?utf-8?q?=0D=0ABcc:_x?=",
        "a\x85b\u2028c\x0bd",
    ]
)
NAMES = [
    "Date",
    "From",
    "Reply-To",
    "To",
    "Subject",
    "Message-ID",
    "In-Reply-To",
    "References",
    "List-Id",
    "List-Unsubscribe",
    "List-Unsubscribe-Post",
    "Auto-Submitted",
]


def encoded_word(text):
    return f"=?utf-8?b?{base64.b64encode(text.encode()).decode()}?="


def sender(**fields):
    given = {
        "address": "desk@example.org",
        "name": "Desk",
        "list_id": "x.example.org",
        "list_name": "X",
    }
    return Sender(**(given | {"leave": "https://example.org/leave?who={address}"} | fields))


def artifact(name="brief.pdf", content=b"%PDF-1.7\n.\r\n..\r\n", media_type="application/pdf"):
    return Artifact(
        name=name, media_type=media_type, content=content, sha256=digest.of_bytes(content)
    )


def made(letter=None, who=("reader@example.org", "A Reader"), attached=(), before=(), **fields):
    letter = letter or Letter(subject="Subject", text="Text\n", html="<p>Text</p>\n")
    return address_message(
        make_body(letter, attached), sender(**fields), who, WHEN, ("<1@example.org>", before)
    )


def parsed(one):
    return email.message_from_bytes(one.content, policy=email.policy.default)


def plain_text(one):
    return parsed(one).get_body(("plain",)).get_content().replace("\r\n", "\n")


def test_who_names_no_address_for_answers_has_none():
    assert "Reply-To" not in parsed(made())


@pytest.mark.parametrize("address", ["desk @example.org", "desk@exam ple.org"])
def test_an_address_on_the_wire_has_no_spaces(address):
    assert wire_address(address) == "desk@example.org"


@given(TEXT, TEXT, TEXT, TEXT)
@example("", "", "", "")
def test_no_text_can_add_a_header_or_reach_the_body(subject, name, list_name, to_name):
    letter = Letter(subject=subject, text="the text\n", html="<p>the text</p>\n")
    one = made(
        letter,
        ("reader@example.org", to_name),
        reply_to="desk@example.org",
        before=["<0@example.org>"],
        name=name,
        list_name=list_name,
    )
    head = one.head.decode("ascii")
    lines = [line for line in head.split("\r\n")[:-1] if not line.startswith(" ")]
    assert [line.split(":")[0] for line in lines] == NAMES
    assert "\n" not in head.replace("\r\n", "")
    assert all(len(line) <= 998 for line in head.split("\r\n"))
    assert plain_text(one) == "the text\n"


@given(TEXT, TEXT, TEXT, TEXT)
@example("", "", "", "")
def test_what_the_config_check_would_refuse_can_not_add_a_header_either(
    list_id, leave, own, before
):
    who = Sender(
        address="desk@example.org",
        name="D",
        list_id=list_id,
        list_name="X",
        leave=leave,
        reply_to="a@b.example",
    )
    letter = Letter(subject="s", text="the text\n", html="<p>the text</p>\n")
    one = address_message(
        make_body(letter, ()), who, ("reader@example.org", ""), WHEN, (own, [before])
    )
    head = one.head.decode()
    lines = [line for line in head.split("\r\n")[:-1] if not line.startswith(" ")]
    wanted = [
        name
        for name in NAMES
        if name != "List-Unsubscribe-Post" or leave.strip().startswith("https://")
    ]
    assert [line.split(":")[0] for line in lines] == wanted
    assert "\n" not in head.replace("\r\n", "")
    assert "\r" not in head.replace("\r\n", "")
    assert plain_text(one) == "the text\n"


ODD = st.text(max_size=40) | st.text("ab.+-'é@\r\n <>\",:;\\", max_size=12)
LOCAL = ODD | st.text("ab.+-'_=é0ü", min_size=1, max_size=12)
DOMAIN = ODD | st.sampled_from(
    ["example.org", "bücher.example", "EXAMPLE.org", "xn--bcher-kva.example"]
)


@given(LOCAL, DOMAIN, TEXT)
@example("ann", "example.org\r\nBcc: all@example.org", "")
@example('"a\r\nDATA\r\n"', "example.org", "")
@example("jürgen", "bücher.example", "")
def test_an_address_that_the_config_may_name_stays_one_word_of_one_header(local, domain, name):
    address = f"{local}@{domain}"
    if not addresses.is_address(address):
        return
    one = made(who=(address, name), reply_to=address, leave=address, address=address)
    lines = [line for line in one.head.decode().split("\r\n")[:-1] if not line.startswith(" ")]
    wanted = [
        name for name in NAMES if name not in {"List-Unsubscribe-Post", "In-Reply-To", "References"}
    ]
    assert [line.split(":")[0] for line in lines] == wanted
    for word in (one.sender, one.recipient):
        assert not set(word) & set(" \t\r\n\0<>"), "it would end the word of an SMTP command"
    assert plain_text(one) == "Text\n"


@given(st.text(max_size=200))
def test_a_subject_is_read_back_as_it_was(subject):
    shown = headers.one_line(subject)
    assert parsed(made(Letter(subject=subject, text="", html="")))["Subject"] == " ".join(
        shown.split(" ")
    )


@given(st.text(max_size=80))
@example('Adeyemi, Ruth "the quay" \\ (x) <y@z>')
@example("Ó Briain, Áine")
@example("=?utf-8?b?QmNj?=")
@example("0 \x08 0")
@example("é" * 40)
def test_a_name_is_read_back_as_it_was_and_the_address_with_it(name):
    one, shown = made(who=("reader@example.org", name)), headers.one_line(name)
    (mailbox,) = parsed(one)["To"].addresses
    assert mailbox.addr_spec == "reader@example.org"
    if (
        len(shown.encode()) <= 45
    ):  # one encoded word; of several, Python 3.11 wrongly keeps the space between
        assert mailbox.display_name == shown
    raw = email.message_from_bytes(one.content, policy=email.policy.compat32)["To"]
    read, address = email.utils.parseaddr(raw)
    assert str(email.header.make_header(email.header.decode_header(read))) == shown
    assert address == "reader@example.org"


@given(st.text(min_size=1, max_size=120))
@example("Übersicht – الموجز")
@example("../../etc/passwd")
def test_a_file_name_is_read_back_in_any_script_and_leads_nowhere(title):
    name = file_name(title, "Brief 3", "pdf")
    assert not set(name) & set('/\\:*?"<>|\r\n\0')
    (part,) = parsed(made(attached=[artifact(name=name)])).iter_attachments()
    assert part.get_filename() == name


@given(st.binary(max_size=2000))
@example(b"\r\n.\r\n")
@example(b"From me\n.\n..\n")
def test_an_attachment_is_byte_identical(content):
    one = made(attached=[artifact(content=content)])
    (part,) = parsed(one).iter_attachments()
    assert part.get_content() == content
    assert part.get_content_type() == "application/pdf"


@pytest.mark.parametrize(
    "text", ["", ".\n", "..\n.\n", "From x\n", "é" * 2000 + "\n", "x" * 5000 + "\n", "a\n\n\n"]
)
def test_dots_and_long_lines_survive_the_way(text):
    one = made(Letter(subject="s", text=text, html=text))
    assert one.content.endswith(b"\r\n")
    assert b"\n.\r\n" not in one.wire
    unstuffed = b"\r\n".join(
        line[1:] if line.startswith(b".") else line for line in one.wire.split(b"\r\n")
    )
    assert unstuffed == one.content
    assert all(len(line) <= 998 for line in one.content.split(b"\r\n"))
    assert plain_text(one) == (text or "\n")


def test_what_threads_and_marks_the_message_stands_in_its_head():
    found = parsed(made(before=[f"<{n}@example.org>" for n in range(20)]))
    assert found["In-Reply-To"] == "<19@example.org>"
    assert found["References"].split()[0] == "<0@example.org>"
    assert len(found["References"].split()) == 10
    assert found["Auto-Submitted"] == "auto-generated"
    assert found["List-Unsubscribe"] == "<https://example.org/leave?who=reader@example.org>"
    assert found["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert found["Date"].datetime == WHEN
    first = parsed(made(leave="desk@example.org"))
    assert first["List-Unsubscribe"] == "<mailto:desk@example.org?subject=unsubscribe>"
    assert first["List-Unsubscribe-Post"] is first["In-Reply-To"] is first["References"] is None
    letter = parsed(made(leave="mailto:leave@example.org?subject=stop"))
    assert letter["List-Unsubscribe"] == "<mailto:leave@example.org?subject=stop>"
    assert letter["List-Unsubscribe-Post"] is None


@pytest.mark.parametrize(
    ("words", "lines"),
    [
        (["a" * 30, "b" * 30], [f"Subject: {'a' * 30} {'b' * 30}"]),
        (["a" * 30, "b" * 36], [f"Subject: {'a' * 30} {'b' * 36}"]),  # 76 columns, RFC 2047 2
        (["a" * 30, "b" * 37], [f"Subject: {'a' * 30}", f" {'b' * 37}"]),
        (["a" * 30, "b" * 37, "c" * 37], [f"Subject: {'a' * 30}", f" {'b' * 37} {'c' * 37}"]),
        (["a" * 80, "b"], [f"Subject: {'a' * 80}", " b"]),
        ([], ["Subject:"]),
    ],
)
def test_a_head_is_folded_between_words_where_the_next_would_pass_76_columns(words, lines):
    assert headers.fold_header("Subject", words) == "".join(f"{one}\r\n" for one in lines)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("a" * 75, ["a" * 75]),
        ("a" * 76, [encoded_word("a" * 45), encoded_word("a" * 31)]),
        ("Grüße", [encoded_word("Grüße")]),
        ("=?x", [encoded_word("=?x")]),
        ("two  words", ["two", "words"]),
    ],
)
def test_free_text_is_encoded_only_where_a_line_can_not_hold_it_as_it_is(text, words):
    assert headers.split_free_text(text) == words


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("", []),
        ("A Reader", ["A", "Reader"]),
        ("Reader, A.", ['"Reader, A."']),
        ('A "B" \\ C', ['"A \\"B\\" \\\\ C"']),
        ("b," * 37 + "x", [f'"{"b," * 37}x"']),  # 75 characters
        ("b, " * 25 + "b", [encoded_word("b, " * 15), encoded_word("b, " * 10 + "b")]),  # 76
    ],
)
def test_a_name_is_bare_quoted_or_encoded(name, words):
    assert headers.split_display_name(name) == words


def test_addresses_beyond_ascii_ask_for_a_server_that_takes_them():
    assert made(who=("jürgen@bücher.example", "")).recipient == "jürgen@xn--bcher-kva.example"
    assert made(who=("jürgen@bücher.example", "")).international
    assert not made(who=("jurgen@bücher.example", "")).international


def test_the_same_letter_gives_the_same_bytes():
    assert made(attached=[artifact()]).content == made(attached=[artifact()]).content


def test_another_parser_reads_the_same():
    try:
        other = importlib.import_module("fast_mail_parser")
    except ImportError:
        pytest.skip("fast-mail-parser is not installed, so the second parser was not tried")
    letter = Letter(
        subject="Lage – Ausgabe 3 – الموجز", text="Grüße\n", html="<p>Grüße – الخلاصة</p>\n"
    )
    pdf = artifact(name="Übersicht – الموجز - Brief 3.pdf", content=bytes(range(256)) * 99)
    one = made(letter, ("jürgen@bücher.example", "Jürgen, der Ältere"), attached=[pdf])
    found = other.parse_email(one.content)
    assert found.subject == letter.subject
    assert [text.replace("\r\n", "\n") for text in found.text_plain] == [letter.text]
    assert [text.replace("\r\n", "\n") for text in found.text_html] == [letter.html]
    (part,) = found.attachments
    assert (part.filename, part.content) == (pdf.name, pdf.content)
    read = {name.lower(): value for name, value in found.headers.items()}
    assert {name.lower() for name in NAMES} - {"reply-to", "in-reply-to", "references"} <= set(read)
    assert "Jürgen, der Ältere" in " ".join(read["to"])
    assert "jürgen@xn--bcher-kva.example" in " ".join(read["to"])
