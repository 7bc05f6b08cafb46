"""Feeds and pages: fetched once, kept as evidence, read again without a network."""

import json

import pytest

from briefing.edition.build import BuildOptions, build_edition
from briefing.errors import UserError
from briefing.ingest import feedfile, read_article
from briefing.ingest.feed import Feed, Pages
from briefing.ingest.item import Item
from briefing.inspection.sources import list_sources
from briefing.model import Document, Quarantined
from briefing.verification.verify import list_failures
from tests.ingest.webserver import ARTICLE, WORDS, Site


@pytest.fixture
def site():
    made = Site()
    yield made
    made.close()


def rss(*links, title="The Beacon"):
    items = "".join(
        f"<item><title>Story {n} &amp;amp; more</title><link>{link}</link>"
        f"<pubDate>Tue, 18 Nov 2025 0{n}:00:00 GMT</pubDate>"
        f"<description><![CDATA[<p>{WORDS}</p><script>alert(1)</script>]]></description></item>"
        for n, link in enumerate(links)
    )
    return (
        f'<?xml version="1.0"?><rss '
        f'version="2.0"><channel><title>{title}</title>{items}</channel></rss>'
    )


def test_the_pages_of_a_feed_are_fetched_once_and_described_by_both(site, tmp_path):
    site.page("/feed", rss(site.page("/a"), site.page("/b")), ETag='"1"')
    feed = Feed(url=site.url("/feed"), allow=(site.host,))
    assert feed(tmp_path) == ()
    feed.fetch(tmp_path)
    first = [read_article(found, None) for found in feed(tmp_path)]
    assert [one.locator for one in first] == [site.url("/a"), site.url("/b")]
    assert all(isinstance(one, Document) and one.published.value == "2025-11-18" for one in first)
    assert [one.outlet.value for one in first] == ["The Beacon", "The Beacon"]
    assert (
        first[0].title.value == "Town refuses to pay"
    )  # the page's own word stands before the feed's
    assert first[0].url == site.url("/a")
    assert first[0].retrieved == "2025-12-01T00:00:00Z"
    site.pages["/feed"] = (304, {}, b"")
    feed.fetch(tmp_path)
    assert (site.asked["/a"], site.asked["/feed"]) == (1, 2)
    assert site.headers["/feed"]["If-None-Match"] == '"1"'
    assert [read_article(found, None) for found in feed(tmp_path)] == first


def test_a_rebuild_needs_no_network(site, tmp_path):
    site.page("/feed", rss(site.page("/a")))
    feed = Feed(url=site.url("/feed"), allow=(site.host,))
    feed.fetch(tmp_path)
    before = [read_article(found, None) for found in feed(tmp_path)]
    assert [read_article(found, None) for found in feed(tmp_path)] == before
    site.close()
    feed.fetch(tmp_path)
    assert [
        one for found in feed(tmp_path) if isinstance(one := read_article(found, None), Document)
    ] == before


def test_a_feed_that_fails_after_it_was_read_is_listed_until_it_answers_again(site, tmp_path):
    site.page("/feed", rss(site.page("/a")))
    feed = Feed(url=site.url("/feed"), allow=(site.host,))
    feed.fetch(tmp_path)
    (before,) = [read_article(found, None) for found in feed(tmp_path)]
    site.page("/feed", "gone", code=410)
    feed.fetch(tmp_path)
    page, failing = [read_article(found, None) for found in feed(tmp_path)]
    assert page == before
    assert isinstance(failing, Quarantined)
    assert (failing.locator, failing.path) == (site.url("/feed"), None)
    assert "410" in failing.reason
    site.page("/feed", rss(site.url("/a")))
    feed.fetch(tmp_path)
    assert [read_article(found, None) for found in feed(tmp_path)] == [before]


def test_entries_that_left_the_feed_stay(site, tmp_path):
    site.page("/feed", rss(site.page("/a")))
    feed = Feed(url=site.url("/feed"), allow=(site.host,))
    feed.fetch(tmp_path)
    site.page("/feed", rss(site.page("/b")))
    feed.fetch(tmp_path)
    assert [found.locator for found in feed(tmp_path)] == [site.url("/a"), site.url("/b")]


def test_a_feeds_own_words_will_do_where_they_are_asked_for(site, tmp_path):
    site.page("/feed", rss(site.url("/a"), site.url("/b")))
    feed = Feed(url=site.url("/feed"), full=False, most=1, allow=(site.host,))
    feed.fetch(tmp_path)
    (document,) = [read_article(found, None) for found in feed(tmp_path)]
    assert document.text == WORDS.strip()
    assert document.title.value == "Story 0 & more"
    assert site.asked["/a"] == 0


@pytest.mark.parametrize(
    "body",
    [
        (
            b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a '
            b'"b">]><rss><channel><item><link>x</link></item></channel></rss>'
        ),
        b"<rss><channel><title>cut off",
        b"no feed at all",
        b"{}",
    ],
)
def test_a_feed_that_can_not_be_read_is_listed_with_the_reason(site, tmp_path, body):
    site.page("/feed", body)
    feed = Feed(url=site.url("/feed"), allow=(site.host,))
    feed.fetch(tmp_path)
    (aside,) = [read_article(found, None) for found in feed(tmp_path)]
    assert isinstance(aside, Quarantined)
    assert aside.locator == site.url("/feed")
    assert aside.reason


def test_a_json_feed_and_an_atom_feed_are_feeds(site, tmp_path):
    entry = {"id": "1", "url": site.page("/a"), "title": "Story", "content_html": "<p>x</p>"}
    told = {"version": "https://jsonfeed.org/version/1.1", "title": "The Beacon", "items": [entry]}
    site.page("/j", json.dumps(told))
    site.page(
        "/atom",
        '<feed xmlns="http://www.w3.org/2005/Atom"><title>The '
        "Beacon</title><entry><title>Story</title>"
        f'<link href="{site.page("/b")}"/><updated>2025-11-18T10:00:00Z</updated></entry></feed>',
    )
    for path, page in (("/j", "/a"), ("/atom", "/b")):
        feed = Feed(url=site.url(path), allow=(site.host,))
        feed.fetch(tmp_path)
        assert [found.locator for found in feed(tmp_path)] == [site.url(page)]


def test_pages_are_listed_in_the_config_or_in_a_file(site, tmp_path):
    (tmp_path / "urls.txt").write_text(
        f"# mine\n{site.page('/b')}\n\n{site.url('/gone')}#part\n", encoding="utf-8"
    )
    pages = Pages(urls=(site.page("/a"),), list="urls.txt", allow=(site.host,))
    pages.fetch(tmp_path)
    made = {one.locator: one for one in (read_article(found, None) for found in pages(tmp_path))}
    assert isinstance(made[site.url("/a")], Document)
    assert isinstance(made[site.url("/b")], Document)
    assert (
        made[site.url("/gone")].reason == "could not be fetched: the server answers 404 (Not Found)"
    )
    site.page("/gone")
    pages.fetch(tmp_path)
    assert all(isinstance(read_article(found, None), Document) for found in pages(tmp_path))
    assert site.asked["/a"] == 1


def test_a_wrong_encoding_of_the_server_is_passed_over(site, tmp_path):
    body = ARTICLE.replace("water", "wäter").encode()
    site.page("/a", body, Content_Type="text/html; charset=utf-16")
    pages = Pages(urls=(site.url("/a"),), allow=(site.host,))
    pages.fetch(tmp_path)
    (document,) = [read_article(found, None) for found in pages(tmp_path)]
    assert "wäter" in document.text


@pytest.mark.parametrize("url", ["file:///etc/passwd", "javascript:alert(1)", "nowhere"])
def test_what_is_no_web_address_is_the_users_mistake(tmp_path, url):
    with pytest.raises(UserError, match="not a web address"):
        Feed(url=url).fetch(tmp_path)


def test_a_missing_list_is_the_users_mistake(tmp_path):
    with pytest.raises(UserError, match="can't be read"):
        Pages(list="nowhere.txt")(tmp_path)


def test_a_brief_follows_a_feed_and_is_made_again_and_verified_without_a_network(site, tmp_path):

    config = tmp_path / "config.yaml"
    config.write_text(
        f"brief: {{title: Water}}\nsources: [{{kind: feed, url: '{site.url('/feed')}', allow: "
        f"['{site.host}']}}]\n"
        "sections: [{slug: water, title: Water, terms: [water, council]}]\noutputs: [{kind: "
        "json}]\n",
        "utf-8",
    )
    site.page("/feed", rss(site.page("/a"), site.url("/gone")))
    assert build_edition(config, BuildOptions(jobs=1, fetch=True)).edition == 1
    brief = json.loads((tmp_path / "output" / "brief.json").read_text("utf-8"))
    listed = {one["url"] or one["path"]: one["quarantined"] for one in brief["sources"]}
    assert listed[site.url("/a")] is None
    assert any(reason and "404" in reason for reason in listed.values())
    assert build_edition(config, BuildOptions(jobs=1, fetch=True)).edition is None
    site.page("/feed", rss(site.page("/b", ARTICLE.replace("water", "fire")), site.url("/gone")))
    assert build_edition(config, BuildOptions(jobs=1, fetch=True)).edition == 2
    site.close()
    assert build_edition(config, BuildOptions(jobs=1, fetch=True)).edition is None
    assert list_failures(tmp_path / "output" / "brief.json", tmp_path, config) == []
    assert len(list_sources(config)) == 3


def test_a_brief_of_feeds_that_were_never_asked_says_how_to_ask(tmp_path):
    config = tmp_path / "config.yaml"
    config.write_text(
        "brief: {title: Water, slug: water}\nsources: [{kind: feed, url: "
        "'https://example.org/feed'}]\n"
        "sections: [{slug: water, title: Water, terms: [water]}]\noutputs: [{kind: json}]\n"
    )
    with pytest.raises(UserError, match="--online"):
        build_edition(config, BuildOptions(jobs=1))


@pytest.mark.parametrize(
    ("frame", "entry"),
    [
        (
            "<rss version='2.0'><channel><title>Port</title>{}</channel></rss>",
            "<item><title>Ship {0}</title><description>Ship {0} came in late.</description></item>",
        ),
        (
            "<feed xmlns='http://www.w3.org/2005/Atom'><title>Port</title>{}</feed>",
            "<entry><title>Ship {0}</title><summary>Ship {0} came in late.</summary></entry>",
        ),
        (
            "<a:feed xmlns:a='http://www.w3.org/2005/Atom'><a:title>Port</a:title>{}</a:feed>",
            "<a:entry><a:title>Ship {0}</a:title><a:summary>Ship {0} is late.</a:summary></a:entry>",
        ),
    ],
)
def test_a_feed_of_very_many_entries_is_read_as_far_as_may_be(frame, entry):
    data = frame.format("".join(entry.format(at) for at in range(5_400))).encode()
    whole = feedfile.list_parts(Item(locator="a", path="a", data=data, revision="0"))
    assert len(whole) == 5_001
    assert whole[4_999].said["title"].value == "Ship 4999"
    assert whole[4_999].said["outlet"].value == "Port"
    assert "beyond the first 5,000" in whole[5_000].take().reason
    assert isinstance(whole[0].take(), bytes)
