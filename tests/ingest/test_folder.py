"""Which files of a folder are articles, and in which order."""

import os

import pytest

from briefing.errors import UserError
from briefing.ingest import Folder, Supplied, read_article
from briefing.model import Document, Quarantined


def names(folder: Folder, base) -> list[str]:
    return [found.path for found in folder(base)]


@pytest.fixture
def base(tmp_path):
    for path in (
        "in/b.txt",
        "in/a.md",
        "in/deep/er/c.txt",
        "in/sources.yaml",
        "in/README.md",
        "in/.hidden",
        "out.txt",
    ):
        file = tmp_path / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("words", encoding="utf-8")
    (tmp_path / "in/.git").mkdir()
    (tmp_path / "in/.git/d.txt").write_text("words", encoding="utf-8")
    return tmp_path


def test_articles_are_found_in_all_folders_in_order_of_their_paths(base):
    assert names(Folder(path="in"), base) == ["in/a.md", "in/b.txt", "in/deep/er/c.txt"]


def test_a_locator_does_not_depend_on_where_the_project_lies(base, tmp_path_factory):
    elsewhere = tmp_path_factory.mktemp("other") / "copy"
    base.rename(elsewhere)
    assert [found.locator for found in Folder(path="in")(elsewhere)] == [
        "in/a.md",
        "in/b.txt",
        "in/deep/er/c.txt",
    ]


@pytest.mark.parametrize(
    ("page", "folder", "kept"),
    [
        ("News - The Paper.html", "News - The Paper_files", False),
        ("News.htm", "News-Dateien", False),
        ("News.xhtml", "News_archivos", False),
        ("News.html", "news_files", True),  # of another page
        ("News.html", "News", True),
        ("News.html", "News-annexes", True),
        ("News.txt", "News_files", True),
    ],
)
def test_what_a_browser_saves_beside_a_page_is_no_article(base, page, folder, kept):
    (base / "in" / page).write_text("<p>words", encoding="utf-8")
    frame = base / "in" / folder / "frames" / "ad.html"
    frame.parent.mkdir(parents=True)
    frame.write_text("<p>Win a cruise.", encoding="utf-8")
    there = names(Folder(path="in"), base)
    assert f"in/{page}" in there
    assert (f"in/{folder}/frames/ad.html" in there) is kept
    assert bool(Folder(path="in").at(base, frame)) is kept
    assert Folder(path="in").at(base, base / "in" / page)


def test_patterns_choose_by_name_or_path(base):
    assert names(Folder(path="in", include=("*.txt",)), base) == ["in/b.txt", "in/deep/er/c.txt"]
    assert names(Folder(path="in", include=("deep/*",)), base) == ["in/deep/er/c.txt"]
    assert names(Folder(path="in", exclude=("deep/*", "a.*")), base) == ["in/b.txt"]


def test_links_count_inside_the_folder(base):
    (base / "in/inner.txt").symlink_to(base / "in/b.txt")
    found = {one.path: one for one in Folder(path="in")(base)}["in/inner.txt"]
    assert isinstance(read_article(found, None), Document)


def test_what_is_no_file_of_the_folder_is_set_aside_unopened(base):
    (base / "in/outer.txt").symlink_to(base / "out.txt")
    (base / "in/circle.txt").symlink_to(base / "in/circle.txt")
    (base / "in/dangling.txt").symlink_to(base / "in/gone.txt")
    (base / "in/folder").symlink_to(base / "in/deep")
    (base / "in/device.txt").symlink_to("/dev/zero")
    os.mkfifo(base / "in/pipe.txt")
    (base / "in/.hidden-link").symlink_to(base / "out.txt")
    aside = {found.path: read_article(found, None) for found in Folder(path="in")(base)}
    reasons = {path: one.reason for path, one in aside.items() if isinstance(one, Quarantined)}
    assert reasons == {
        "in/circle.txt": "not opened: a link that leads nowhere",
        "in/dangling.txt": "not opened: a link that leads nowhere",
        "in/device.txt": "not opened: a link that leads out of the folder",
        "in/folder": "not opened: a link to a folder",
        "in/outer.txt": "not opened: a link that leads out of the folder",
        "in/pipe.txt": "not opened: a pipe, socket or device, no file",
    }
    assert not [path for path in aside if path.startswith("in/folder/")]


@pytest.mark.parametrize(
    ("path", "said"), [("nowhere", "no such folder"), ("out.txt", "is not a folder")]
)
def test_a_missing_folder_is_the_users_mistake(base, path, said):
    with pytest.raises(UserError, match=said):
        Folder(path=path)(base)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "empty"),
        (b" \r\n\t", "empty"),
        (b"\xef\xbb\xbf\n", "no words"),
        (b"--- 1 2 3 ---", "no words"),
        (b"\x89PNG\r\n\x1a\n" + bytes(64), "image"),
        (b"word " * 250_000, "characters"),
    ],
)
def test_what_is_no_article_is_set_aside_with_its_reason(article, content, said):
    aside = article(content)
    assert isinstance(aside, Quarantined)
    assert said in aside.reason
    assert aside.size == len(content)
    assert aside.revision


def test_a_huge_file_is_not_even_read(base):
    huge = base / "in/huge.txt"
    with huge.open("wb") as file:
        file.truncate(50_000_000)
    found = {one.path: one for one in Folder(path="in")(base)}["in/huge.txt"]
    aside = read_article(found, None)
    assert isinstance(aside, Quarantined)
    assert aside.reason == "too large: 50 MB, of at most 20 MB"
    assert aside.revision is None


def test_a_file_that_went_away_is_set_aside(base):
    found = Folder(path="in")(base)[0]
    found.file.unlink()
    aside = read_article(found, Supplied(title="Kept"))
    assert isinstance(aside, Quarantined)
    assert aside.reason.startswith("cannot be read")


def test_an_article_keeps_its_bytes_text_and_identity(article):
    data = "\ufeffFirst line.\r\nSecond {{ line }} <script>alert(1)</script>.\n".encode()
    document = article(data)
    assert isinstance(document, Document)
    assert document.text == data.decode("utf-8-sig")
    assert document.locator == document.path == "articles/article.txt"
    assert document.id == article(b"Other words here.").id
    assert document.revision != article(b"Other words.").revision
