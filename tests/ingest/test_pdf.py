"""PDFs: columns, turned text, hyphens, raised and struck-out words, titles."""

import html
import io

import pypdfium2
import pytest
import weasyprint

from briefing.ingest import hyphens
from briefing.ingest.titles import is_written
from tests.ingest.test_html import BODY

LEFT = [
    "The council of the town said on Friday",
    "that it would not pay the bill for the",
    "water, and that it owed nobody a crown.",
    "Its members had met for three hours and",
    "nobody spoke against it in the end.",
]
RIGHT = [
    "The company answered that its pipes were",
    "sound and that the town owed it nine years",
    "of dues, with which it meant to build a",
    "second line to the mountains before the",
    "winter of that year had come.",
]


def pdf(body, style="", title=""):
    head = f"<title>{html.escape(title)}</title>" if title else ""
    base = "body { font: 11pt/1.3 serif } @page { size: A4; margin: 20mm }"
    return weasyprint.HTML(
        string=f"<html lang=en><head>{head}<style>{base}{style}</style></head><body>{body}"
    ).write_pdf()


def paragraphs(lines):
    return "".join(f"<p>{line}</p>" for line in lines)


def set_at(line, x, y):
    return f'<div style="position:absolute;white-space:nowrap;left:{x}mm;top:{y}mm">{line}</div>'


def by_row(left, right, heading=""):
    """Two columns whose lines the file draws row by row."""
    rows = [
        set_at(one, 0, 12 + 6 * n) + set_at(two, 90, 12 + 6 * n)
        for n, (one, two) in enumerate(zip(left, right, strict=True))
    ]
    return pdf(f'<div style="position:relative">{heading}{"".join(rows)}</div>')


def test_columns_that_the_file_draws_row_by_row_are_read_one_after_the_other(article):
    document = article(by_row(LEFT, RIGHT), "a.pdf")
    assert " ".join(document.text.split()) == " ".join([*LEFT, *RIGHT])


def test_a_line_over_both_columns_is_read_first(article):
    document = article(
        by_row(LEFT, RIGHT, set_at("A heading over all of the two columns of this page", 0, 0)),
        "a.pdf",
    )
    assert " ".join(document.text.split()).endswith(" ".join([*LEFT, *RIGHT]))
    assert document.text.startswith("A heading over")


def test_cells_of_a_table_stay_in_their_rows(article):
    rows = [
        ("Old town", "9 dead"),
        ("Harbour", "5 dead"),
        ("Mill lane", "3 dead"),
        ("Quay", "1 dead"),
    ]
    cells = "".join(f"<tr><td style='width:90mm'>{one}<td>{two}" for one, two in rows)
    document = article(pdf(f"{paragraphs(BODY)}<table>{cells}</table>"), "a.pdf")
    assert all(f"{one} {two}" in " ".join(document.text.split()) for one, two in rows)


@pytest.mark.parametrize("turn", ["90deg", "-90deg", "180deg"])
def test_a_text_that_is_drawn_turned_is_read_in_its_order(article, turn):
    inside = (
        f'<div style="transform:rotate({turn});width:120mm;margin:60mm '
        f'20mm">{paragraphs(BODY)}</div>'
    )
    document = article(pdf(inside), "a.pdf")
    assert document.text.split("\n") == BODY


def held(data, *, turned=0, box=None):
    """The same pages, turned to the right by so many degrees and cut to a box, in points."""
    opened = pypdfium2.PdfDocument(data)
    for page in opened:
        page.set_rotation(turned)
        if box:
            page.set_cropbox(*box)
    written = io.BytesIO()
    opened.save(written)
    return written.getvalue()


@pytest.mark.parametrize(("drawn", "turned", "top"), [("-90deg", 90, 60), ("90deg", 270, 212)])
def test_a_page_that_is_turned_back_for_reading_loses_no_column(article, drawn, turned, top):
    style = "p { margin: 0 0 2mm } div { position: absolute; transform-origin: 0 0 }"
    columns = "".join(
        f'<div style="transform:rotate({drawn});width:50mm;left:{left}mm;top:{at}mm">{inside}</div>'
        for left, at, inside in (
            (60, 135, paragraphs(BODY[:2])),
            (140, top, "<p>Nine pumps failed.</p>"),
        )
    )
    document = article(held(pdf(columns, style), turned=turned), "a.pdf")
    told = " ".join(document.text.split())
    assert BODY[0] in told
    assert "Nine pumps failed." in told


@pytest.mark.parametrize("box", [(250, 400, 595, 842), (300, 500, 900, 900), (310, 520, 595, 842)])
def test_a_page_whose_corner_is_elsewhere_is_read_whole(article, box):
    lines = "".join(set_at(one, 90, 6 * n) for n, one in enumerate(LEFT))
    shown = held(pdf(f'<div style="position:relative">{lines}</div>'), box=box)
    assert " ".join(article(shown, "a.pdf").text.split()) == " ".join(LEFT)


@pytest.mark.parametrize("end", [BODY[0], "", "<s>struck</s>"])
def test_a_rule_strikes_words_out_wherever_the_corner_of_the_page_is(article, end):
    style = "p { margin-left: 60mm; width: 100mm }"
    body = f"<p>The flood killed <s>12</s> 14 sheep.</p>{paragraphs(BODY)}<p>{end}</p>"
    document = article(held(pdf(body, style), box=(150, 100, 595, 842)), "a.pdf")
    assert document.text.startswith("The flood killed 14 sheep.")


@pytest.mark.parametrize(
    ("markup", "told"),
    [
        ("killed 4,500<sup>3</sup> sheep", "killed 4,500 sheep"),
        ("some 10<sup>6</sup> litres", "some 10⁶ litres"),
        ("its members<sup>7</sup> agreed", "its members agreed"),
        ("killed <s>12</s> 14 sheep", "killed 14 sheep"),
        ("killed <u>12</u> sheep", "killed 12 sheep"),
    ],
)
def test_raised_and_struck_out_words_of_a_pdf(article, markup, told):
    style = "sup { font-size: 65%; vertical-align: super; line-height: 0 }"
    body = f"<p>The flood {markup} on that night, the office said.</p>{paragraphs(BODY)}"
    document = article(pdf(body, style), "a.pdf")
    assert told in document.text.split("\n")[0]


def test_a_struck_out_word_is_marked_where_it_stood(article):
    body = (
        f"<p>The flood killed <s>12</s> 14 sheep on that night, the office "
        f"said.</p>{paragraphs(BODY)}"
    )
    document = article(pdf(body), "a.pdf")
    (mark,) = [one for one in document.marks if one.kind == "struck"]
    assert (document.text[: mark.start], mark.reason[-4:]) == ("The flood killed", ": 12")


@pytest.mark.parametrize(
    ("before", "after", "stays"),
    [
        ("the govern", "ment’s plan", False),
        ("its long", "term plan", True),
        ("in the north", "east of it", True),
        ("a well", "known man", True),
        ("they re", "signed at noon", False),
        ("a self", "made man", True),
        ("the Anglo", "Saxon one", True),
        ("the quar", "ry was shut", False),
        ("under", "stand it", False),
    ],
)
def test_a_hyphen_belongs_to_its_word_or_not(before, after, stays):
    lines = [*BODY, before, after] + ["a word bro", "ken off here"] * 3
    assert hyphens.hyphen_judge(lines, 6)(before, after) == stays


def test_a_text_decides_its_own_hyphens():
    judged = hyphens.hyphen_judge(["the northeast of it", "a co-operative shop"], 2)
    assert not judged("the north-east is not the north", "east") or not judged(
        "of the northe", "ast"
    )
    assert judged("a co", "operative shop")


@pytest.mark.parametrize(
    "title",
    ["Layout 1", "Microsoft Word - flood.docx", "C:\\desk\\flood_v3", "PowerPoint Presentation",
    "10811.exe",
     "905_Flood_NoOU", "Slide 1", "Document1", "QuarkXPress: flood.qxp", "untitled", "flood.indd",
     "2024"],
)  # fmt: skip
def test_a_title_that_a_program_filled_in_is_none(article, title):
    assert not is_written(title)
    heading = "<h1 style='font-size:20pt'>Town refuses to pay for its water</h1>"
    document = article(pdf(heading + paragraphs(BODY), title=title), "a.pdf")
    assert document.title.value == "Town refuses to pay for its water"


def test_a_title_of_the_properties_counts_where_nothing_is_set_large(article):
    document = article(pdf(paragraphs(BODY), title="Town refuses to pay for its water"), "a.pdf")
    assert document.title.value == "Town refuses to pay for its water"


def test_the_largest_type_of_the_first_page_is_the_title_and_is_not_told(article):
    heading = "<h1 style='font-size:22pt'>Town refuses to pay for its water</h1>"
    document = article(pdf(heading + paragraphs(BODY), title="Harbour report of the week"), "a.pdf")
    assert document.title.value == "Town refuses to pay for its water"
    assert [mark.kind for mark in document.marks if mark.start == 0] == ["title"]


@pytest.mark.parametrize(("size", "leading"), [(20, 1.15), (24, 1.3), (32, 1.25)])
def test_a_title_of_several_lines_is_whole(article, size, leading):
    words = "Operators drop all night boats on the northern route as the price of fuel doubles"
    page = (
        f"<style>@page {{ size: A5 }} h1 {{ font: {size}pt/{leading} serif }}"
        f"p {{ font: 10pt/1.3 serif }}</style><h1>{words}</h1>"
        + f"<p>{'The ferries of Vessim stay in port until Friday, their owner said. ' * 4}</p>"
        * 3
    )
    document = article(weasyprint.HTML(string=page).write_pdf(), "a.pdf")
    assert document.title.value == words
    assert document.text.startswith(f"{words}\n")


FIRST = [
    "The water board of Tarn said on",
    "Friday that the lake had lost a",
    "third of its water since spring.",
]
SECOND = [
    "“We never measured so little,” said",
    "Lena Holm, who heads its laboratory",
    "in the valley over the old town,",
    "and who counts wells in summer.",
]
THIRD = ["The board tells its next figures in", "two weeks, and the mayors of nine", "villages meet in Pell on Monday to", "hear them and to vote on the baths,", "its clerk said in a letter to them."]  # fmt: skip


@pytest.mark.parametrize(
    "columns",
    [(FIRST, SECOND, THIRD), (THIRD, SECOND, FIRST), (THIRD, THIRD[::-1], SECOND)],
)
def test_of_three_columns_rows_of_two_are_parted_as_well(article, columns):
    rows = [
        set_at(f"<span style=font-size:8pt>{column[row]}</span>", 58 * at, 12 + 6 * row)
        for row in range(max(map(len, columns)))
        for at, column in enumerate(columns)
        if row < len(column)
    ]
    document = article(pdf(f'<div style="position:relative">{"".join(rows)}</div>'), "a.pdf")
    assert " ".join(document.text.split()) == " ".join(line for one in columns for line in one)


@pytest.mark.parametrize(
    ("before", "after", "whole"),
    [
        ("who was told by the Anglo-", "French builder of the nine flats", "Anglo-French builder"),
        ("and its head was Lena Holm-", "Vos, who had known of it since May", "Holm-Vos, who"),
        ("it is called the New-", "Olm line by most of those who live there", "New-Olm line"),
    ],
)
def test_no_paragraph_ends_at_a_hyphen(article, before, after, whole):
    first = "The council of the town said on Friday that it would not pay the bill for the water,"
    lines = "".join(
        f'<div style="white-space:nowrap">{one}</div>' for one in (first, before, after)
    )
    assert whole in article(pdf(lines), "a.pdf").text
