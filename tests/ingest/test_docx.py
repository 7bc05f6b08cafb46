"""Word documents: what prints is read, what is raised or struck out is told as that."""

import io
import zipfile

import docx
import pytest
from docx.oxml import parse_xml

from tests.ingest.test_html import BODY

NS = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)


def saved(made):
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def written(*runs):
    """A document whose first paragraph is made of runs: words and how they are set."""
    made = docx.Document()
    paragraph = made.add_paragraph()
    for words, look in runs:
        run = paragraph.add_run(words)
        if look:
            setattr(run.font, look, True)
    for line in BODY:
        made.add_paragraph(line)
    return made


def first(article, made):
    document = article(saved(made), "a.docx")
    return document, document.text.split("\n")[0]


@pytest.mark.parametrize(
    ("runs", "told"),
    [
        ([("Floods took 4,500", None), ("4", "superscript"), (" homes.", None)], "4,500 homes"),
        ([("Some 10", None), ("6", "superscript"), (" litres ran out.", None)], "10⁶ litres"),
        ([("On the 4", None), ("th", "superscript"), (" of May.", None)], "4th of May"),
        ([("Floods took 12", None), ("3", "superscript"), (" homes.", None)], "12³ homes"),
        ([("It left ", None), ("12", "strike"), (" 14 dead.", None)], "left 14 dead"),
        ([("It left ", None), ("12", "double_strike"), (" 14 dead.", None)], "left 14 dead"),
        ([("The nego\u00adtia\u00adtions went on.", None)], "The negotiations went on."),
    ],
)
def test_raised_and_struck_out_words_of_a_document(article, runs, told):
    _, line = first(article, written(*runs))
    assert told in line


def test_struck_out_words_are_marked_where_they_stood(article):
    document, line = first(
        article, written(("It left ", None), ("12", "strike"), (" 14 dead.", None))
    )
    marks = [mark for mark in document.marks if mark.kind == "struck"]
    assert [(mark.start, mark.reason.endswith(": 12")) for mark in marks] == [(7, True)]
    assert line[:7] == "It left"


@pytest.mark.parametrize(
    ("formula", "told"),
    [
        ("<m:r><m:t>14</m:t></m:r>", "to 14 million"),
        (
            "<m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f>",
            "to 1/2 million",
        ),
        (
            "<m:sSup><m:e><m:r><m:t>10</m:t></m:r></m:e><m:sup><m:r><m:t>6</m:t></m:r></m:sup></m:sSup>",
            "to 10⁶ million",
        ),
    ],
)
def test_formulas_are_read(article, formula, told):
    made = docx.Document()
    paragraph = made.add_paragraph("Costs rose to ")
    paragraph._p.append(parse_xml(f"<m:oMath {NS}>{formula}</m:oMath>"))
    paragraph.add_run(" million crowns, the office said.")
    _, line = first(article, made)
    assert told in line


def test_heads_and_feet_of_the_pages_are_listed_and_not_told(article):
    made = docx.Document()
    made.sections[0].header.paragraphs[0].text = "Weekly report of the harbour office"
    made.sections[0].footer.paragraphs[0].text = "Printed on grey paper"
    for line in BODY:
        made.add_paragraph(line)
    document = article(saved(made), "a.docx")
    marked = {
        document.text[mark.start : mark.end] for mark in document.marks if mark.kind == "repeat"
    }
    assert marked == {"Weekly report of the harbour office", "Printed on grey paper"}


@pytest.mark.parametrize(
    ("title", "known"),
    [
        ("Floods leave Northdale without power", "Floods leave Northdale without power"),
        ("Word Document", None),
        ("Microsoft Word - report_v3.docx", None),
        ("C:\\Users\\desk\\report", None),
        ("Document1", None),
    ],
)
def test_the_title_of_the_properties_counts_unless_a_program_wrote_it(article, title, known):
    made = docx.Document()
    made.core_properties.title = title
    for line in BODY:
        made.add_paragraph(line)
    found = article(saved(made), "a.docx").title
    assert (found.value if found and found.note == "the document's own title" else None) == known


def with_parts(made, **parts):
    """A saved document with further parts; a part that is there already gets what it holds
    replaced."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(saved(made))) as before, zipfile.ZipFile(out, "w") as after:
        for name in before.namelist():
            data = before.read(name)
            if name == "word/document.xml":
                data = data.replace(b"<w:sectPr", b'<w:altChunk r:id="rId99"/><w:sectPr', 1)
            if name == "word/_rels/document.xml.rels":
                relation = (
                    b'<Relationship Id="rId99" Target="chunk.html" Type="http://schemas.'
                    b'openxmlformats.org/officeDocument/2006/relationships/aFChunk"/></Relationships>'
                )
                data = data.replace(b"</Relationships>", relation)
            after.writestr(name, data)
        for name, data in parts.items():
            after.writestr(f"word/{name.replace('_', '.')}", data)
    return out.getvalue()


def test_an_embedded_page_is_part_of_the_text(article):
    made = docx.Document()
    made.add_paragraph(BODY[0])
    page = f"<html><body><h2>More</h2><p>{BODY[1]}<p style='display:none'>Buy now.</body></html>"
    document = article(with_parts(made, chunk_html=page), "a.docx")
    assert document.text.split("\n") == [BODY[0], "More", BODY[1]]


def test_an_embedded_file_that_is_no_page_is_said_to_be_unread(article):
    made = docx.Document()
    made.add_paragraph(BODY[0])
    document = article(with_parts(made, chunk_html="{\\rtf1 no page}"), "a.docx")
    assert document.caveats == ("the document embeds another one that is not read",)


def test_endnotes_follow_the_text(article):
    made = docx.Document()
    made.add_paragraph(BODY[0])
    note = (
        f"<w:endnotes {NS}><w:endnote "
        f"w:id='1'><w:p><w:r><w:t>{BODY[1]}</w:t></w:r></w:p></w:endnote></w:endnotes>"
    )
    document = article(with_parts(made, endnotes_xml=note), "a.docx")
    assert document.text.split("\n") == [BODY[0], BODY[1]]
