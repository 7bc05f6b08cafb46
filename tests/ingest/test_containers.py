"""Documents of less usual forms, what feeds say of their entries, and what can't be read with what
to do."""

import io
import plistlib
import subprocess
import sys
import zipfile
from datetime import datetime
from email.message import EmailMessage
from typing import get_args

import pytest

from briefing.ingest import Folder, containers, read_article, unpack
from briefing.ingest.sniff import Kind
from briefing.model import Document, Quarantined
from briefing.split import split_passages
from tests.ingest import outlook

HARBOUR = (
    "The harbour council of Vessim closed the northern quay on Tuesday after a crane had fallen."
)
FERRY = "The ferry to Orrin Island will not sail before the end of May, its owner told the council."
BRIDGE = (
    "The bridge at Tolmen was opened again on Monday, three weeks later than engineers had hoped."
)
SENT = datetime(2025, 3, 12, 18, 4)  # noqa: DTZ001 - Outlook's own, in UTC


def test_a_kind_is_opened_where_there_is_a_way_to_open_it():
    known = {*containers.LISTS, *containers.EXACTLY}
    assert {kind for kind in get_args(Kind) if unpack.is_container(kind)} == known


@pytest.fixture
def every(tmp_path):
    """Give a function that reads all that a file holds, by locator."""

    def reading(data, name):
        (tmp_path / "in").mkdir(exist_ok=True)
        (tmp_path / "in" / name).write_bytes(data)
        found = Folder(path="in")(tmp_path)
        return {one.locator.removeprefix("in/"): read_article(one, None) for one in found}

    return reading


def told(document):
    return [
        document.text[one.start : one.end] for one in split_passages(document) if not one.dropped
    ]


def zipped(**files):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return out.getvalue()


# OpenDocument

_OPEN = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for name in ("office", "text", "table", "meta")
)


def odt(body, meta="", kind="text"):
    content = (
        f"<office:document-content "
        f"{_OPEN}><office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
    about = (
        f"<office:document-meta {_OPEN} "
        f'xmlns:dc="http://purl.org/dc/elements/1.1/"><office:meta>{meta}</office:meta></office:document-meta>'
    )
    named = f"application/vnd.oasis.opendocument.{kind}"
    return zipped(**{"mimetype": named, "content.xml": content, "meta.xml": about})


def test_an_opendocument_text_is_read_paragraph_by_paragraph(every):
    body = (
        "<text:tracked-changes><text:p>Deleted words.</text:p></text:tracked-changes>"
        f"<text:h>Quay closed</text:h><text:p>{HARBOUR[:20]}<text:span>{HARBOUR[20:40]}</text:span>{HARBOUR[40:]}"
        "<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>A note on "
        "it.</text:p>"
        "</text:note-body></text:note></text:p>"
        f"<text:p>{FERRY[:9]}<text:s/>{FERRY[10:]}<office:annotation><text:p>Check.</text:p></office:annotation></text:p>"
        "<table:table><table:table-row><table:table-cell><text:p>Vessim</text:p></table:table-cell>"
        "<table:table-cell><text:p>12</text:p><text:p>hurt</text:p></table:table-cell></table:table-row></table:table>"
    )
    (document,) = every(odt(body, "<dc:title>The quay</dc:title>"), "a.odt").values()
    assert document.text.split("\n") == [
        "Quay closed",
        HARBOUR,
        FERRY,
        "Vessim\t12 hurt",
        "A note on it.",
    ]
    assert document.title.value == "The quay"
    assert [mark.kind for mark in document.marks][:1] == ["heading"]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (odt("", kind="spreadsheet"), "spreadsheet"),
        (odt("", kind="presentation"), "save it as PDF"),
        (odt("", kind="graphics"), "drawing"),
        (odt(""), "no text"),
        (odt("<text:p>"), "damaged"),
        (zipped(mimetype="application/vnd.oasis.opendocument.text"), "damaged"),
        (odt("").replace(b"content.xml", b"content.xmx"), "damaged"),
    ],
)
def test_an_opendocument_file_without_an_article_is_set_aside(every, data, said):
    (aside,) = every(data, "a.odt").values()
    assert isinstance(aside, Quarantined)
    assert said in aside.reason


# Rich text


@pytest.mark.parametrize(
    "rtf",
    [
        (
            rf"{{\rtf1\ansi{{\info{{\title Hidden}}}}{{\fonttbl{{\f0 Times;}}}}\f0 {HARBOUR}\par "
            rf"{FERRY}\par}}"
        ),
        rf"{{\rtf1\ansi\ansicpg1252 {{\b {HARBOUR[:30]}}}{HARBOUR[30:]}\par\pard {FERRY}}}",
        rf"{{\rtf1 {HARBOUR}\par {{\*\generator Word}}{FERRY}\par }}",
    ],
)
def test_rich_text_is_read(every, rtf):
    (document,) = every(rtf.encode(), "a.rtf").values()
    assert told(document) == [HARBOUR, FERRY]


def test_signs_of_rich_text_are_letters(every):
    (document,) = every(
        rb"{\rtf1\ansi\ansicpg1251 \'cf\'f0\'e8\'e2\'e5\'f2 \u8220?quay\u8221? \'cc\'e8\'f0\par}",
        "a.rtf",
    ).values()
    assert document.text.strip() == "Привет “quay” Мир"


# Books

_CONTAINER = '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="OPS/a.opf"/></rootfiles></container>'


def epub(opf=None):
    package = (
        '<package xmlns="http://www.idpf.org/2007/opf" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata>'
        "<dc:creator>Ruth Amsel</dc:creator><dc:publisher>The Vessim "
        "Post</dc:publisher><dc:date>2025-03-12</dc:date>"
        '</metadata><manifest><item id="n" href="nav.xhtml" media-type="application/xhtml+xml" '
        'properties="nav"/>'
        '<item id="b" href="two%20b.xhtml" media-type="application/xhtml+xml"/>'
        '<item id="a" href="one.xhtml" media-type="application/xhtml+xml"/><item id="c" '
        'href="c.css" media-type="text/css"/>'
        '</manifest><spine><itemref idref="n"/><itemref idref="a"/><itemref idref="b"/><itemref '
        'idref="c"/></spine></package>'
    )
    page = "<html xmlns='http://www.w3.org/1999/xhtml'><head><title>{}</title></head><body><h1>{}</h1><p>{}</p><p>{}</p></body></html>"
    return zipped(
        **{
            "mimetype": "application/epub+zip",
            "META-INF/container.xml": _CONTAINER,
            "OPS/a.opf": package if opf is None else opf,
            "OPS/one.xhtml": page.format("One", "One", HARBOUR, FERRY),
            "OPS/two b.xhtml": page.format("Two", "Two", BRIDGE, HARBOUR),
            "OPS/nav.xhtml": page.format("Nav", "Nav", FERRY, FERRY),
        }
    )


def test_a_book_is_a_chapter_a_document(every):
    made = every(epub(), "a.epub")
    assert list(made) == ["a.epub/OPS/one.xhtml", "a.epub/OPS/two b.xhtml"]
    first = made["a.epub/OPS/one.xhtml"]
    assert told(first) == [HARBOUR, FERRY]
    facts = (first.title, first.author, first.outlet, first.published)
    assert [one.value for one in facts] == ["One", "Ruth Amsel", "The Vessim Post", "2025-03-12"]


@pytest.mark.parametrize(
    "opf", ["", "<package/>", "<!DOCTYPE a [<!ENTITY b 'c'>]><package>&b;</package>"]
)
def test_a_broken_book_is_set_aside(every, opf):
    (aside,) = every(epub(opf), "a.epub").values()
    assert "e-book" in aside.reason


# Outlook


def test_a_letter_of_outlook_is_read_with_what_is_attached(every):
    body = (
        f"{HARBOUR}\r\n\r\nVon: Ole Brandt\r\nGesendet: 10. März 2025 09:00\r\nBetreff: "
        f"Kai\r\n\r\n{BRIDGE}\r\n"
    )
    data = outlook.msg(
        "Re: Quay",
        "Ruth Amsel",
        SENT,
        body,
        [("ferry.txt", FERRY.encode()), ("a.css", b"p { x: y }\n" * 3)],
    )
    made = every(data, "a.msg")
    assert list(made) == ["a.msg", "a.msg/a.css", "a.msg/ferry.txt", "a.msg/quoted-1.eml"]
    letter = made["a.msg"]
    assert told(letter) == [HARBOUR]
    facts = (letter.title, letter.author, letter.published)
    assert [one.value for one in facts] == ["Quay", "Ruth Amsel", "2025-03-12"]
    assert told(made["a.msg/ferry.txt"]) == [FERRY]
    assert "style sheet" in made["a.msg/a.css"].reason
    assert made["a.msg/quoted-1.eml"].published.value == "2025-03-10"


@pytest.mark.parametrize(
    ("root", "said"),
    [
        ({"WordDocument": b"x"}, "save it as .docx or PDF"),
        ({"PowerPoint Document": b"x"}, "save it as PDF"),
        ({"Workbook": b"x"}, "spreadsheet"),
        ({"EncryptedPackage": b"x"}, "password"),
        ({"Something": b"x"}, "office document"),
        ({"__properties_version1.0": b""}, "no text"),
    ],
)
def test_an_office_file_of_the_old_form_is_set_aside_with_what_to_do(every, root, said):
    (aside,) = every(outlook.compound(root), "a.doc").values()
    assert said in aside.reason


def test_winmail_dat_gives_its_text_and_files(every):
    made = EmailMessage()
    made["From"], made["Subject"], made["Message-ID"] = "Mara <m@x.example>", "Quay", "<1@x>"
    made["Date"] = "Thu, 20 Mar 2025 09:00:00 +0000"
    held = outlook.tnef(
        HARBOUR.encode(),
        [("ferry.txt", FERRY.encode()), ("bridge.txt", BRIDGE.encode())],
        "Quay shut",
    )
    made.add_attachment(held, maintype="application", subtype="ms-tnef", filename="winmail.dat")
    read_all = every(made.as_bytes(), "a.eml")
    letter = read_all["a.eml/winmail.dat"]
    assert (told(letter), letter.title.value) == ([HARBOUR], "Quay shut")
    assert letter.published.value == "2025-03-20"
    assert told(read_all["a.eml/winmail.dat/ferry.txt"]) == [FERRY]
    assert told(read_all["a.eml/winmail.dat/bridge.txt"]) == [BRIDGE]


# Pages that Safari saved


@pytest.mark.parametrize("label", ["UTF-8", "windows-1252", None])
def test_a_page_that_safari_saved_is_read(every, label):
    page = (
        f"<html><body><article><h1>Fähre</h1><p>{HARBOUR}</p><p>{FERRY}</p></article></body></html>"
    )
    main = {"WebResourceData": page.encode(), "WebResourceURL": "https://v.example/quay"}
    main |= {"WebResourceTextEncodingName": label} if label else {}
    data = plistlib.dumps({"WebMainResource": main}, fmt=plistlib.FMT_BINARY)
    (document,) = every(data, "a.webarchive").values()
    assert told(document)[-2:] == [HARBOUR, FERRY]
    assert "Fähre" in document.text
    assert (document.url, document.published) == ("https://v.example/quay", None)


@pytest.mark.parametrize("held", [{}, {"WebMainResource": 3}, {"WebMainResource": {}}, [1]])
def test_another_property_list_is_set_aside(every, held):
    (aside,) = every(plistlib.dumps(held, fmt=plistlib.FMT_BINARY), "a.plist").values()
    assert "property list" in aside.reason


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"\x1f\x8b" + bytes(40), "unpack it"),
        (b"7z\xbc\xaf" + bytes(40), "unpack it"),
        (zipped(**{"Index/Document.iwa": "x"}), "save it as PDF"),
        (zipped(**{"ppt/presentation.xml": "x"}), "save it as PDF"),
    ],
)
def test_what_is_not_read_is_set_aside_with_what_to_do(every, data, said):
    (aside,) = every(data, "a.bin").values()
    assert said in aside.reason


# Feeds


def feed(entry, encoding="utf-8", title="Aggregated news"):
    return (
        f'<?xml version="1.0" encoding="{encoding}"?><rss '
        f'version="2.0"><channel><title>{title}</title><item>{entry}<description>&lt;p&gt;{HARBOUR}&lt;/p&gt;</description></item></channel></rss>'
    )


@pytest.mark.parametrize(
    ("entry", "title", "outlet"),
    [
        (
            (
                "<title>Quay shut - Vessim Post</title><source url='https://v.example'>Vessim "
                "Post</source>"
            ),
            "Quay shut",
            "Vessim Post",
        ),
        (
            (
                "<title>Quay shut – by night | The Tolmen Herald</title><source "
                "url='https://t.example'>The Tolmen Herald</source>"
            ),
            "Quay shut – by night",
            "The Tolmen Herald",
        ),
        (
            "<title>Quay shut - by night</title><source url='https://t.example'>Orrin Sun</source>",
            "Quay shut - by night",
            "Orrin Sun",
        ),
        ("<title>Quay shut - Vessim Post</title>", "Quay shut - Vessim Post", "Aggregated news"),
    ],
)
def test_an_entry_bears_the_name_of_its_own_source(every, entry, title, outlet):
    (document,) = every(feed(entry).encode(), "a.xml").values()
    assert (document.title.value, document.outlet.value) == (title, outlet)


@pytest.mark.parametrize(
    ("link", "outlet"),
    [("https://agg.example/1", None), ("https://v.example/1", "Aggregated news")],
)
def test_a_feed_is_no_outlet_of_what_comes_from_another_host(every, link, outlet):
    entry = f"<title>Quay</title><link>{link}</link><source url='https://v.example/rss'/>"
    (document,) = every(feed(entry).encode(), "a.xml").values()
    assert (document.outlet.value if document.outlet else None) == outlet


def test_an_entry_of_atom_bears_the_name_of_its_own_source(every):
    entry = (
        f"<entry><title>Quay</title><source><title>Vessim "
        f"Post</title></source><content>{HARBOUR}</content></entry>"
    )
    data = f'<feed xmlns="http://www.w3.org/2005/Atom"><title>All</title>{entry}</feed>'
    (document,) = every(data.encode(), "a.xml").values()
    assert document.outlet.value == "Vessim Post"


@pytest.mark.parametrize(
    "label", ["iso-8859-1", "windows-1251", "us-ascii", "shift_jis", "koi8-r", "utf-16"]
)
def test_a_feed_in_utf8_is_read_as_such_whatever_it_says(every, label):
    entry = "<title>“Fähre” nach Åland — 14 €</title>"
    (document,) = every(feed(entry, label, "Näätä").encode(), "a.xml").values()
    assert (document.title.value, document.outlet.value) == ("“Fähre” nach Åland — 14 €", "Näätä")


@pytest.mark.parametrize(
    ("label", "words"),
    [("windows-1251", "Паром стоит"), ("iso-8859-1", "Fähre"), ("shift_jis", "港が閉まる")],
)
def test_a_feed_in_another_encoding_is_read_in_it(every, label, words):
    (document,) = every(feed(f"<title>{words}</title>", label).encode(label), "a.xml").values()
    assert document.title.value == words


# Quiet


def test_no_librarys_log_or_warning_reaches_the_user(tmp_path):
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.html").write_text("<html><body><p>Short.</p></body></html>")
    (tmp_path / "in" / "b.dat").write_bytes(outlook.tnef(HARBOUR.encode())[:-3])
    (tmp_path / "in" / "c.txt").write_text(HARBOUR)
    (tmp_path / "config.yaml").write_text(
        "brief: {title: Quay}\nsources: [{kind: folder, path: in}]\nsections: [{slug: all, title: "
        "All}]\n"
    )
    asked = [sys.executable, "-m", "briefing", "sources", "-c", str(tmp_path / "config.yaml")]
    done = subprocess.run(asked, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_what_libraries_say_is_dropped_and_what_was_set_up_stays():
    program = (
        "import logging, warnings\nfrom briefing.quiet import "
        "silence_libraries\nsilence_libraries()\n"
        "logging.getLogger('a.library').warning('noise')\nwarnings.warn('noise')\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_documents_and_reasons_are_all_there_is(every):
    made = every(
        zipped(
            **{
                "a.odt": odt(f"<text:p>{HARBOUR}</text:p>"),
                "b.epub": epub(),
                "c.rtf": rf"{{\rtf1 {FERRY}}}",
            }
        ),
        "all.zip",
    )
    assert [one for one in made.values() if not isinstance(one, Document)] == []
    assert len(made) == 4


def test_what_a_browser_saved_beside_a_page_in_a_zip_is_no_article(every):
    page, frame = f"<p>{HARBOUR}<p>{FERRY}", "<p>Win a cruise for two people today."
    made = every(
        zipped(
            **{
                "web/quay.html": page,
                "web/quay_files/ad/frame.html": frame,
                "web/pier_files/frame.html": frame,
            }
        ),
        "all.zip",
    )
    assert sorted(made) == ["all.zip/web/pier_files/frame.html", "all.zip/web/quay.html"]
