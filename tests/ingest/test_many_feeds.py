"""Many feeds asked together: nothing twice, nobody at length, and less and less of what is dead."""

import itertools

import pytest

from briefing.ingest import fetched
from briefing.ingest.feed import KEEP, Feed, fetch_feeds
from tests.ingest.webserver import Site

HOUR = 3600
NOW = 1_700_000_000


def rss(site, *paths):
    items = "".join(
        f"<item><title>{path}</title><link>{site.url(path)}</link></item>" for path in paths
    )
    return f"<rss version='2.0'><channel><title>Wire</title>{items}</channel></rss>"


@pytest.fixture
def site():
    made = Site()
    yield made
    made.close()


def feed_at(site, path, **more):
    return Feed(url=site.url(path), allow=(site.host,), **more)


def test_what_several_feeds_lead_to_is_asked_once_and_so_are_the_rules(site, tmp_path):
    for name in ("a", "b", "c"):
        site.page(f"/{name}.xml", rss(site, "/one", f"/{name}"), content_type="application/rss+xml")
        site.page(f"/{name}")
    site.page("/one")
    feeds = [feed_at(site, f"/{name}.xml") for name in ("a", "b", "c", "a")]
    fetch_feeds(tmp_path, feeds)
    assert max(site.asked.values()) == 1
    assert set(site.asked) == {
        "/robots.txt",
        "/one",
        *(f"/{n}{e}" for n in "abc" for e in ("", ".xml")),
    }
    assert len(feeds[0](tmp_path)) == 2
    fetch_feeds(tmp_path, feeds)
    assert site.asked["/one"] == 1, "a page that is kept is not asked for again"
    assert site.asked["/a.xml"] == 2


def test_a_feed_is_asked_no_sooner_than_it_should_be(site, tmp_path):
    site.page("/a.xml", rss(site))
    feed = feed_at(site, "/a.xml", every=60)
    for minutes, times in ((0, 1), (30, 1), (59, 1), (61, 2), (90, 2)):
        fetch_feeds(tmp_path, [feed], NOW + 60 * minutes)
        assert site.asked["/a.xml"] == times, minutes


def test_a_dead_feed_is_asked_less_and_less_often_until_it_lives(site, tmp_path):
    site.page("/a.xml", "gone", code=404)
    feed = feed_at(site, "/a.xml")
    asked = []
    for hour in range(24 * 40):
        before = site.asked["/a.xml"]
        fetch_feeds(tmp_path, [feed], NOW + hour * HOUR)
        if site.asked["/a.xml"] > before:
            asked.append(hour)
    assert asked[:7] == [0, 1, 2, 3, 5, 9, 17]
    steps = [after - before for before, after in itertools.pairwise(asked)]
    assert max(steps) == 24 * 7, "a week at most"
    site.page("/a.xml", rss(site, "/one"))
    site.page("/one")
    fetch_feeds(tmp_path, [feed], NOW + 24 * 50 * HOUR)
    known = fetched.index(tmp_path / KEEP)[site.url("/a.xml")]
    assert (known.failures, known.rests, known.reason) == (0, 0, "")
    assert len(feed(tmp_path)) == 1
