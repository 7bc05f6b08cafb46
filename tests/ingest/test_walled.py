"""Texts cut off by a wall, texts that stand in the page's data only, and those that a script
shows."""

import json

import pytest

from briefing.model import Quarantined
from tests.ingest.test_html import BODY, told


def paged(inside, head="", **data):
    linked = {"@context": "https://schema.org", "@type": "NewsArticle", "headline": "Pell", **data}
    return (
        f"<!doctype html><html lang=en><head><title>Pell</title>{head}"
        f'<script type="application/ld+json">{json.dumps(linked)}</script></head><body>{inside}</body></html>'
    )


def paragraphs(lines):
    return "".join(f"<p>{line}</p>" for line in lines)


WALLS = [
    "To continue reading, subscribe now.",
    "Subscribe to read the full story",
    "Already a subscriber? Log in",
    "This article is for subscribers only.",
    "You have reached your limit of free articles this month.",
    "Register for free to keep reading",
    "To read this article in full, register for free.",
    "To access the whole story please log in.",
    "To continue, create a free account",
    "Want to read more? Become a member today.",
    "Your free preview ends here.",
]


@pytest.mark.parametrize("wall", WALLS)
def test_a_line_that_asks_to_pay_is_no_part_of_the_article(article, wall):
    found = article(paged(f"<article>{paragraphs([*BODY, wall])}</article>"), "a.html")
    assert told(found) == BODY
    assert "It is cut off by a paywall." in found.caveats


@pytest.mark.parametrize("body", ["\n\n".join(BODY), " ".join(BODY), paragraphs(BODY)])
def test_the_rest_of_a_cut_text_is_taken_from_the_data(article, body):
    page = paged(
        f"<article>{paragraphs([BODY[0], WALLS[0]])}</article>",
        articleBody=body,
        isAccessibleForFree="False",
    )
    found = article(page, "a.html")
    assert " ".join(told(found)) == " ".join(BODY)
    assert any("paywall" in caveat and "articleBody" in caveat for caveat in found.caveats)


@pytest.mark.parametrize(
    "inside",
    [
        '<div id="root"></div>',
        "<p>Loading</p>",
        "<noscript>You need to enable JavaScript to run this app.</noscript>",
    ],
)
def test_an_article_that_stands_in_the_data_alone_is_read_and_said_to_be(article, inside):
    found = article(paged(inside, articleBody="\n".join(BODY)), "a.html")
    assert told(found) == BODY
    assert any("articleBody" in caveat for caveat in found.caveats)


def test_a_whole_text_is_told_once_whatever_the_data_hold(article):
    page = paged(f"<article>{paragraphs(BODY)}</article>", articleBody="\n".join(BODY))
    found = article(page, "a.html")
    assert (told(found), found.caveats) == (BODY, ())


def test_a_short_text_for_those_who_pay_may_be_cut_off(article):
    page = paged(f"<article>{paragraphs(BODY[:3])}</article>", isAccessibleForFree=False)
    assert any("may be cut off" in caveat for caveat in article(page, "a.html").caveats)


@pytest.mark.parametrize(
    ("head", "inside"),
    [
        ("<style>article { opacity: 0 }</style>", "<article>{}</article>"),
        ("<style>.js-content { display: none }</style>", "<div class=js-content>{}</div>"),
        ("", "<noscript><article>{}</article></noscript>"),
    ],
)
def test_a_text_that_only_scripts_show_is_read_and_said_to_be(article, head, inside):
    found = article(paged(inside.format(paragraphs(BODY)), head), "a.html")
    assert told(found) == BODY
    assert any("scripts run" in caveat for caveat in found.caveats)


def test_words_hidden_on_a_page_that_shows_an_article_stay_hidden(article):
    head = "<style>.gone { display: none }</style>"
    page = paged(f"<article>{paragraphs(BODY)}</article><p class=gone>The mayor fled.</p>", head)
    assert "The mayor fled." not in article(page, "a.html").text


def test_a_page_of_data_without_a_text_is_set_aside(article):
    assert isinstance(
        article(paged("<div id=root></div>", articleBody="Soon."), "a.html"), Quarantined
    )
