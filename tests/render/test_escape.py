"""No text that an article holds can become Markdown markup."""

import html
import re

import markdown
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from briefing.render import escape, plain

NASTY = st.text(alphabet=st.sampled_from("ab1 .,:;!?'\"()[]{}<>*_`~#+-=|\\&$@^/\u202e“”xXw")) | st.text()
TAG = re.compile(r"<[^>]*>")


def shown(rendered: str) -> str:
    """The text a browser would show of simple HTML."""
    return html.unescape(TAG.sub("", rendered)).strip()


def as_paragraph(text: str) -> str:
    return escape.start(escape.markdown(text))


@settings(max_examples=300, deadline=None)
@given(NASTY.map(plain.clean).filter(bool))
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
@given(NASTY.map(plain.clean).filter(bool))
def test_a_table_cell_stays_one_cell(text: str) -> None:
    table = f"| a | b |\n| --- | --- |\n| x {escape.markdown(text)} | y |\n"
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
        ("“Russia’s posture is one of tolerance,” he said.", "“Russia’s posture is one of tolerance,” he said."),
        ("Syria-Russia talks – 50% (est)", "Syria-Russia talks – 50% (est)"),
    ],
)
def test_plain_prose_reads_well_raw(text: str, written: str) -> None:
    assert escape.markdown(text) == written
