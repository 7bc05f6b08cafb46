"""No text that an article holds can become Markdown markup."""

import html
import re

import markdown
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from lxml import html as lxml_html
from markdown_it import MarkdownIt

from briefing.render import escape, plain

NASTY = (
    st.text(alphabet=st.sampled_from("ab1 .,:;!?'\"()[]{}<>*_`~#+-=|\\&$@^/\u202e“”xXw"))
    | st.text()
)
TAG = re.compile(r"<[^>]*>")


def shown(rendered: str) -> str:
    """The text a browser would show of simple HTML."""
    return html.unescape(TAG.sub("", rendered)).strip()


def as_paragraph(text: str) -> str:
    return escape.escape_start(escape.escape_markdown(text))


@settings(max_examples=300, deadline=None)
@given(NASTY.map(plain.clean_line).filter(bool))
@example("* a * b")
@example("[x](http://evil)")
@example("[a]: http://evil")
@example("![x](y)")
@example("www.example.org and http://example.org")
@example("&lt;b&gt; &copy;")
@example("1. one")
@example("---")
@example("=====")
@example("<script>alert(1)</script>")
@example("[^e3-2]")
@example("a_b_c __d__ *e* ~~f~~ `g`")
@example("{{ x }} {% y %}")
@example("\\")
def test_every_renderer_shows_exactly_the_text(text: str) -> None:
    source = as_paragraph(text)
    python = markdown.markdown(source, extensions=["tables", "footnotes"])
    assert shown(python) == text
    assert set(TAG.findall(python)) <= {"<p>", "</p>"}
    gfm = MarkdownIt("gfm-like", {"linkify": False}).render(source)
    assert shown(gfm) == text
    assert set(TAG.findall(gfm)) <= {"<p>", "</p>"}


@settings(max_examples=150, deadline=None)
@given(NASTY.map(plain.clean_line).filter(bool))
def test_a_table_cell_stays_one_cell(text: str) -> None:
    table = f"| a | b |\n| --- | --- |\n| x {escape.escape_markdown(text)} | y |\n"
    for rendered in (
        markdown.markdown(table, extensions=["tables"]),
        MarkdownIt("gfm-like", {"linkify": False}).render(table),
    ):
        cells = re.findall(r"<td>(.*?)</td>", rendered, re.DOTALL)
        assert [shown(cell) for cell in cells] == [f"x {text}", "y"]


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("He came on Monday [17 November 2025].", "He came on Monday [17 November 2025]."),
        (
            "“Russia’s posture is one of tolerance,” he said.",
            "“Russia’s posture is one of tolerance,” he said.",
        ),
        ("Syria-Russia talks – 50% (est)", "Syria-Russia talks – 50% (est)"),
    ],
)
def test_plain_prose_reads_well_raw(text: str, written: str) -> None:
    assert escape.escape_markdown(text) == written


SPLIT = [
    [("One.", True), ("Two.", True)],
    [("One. ", True), (" Two.", True), (" three", False)],
    [("He said “yes.”", True), ("Then", False), ("“no”", True), (" again", False)],
    [("a", False), ("(b)", True), ("c", False)],
    [("* star *", True), ("_", True), ("x", False)],
    [("", True), (" ", True), ("left", False)],
    [("<b>", True), ("</b>", False), ("¶ 2", True)],
]


def letters(rendered: str) -> list[tuple[str, bool]]:
    """The letters of a rendered line, each with whether it is bold."""
    tree = lxml_html.document_fromstring(rendered)
    text: list[tuple[str, bool]] = []

    def walk(node, *, bold):
        bold = bold or node.tag in {"b", "strong"}
        text.extend((char, bold) for char in node.text or "" if not char.isspace())
        for child in node:
            walk(child, bold=bold)
            text.extend((char, bold) for char in child.tail or "" if not char.isspace())

    walk(tree, bold=False)
    return text


def is_shown(stretches: list[tuple[str, bool]]) -> None:
    source = "[] " + escape.mark_stretches(stretches)
    expected = [
        (char, bold)
        for text, bold in [("[]", False), *stretches]
        for char in text
        if not char.isspace()
    ]
    assert letters(MarkdownIt().render(source)) == expected
    assert letters(markdown.markdown(source)) == expected


@pytest.mark.parametrize("stretches", SPLIT)
def test_marked_words_are_bold_and_no_others(stretches) -> None:
    is_shown(stretches)
    assert "****" not in escape.mark_stretches(stretches)


@given(
    st.lists(st.tuples(st.text(alphabet="ab .,“”*_(é1¶", max_size=4), st.booleans()), max_size=5)
)
def test_any_stretches_are_bold_where_they_are_marked(stretches) -> None:
    is_shown(stretches)
