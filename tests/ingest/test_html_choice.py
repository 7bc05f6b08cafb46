"""What the library leaves out of an article is looked at again: by its place, and by another way of
asking."""

import pytest

from tests.ingest.test_html import BODY, told

NAV = "<nav><a href=/>Home</a> <a href=/sport>Sport</a></nav>"
FOOT = "<footer><p>All rights reserved by the Orla Gazette and those who write for it.</p></footer>"
FACTS = [
    "The bridge at Pell was closed to lorries on Monday morning.",
    "Nine of the twelve pumps of the harbour were out of order.",
]


def framed(inside):
    return (
        f"<!doctype html><html lang=en><body>{NAV}<h1>Town refuses to pay</h1>{inside}{FOOT}</body>"
    )


def paragraphs(lines):
    return "".join(f"<p>{line}</p>" for line in lines)


@pytest.mark.parametrize("name", ["bordered-bottom", "box border", "promo-frame"])
def test_an_article_in_a_block_named_like_furniture_is_kept_whole(article, name):
    document = article(framed(f'<div class="{name}">{paragraphs(BODY)}</div>'), "a.html")
    assert told(document) == BODY


@pytest.mark.parametrize("kind", ["ul", "ol"])
def test_a_list_of_facts_behind_the_last_paragraph_is_kept(article, kind):
    items = "".join(f"<li>{line}</li>" for line in FACTS)
    document = article(
        framed(f"<article>{paragraphs(BODY)}<{kind}>{items}</{kind}></article>"), "a.html"
    )
    marked = {document.text[mark.start : mark.end] for mark in document.marks}
    assert not marked.intersection(FACTS)


@pytest.mark.parametrize("at", [1, 3, 5])
def test_links_to_other_articles_in_the_body_are_not_told(article, at):
    words = [f"<p>{line}</p>" for line in BODY]
    words.insert(at, '<ul><li><a href="/x">Mayor of Pell wins a second term at last</a></li></ul>')
    document = article(framed(f"<article>{''.join(words)}</article>"), "a.html")
    assert told(document) == BODY


@pytest.mark.parametrize("kind", ["ul", "table"])
def test_short_items_with_numbers_behind_a_line_that_announces_them_are_kept(article, kind):
    facts = ["Old town: 9 dead", "Harbour: 5 dead", "Mill lane: 3 dead"]
    rows = {"ul": "<li>{}</li>", "table": "<tr><td>{}</td></tr>"}[kind]
    inside = "".join(rows.format(one) for one in facts)
    body = [
        *(f"<p>{line}</p>" for line in BODY),
        "<p>The office counted by district:</p>",
        f"<{kind}>{inside}</{kind}>",
    ]
    document = article(framed(f"<article>{''.join(body)}</article>"), "a.html")
    outside = {
        document.text[mark.start : mark.end] for mark in document.marks if mark.kind == "other_page"
    }
    assert not outside.intersection(facts)


def test_a_caption_between_kept_paragraphs_belongs_to_the_article(article):
    words = [f"<p>{line}</p>" for line in BODY]
    words.insert(3, "<figure><img src=a.jpg><figcaption>The mill at night</figcaption></figure>")
    document = article(framed(f"<article>{''.join(words)}</article>"), "a.html")
    at = document.text.index("The mill at night")
    assert {mark.kind for mark in document.marks if mark.start <= at < mark.end} == {"caption"}
