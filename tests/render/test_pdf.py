"""The PDF: tagged, named, marked on every page, linked both ways, and the same bytes anywhere."""

import os
import re
import shutil
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pypdfium2
import pytest

from briefing.errors import WorkError
from briefing.figures import draw_figures
from briefing.render.page import view_page as make_page
from briefing.render.pdf import Pdf
from briefing.render.templates import Templates

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
MAKE = """
import sys
sys.path[:0] = [{root!r}, {here!r}]
import render_example
from briefing.figures import draw_figures
from briefing.render.page import view_page
from briefing.render.pdf import Pdf
from briefing.render.templates import Templates
from briefing.render.templates import Templates
documents = render_example.documents()
brief = render_example.brief(documents)
made = Pdf()(view_page(brief, documents, draw_figures(brief, documents)), Templates())
open("brief.pdf", "wb").write(made.content)
"""


@pytest.fixture(scope="module")
def pdf(brief, documents, templates, tmp_path_factory) -> Path:
    artifact = Pdf()(make_page(brief, documents, draw_figures(brief, documents)), templates)
    path = tmp_path_factory.mktemp("pdf") / artifact.name
    path.write_bytes(artifact.content)
    return path


@pytest.fixture(scope="module")
def texts(pdf) -> list[str]:
    with pypdfium2.PdfDocument(pdf) as document:
        return [page.get_textpage().get_text_bounded() for page in document]


def run(*command: str) -> str:
    if shutil.which(command[0]) is None:
        pytest.skip(f"{command[0]} is not installed")
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def plain(pdf) -> str:
    """The file with its streams and objects laid open."""
    laid = pdf.with_name("plain.pdf")
    run("qpdf", "--qdf", "--object-streams=disable", str(pdf), str(laid))
    return laid.read_bytes().decode("latin-1")


def test_it_has_a_title_a_language_tags_and_an_outline(pdf, plain) -> None:
    with pypdfium2.PdfDocument(pdf) as document:
        assert (
            document.get_metadata_value("Title") == "Example brief: what a joint tour leaves open"
        )
        assert document.is_tagged()
        titles = [item.get_title() for item in document.get_toc()]
    assert titles[:4] == ["Bottom line", "Key judgements", "What is new", "1 Background"]
    assert "Evidence" in titles
    assert "/Lang (en)" in plain
    assert re.search(r"pdfuaid:part(>|=.)1", plain)
    assert "/DisplayDocTitle true" in plain


def test_every_page_is_marked_named_and_numbered(texts) -> None:
    assert len(texts) >= 5
    for number, text in enumerate(texts, 1):
        assert text.count("TLP:CLEAR") == 2
        assert f"page {number} of {len(texts)}" in text
        assert "Example brief: what a joint tour leaves open" in text


def test_the_brief_fits_four_pages_and_the_annex_begins_its_own(texts) -> None:
    first = next(
        n for n, text in enumerate(texts) if re.search(r"^Evidence\s*$", text, re.MULTILINE)
    )
    assert first <= 4
    assert "Sources" in texts[first - 1]


def test_statements_stand_in_reading_order(texts, brief) -> None:
    whole = re.sub(r"\s+", "", "".join(texts))
    place = whole.index("1Background")
    for section in brief.sections:
        for statement in section.statements:
            place = whole.index(re.sub(r"\s+", "", statement.text)[:60], place)


def test_links_lead_both_ways(plain, page) -> None:
    leads = set(re.findall(r"/Dest \(([^)]*)\)", plain))
    passages = [passage for source in page.evidence for passage in source.passages]
    assert leads >= {passage.anchor for passage in passages}
    assert leads >= {back.target for passage in passages for back in passage.backs}
    assert leads >= {line.anchor for section in page.sections for line in section.lines}


def test_fonts_are_embedded_subsets_and_our_own(pdf) -> None:
    lines = run("pdffonts", str(pdf)).splitlines()[2:]
    assert len(lines) >= 3
    for line in lines:
        assert re.match(r"[A-Z]{6}\+(STIX-Two|Fira-Sans|Noto-Naskh|DejaVu)", line)
        assert " yes yes yes " in line


def test_it_is_sound(pdf) -> None:
    assert "No syntax or stream encoding errors" in run("qpdf", "--check", str(pdf))


def test_heads_and_pictures_are_tagged(pdf) -> None:
    shown = run("pdfinfo", "-struct", str(pdf))
    for tag in ("H1", "H2", "H3", "Table", "TH", "Figure", "Link"):
        assert re.search(rf"^\s*{tag}\b", shown, re.MULTILINE), tag
    levels = [int(level) for level in re.findall(r"^\s*H(\d)\b", shown, re.MULTILINE)]
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_the_same_bytes_in_another_place_time_and_tongue(pdf, tmp_path) -> None:
    surroundings = {
        "PYTHONHASHSEED": "4242",
        "TZ": "Pacific/Auckland",
        "LANG": "tr_TR.UTF-8",
        "LC_ALL": "C",
        "HOME": str(tmp_path),
        "PATH": os.environ["PATH"],
    }
    code = MAKE.format(root=str(ROOT), here=str(HERE))
    subprocess.run([sys.executable, "-c", code], cwd=tmp_path, env=surroundings, check=True)
    assert (tmp_path / "brief.pdf").read_bytes() == pdf.read_bytes()


def test_a_missing_system_library_names_the_command(tmp_path) -> None:
    (tmp_path / "weasyprint.py").write_text(
        "raise OSError('cannot load library libpango-1.0-0')", encoding="utf-8"
    )
    code = f"import sys; sys.path.insert(0, {str(tmp_path)!r})\n" + MAKE.format(
        root=str(ROOT), here=str(HERE)
    ).replace("sys.path[:0]", "sys.path[1:1]")
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    assert WorkError.__name__ in done.stderr
    assert "apt-get install libpango-1.0-0" in done.stderr


@pytest.mark.parametrize("url", ["file:///etc/hostname", "http://localhost:9/x.png", "x.png"])
def test_nothing_is_fetched(tmp_path, page, url) -> None:
    source = (
        f'<!doctype html><html lang="en"><title>t</title><img src="{url}" '
        f'alt="a"><p>Words</p></html>'
    )
    (tmp_path / "brief.html.j2").write_text(source, encoding="utf-8")
    before = os.environ.get("FONTCONFIG_FILE")
    made = Pdf()(page, Templates(folder=tmp_path))
    with pypdfium2.PdfDocument(made.content) as document:
        assert "Words" in document[0].get_textpage().get_text_bounded()
        assert not [
            found
            for found in document[0].get_objects()
            if found.type == pypdfium2.raw.FPDF_PAGEOBJ_IMAGE
        ]
    assert os.environ.get("FONTCONFIG_FILE") == before


def test_letter_paper(page, templates) -> None:
    artifact = Pdf(paper="Letter")(page, templates)
    with pypdfium2.PdfDocument(artifact.content) as document:
        assert [round(side) for side in document[0].get_size()] == [612, 792]


def test_no_text_ends_in_a_space_before_an_element(page, templates) -> None:
    """Where it does, WeasyPrint may break the line after its first word; a space of its own is
    safe."""
    source = Pdf().source(page, templates)
    assert not re.findall(r"[^\s>] <(?:a|b|bdi|cite|mark|q|span)\b", source)
    assert "<span> </span><mark>" in source
