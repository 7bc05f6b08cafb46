"""PDFs whose streams unpack to far more than an article holds are not opened; honest ones are."""

import zlib

import pytest

from briefing.ingest import pdfbombs
from briefing.model import Quarantined

TEXT = (
    b"BT /F1 12 Tf 50 700 Td "
    b"(The harbour lost three cranes in the storm, the port authority said on Monday.) Tj ET"
)


def flate(data):
    return zlib.compress(data, 9)


def pdf(*streams, kind=""):
    """A PDF of one page that is drawn by `streams`, each packed bytes and its filters."""
    refs = " ".join(f"{5 + at} 0 R" for at in range(len(streams)))
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]"
        b"/Resources<</Font<</F1 4 0 R>>>>/Contents[" + refs.encode() + b"]>>",
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    objects += [
        f"<</Length {len(data)}{kind}/Filter {filters}>>\nstream\n".encode() + data + b"\nendstream"
        for data, filters in streams
    ]
    made, places = b"%PDF-1.5\n", []
    for number, one in enumerate(objects, 1):
        places.append(len(made))
        made += f"{number} 0 obj\n".encode() + one + b"\nendobj\n"
    rows = b"".join(f"{at:010} 00000 n \n".encode() for at in places)
    return (
        made
        + f"xref\n0 {len(places) + 1}\n0000000000 65535 f \n".encode()
        + rows
        + f"trailer<</Size {len(places) + 1}/Root 1 0 R>>\nstartxref\n{len(made)}\n%%EOF".encode()
    )


BOMBS = {
    "spaces": pdf((flate(b" " * 12_000_000), "/FlateDecode")),
    "text": pdf((flate(b"BT (aaaa aaaa) Tj " * 500_000), "/FlateDecode")),
    "many streams of a few megabytes": pdf(
        *[(flate(b"0 0 m 9 9 l S " * 60_000), "/FlateDecode")] * 8
    ),
    "packed twice": pdf((flate(flate(b" " * 12_000_000)), "[/FlateDecode /FlateDecode]")),
    "packed twice by short names": pdf((flate(flate(b" " * 12_000_000)), "[/Fl /Fl]")),
    "runs inside": pdf((flate(b"\x81 " * 100_000), "[/FlateDecode /RunLengthDecode]")),
    "behind an honest one": pdf(
        (flate(TEXT), "/FlateDecode"), (flate(b" " * 12_000_000), "/FlateDecode")
    ),
}


@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_is_set_aside_by_its_reason(article, name):
    made = article(BOMBS[name], "a.pdf")
    assert isinstance(made, Quarantined)
    assert made.reason.startswith("a PDF bomb:")
    assert "\n" not in made.reason


def test_nothing_large_is_kept_while_it_is_measured():
    import tracemalloc

    data = pdf((flate(flate(b" " * 60_000_000)), "[/FlateDecode /FlateDecode]"))
    tracemalloc.start()
    assert pdfbombs.bomb_reason(data)
    assert tracemalloc.get_traced_memory()[1] < 10_000_000
    tracemalloc.stop()


HONEST = {
    "an article": pdf((flate(TEXT), "/FlateDecode")),
    "a picture that shrinks": pdf(
        (flate(b"\xff" * 12_000_000), "/FlateDecode"), kind="/Type/XObject/Subtype /Image"
    ),
    "large and hardly packed": pdf((zlib.compress(bytes(range(256)) * 40_000, 0), "/FlateDecode")),
    "a damaged stream": pdf((b"no stream at all", "/FlateDecode")),
    "a few kilobytes of spaces": pdf((flate(TEXT + b" " * 100_000), "/FlateDecode")),
    "cut off": pdf((flate(TEXT * 200)[:90], "/FlateDecode")),
}


@pytest.mark.parametrize("name", HONEST)
def test_honest_streams_are_no_bomb(name):
    assert pdfbombs.bomb_reason(HONEST[name]) is None


def test_an_honest_pdf_is_read(article):
    assert "three cranes in the storm" in article(HONEST["an article"], "a.pdf").text
