"""What is told in another language than the brief's: in the original, marked, and beside it the
desk's own translation where the analyst's file has one."""

import json
import re
import zipfile

import pytest

from briefing.settings.analyst import read_analyst
from briefing.settings.seals import passage_seal
from tests.projects.desk import statements

PATH = "articles/x_arabic.txt"
FIRST = "أغلقت هيئة الميناء الرصيف الشمالي يوم 3 نوفمبر 2025 بعد العاصفة."
SECOND = "وقالت الهيئة إن ثلاث سفن شحن تنتظر خارج الميناء منذ يوم الأحد."
PASSAGE = f"{FIRST} {SECOND}"
ARTICLE = f"الرصيف الشمالي مغلق\n\n{PASSAGE}\n"
ENGLISH = "The port authority closed the northern quay on 3 November 2025 after the storm."


@pytest.fixture
def foreign(desk):
    """A desk with an Arabic article whose section tells it whole."""
    (desk.folder / PATH).write_text(ARTICLE, encoding="utf-8")
    config = desk.folder / "config.yaml"
    text = config.read_text(encoding="utf-8")
    section = "sections:\n  - {slug: arabic, title: Arabic, terms: [هيئة]}\n"
    text = text.replace("sections:\n", section).replace("kind: html}", "kind: html}, {kind: docx}")
    config.write_text(text, encoding="utf-8")
    return desk


def entry(words: str = "", seal: str | None = None, by: str = "N. Hart") -> str:
    quote = f", quote: {json.dumps(words, ensure_ascii=False)}" if words else ""
    return (
        f"translations: [{{path: {PATH}, passage: 2, hash: {seal or passage_seal(PASSAGE)}{quote}, "
        f'text: "{ENGLISH}", by: {by}}}]\n'
    )


def told(brief):
    return [one for one in statements(brief) if one["text"].startswith("أغلقت")]


def test_a_statement_in_another_language_is_marked_everywhere(foreign):
    brief = foreign.build("--formats", "markdown,html,docx,json")
    (one,) = told(brief)
    assert FIRST in one["text"]
    assert "translations" not in one
    output = foreign.folder / "output"
    markdown = (output / "brief.md").read_text(encoding="utf-8")
    (line,) = [row for row in markdown.splitlines() if row.startswith("- **") and FIRST in row]
    assert "· in Arabic ·" in line
    page = (output / "brief.html").read_text(encoding="utf-8")
    assert re.search(rf'<p class="what" lang="ar" dir="rtl">.*{FIRST[:20]}', page)
    words = zipfile.ZipFile(output / "brief.docx").read("word/document.xml").decode()
    assert 'w:bidi="ar"' in words
    assert "in Arabic" in words


@pytest.mark.parametrize("words", ["", FIRST])
def test_the_desks_translation_stands_beside_it_as_the_desks(foreign, words):
    foreign.analyst(entry(words))
    brief = foreign.build("--strict", "--formats", "markdown,html,docx,json")
    (one,) = told(brief)
    whole = one["text"] != PASSAGE and not words
    (given,) = one["translations"]
    assert given == {"citation": 0, "text": ENGLISH, "by": "N. Hart", "whole": whole}
    whose = "the desk’s translation of the whole paragraph" if whole else "the desk’s translation"
    output = foreign.folder / "output"
    for name in ("brief.md", "brief.html"):
        text = (output / name).read_text(encoding="utf-8")
        assert ENGLISH in text
        assert f"({whose}: N. Hart)" in text
    document = zipfile.ZipFile(output / "brief.docx").read("word/document.xml").decode()
    assert ENGLISH in document
    assert foreign.run("verify")[0] == 0


def test_the_command_writes_a_translation_that_the_next_build_prints(foreign):
    place = ("translate", f"{PATH}:2", "--by", "N. Hart")
    assert foreign.run(*place, "--text", "Wrong.")[0] == 0
    code, out, err = foreign.run(*place, "--text", ENGLISH)
    assert (code, out, err) == (0, f"analyst.yaml: translated passage 2 of {PATH}\n", "")
    (one,) = told(foreign.build("--strict", "--formats", "json"))
    assert [(given["text"], given["by"]) for given in one["translations"]] == [(ENGLISH, "N. Hart")]
    foreign.run(*place[:1], one["id"], "--by", "R. Moor", "--text", "Closed.", "--quote", FIRST)
    entries = read_analyst(foreign.folder, sections=None).file.translations
    assert [(entry.by, entry.quote) for entry in entries] == [("N. Hart", ""), ("R. Moor", FIRST)]


@pytest.mark.parametrize(
    ("what", "more", "said"),
    [
        (f"{PATH}:2", ("--quote", "other words"), "does not say 'other words'"),
        ("articles/a_gazette.txt:3", (), "is in the brief's own language: nothing to translate"),
        (f"{PATH}:9", (), "the source has no such passage"),
    ],
)
def test_what_cannot_be_translated_is_refused_and_nothing_written(foreign, what, more, said):
    code, out, err = foreign.run("translate", what, "--text", "x", "--by", "y", *more)
    assert (code, said in out + err) == (2, True), (out, err)
    assert not (foreign.folder / "analyst.yaml").exists()


def test_a_stale_translation_is_warned_of_and_not_printed(foreign):
    foreign.analyst(entry(seal="0123456789ab"))
    code, out, err = foreign.run("build", "--formats", "markdown,json")
    assert code == 0
    assert "stale: passage 2 of articles/x_arabic.txt has changed" in out + err
    assert "translations" not in told(foreign.brief())[0]
    assert ENGLISH not in (foreign.folder / "output/brief.md").read_text(encoding="utf-8")


def test_words_that_the_passage_does_not_have_are_not_translated(foreign):
    foreign.analyst(entry("كلمات أخرى"))
    _, out, err = foreign.run("build", "--formats", "json")
    assert "does not say" in out + err
    assert "translations" not in told(foreign.brief())[0]


def test_a_forged_translation_is_refused_while_the_analysts_file_is_at_hand(foreign):
    foreign.analyst(entry(FIRST))
    foreign.build("--formats", "json")
    forged = foreign.brief()
    one = told(forged)[0]
    one["translations"][0]["text"] = "The port authority opened the northern quay."
    path = foreign.folder / "forged.json"
    path.write_text(json.dumps(forged, ensure_ascii=False), encoding="utf-8")
    code, out, err = foreign.run("verify", str(path))
    assert code == 1
    assert "translation" in out + err


def test_what_is_told_in_the_briefs_own_language_gets_none(foreign):
    text = (foreign.folder / "articles/a_gazette.txt").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line.strip()]
    place = next(n for n, line in enumerate(lines, 1) if line.startswith("In November 2024"))
    foreign.analyst(
        f"translations: [{{path: articles/a_gazette.txt, passage: {place}, "
        f"hash: {passage_seal(lines[place - 1])}, text: Words., by: N. Hart}}]\n"
    )
    brief = foreign.build("--formats", "json")
    assert not any("translations" in one for one in statements(brief))


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ('text: " ", by: N. Hart', "the translation is blank"),
        ('text: Words, by: ""', "say who translated it"),
        ("text: Words", "by"),
    ],
)
def test_a_translation_says_something_and_whose_it_is(foreign, given, said):
    foreign.analyst(f"translations: [{{path: {PATH}, passage: 2, {given}}}]\n")
    code, out, err = foreign.run("build", "--formats", "json")
    assert code == 2
    assert said in out + err


def test_no_two_languages_say_the_same(foreign):
    russian = "Управление порта закрыло северный причал 3 ноября 2025 года после шторма."
    (foreign.folder / "articles/y_russian.txt").write_text(
        f"Северный причал закрыт\n\n{russian}\n", encoding="utf-8"
    )
    config = foreign.folder / "config.yaml"
    text = config.read_text(encoding="utf-8")
    config.write_text(text.replace("terms: [هيئة]", "terms: [هيئة, порт]"), encoding="utf-8")
    brief = foreign.build("--formats", "json")
    section = brief["sections"][0]
    assert {one["text"][:8] for one in section["statements"]} >= {FIRST[:8], russian[:8]}
    for one in section["statements"]:
        assert {cited["role"] for cited in one["citations"]} == {"basis"}
        assert one["support"] == []
