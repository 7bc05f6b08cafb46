"""Markdown, HTML and JSON of one edition say the same, whatever the articles hold."""

import base64
import hashlib
import html as escapes
import json as stdlib
import re
from dataclasses import replace
from itertools import pairwise

import markdown as library
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree
from lxml import html as lxml_html
from markdown_it import MarkdownIt

from briefing.render import json
from briefing.render.html import Html, say_script
from briefing.render.markdown import Markdown
from briefing.render.page import view_page as make_page
from briefing.render.plain import clean_line

CASES = [
    "{{ 7 * 7 }} {% raw %}",
    "<script>alert(1)</script><img src=x onerror=alert(1)>",
    "# heading\n- item\n| a | b |",
    "**bold** _em_ `code` [link](http://evil) ![i](x) <http://a.b> www.evil.com",
    "nul\x00 bell\x07 override \u202eevil\u202c tag\U000e0041",
    "[^e1-1]: not a footnote",
    "</style></title>--> ]]> &lt;b&gt; &amp;amp;",
    "Владимир سوريا “quoted”",
    "$x^2$ @someone #12 ~~gone~~ ==",
]


def read_html(data: bytes) -> tuple[list[str], etree._Element]:
    tree = lxml_html.document_fromstring(data.decode())
    found = []
    for item in tree.xpath("//li[contains(@class,'say')]/p[@class='what']"):
        for extra in item.xpath("./a[@class='no']|./sup"):
            extra.tag = "gone"
            extra.text = ""
            for child in list(extra):
                extra.remove(child)
        found.append(" ".join("".join(item.itertext()).split()))
    return found, tree


def read_markdown(data: bytes) -> list[str]:
    rendered = library.markdown(data.decode(), extensions=["tables", "footnotes"])
    items = re.findall(r"<li>\s*(?:<p>)?<strong>\d+\.\d+</strong> (.*?)<br", rendered, re.DOTALL)
    bare = (re.sub(r"<sup.*?</sup>", "", item) for item in items)
    return [escapes.unescape(re.sub(r"<[^>]+>", "", item)) for item in bare]


def read_json(data: bytes) -> list[str]:
    sections = stdlib.loads(data)["sections"]
    return [clean_line(s["text"]) for section in sections for s in section["statements"]]


def with_texts(brief, texts: list[str]):
    """The brief with its first statements, and every other free text, set to `texts` in turn."""
    section = brief.sections[0]
    changed = tuple(
        replace(s, text=text) for s, text in zip(section.statements, texts, strict=False)
    )
    gaps = tuple(replace(gap, text=text) for gap, text in zip(brief.gaps, texts, strict=False))
    differences = tuple(replace(d, topic=texts[0]) for d in brief.disagreements)
    events = tuple(replace(e, text=texts[-1]) for e in brief.timeline)
    frame = replace(brief.frame, title=texts[0] or "t", audience=texts[-1])
    return replace(
        brief,
        frame=frame,
        sections=(replace(section, statements=changed), *brief.sections[1:]),
        gaps=gaps,
        disagreements=differences,
        timeline=events,
    )


def all_agree(brief, documents, templates) -> None:
    page = make_page(brief, documents)
    expected = [line.text for section in page.sections for line in section.lines]
    html, tree = read_html(Html()(page, templates).content)
    assert read_json(json.encode_brief(brief)) == expected
    assert html == expected
    assert read_markdown(Markdown()(page, templates).content) == expected
    assert [s.text for s in tree.xpath("//script")] == [
        say_script(templates.asset("page.js"), page.language)
    ]
    assert not tree.xpath("//*[@onerror]|//img|//iframe|//object|//link|//base")
    assert set(tree.xpath("//a/@href")) <= {
        h for h in tree.xpath("//a/@href") if h.startswith(("#", "https://example.org"))
    }


def test_the_formats_agree(brief, documents, templates) -> None:
    all_agree(brief, documents, templates)


@pytest.mark.parametrize("text", CASES)
def test_hostile_text_stays_text(brief, documents, templates, text) -> None:
    all_agree(with_texts(brief, [text, "Then " + text, "(" + text + ")"]), documents, templates)


@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(texts=st.lists(st.text(min_size=1).filter(clean_line), min_size=1, max_size=5))
def test_any_text_stays_text(brief, documents, templates, texts) -> None:
    all_agree(with_texts(brief, texts), documents, templates)


def test_the_page_is_small_and_asks_for_nothing(page, templates) -> None:
    data = Html()(page, templates).content
    assert len(data) < 300_000
    text = data.decode()
    assert not re.findall(r"(?:src|srcset|action|data)=\"", re.sub(r"data-\w+=\"", "", text))
    assert "url(" not in text
    assert "@import" not in text


def test_the_policy_allows_this_style_and_script_only(page, templates) -> None:
    tree = lxml_html.document_fromstring(Html()(page, templates).content.decode())
    policy = tree.xpath("//meta[@http-equiv]/@content")[0]
    for name in ("style", "script"):
        text = tree.xpath(f"//{name}")[0].text
        code = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
        assert f"{name}-src 'sha256-{code}'" in policy
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert not tree.xpath("//*[@style]")


def test_without_the_script_the_policy_allows_none(page, templates) -> None:
    text = Html(script=False)(page, templates).content.decode()
    assert "<script" not in text
    assert "script-src &#x27;none&#x27;" in text


def test_ids_are_unique_and_links_lead_somewhere(page, templates) -> None:
    tree = lxml_html.document_fromstring(Html()(page, templates).content.decode())
    ids = tree.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert {h[1:] for h in tree.xpath("//a/@href") if h.startswith("#")} <= set(ids)


def test_tables_have_heads_and_headings_go_down_in_order(page, templates) -> None:
    tree = lxml_html.document_fromstring(Html()(page, templates).content.decode())
    assert tree.xpath("count(//h1)") == 1
    levels = [int(h.tag[1]) for h in tree.xpath("//h1|//h2|//h3|//h4")]
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    for table in tree.xpath("//table"):
        assert table.xpath("./thead/tr/th[@scope='col']")
        for row in table.xpath("./tbody/tr"):
            assert row.xpath("./th[@scope='row']")
            assert len(row) == len(table.xpath("./thead/tr/th"))


def test_markdown_tables_have_as_many_cells_as_heads(page, templates) -> None:
    text = Markdown()(page, templates).content.decode()
    tree = lxml_html.document_fromstring(library.markdown(text, extensions=["tables", "footnotes"]))
    tables = tree.xpath("//table")
    assert len(tables) == 5
    for table in tables:
        wide = len(table.xpath(".//thead//th"))
        assert all(len(row) == wide for row in table.xpath(".//tbody/tr"))
    notes = tree.xpath("//div[@class='footnote']//li")
    assert len(notes) == sum(len(source.passages) for source in page.evidence)
    assert [h.text for h in tree.xpath("//h2")][-1] == "Evidence"


def test_a_table_after_statements_is_a_table(page, templates) -> None:
    filled = next(section for section in page.sections if section.lines)
    with_table = replace(filled, table=page.actors)
    text = Markdown()(
        replace(page, sections=(with_table,), actors=None, timeline=None), templates
    ).content.decode()
    for rendered in (
        library.markdown(text, extensions=["tables"]),
        MarkdownIt().enable("table").render(text),
    ):
        tables = lxml_html.document_fromstring(rendered).xpath("//table")
        assert with_table.table.columns[0] in [
            str(table.xpath("string(.//th[1])")) for table in tables
        ]
