"""The PDF's tags, object by object: what PDF/UA-1 asks for that can be told without reading the
words.

The clauses are those of ISO 14289-1; no program that checks all of them is among the tools of the
tests.
"""

import re
from collections import Counter
from itertools import pairwise

import pikepdf
import pytest
import small_briefs

from briefing.figures import draw_figures
from briefing.render.page import view_page as make_page
from briefing.render.pdf import Pdf

KNOWN = {
    *(
        "Document",
        "Part",
        "Sect",
        "Div",
        "P",
        "H1",
        "H2",
        "H3",
        "L",
        "LI",
        "LBody",
        "Lbl",
        "Table",
        "THead",
        "TBody",
    ),
    *("TR", "TH", "TD", "Span", "Link", "Figure", "Caption", "NonStruct"),
}


@pytest.fixture(scope="module", params=["example", "plain", "tongues"])
def pdf(request, brief, documents, templates, tmp_path_factory):
    told, found = (
        (brief, documents) if request.param == "example" else getattr(small_briefs, request.param)()
    )
    path = tmp_path_factory.mktemp("tagged") / "brief.pdf"
    path.write_bytes(Pdf()(make_page(told, found, draw_figures(told, found)), templates).content)
    with pikepdf.open(path) as opened:
        yield opened


def elements(node, parent=None):
    """Every structure element below a node, in reading order, with its parent."""
    if isinstance(node, pikepdf.Array):
        for kid in node:
            yield from elements(kid, parent)
    elif isinstance(node, pikepdf.Dictionary):
        if "/S" in node:
            yield node, parent
            parent = node
        if "/K" in node:
            yield from elements(node.K, parent)


def kind(element) -> str:
    return str(element.S).removeprefix("/")


def test_the_file_says_what_it_is(pdf) -> None:
    root = pdf.Root
    assert bool(root.MarkInfo.Marked)  # 7.1
    assert "/Suspects" not in root.MarkInfo
    assert str(root.Lang) == "en"  # 7.2
    assert bool(root.ViewerPreferences.DisplayDocTitle)  # 7.1
    metadata = root.Metadata.read_bytes().decode()
    assert re.search(r"pdfuaid:part[^0-9]*1", metadata)  # 5
    assert "dc:title" in metadata
    assert "/Encrypt" not in pdf.trailer


def test_every_tag_is_a_standard_one_and_headings_skip_no_level(pdf) -> None:
    tags = [kind(element) for element, _ in elements(pdf.Root.StructTreeRoot.K)]
    assert set(tags) <= KNOWN  # 7.1: no role map is needed
    levels = [int(tag[1]) for tag in tags if re.fullmatch(r"H\d", tag)]
    assert levels[0] == 1  # 7.4
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_all_that_is_drawn_is_tagged_or_an_artifact(pdf) -> None:
    """7.1: every operator that paints stands inside marked content."""
    for page in pdf.pages:
        depth = tagged = 0
        for operands, operator in pikepdf.parse_content_stream(page):
            name = str(operator)
            if name in {"BDC", "BMC"}:
                depth += 1
                assert str(operands[0]) == "/Artifact" or "/MCID" in operands[1]
                tagged += str(operands[0]) != "/Artifact"
            elif name == "EMC":
                depth -= 1
            elif name in {"Tj", "TJ", "Do", "f", "f*", "S", "B", "B*", "sh"}:
                assert depth > 0, f"{name} is neither tagged nor an artifact"
        assert depth == 0
        assert tagged


def test_running_heads_are_no_part_of_the_text(pdf) -> None:
    """7.8: what every page repeats is in no structure element."""
    owned = {
        (element.Pg.objgen, int(kid))
        for element, _ in elements(pdf.Root.StructTreeRoot.K)
        for kid in (element.K if isinstance(element.get("/K"), pikepdf.Array) else [])
        if isinstance(kid, int)
    }
    for page in pdf.pages:
        numbers = set()
        for operands, operator in pikepdf.parse_content_stream(page):
            if str(operator) == "BDC" and "/MCID" in operands[1]:
                numbers.add(int(operands[1].MCID))
        left_out = {number for number in numbers if (page.objgen, number) not in owned}
        assert len(left_out) == 4  # title, marking twice, number of the page


def test_cells_have_headers_and_headers_a_scope(pdf) -> None:
    """7.5."""
    identified = set()
    tables = 0
    found = list(elements(pdf.Root.StructTreeRoot.K))
    for element, parent in found:
        if kind(element) == "TH":
            group = parent.P
            expected = "/Column" if kind(group) == "THead" else "/Row"
            assert str(element.A.Scope) == expected
            identified.add(str(element.ID))
        tables += kind(element) == "Table"
    assert tables
    for element, _ in found:
        if kind(element) == "TD":
            headers = {str(header) for header in element.A.Headers}
            assert len(headers) == 2
            assert headers <= identified


def test_pictures_have_words(pdf) -> None:
    """7.3."""
    figures = [
        element for element, _ in elements(pdf.Root.StructTreeRoot.K) if kind(element) == "Figure"
    ]
    assert len(figures) >= 3
    assert all(len(str(figure.Alt)) > 20 for figure in figures)


def test_links_are_tagged_described_and_lead_somewhere(pdf) -> None:
    """7.18.5; and the way back from the evidence."""
    places = Counter()
    names = pdf.Root.Names.Dests.Names
    known = {str(names[index]) for index in range(0, len(names), 2)}
    for page in pdf.pages:
        assert str(page.Tabs) == "/S"  # 7.18.3
        for annotation in page.get("/Annots", []):
            assert str(annotation.Subtype) == "/Link"
            assert "/StructParent" in annotation
            words = str(annotation.Contents)
            assert words
            if "/Dest" in annotation:
                target = str(annotation.Dest)
                assert target in known
                places[target] += 1
                assert words != target or target in {
                    "actors",
                    "timeline",
                    "differences",
                    "gaps",
                    "sources",
                    "evidence",
                }
    assert any(name.startswith("e1-") for name in places)
    assert any(name.startswith("s-0001") for name in places)
    tags = Counter(kind(element) for element, _ in elements(pdf.Root.StructTreeRoot.K))
    assert tags["Link"] >= sum(places.values())


def test_every_letter_can_be_read_out(pdf) -> None:
    """7.21: fonts are embedded and lead back to Unicode."""
    fonts = {
        font.objgen: font
        for page in pdf.pages
        for font in page.get("/Resources", {}).get("/Font", {}).as_dict().values()
    }
    assert len(fonts) >= 3
    for font in fonts.values():
        assert "/ToUnicode" in font
        descriptor = font.DescendantFonts[0].FontDescriptor
        assert any(key in descriptor for key in ("/FontFile", "/FontFile2", "/FontFile3"))


def test_bookmarks_name_the_headings(pdf) -> None:
    with pdf.open_outline() as outline:
        titles = [item.title for item in outline.root]
    assert titles[:3] == ["Bottom line", "Key judgements", "What is new"]
    assert titles[-1] == "Evidence"
