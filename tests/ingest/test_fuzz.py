"""Whatever is in a file, reading it ends in a document or a reason: no crash, no hang, no memory
without end.

`make test` takes a sample; `make soak` goes on for half an hour in all, in processes with limits.
"""

import io
import json
import os
import plistlib
import random
import resource
import subprocess
import sys
import time
import zipfile
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefing.ingest import Folder, confined
from briefing.ingest.article import read_here
from briefing.model import Document, Quarantined
from briefing.split import split_passages
from tests.growth import grows_evenly
from tests.ingest import forms, outlook
from tests.ingest.test_containers import epub, feed, odt

MEMORY = 1_000_000_000
SOAK = os.environ.get("BRIEFING_SOAK") == "1"
WORDS = "The council of the town said on Friday that it would not pay the bill for the water. " * 3

TAGS = (
    "html head body div p span b a table tr td ul li style script template svg math select "
    "option title meta br".split()
)
MARKUP = st.lists(
    st.sampled_from(
        [f"<{tag}>" for tag in TAGS]
        + [f"</{tag}>" for tag in TAGS]
        + [
            "<p style='display:none'>",
            "<!--",
            "-->",
            "<![CDATA[",
            "]]>",
            "&#x202e;",
            "&#1;",
            "&amp;",
            "<p lang=fr>",
            "\x00",
            WORDS,
        ]
        + [
            '<script type="application/ld+json">{"@type":"NewsArticle","headline":["',
            '"]}</script>',
            "<style>.a{display:none}",
        ]
        + [
            "<meta charset=utf-16>",
            '<meta property="og:title" content="',
            '">',
            "<base href=file:///etc/>",
            "{{ 7*7 }}",
        ]
    )
    | st.text(max_size=20),
    max_size=60,
).map("".join)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=30) | st.just(WORDS),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(
                ["title", "text", "content", "html", "date", "author", "url", "items", "source"]
            ),
            inner,
        )
    ),
    max_leaves=20,
).map(json.dumps)
LINES = """From: a@b
Subject: =?utf-8?b?
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary=b
Content-Type: text/html; charset=
Content-Transfer-Encoding: base64
Content-Disposition: attachment; filename*=utf-8''%2e%2e%2f
Content-Type: message/rfc822
> quoted words
>> more of them
On Wed, 12 Mar 2025 at 18:04, A <a@b> wrote:
Von: A <a@b>
Betreff: B
From a@b Thu Mar 20 09:00:00 2025
Content-Type: text/plain; format=flowed; delsp=yes
Content-Type: application/ms-tnef; name=winmail.dat
--
Date: x
--b
--b--
?=""".splitlines()
HEADERS = st.lists(
    st.sampled_from([*(f"{line}\n" for line in LINES), "\n", "\r\n", WORDS]) | st.text(max_size=12),
    max_size=40,
).map(lambda bits: "From: a@b\nMessage-ID: <1>\nTo: c@d\n" + "".join(bits))


def whole(form):
    """A sound file of one form, to be damaged."""
    text = "\n".join([WORDS] * 4)
    if form == "zip":
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("a.txt", text)
            archive.writestr("b.html", forms.page(text))
        return out.getvalue()
    if form in MAKERS:
        return MAKERS[form](text)
    return forms.MAKERS[form](text)


def mailbox(text):
    quoted = "".join(f"> {line}\n" for line in text.split("\n"))
    one = forms.letter(f"{text}\n\nOn 12 Mar 2025, A <a@b.example> wrote:\n{quoted}", "Water")
    return b"\n\n".join(b"From a@b Thu Mar 20 09:00:00 2025\n" + one for _ in range(3))


def apple(text):
    one = forms.letter(f"FYI\n\nVon: A\nGesendet: 12.03.2025\nBetreff: B\n\n{text}", "Fwd: Water")
    return b"%d\n" % len(one) + one + b"<?xml version='1.0'?><!DOCTYPE plist><plist/>"


def saved(text):
    head = (
        b"Snapshot-Content-Location: https://a.example/\nSubject: x\nMIME-Version: "
        b"1.0\nContent-Type: "
    )
    parts = b"multipart/related; boundary=x\n\n--x\nContent-Type: text/html\n\n" + forms.page(text)
    return b"From: <Saved by Blink>\n" + head + parts + b"\n--x--\n"


def of_outlook(text):
    when = datetime(2025, 3, 12)  # noqa: DTZ001 - Outlook's own, in UTC
    return outlook.msg("Water", "A", when, text, [("a.txt", text.encode())])


MAKERS = {
    "mbox": mailbox,
    "emlx": apple,
    "mhtml": saved,
    "msg": of_outlook,
    "tnef": lambda text: outlook.tnef(text.encode(), [("a.txt", text.encode())], "Water"),
    "odt": lambda text: odt("".join(f"<text:p>{line}</text:p>" for line in text.split("\n"))),
    "epub": lambda _text: epub(),
    "webarchive": lambda text: plistlib.dumps(
        {"WebMainResource": {"WebResourceData": forms.page(text)}}, fmt=plistlib.FMT_BINARY
    ),
    "rtf": lambda text: ("{\\rtf1\\ansi " + text.replace("\n", "\\par ") + "}").encode(),
    "rss": lambda text: feed(f"<title>{text}</title><source>A</source>").encode(),
}


def damaged(data, seed):
    """Change, cut, repeat and swap bytes of `data`; the same seed does the same."""
    chance = random.Random(seed)
    made = bytearray(data)
    for _ in range(chance.randint(1, 12)):
        if not made:
            break
        at = chance.randrange(len(made))
        how = chance.randrange(5)
        if how == 0:
            made[at] = chance.randrange(256)
        elif how == 1:
            del made[at : at + chance.randrange(1, 200)]
        elif how == 2:
            made[at:at] = made[max(0, at - chance.randrange(1, 400)) : at] * chance.randrange(1, 20)
        elif how == 3:
            made[at:at] = bytes([chance.randrange(256)]) * chance.randrange(1, 300)
        else:
            made = made[:at] if chance.random() < 0.2 else made
    return bytes(made)


def reads(folder, content):
    """Read `content` as the only file of a folder and check that every result is whole, in time."""
    (folder / "a.bin").write_bytes(content)
    began = time.process_time()
    results = [read_here((found, None, ())) for found in Folder(path=".")(folder)]
    for one in results:
        if isinstance(one, Quarantined):
            assert one.reason
            continue
        assert isinstance(one, Document)
        for passage in split_passages(one):
            assert one.text[passage.start : passage.end].strip()
        assert all(0 <= mark.start < mark.end <= len(one.text) for mark in one.marks)
        assert list(one.pages) == sorted(one.pages)
        one.text.encode("utf-8", "surrogatepass")
    assert results
    assert time.process_time() - began < confined.SECONDS


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("fuzz")


@settings(suppress_health_check=list(HealthCheck))
@given(MARKUP)
def test_any_markup_is_read(folder, content):
    reads(folder, ("<!doctype html>" + content).encode("utf-8", "replace"))


@settings(suppress_health_check=list(HealthCheck))
@given(JSON)
def test_any_json_is_read(folder, content):
    reads(folder, content.encode("utf-8", "replace"))


@settings(suppress_health_check=list(HealthCheck))
@given(HEADERS)
def test_any_letter_is_read(folder, content):
    reads(folder, content.encode("utf-8", "replace"))


@settings(suppress_health_check=list(HealthCheck))
@given(st.binary(max_size=600))
def test_any_bytes_are_read(folder, content):
    reads(folder, content)
    for head in (
        b"%PDF-1.7\n",
        b"PK\x03\x04",
        b"<html>",
        b'{"text": ',
        b"From: a\nTo: b\nMessage-ID: c\n\n",
        b"<rss>",
        b"{\\rtf1 ",
        b"\x78\x9f\x3e\x22\x01\x00",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        b"From a@b Thu Mar 20 09:00:00 2025\nFrom: a\nTo: b\nMessage-ID: c\n\n",
    ):
        reads(folder, head + content)


@pytest.mark.parametrize("form", [*forms.MAKERS, *MAKERS, "zip"])
def test_damaged_files_of_every_form_are_read(folder, form, count):
    data = whole(form)
    for seed in range(count(25, 200)):
        reads(folder, damaged(data, seed))


LETTER = "From: a\nTo: b\nMessage-ID: c\n\n"
SHAPES = {
    "attributes": lambda n: (
        "<p " + " ".join(f"a{one}=x" for one in range(25_000 * n)) + ">" + WORDS
    ),
    "unclosed": lambda n: "<p>" + "<a href='" * 12_500 * n + WORDS,
    "comments": lambda n: "<!--" * 25_000 * n + WORDS,
    "entities": lambda n: "<p>" + "&amp" * 50_000 * n,
    "tables": lambda n: "<table><tr><td>" * 225 * n + WORDS,
    "selects": lambda n: "<body>" + "<select><option>" * 5_000 * n + WORDS,
    "styles": lambda n: "<style>" + ".a{display:none}" * 5_000 * n + "</style><p class=a>" + WORDS,
    "braces": lambda n: "<style>" + "{" * 25_000 * n + "</style><p>" + WORDS,
    "one word": lambda n: "<p>" + "x" * 225_000 * n,
    "paragraphs": lambda n: "<body>" + f"<p>{WORDS}" * 250 * n,
    "the same": lambda n: "<body>" + "<p>word" * 2_500 * n,
    "headers": lambda n: (
        "From: a\nTo: b\nMessage-ID: c\n" + "X: y\n z\n" * 5_000 * n + "\n" + WORDS
    ),
    "parts": lambda n: (
        "From: a\nTo: b\nContent-Type: multipart/mixed; boundary=b\n\n" + "--b\n\nx\n" * 1_250 * n
    ),
    "quoted": lambda n: LETTER + ">" * 25_000 * n + WORDS,
    "deeper": lambda n: LETTER + "".join(f"{'>' * one} {WORDS}\n" for one in range(150 * n // 2)),
    "answers": lambda n: LETTER + "On 12 Mar 2025 at 18:04 A <a@b> wrote:\n\n" * 400 * n + WORDS,
    "headers inside": lambda n: LETTER + "From: a\nSent: b\nSubject: c\n\n" * 500 * n + WORDS,
    "empty lines": lambda n: LETTER + "> x\n" + "\n" * 10_000 * n + WORDS,
    "signatures": lambda n: LETTER + "-- \n" * 2_500 * n + WORDS,
    "letters": lambda n: (
        ("From a@b Thu Mar 20 09:00:00 2025\n" + LETTER + WORDS + "\n\n") * 100 * n
    ),
    "rules of style": lambda n: "a{b:c;" * 10_000 * n + "\n" + WORDS,
    "cells": lambda n: ("1,2,3\n" + "," * 1_250 * n + "\n") * 15 * n,
    "lists": lambda n: '{"text": ' + "[" * 25_000 * n,
    "records": lambda n: "\n".join(['{"text": "word word word word word word"}'] * 125 * n),
    "items": lambda n: (
        "<rss version='2.0'><channel>"
        + "<item><title>x</title></item>" * 75 * n
        + "</channel></rss>"
    ),
}


@pytest.mark.parametrize("shape", SHAPES)
def test_the_work_grows_evenly_with_hostile_shapes(tmp_path, shape):
    def read(content):
        (tmp_path / "a.bin").write_bytes(content)
        for one in Folder(path=".")(tmp_path)[:20]:
            assert isinstance(read_here((one, None, ())), Document | Quarantined)

    assert grows_evenly(read, lambda more: SHAPES[shape](more).encode())


def go_on(form, seconds, first):
    """Damage files of one form until time is up, with a limit on memory; runs as a program of its
    own."""
    resource.setrlimit(resource.RLIMIT_AS, (4 * MEMORY, 4 * MEMORY))
    folder = Path(sys.argv[4])
    data, seed, ends = whole(form), first, time.monotonic() + seconds
    while time.monotonic() < ends:
        try:
            reads(folder, damaged(data, seed))
        except BaseException:
            print("seed", seed, flush=True)  # noqa: T201 - this is what the test reads
            raise
        seed += 1
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 < MEMORY
    print("read", seed - first)  # noqa: T201


@pytest.mark.soak
@pytest.mark.skipif(not SOAK, reason="takes half an hour; `make soak` runs it")
@pytest.mark.parametrize("form", [*forms.MAKERS, *MAKERS, "zip"])
def test_damaged_files_are_read_for_half_an_hour_in_all(tmp_path, form):
    asked = [sys.executable, "-m", "tests.ingest.test_fuzz", form, "360", "1000000", str(tmp_path)]
    done = subprocess.run(
        asked, capture_output=True, text=True, check=False, cwd=Path(__file__).resolve().parents[2]
    )
    assert done.returncode == 0, done.stdout[-200:] + done.stderr[-3000:]


if __name__ == "__main__":
    go_on(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
