"""Bylines in the forms that pages have."""

import pytest

from briefing.ingest import bylines
from tests.ingest.test_days import paged
from tests.ingest.test_html import BODY
from tests.ingest.test_html_joining import page


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("By Jana Holm March 4 at 3:57 PM Follow @janah", "Jana Holm"),
        ("Posted by Jana Holm on March 4, 2025", "Jana Holm"),
        ("Words by Jana Holm", "Jana Holm"),
        ("Words: Jana Holm", "Jana Holm"),
        ("Byline: Jana Holm", "Jana Holm"),
        ("كتبت: سارة أحمد", "سارة أحمد"),
        ("بقلم أحمد علي", "أحمد علي"),
        ("إعداد: محمد عبد الله - القاهرة", "محمد عبد الله"),
        ("BY JANA HOLM", "JANA HOLM"),
        ("Story by Jana Holm; photographs by Piet Vos", "Jana Holm"),
        ("By Jana Holm and Piet van der Vos", "Jana Holm and Piet van der Vos"),
        ("By Jana Holm, Piet Vos and Rita Sand | 4 March", "Jana Holm, Piet Vos and Rita Sand"),
        ("By Jana Holm, Teyn Courier", "Jana Holm"),
        ("By Jana Holm Leave a Comment", "Jana Holm"),
        ("By Jana Holm Filed Under: Harbours", "Jana Holm"),
        ("von Jana Holm Ein Kommentar", "Jana Holm"),
        ("par Jana Holm Déjà 3 commentaires", "Jana Holm"),
        ("por Jana Holm", "Jana Holm"),
        ("von JanaHolm Ein Kommentar", ""),
        ("By Jana Holm and agencies", "Jana Holm"),
        ("By Jana Holm and wire services", "Jana Holm"),
        ("By Jana Holm and the town agreed", ""),
        ("By Staff Reporter", ""),
        ("By Friday evening the quay was dry", ""),
        ("Words Jana Holm used", ""),
        ("The quay was dry", ""),
    ],
)
def test_the_names_of_a_byline(line, name):
    start = bylines.names_start(line)
    found, end = bylines.read_names(line, start) if start is not None else ("", 0)
    assert (found if found and bylines.ends_byline(line, end) else "") == name


@pytest.mark.parametrize(
    "markup",
    [
        (
            '<p class="byline">By <a href="/p/jh">Jana Holm</a> <span>March 4 at 3 PM</span> '
            "<a>Follow</a></p>"
        ),
        '<div class="author"><a rel="author" href="/jh">Jana Holm</a></div>',
        '<span itemprop="author" itemscope><span itemprop="name">Jana Holm</span></span>',
        "<p>Posted by Jana Holm on March 4, 2025</p>",
        "<p>Words by Jana Holm</p>",
        '<div class="article__byline-name">Jana Holm | Teyn Courier</div>',
        '<a href="/author/jana-holm">Jana Holm</a>',
        '<div class="author"><a href="/jh">Jana Holm</a><div>Harbour Editor</div></div>',
        '<div class="byline"><b><a href="/jh">Jana Holm</a></b> Cartoons Desk</div>',
        '<div class="author"><a href="/jh">Jana Holm</a> Ferries and Locks</div>',
    ],
)
def test_an_author_is_read_in_every_form_of_a_byline(article, markup):
    assert article(paged(over=markup), "a.html").author.value == "Jana Holm"


@pytest.mark.parametrize(
    "markup",
    [
        '<div class="comments"><a rel="author">Jana Holm</a></div>',
        '<aside><a rel="author">Jana Holm</a></aside>',
        '<div class="byline">Staff Writer</div>',
        '<div class="author">Read more of our stories</div>',
    ],
)
def test_who_comments_or_is_nobody_is_no_author(article, markup):
    assert article(paged(over=markup), "a.html").author is None


def test_a_byline_with_a_day_dates_its_article(article):
    made = article(paged(over="<p>Posted by Jana Holm on March 4, 2025</p>"), "a.html")
    assert made.published.value == "2025-03-04"


@pytest.mark.parametrize(
    ("author", "named"),
    [
        ('{"@type": "Person", "name": "Jana Holm"}', "Jana Holm"),
        ('[{"@type": "Person", "name": "Jana Holm"}]', "Jana Holm"),
        ('{"@type": "Organization", "name": "Jana Holm"}', None),
        ('{"name": "Jana Holm"}', None),
        ('"Jana Holm"', None),
    ],
)
def test_a_person_whose_site_bears_the_name_is_the_author(article, author, named):
    data = f'{{"@type": "Article", "headline": "Quay", "author": {author}}}'
    head = (
        '<meta property="og:site_name" content="Jana Holm">'
        f'<script type="application/ld+json">{data}</script>'
    )
    found = article(page("".join(f"<p>{line}</p>" for line in BODY), head=head), "a.html")
    assert (found.author.value if found.author else None) == named
