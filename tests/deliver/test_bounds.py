"""How long what is written for servers, services and disks may be, on both sides of each bound."""

import re
from datetime import UTC, datetime

import pytest

from briefing.deliver import chat, headers
from briefing.deliver.courier import one_line_answer
from briefing.deliver.message import (
    Body,
    Letter,
    Message,
    Sender,
    address_message,
    file_name,
    make_body,
    message_id,
)
from briefing.deliver.outbox import _message_path

SENDER = Sender(
    address="desk@example.org",
    name="Desk",
    list_id="x.example.org",
    list_name="X",
    leave="https://example.org/leave",
)
WHEN = datetime(2026, 11, 22, 6, 30, tzinfo=UTC)
BODY = Body(subject="News", head=b"", content=b"", wire=b"")


@pytest.mark.parametrize(
    ("title", "edition", "name"),
    [
        ("a" * 80, "", "a" * 80 + ".pdf"),
        ("a" * 81, "3", "a" * 80 + " - 3.pdf"),
        ("a" * 79 + ". b", "3", "a" * 79 + " - 3.pdf"),
        (" .a/b: c. ", "", "a b c.pdf"),
        ("...", "3", "brief - 3.pdf"),
    ],
)
def test_an_attachment_has_eighty_characters_of_the_title(title, edition, name):
    assert file_name(title, edition, "pdf") == name


def test_what_tells_messages_and_parts_apart_is_as_long_as_it_was():
    made = make_body(Letter(subject="S", text="t", html="<p>t</p>"), ())
    assert re.search(rb'boundary="=_0_[0-9a-f]{32}"', made.head)
    name = message_id(SENDER, "quay", 3, "ann@example.org")
    assert re.fullmatch(r"<quay\.3\.[0-9a-f]{20}@example\.org>", name)


@pytest.mark.parametrize(
    ("recipient", "pattern"),
    [
        ("Ann+X@example.org", r"ann\+x@example\.org-[0-9a-f]{8}\.eml"),
        ("a" * 90 + "@example.org", r"a{80}-[0-9a-f]{8}\.eml"),
        ("é/é", r"[0-9a-f]{16}\.eml"),
    ],
)
def test_a_letter_lies_under_its_reader_and_a_code(recipient, pattern):
    message = Message(id="<1@x>", sender="d@x", recipient=recipient, head=b"", body=BODY)
    assert re.fullmatch(pattern, str(_message_path(message, "eml")))
    assert re.fullmatch(r"new/[0-9a-f]{16}\.briefing", str(_message_path(message, "maildir")))


def test_an_answer_has_three_hundred_characters():
    assert one_line_answer("a" * 300) == "a" * 300
    assert one_line_answer("a" * 301) == "a" * 300
    assert one_line_answer(b"a\r\n\x00b\xff") == "a b\ufffd"


@pytest.mark.parametrize(
    ("count", "named"), [(1, [1]), (10, [*range(1, 11)]), (11, [1, *range(3, 12)])]
)
def test_a_thread_names_its_root_and_the_latest(count, named):
    before = [f"<{number}@x>" for number in range(1, count + 1)]
    made = address_message(BODY, SENDER, ("ann@example.org", ""), WHEN, ("<own@x>", before))
    head = made.head.decode().replace("\r\n ", " ")
    assert f"References: {' '.join(f'<{number}@x>' for number in named)}\r\n" in head
    assert f"In-Reply-To: <{count}@x>\r\n" in head


@pytest.mark.parametrize(
    ("leave", "lines"),
    [
        ("https://x.example/{address}", ["<https://x.example/ann@example.org>", "One-Click"]),
        ("mailto:off@x.example", ["<mailto:off@x.example>"]),
        ("mailto:off @x. example", ["<mailto:off@x.example>"]),
        ("off@x.example", ["<mailto:off@x.example?subject=unsubscribe>"]),
    ],
)
def test_one_click_leaves_where_a_link_does(leave, lines):
    sender = Sender(
        address="desk@example.org", name="Desk", list_id="x", list_name="X", leave=leave
    )
    made = address_message(BODY, sender, ("ann@example.org", ""), WHEN, ("<own@x>", ()))
    head = made.head.decode().replace("\r\n ", " ")
    assert f"List-Unsubscribe: {lines[0]}\r\n" in head
    assert ("List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n" in head) is (len(lines) > 1)


@pytest.mark.parametrize(
    ("words", "lines"),
    [
        (["a" * 35, "b" * 37], ["X: " + "a" * 35 + " " + "b" * 37]),
        (["a" * 35, "b" * 38], ["X: " + "a" * 35, " " + "b" * 38]),
        (["a" * 90, "b"], ["X: " + "a" * 90, " b"]),
    ],
)
def test_a_header_is_folded_at_seventy_six(words, lines):
    assert headers.fold_header("X", words) == "\r\n".join(lines) + "\r\n"


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("", []),
        ("Ann Berg", ["Ann", "Berg"]),
        ("Berg, Ann", ['"Berg, Ann"']),
        ('A "B", \\', ['"A \\"B\\", \\\\"']),
        ("a" * 73 + ", ", [f'"{"a" * 73},"']),
    ],
)
def test_a_display_name_is_bare_or_quoted(name, words):
    assert headers.split_display_name(name) == words


@pytest.mark.parametrize("name", ["a" * 76, "b" * 40 + ", " + "b" * 34, "=?x", "é"])
def test_a_display_name_that_does_not_fit_is_encoded(name):
    assert all(word.startswith("=?utf-8?b?") for word in headers.split_display_name(name))


@pytest.mark.parametrize(("letters", "count"), [(22, 1), (23, 2), (44, 2), (45, 3)])
def test_an_encoded_word_has_whole_characters(letters, count):
    assert len(headers.split_free_text("é" * letters)) == count


def test_a_long_title_ends_in_a_sign():
    assert chat._plain_text("a" * 150, 150)["text"] == "a" * 150
    assert chat._plain_text("a" * 151, 150)["text"] == "a" * 149 + "…"


@pytest.mark.parametrize(("last", "blocks"), [(1899, 1), (1900, 2)])
def test_a_block_holds_whole_lines(last, blocks):
    lines = ["a" * 1000, "b" * last]
    made = list(chat._fill_blocks(lines))
    assert len(made) == blocks
    assert "\n".join(made) == "\n".join(lines)
