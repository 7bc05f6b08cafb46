"""Lists of feeds, as a source and as what a new brief begins with."""

import pytest

from briefing import cli
from briefing.errors import UserError
from briefing.ingest.feed import Feed
from briefing.ingest.opml import FeedList, ListedFeed, plain_address, read_list
from briefing.settings import load_config
from tests.ingest.webserver import WORDS, Site

LIST = """\
<?xml version="1.0" encoding="UTF-8"?>
<opml version="2.0">
  <head><title>Feeds of the desk</title></head>
  <body>
    <outline text="Ports">
      <outline type="rss" text="Harbour &amp; quay" xmlUrl="https://harbour.example/feed"/>
      <outline type="rss" title="The Tide" text="tide" xmlURL="feed://tide.example/rss#top"/>
      <outline type="link" text="A page" url="https://page.example/"/>
    </outline>
    <outline text="Again" xmlUrl="https://harbour.example/feed"/>
  </body>
</opml>
"""


def write(folder, text, name="feeds.opml"):
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_feeds_of_a_list_are_read_once_each_with_their_titles(tmp_path):
    assert read_list(write(tmp_path, LIST), "feeds.opml") == (
        ListedFeed(url="https://harbour.example/feed", title="Harbour & quay"),
        ListedFeed(url="http://tide.example/rss", title="The Tide"),
    )


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "is no OPML"),
        ("<rss/>", "is no OPML"),
        ("<opml><body>", "is no OPML"),
        ('<!DOCTYPE x [<!ENTITY a "b">]><opml/>', "is no OPML"),
        ("<opml><body/></opml>", "names no feed"),
        (
            '<opml><body>\n<outline xmlUrl="nowhere"/></body></opml>',
            "feeds.opml:2:1: error: 'nowhere'",
        ),
        ('<opml><body><outline xmlUrl="file:///etc/passwd"/></body></opml>', "not a web address"),
    ],
)
def test_what_is_no_list_of_feeds_is_said_in_a_line(tmp_path, text, said):
    with pytest.raises(UserError) as caught:
        read_list(write(tmp_path, text), "feeds.opml")
    assert said in str(caught.value)
    assert "\n" not in str(caught.value)


def test_every_wrong_address_is_named_at_once(tmp_path):
    text = '<opml><body><outline xmlUrl="a"/>\n<outline xmlUrl="b"/></body></opml>'
    with pytest.raises(UserError) as caught:
        read_list(write(tmp_path, text), "feeds.opml")
    assert [one.line for one in caught.value.problems] == [1, 2]


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("feed:https://a.example/x", "https://a.example/x"),
        ("FEED://a.example/x", "http://a.example/x"),
        ("https://a.example/x#y", "https://a.example/x"),
        ("", ""),
    ],
)
def test_an_address_is_taken_as_it_is_asked_for(written, plain):
    assert plain_address(written) == plain


def test_a_list_is_followed_as_its_feeds_are(tmp_path):
    site = Site()
    try:
        addresses = [site.page(f"/{name}", rss(site.page(f"/{name}/page"))) for name in "ab"]
        outlines = "".join(f'<outline xmlUrl="{one}"/>' for one in addresses)
        write(tmp_path, f"<opml><body>{outlines}</body></opml>")
        listed = FeedList(path="feeds.opml", allow=(site.host,))
        assert listed(tmp_path) == ()
        listed.fetch(tmp_path)
        alone = [one for address in addresses for one in Feed(url=address)(tmp_path)]
        assert listed(tmp_path) == tuple(sorted(alone, key=lambda one: one.locator))
        assert len(alone) == 2
        assert tmp_path / "feeds.opml" in listed.watched(tmp_path).files
    finally:
        site.close()


def rss(link):
    return (
        f'<rss version="2.0"><channel><title>The Beacon</title><item><title>A story</title>'
        f"<link>{link}</link><description>{WORDS}</description></item></channel></rss>"
    )


def test_a_new_brief_follows_the_feeds_of_a_list(tmp_path, capfd):
    path = write(tmp_path, LIST)
    assert cli.run_command(["new", str(tmp_path / "desk"), "--from", str(path)]) == 0
    assert "with 2 feeds" in capfd.readouterr().out
    settings = load_config(tmp_path / "desk/config.yaml")
    assert [(one.kind, one.options.get("url")) for one in settings.sources] == [
        ("folder", None),
        ("feed", "https://harbour.example/feed"),
        ("feed", "http://tide.example/rss"),
    ]
    assert "# Harbour & quay" in (tmp_path / "desk/config.yaml").read_text(encoding="utf-8")


def test_a_list_that_is_none_makes_no_brief(tmp_path, capfd):
    assert cli.run_command(["new", str(tmp_path / "desk"), "--from", str(tmp_path / "x")]) == 2
    assert "can't be read" in capfd.readouterr().err
    assert not (tmp_path / "desk").exists()


def test_a_config_may_name_a_list(tmp_path, capfd):
    write(tmp_path, LIST)
    (tmp_path / "config.yaml").write_text(
        "brief: {title: Ports}\nsources: [{kind: opml, path: feeds.opml}]\n"
        "sections: [{slug: all, title: All}]\n",
        encoding="utf-8",
    )
    assert cli.run_command(["check", "-c", str(tmp_path / "config.yaml")]) == 2
    assert "nothing was ever fetched of this opml" in capfd.readouterr().err
