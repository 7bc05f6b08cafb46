"""Bytes become exactly the file's characters, or a reason why not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.ingest.decode import TWICE, Decoded, Undecodable, decode_text

TEXT = "The café’s owner said “no”.\r\nShe left – at once.\n"


@pytest.mark.parametrize(
    ("codec", "named"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8"),
        ("utf-16", "utf-16-le"),
        ("utf-16-le", "utf-16-le"),
        ("utf-16-be", "utf-16-be"),
        ("utf-32", "utf-32-le"),
        ("utf-32-be", "utf-32-be"),
        ("cp1252", "windows-1252"),
    ],
)
def test_each_encoding_gives_the_same_characters(codec, named):
    assert decode_text(TEXT.encode(codec)) == Decoded(text=TEXT, encoding=named)


def test_only_the_first_byte_order_mark_goes():
    assert decode_text("\ufeff\ufeffwords".encode()) == Decoded(
        text="\ufeffwords", encoding="utf-8"
    )


@pytest.mark.parametrize(
    "data",
    [
        b"\x89PNG\r\n\x1a\n" + b"text " * 50,
        b"%PDF-1.7 text",
        b"PK\x03\x04text",
        bytes(range(256)) * 8,
        b"\x00\x01\x02\x03" * 500,
        b"\xff\xfe\x00\xd8\x00\x00x",
        "Town".encode("utf-16-le") * 9 + b"x",
        b"text \x81 text",
        "Слово за слово".encode("koi8-r") * 20,
        "ニュースの記事".encode("shift-jis") * 20,
        "国連安全保障理事会は月曜日、シリアの情勢について会合を開いた。".encode("euc-jp") * 9,
        "Θέλω να πω ότι η πόλη είναι πάλι ανοιχτή για όλους".encode("iso-8859-7") * 9,
    ],
)
def test_what_is_no_text_or_unknown_is_refused_with_a_reason(data):
    refused = decode_text(data)
    assert isinstance(refused, Undecodable)
    assert refused.reason


def test_a_few_broken_bytes_do_not_turn_utf_8_into_western_letters():
    data = ("“Oui”, dit-il à l’été. " * 20).encode()
    decoded = decode_text(data + b"\xe2\x80")
    assert isinstance(decoded, Decoded)
    assert (decoded.encoding, decoded.broken) == ("utf-8", 1)
    assert decoded.text.startswith("“Oui”, dit-il à l’été.")


@given(st.binary(max_size=400))
def test_any_bytes_are_decoded_or_refused(data):
    result = decode_text(data)
    assert isinstance(result, Decoded | Undecodable)


@given(st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"]), min_size=1))
def test_utf_8_comes_back_unchanged(text):
    data = text.encode()
    if (
        text[0] == "\ufeff"
        or isinstance(decoded := decode_text(data), Undecodable)
        or decoded.encoding != "utf-8"
    ):
        return
    assert decoded.text == text


def encode_twice(text):
    """Take UTF-8 for Windows-1252, as browsers do, and encode it again."""
    shown = (bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in text.encode())
    return "".join(shown).encode()


@pytest.mark.parametrize(
    "text", [TEXT, "L’été “à” Brest – dit-il.", "Привет из Вельма.", "Größe ‘ß’ – 40 €"]
)
def test_what_was_surely_encoded_twice_is_read_as_it_was_meant(text):
    assert decode_text(encode_twice(text)) == Decoded(text=text, encoding=TWICE)


@pytest.mark.parametrize(
    "data",
    [
        encode_twice(TEXT) + " – é".encode(),  # a sign that stands for itself
        encode_twice("One é alone."),
        TEXT.encode(),
        "Ã is a letter of São Paulo, Õ too, and Â.".encode(),
    ],
)
def test_anything_else_keeps_its_characters(data):
    assert decode_text(data) == Decoded(text=data.decode(), encoding="utf-8")
