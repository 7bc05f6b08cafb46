"""Feeds name the editions that were released, what is new in each, and nothing else."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import feedparser
import pytest
from lxml import etree

from briefing import cli
from briefing.edition.build import BuildOptions, build_edition
from briefing.edition.release import approve_edition
from briefing.render.feed import Atom, JsonFeed
from briefing.render.feed_entry import FeedEntry, FeedHead
from tests.projects import growing

CONFIG = growing.CONFIG.replace(
    "[{kind: markdown}, {kind: json}]",
    "[{kind: markdown}, {kind: html}, {kind: json}, {kind: atom}, {kind: json_feed}]",
)
LINK = "https://desk.example/briefs/"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with feeds, before its first edition; the test stands in it."""
    monkeypatch.chdir(tmp_path)
    growing.lay(tmp_path, ("a.txt",), CONFIG)
    return tmp_path


def make(project: Path, *names: str) -> None:
    """Add articles and build."""
    for name in names:
        (project / "articles" / name).write_text(growing.ARTICLES[name])
    assert build_edition(project / "config.yaml", BuildOptions()).exit_code == 0


def read_atom(project: Path) -> feedparser.FeedParserDict:
    found = feedparser.parse((project / "output/feed.atom").read_bytes())
    assert not found.bozo
    return found


def read_json(project: Path) -> dict:
    return json.loads((project / "output/feed.json").read_bytes())


def test_no_edition_stands_in_a_feed_before_its_release(project: Path) -> None:
    make(project)
    assert read_atom(project).entries == []
    assert read_json(project)["items"] == []
    approve_edition(project / "config.yaml", None, "An Analyst")
    assert [one.title for one in read_atom(project).entries] == ["Harbour works – Brief 1"]
    make(project, "b.txt")
    assert len(read_atom(project).entries) == 1
    approve_edition(project / "config.yaml", None, "An Analyst")
    titles = ["Harbour works – Brief 2", "Harbour works – Brief 1"]
    assert [one.title for one in read_atom(project).entries] == titles
    assert [one["title"] for one in read_json(project)["items"]] == titles


@pytest.mark.soak
def test_many_editions_stand_in_a_feed_newest_first_each_once_released(
    project: Path, count: Callable[[int, int], int]
) -> None:
    editions = count(4, 30)
    for number in range(1, editions + 1):
        day = f"{number} March 2025"
        text = growing.ARTICLES["b.txt"].replace("9 March 2025", day).replace("Two", f"{number}")
        (project / f"articles/{number}.txt").write_text(text)
        make(project)
        assert len(read_atom(project).entries) == number - 1
        approve_edition(project / "config.yaml", None, "An Analyst")
        assert [one.title for one in read_atom(project).entries] == [
            f"Harbour works – Brief {one}" for one in range(number, 0, -1)
        ]
    assert len({one.id for one in read_atom(project).entries}) == editions
    assert len({one["id"] for one in read_json(project)["items"]}) == editions


def test_an_entry_tells_what_is_new_and_leads_to_the_page(project: Path) -> None:
    make(project)
    approve_edition(project / "config.yaml", None)
    make(project, "b.txt")
    approve_edition(project / "config.yaml", None)
    newest, oldest = read_atom(project).entries
    assert "Two new cranes arrived" in newest.content[0].value
    assert "Two new cranes arrived" not in oldest.content[0].value
    assert newest.link == "editions/0002/brief.html"
    assert (project / "output" / newest.link).is_file()
    assert {link.rel for link in newest.links} == {"alternate", "related"}
    item = read_json(project)["items"][0]
    assert item["url"] == newest.link
    assert "Two new cranes arrived" in item["content_html"]
    assert {one["url"] for one in item["attachments"]} == {
        "editions/0002/brief.md",
        "editions/0002/brief.json",
    }


def test_names_of_entries_stay_when_a_feed_is_made_anew(project: Path) -> None:
    make(project)
    approve_edition(project / "config.yaml", None)
    before = read_atom(project).entries[0].id
    bytes_before = (project / "output/feed.atom").read_bytes()
    (project / "output/feed.atom").unlink()
    assert build_edition(project / "config.yaml", BuildOptions(force=True)).exit_code == 0
    assert read_atom(project).entries[0].id == before == read_json(project)["items"][0]["id"]
    assert before.startswith("urn:uuid:")
    assert (project / "output/feed.atom").read_bytes() == bytes_before


def test_a_private_brief_has_a_private_feed(project: Path) -> None:
    config = project / "config.yaml"
    config.write_text(config.read_text().replace("brief: {", "brief: {marking: TLP:RED, ", 1))
    make(project)
    assert {
        (project / "output" / name).stat().st_mode & 0o777 for name in ("feed.atom", "feed.json")
    } == {0o600}


def test_a_link_that_is_none_is_a_mistake_with_its_place(
    project: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    config = project / "config.yaml"
    config.write_text(config.read_text().replace("{kind: atom}", "{kind: atom, link: desk}"))
    assert cli.run_command(["build"]) == 2
    assert re.search(r"config\.yaml:\d+:\d+: error: .*'desk' is no address", capfd.readouterr().err)


HEAD = FeedHead(title="A <b> & c", slug="a", language="en", author="Desk", marking="TLP:GREEN")
ENTRY = FeedEntry(
    title="A <b> & c – Brief 1",
    fingerprint="f" * 64,
    released="2025-11-07T06:30:00Z",
    summary="1 new.",
    content="<p>what &lt;is&gt; new</p>",
    files={"brief.html": "editions/0001/brief.html", "brief.pdf": "editions/0001/brief.pdf"},
)


def test_an_atom_feed_has_what_its_standard_asks_for() -> None:
    """RFC 4287, 4.1.1 and 4.1.2: one id, title and updated, an author, a link to what has content."""
    root = etree.fromstring(Atom(link=LINK)(HEAD, (ENTRY,)).content)
    names = {None: "http://www.w3.org/2005/Atom"}
    assert [one.tag.partition("}")[2] for one in root] == [
        "id",
        "title",
        "updated",
        "author",
        "link",
        "category",
        "entry",
    ]
    assert root.findtext("title", namespaces=names) == HEAD.title
    entry = root.find("entry", namespaces=names)
    assert entry.findtext("updated", namespaces=names) == ENTRY.released
    assert entry.find("link", namespaces=names).get("href") == f"{LINK}editions/0001/brief.html"
    assert entry.findtext("content", namespaces=names) == ENTRY.content


def test_a_json_feed_has_whole_addresses_where_it_knows_its_place() -> None:
    feed = json.loads(JsonFeed(link=LINK)(HEAD, (ENTRY,)).content)
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert feed["feed_url"] == f"{LINK}feed.json"
    assert feed["items"][0]["url"] == f"{LINK}editions/0001/brief.html"
    assert feed["items"][0]["attachments"] == [
        {"url": f"{LINK}editions/0001/brief.pdf", "mime_type": "application/pdf"}
    ]
    assert feed["items"][0]["tags"] == ["TLP:GREEN"]


@pytest.mark.parametrize("kind", [Atom, JsonFeed])
@pytest.mark.parametrize("link", ["desk", "ftp://desk.example/", "https://desk.example/briefs"])
def test_a_feed_wants_the_address_of_a_folder(kind: type, link: str) -> None:
    with pytest.raises(ValueError, match="no address of a folder"):
        kind(link=link)
