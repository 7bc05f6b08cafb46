"""brief.docx says what brief.json says, every citation is a footnote, and Word's readers open it."""

import io
import json
import re
import shutil
import subprocess
import zipfile
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import docx
import pytest
import small_briefs
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from briefing import figures
from briefing.errors import UserError, WorkError
from briefing.model import Brief
from briefing.render import json as json_writer
from briefing.render import pdf
from briefing.render.page import view_page
from briefing.render.plain import clean_line
from briefing.render.templates import Templates
from briefing.render.theme import Theme
from briefing.render.view import PageView
from briefing.render.word import Docx

SOFFICE = shutil.which("soffice")
BRIEFS = {
    "plain": small_briefs.plain,
    "tongues": small_briefs.tongues,
    "many": lambda: small_briefs.many(20, 10),
}
Parts = dict[str, bytes]


def pages(name: str) -> tuple[PageView, Brief]:
    made, documents = BRIEFS[name]()
    return view_page(made, documents, figures.draw_figures(made, documents)), made


def write(page: PageView, templates: Templates | None = None, **options: str) -> bytes:
    return Docx(**options)(page, templates or Templates()).content


def open_parts(content: bytes) -> Parts:
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        return {name: packed.read(name) for name in packed.namelist()}


def find(content: bytes, part: str, tag: str) -> list:
    from lxml import etree

    return etree.fromstring(open_parts(content)[part]).findall(f".//{qn(tag)}")


def read_words(paragraph: Paragraph) -> str:
    """The words of a paragraph without the marks of notes and the commas between them."""
    runs = paragraph._p.iter(qn("w:r"))
    plain = (run for run in runs if run.find(f".//{qn('w:vertAlign')}") is None)
    words = "".join(text.text or "" for run in plain for text in run.iter(qn("w:t")))
    return words.replace("\N{LEFT-TO-RIGHT MARK}", "").replace("\N{RIGHT-TO-LEFT MARK}", "")


def read_statements(content: bytes) -> list[str]:
    document = docx.Document(io.BytesIO(content))
    told = [p for p in document.paragraphs if p.style.name == "Brief Statement"]
    return [re.sub(r"^\d+\.\d+\s+", "", read_words(one)).removesuffix(" cf. ") for one in told]


@pytest.mark.parametrize("name", BRIEFS)
def test_it_tells_the_statements_of_the_json(name: str) -> None:
    page, made = pages(name)
    published = json.loads(json_writer.Json()(page, Templates(), made).content)
    told = [clean_line(s["text"]) for part in published["sections"] for s in part["statements"]]
    assert read_statements(write(page)) == told


@pytest.mark.parametrize("name", BRIEFS)
def test_every_citation_is_a_footnote_with_the_quoted_words(name: str) -> None:
    page, _ = pages(name)
    content = write(page)
    marks = [
        one.get(qn("w:id")) for one in find(content, "word/document.xml", "w:footnoteReference")
    ]
    notes = {
        one.get(qn("w:id")): "".join(text.text or "" for text in one.iter(qn("w:t")))
        for one in find(content, "word/footnotes.xml", "w:footnote")
        if one.get(qn("w:type")) is None
    }
    lines = [*page.bottom_line, *(line for section in page.sections for line in section.lines)]
    cited = [ref for line in lines for ref in line.refs]
    assert marks == [str(number) for number in range(1, len(marks) + 1)] == list(notes)
    assert len(marks) >= len(cited) > 0
    for ref in cited:
        assert any(ref.label in note and ref.quote in note for note in notes.values())
        assert any(f"paragraph {ref.passage}:" in note for note in notes.values())


@pytest.mark.parametrize("name", BRIEFS)
def test_links_inside_lead_to_a_place_in_it(name: str) -> None:
    content = write(pages(name)[0])
    parts = ("word/document.xml", "word/footnotes.xml")
    places = [one.get(qn("w:name")) for one in find(content, parts[0], "w:bookmarkStart")]
    wanted = {
        one.get(qn("w:anchor")) for part in parts for one in find(content, part, "w:hyperlink")
    }
    assert len(places) == len(set(places))
    assert wanted - {None} <= set(places)
    assert all(re.fullmatch(r"[A-Za-z]\w{0,39}", place, re.ASCII) for place in places)


def test_the_same_page_gives_the_same_bytes() -> None:
    page, _ = pages("plain")
    assert write(page) == write(page)
    with zipfile.ZipFile(io.BytesIO(write(page))) as packed:
        assert {entry.date_time for entry in packed.infolist()} == {(2025, 11, 6, 6, 30, 0)}


def test_a_trial_without_a_time_is_written_too() -> None:
    page, _ = pages("plain")
    with zipfile.ZipFile(io.BytesIO(write(replace(page, made="")))) as packed:
        assert {entry.date_time for entry in packed.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_the_properties_say_what_the_page_says_and_nothing_else() -> None:
    page, _ = pages("plain")
    properties = docx.Document(io.BytesIO(write(page))).core_properties
    assert (properties.title, properties.language) == (page.title, "en")
    assert properties.created.isoformat().startswith("2025-11-06T06:30:00")
    assert {properties.author, properties.comments, properties.last_modified_by} == {""}


def test_the_marking_stands_on_every_page_and_a_page_without_one_has_none() -> None:
    page, _ = pages("plain")
    for marked in (True, False):
        content = write(page if marked else replace(page, marking=""))
        section = docx.Document(io.BytesIO(content)).sections[0]
        for place in (section.header, section.footer):
            text = "\n".join(one.text for one in place.paragraphs)
            assert ("TLP:AMBER+STRICT" in text) is marked


def test_pictures_have_a_text_alternative() -> None:
    page, _ = pages("plain")
    found = find(write(page), "word/document.xml", "wp:docPr")
    assert len(found) == len(page.drawings) > 0
    assert {one.get("descr") for one in found} == {drawing.alt for drawing in page.drawings}


def test_without_the_printer_the_table_stands_for_the_picture(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def missing(_svg: str, _faces: str) -> bytes:
        message = "no library"
        raise WorkError(message)

    page, _ = pages("plain")
    monkeypatch.setattr(pdf, "print_picture", missing)
    document = docx.Document(io.BytesIO(write(page)))
    shown = {cell.text for table in document.tables for cell in table._cells}
    assert not document.inline_shapes
    for drawing in page.drawings:
        assert {cell.text for row in drawing.table.rows for cell in row.cells} <= shown


def test_the_heads_of_a_table_are_repeated_and_rows_stay_whole() -> None:
    page, _ = pages("plain")
    for table in docx.Document(io.BytesIO(write(page))).tables:
        rows = [row._tr.trPr for row in table.rows]
        assert [one.find(qn("w:tblHeader")) is not None for one in rows] == [
            True,
            *[False] * (len(rows) - 1),
        ]
        assert all(one.find(qn("w:cantSplit")) is not None for one in rows)


@pytest.mark.parametrize("name", BRIEFS)
def test_a_head_and_its_line_of_figures_never_stand_alone_at_the_foot_of_a_page(name: str) -> None:
    page, _ = pages(name)
    paragraphs = docx.Document(io.BytesIO(write(page))).paragraphs
    health = {section.health for section in page.sections if section.health}
    notes = [
        note
        for head, note in pairwise(paragraphs)
        if head.style.name == "Heading 1" and read_words(note) in health
    ]
    assert len(notes) == sum(bool(section.health) for section in page.sections) > 0
    for note in notes:
        assert note.paragraph_format.keep_with_next
    others = [p for p in paragraphs if p.style.name == "Brief Note" and p.text not in health]
    assert not all(one.paragraph_format.keep_with_next for one in others)


def test_text_from_right_to_left_is_said_to_be_so() -> None:
    page, _ = pages("tongues")
    document = docx.Document(io.BytesIO(write(page)))
    told = [p for p in document.paragraphs if p.style.name == "Brief Statement"]
    lines = [line for section in page.sections for line in section.lines]
    assert {line.direction for line in lines} == {"rtl", "ltr"}
    for paragraph, line in zip(told, lines, strict=True):
        assert (paragraph._p.pPr.find(qn("w:bidi")) is not None) is (line.direction == "rtl")


def test_the_tables_of_a_page_from_right_to_left_are_mirrored() -> None:
    page, _ = pages("tongues")
    for direction in ("rtl", "ltr"):
        tables = docx.Document(io.BytesIO(write(replace(page, direction=direction)))).tables
        mirrored = [one._tbl.tblPr.find(qn("w:bidiVisual")) is not None for one in tables]
        assert mirrored == [direction == "rtl"] * len(mirrored) != []


@pytest.mark.parametrize(
    "hostile",
    [
        "<w:p/></w:t>",
        "<note>x</note><script>alert(1)</script>",
        "]]> &lt;b&gt; &#0;",
        "nul\x00 \ufffe",
    ],
)
def test_what_an_article_says_is_never_markup(hostile: str) -> None:
    page, _ = pages("plain")
    section = page.sections[0]
    line = replace(section.lines[0], text=clean_line(hostile))
    changed = replace(page, sections=(replace(section, lines=(line,)), *page.sections[1:]))
    assert read_statements(write(changed))[0] == clean_line(hostile)


def make_style(folder: Path, **text: str) -> None:
    desk = docx.Document()
    desk.sections[0].header.paragraphs[0].text = text["header"]
    desk.add_paragraph(text["body"])
    desk.styles["Heading 1"].font.name = "Desk Sans"
    desk.save(folder / "house.docx")


def test_the_desks_own_document_gives_its_look_and_not_its_text(tmp_path: Path) -> None:
    page, _ = pages("plain")
    make_style(tmp_path, header="Ministry of Ferries", body="Draft of an old memo")
    content = write(page, Templates(folder=tmp_path), style="house.docx")
    document = docx.Document(io.BytesIO(content))
    assert document.styles["Heading 1"].font.name == "Desk Sans"
    assert "Ministry of Ferries" in document.sections[0].header.paragraphs[0].text
    assert "TLP:AMBER+STRICT" in "".join(p.text for p in document.sections[0].header.paragraphs)
    assert not any("old memo" in paragraph.text for paragraph in document.paragraphs)
    assert read_statements(content) == read_statements(write(page))


def test_a_style_that_lacks_what_the_brief_needs_gets_it(tmp_path: Path) -> None:
    page, _ = pages("plain")
    make_style(tmp_path, header="x", body="y")
    bare = docx.Document(tmp_path / "house.docx")
    for style in list(bare.styles):
        if style.name not in {"Normal", "Default Paragraph Font", "Header", "Footer"}:
            style.delete()
    bare.save(tmp_path / "house.docx")
    content = write(page, Templates(folder=tmp_path), style="house.docx")
    assert read_statements(content) == read_statements(write(page))


def test_a_brief_may_be_the_style_of_another(tmp_path: Path) -> None:
    """Its own notes, links and bookmarks don't come along."""
    page, _ = pages("plain")
    (tmp_path / "house.docx").write_bytes(write(page))
    content = write(page, Templates(folder=tmp_path), style="house.docx")
    assert read_statements(content) == read_statements(write(page))
    notes = find(content, "word/footnotes.xml", "w:footnote")
    assert len(notes) == len(find(write(page), "word/footnotes.xml", "w:footnote"))
    assert sum(name.startswith("word/footnotes") for name in open_parts(content)) == 1


@pytest.mark.parametrize(("name", "content"), [("none.docx", None), ("bad.docx", b"no zip")])
def test_a_style_that_is_none_is_the_users_mistake(
    tmp_path: Path, name: str, content: bytes | None
) -> None:
    page, _ = pages("plain")
    if content is not None:
        (tmp_path / name).write_bytes(content)
    with pytest.raises(UserError, match=name):
        write(page, Templates(folder=tmp_path), style=name)


def test_a_style_may_not_lead_outside_the_templates(tmp_path: Path) -> None:
    page, _ = pages("plain")
    folder = tmp_path / "templates"
    folder.mkdir()
    make_style(tmp_path, header="x", body="y")
    for name in ("../house.docx", "link.docx"):
        (folder / "link.docx").unlink(missing_ok=True)
        (folder / "link.docx").symlink_to(tmp_path / "house.docx")
        with pytest.raises(UserError, match="outside"):
            write(page, Templates(folder=folder), style=name)


def test_a_house_style_colours_the_pictures() -> None:
    page, _ = pages("plain")
    plain, coloured = (
        write(page),
        write(page, Templates(theme=Theme(colours={"accent": "#005a9c"}))),
    )
    pictures = [
        {n: c for n, c in open_parts(one).items() if n.endswith(".png")}
        for one in (plain, coloured)
    ]
    assert pictures[0].keys() == pictures[1].keys()
    assert pictures[0] != pictures[1]


@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed; `make tools` tries to")
def test_libreoffice_opens_it(tmp_path: Path) -> None:
    page, _ = pages("tongues")
    (tmp_path / "brief.docx").write_bytes(write(page))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    subprocess.run(
        [
            str(SOFFICE),
            profile,
            "--headless",
            "--convert-to",
            "txt:Text (encoded):UTF8",
            "brief.docx",
        ],
        cwd=tmp_path,
        check=True,
        capture_output=True,
    )
    read = (tmp_path / "brief.txt").read_text(encoding="utf-8-sig")
    told = [line.text for section in page.sections for line in section.lines]
    assert told
    for text in told:
        assert text in read.replace("\N{LEFT-TO-RIGHT MARK}", "").replace(
            "\N{RIGHT-TO-LEFT MARK}", ""
        )
