"""Which day a page appeared on: stamps in UTC, what is printed, updates, linked data in odd
clothes."""

import json

import pytest

from briefing.ingest import feedfile, stamps
from briefing.ingest.html import linked
from tests.ingest.test_html import BODY

FACTS = {"@type": "NewsArticle", "headline": "Pell", "datePublished": "2024-05-03T14:00:00+02:00",
         "author": {"name": "Jana Holm"}, "publisher": {"name": "Olm Post"}}  # fmt: skip


def paged(head="", over="", body=BODY):
    words = "".join(f"<p>{one}</p>" for one in body)
    return (
        f"<!doctype html><html lang=en><head><title>Pell</title>{head}</head><body>"
        f"<article><h1>Pell</h1>{over}{words}</article></body></html>"
    )


def stamped(value, *, url="", over="", body=BODY):
    head = f'<meta property="article:published_time" content="{value}">'
    if url:
        head += f'<link rel=canonical href="{url}">'
    return paged(head, over, body)


def day(document):
    return document.published.value if document.published else None


@pytest.mark.parametrize(
    ("value", "url", "told"),
    [
        ("2024-05-03", "", "2024-05-03"),
        ("2024-05-03T23:10:00+11:00", "", "2024-05-03"),
        ("2024-05-03T09:30:00Z", "", "2024-05-03"),
        ("2024-05-03T00:00:00Z", "", "2024-05-03"),
        ("2024-05-03T20:10:00Z", "", "2024-05-03/2024-05-04"),
        ("2024-05-03T20:10:00+00:00", "", "2024-05-03/2024-05-04"),
        ("2024-05-03T02:10:00Z", "", "2024-05-02/2024-05-03"),
        ("2024-05-03T20:10:00Z", "https://olmpost.co.uk/a", "2024-05-03"),
        ("2024-05-03T20:10:00Z", "https://olmpost.com.au/a", "2024-05-04"),
        ("2024-05-03T22:30:00.000Z", "https://olmpost.kr/a", "2024-05-04"),
        ("2024-05-03T20:10", "", "2024-05-03"),
    ],
)
def test_a_stamp_in_utc_is_an_instant_whose_day_the_outlets_zone_tells(article, value, url, told):
    body = [one.replace("Friday", "the eve") for one in BODY]
    assert day(article(stamped(value, url=url, body=body), "a.html")) == told


@pytest.mark.parametrize(
    "printed",
    ["Saturday 4 May 2024, 7.10am AEST", "May 4, 2024", "Published: 4 May 2024 at 07:10 GMT+10"],
)
def test_the_day_that_the_page_prints_decides(article, printed):
    made = article(stamped("2024-05-03T20:10:00Z", over=f"<p>{printed}</p>"), "a.html")
    assert (day(made), made.published.basis) == ("2024-05-04", "stated")


def test_a_weekday_that_the_text_names_as_past_decides(article):
    body = ["The quay of Pell was shut on Saturday after a crane had fallen into the water.", *BODY]
    body = [line.replace("Friday", "the eve") for line in body]
    assert day(article(stamped("2024-05-03T20:10:00Z", body=body), "a.html")) == "2024-05-04"


@pytest.mark.parametrize(
    "line",
    [
        "The quay of Pell will be shut on Saturday after a crane has fallen into the water there.",
        "The quay of Pell is to open again on Saturday, the harbour master told his men at noon.",
    ],
)
def test_a_weekday_to_come_decides_nothing(article, line):
    body = [line, *(one.replace("Friday", "the eve") for one in BODY)]
    assert "/" in day(article(stamped("2024-05-03T20:10:00Z", body=body), "a.html"))


def test_a_stamp_with_its_zone_stands_before_one_in_utc(article):
    head = (
        '<meta property="article:published_time" content="2024-05-03T20:10:00Z">'
        '<meta name="parsely-pub-date" content="2024-05-04T06:10:00+10:00">'
    )
    assert day(article(paged(head), "a.html")) == "2024-05-04"


@pytest.mark.parametrize(
    "over",
    [
        "<p>Last updated: 7 May 2024</p>",
        "<p>Updated 7 May 2024, 10:15</p>",
        "<p>Revised on 7 May 2024</p>",
        "<p>Updated <time datetime=2024-05-07>7 May 2024</time></p>",
        "<p>Last updated: <b><time datetime=2024-05-07>7 May 2024</time></b></p>",
        "<p>On <time itemprop=dateModified datetime=2024-05-07>Tuesday</time></p>",
        "<p>Aktualisiert am <time datetime=2024-05-07>7. Mai 2024</time></p>",
    ],
)
def test_the_day_of_an_update_is_not_the_day_of_publication(article, over):
    made = article(paged(over=over), "a.html")
    assert (made.published, made.updated.value) == (None, "2024-05-07")


def test_an_update_of_an_entry_in_atom_is_not_its_publication():
    entry = "<entry><title>A</title><updated>2024-05-07T10:00:00Z</updated>{}</entry>"
    entries = entry.format("") + entry.format("<published>2024-05-03T10:00:00Z</published>")
    feed = f'<feed xmlns="http://www.w3.org/2005/Atom"><title>Olm Post</title>{entries}</feed>'
    bare, whole = feedfile.entries(feed.encode())
    assert ("published" in bare.said, bare.said["updated"].value) == (False, "2024-05-07")
    told = (whole.said["published"].value, whole.said["updated"].value)
    assert told == ("2024-05-03", "2024-05-07")


@pytest.mark.parametrize(
    "printed",
    [
        "٤ مايو ٢٠٢٤",
        "2024年5月4日",
        "2024年5月4日（土） 7:10",
        "2024년 5월 4일",
        "2024年5月4日 星期六",
    ],
)
def test_a_day_is_read_in_the_digits_and_signs_of_its_language(article, printed):
    assert day(article(paged(over=f"<p>{printed}</p>"), "a.html")) == "2024-05-04"


def test_a_page_is_what_its_own_address_says_among_the_data_of_others(article):
    other = FACTS | {
        "headline": "Orst",
        "datePublished": "2023-01-01",
        "url": "https://o.example/b",
    }
    own = FACTS | {"mainEntityOfPage": {"@id": "https://o.example/a"}}
    scripts = (
        f'<script type="application/ld+json">{json.dumps(one)}</script>' for one in (other, own)
    )
    head = '<link rel=canonical href="https://o.example/a">' + "".join(scripts)
    made = article(paged(head), "a.html")
    assert (made.title.value, day(made)) == ("Pell", "2024-05-03")


def test_a_time_that_is_called_both_is_the_day_of_publication(article):
    over = '<time class="entry-date published updated" datetime="2024-05-07">7 May 2024</time>'
    assert article(paged(over=over), "a.html").published.value == "2024-05-07"


@pytest.mark.parametrize("name", ["updated", "modified", "dt-updated"])
def test_a_time_whose_only_class_is_that_of_a_change_is_no_day_of_publication(article, name):
    over = f'<time class="{name}" datetime="2024-05-07">7 May 2024</time>'
    made = article(paged(over=over), "a.html")
    assert (made.published, made.updated.value) == (None, "2024-05-07")


@pytest.mark.parametrize("name", ["entry-date published", "dt-published", "published"])
def test_of_two_times_their_classes_say_which_is_of_publication(article, name):
    over = (
        f'<time class="{name}" datetime="2024-05-04">4 May 2024</time> '
        '<time class="updated" datetime="2024-05-07">7 May 2024</time>'
    )
    made = article(paged(over=over), "a.html")
    assert (day(made), made.updated.value) == ("2024-05-04", "2024-05-07")


def test_seconds_since_1970_are_an_instant(article):
    noon = 1714824000  # 4 May 2024, 12:00 UTC
    data = json.dumps(FACTS | {"datePublished": noon, "dateModified": (noon + 86400) * 1000})
    head = '<link rel=canonical href="https://o.de/a"><script type="application/ld+json">'
    assert day(article(paged(f"{head}{data}</script>"), "a.html")) == "2024-05-04"
    assert day(article(stamped(str(noon), url="https://o.de/a"), "a.html")) == "2024-05-04"
    assert stamps.read_stamp(f"{noon}123").day.isoformat() == "2024-05-04"
    assert [stamps.read_stamp(one) for one in ("12345", "9999999999999", "171482400")] == [None] * 3


def test_published_and_updated_are_told_apart(article):
    over = "<p>Published: 4 May 2024</p><p>Updated: 6 May 2024</p>"
    made = article(paged(over=over), "a.html")
    assert (made.published.value, made.updated.value) == ("2024-05-04", "2024-05-06")


def test_a_declared_change_is_an_update(article):
    head = '<meta property="article:modified_time" content="2024-05-09T10:00:00+02:00">'
    made = article(paged(head), "a.html")
    assert (made.published, made.updated.value) == (None, "2024-05-09")


@pytest.mark.parametrize(
    "wrapped",
    [
        "//<![CDATA[\n{}\n//]]>",
        "<![CDATA[{}]]>",
        "/*<![CDATA[*/{}/*]]>*/",
        "<!-- {} -->",
        "{};",
        "{} // the end",
        "[{}]",
        '{{"@graph": [{{"@type": "Organization"}}, {}]}}',
        '{{"@type": "WebPage", "mainEntity": {}}}',
    ],
)
def test_linked_data_is_read_in_whatever_it_is_wrapped(article, wrapped):
    head = f'<script type="application/ld+json">{wrapped.format(json.dumps(FACTS))}</script>'
    made = article(paged(head), "a.html")
    assert (made.author.value, made.outlet.value, day(made)) == (
        "Jana Holm",
        "Olm Post",
        "2024-05-03",
    )


def test_linked_data_with_entities_for_its_quotation_marks_is_read():
    assert linked.load_data("{&quot;a&quot;: [1]}") == {"a": [1]}


def test_a_trailing_comma_is_forgiven():
    assert linked.load_data('{"a": [1, 2,], "b": "x, ]",}') is not None
    assert linked.load_data("no data {") is None


def test_a_page_that_is_no_article_still_says_when(article):
    data = {"@type": "WebPage", "datePublished": "2024-05-03T14:00:00+02:00"}
    head = f'<script type="application/ld+json">{json.dumps(data)}</script>'
    assert day(article(paged(head), "a.html")) == "2024-05-03"


@pytest.mark.parametrize("value", ["", "soon", "2024-13-40", "1850-01-01"])
def test_what_is_no_stamp_is_none(value):
    assert stamps.read_stamp(value) is None


@pytest.mark.parametrize(
    "author", [{"@id": "#jh"}, [{"@id": "#jh"}], {"@id": "#jh", "@type": "Person"}]
)
def test_linked_data_may_name_its_author_elsewhere(article, author):
    told = FACTS | {"author": author}
    graph = [{"@type": "Person", "@id": "#jh", "name": "Jana Holm"}, told]
    head = f'<script type="application/ld+json">{json.dumps({"@graph": graph})}</script>'
    assert article(paged(head), "a.html").author.value == "Jana Holm"


@pytest.mark.parametrize("name", ["twitter-tweet", "instagram-media", "tiktok-embed"])
def test_what_others_posted_elsewhere_is_shown_and_not_the_article_s_word(article, name):
    shown = f'<blockquote class="{name}"><p>We shut the quay. Sorry, all.</p></blockquote>'
    made = article(paged(over=shown), "a.html")
    at = made.text.index("We shut the quay")
    assert [one.kind for one in made.marks if one.start <= at < one.end] == ["caption"]


@pytest.mark.parametrize("between", ["\n", ";", ", "])
def test_several_values_in_one_script_are_all_read(between):
    found = linked.load_data(f'{{"@type": "Organization"}}{between}{json.dumps(FACTS)}{between}')
    assert found == [{"@type": "Organization"}, FACTS]


@pytest.mark.parametrize("rest", ["", ";", " // end", "{broken"])
def test_what_is_no_value_behind_one_is_left(rest):
    assert linked.load_data(f"{json.dumps(FACTS)}{rest}") == FACTS
