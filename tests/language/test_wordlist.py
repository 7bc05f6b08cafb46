"""Word lists and patterns as data."""

from collections import Counter
from pathlib import Path

import pytest

from briefing.language import wordlist

LANGUAGES = Path(wordlist.__file__).resolve().parents[1] / "languages"
FILES = sorted(path for path in LANGUAGES.rglob("*.txt") if not path.stem.endswith("patterns"))


@pytest.fixture
def written(tmp_path, monkeypatch):
    """A function that writes a file of the made-up language `xx`."""
    monkeypatch.setattr(wordlist, "_LANGUAGES", tmp_path)
    (tmp_path / "xx").mkdir()

    def write(text, name="list"):
        (tmp_path / "xx" / f"{name}.txt").write_text(text, encoding="utf-8")

    return write


def test_entries_keep_their_order_and_comments_dont_count(written):
    written("# what it is\n\n  zwei \neins\n  # more\ndrei # of three\n")
    found = wordlist.read("xx", "list")
    assert found.entries() == ("zwei", "eins", "drei # of three")
    assert found.words() == {"zwei", "eins", "drei # of three"}


def test_sections_are_apart_and_together(written):
    written("alone\n[he]\nherr\n[she]\nfrau\n[none]\n")
    found = wordlist.read("xx", "list")
    assert found.entries() == ("alone",)
    assert found.entries("he") == ("herr",)
    assert found.entries("none") == ()
    assert found.words("he", "she") == {"herr", "frau"}
    assert found.words() == {"alone", "herr", "frau"}
    with pytest.raises(KeyError, match=r"xx/list\.txt has no section \[it\]"):
        found.entries("it")


def test_rows_and_tables_have_columns(written):
    written("say | says |  said\nadd\nfive | 5\n")
    found = wordlist.read("xx", "list")
    assert found.rows() == (("say", "says", "said"), ("add",), ("five", "5"))
    assert found.table() == {"say": "says", "add": "", "five": "5"}


def test_patterns_are_built_of_lists_and_of_each_other(written):
    written("# p\nday = [0-9]{1,2}\ndate = {day}[ ]\n  {months}\n", "patterns")
    found = wordlist.patterns("xx", "patterns", months=["mai", "m.", "maius"])
    assert found["date"].fullmatch("31 maius")
    assert found["date"].fullmatch("3 m.")
    assert not found["date"].fullmatch("3 mx")
    assert set(found) == {"day", "date"}


def test_a_list_matches_the_longest_first(written):
    written("word = {words}", "patterns")
    found = wordlist.patterns("xx", "patterns", words=["in", "in short"])
    assert found["word"].match("in short").end() == len("in short")


@pytest.mark.parametrize(
    ("text", "error"),
    [("no pattern here", ValueError), ("a b = x", ValueError), ("a = {missing}", KeyError)],
)
def test_a_wrong_pattern_is_refused(written, text, error):
    written(text, "patterns")
    with pytest.raises(error):
        wordlist.patterns("xx", "patterns")


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(LANGUAGES).as_posix())
def test_no_entry_of_a_shipped_list_stands_twice(path):
    code, name = path.relative_to(LANGUAGES).with_suffix("").as_posix().split("/", 1)
    for section, entries in wordlist.read(code, name).sections.items():
        twice = [entry for entry, count in Counter(entries).items() if count > 1]
        assert not twice, f"{path} [{section}]"


@pytest.mark.parametrize("remark", ["", "# what they are\n", "zwei drei\n", "\tdrei\n"])
def test_bare_words_are_cut_as_lines_are(written, remark):
    written(f"[a]\neins\n\nzwei\n{remark}vier\n")
    told = remark.strip() if remark[:1] != "#" else ""
    assert wordlist.read("xx", "list").entries("a") == tuple(
        filter(None, ("eins", "zwei", told, "vier"))
    )
