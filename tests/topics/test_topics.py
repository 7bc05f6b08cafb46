"""A topic in each language that a brief can be made in, and one brief of sources in three: made,
verified, and in no word of the frame English. The events, places and persons are invented but for
those of the five articles that the last one retells.
"""

import json
import re
import shutil
from pathlib import Path

import pytest

from briefing import cli
from briefing.language.phrases import read_phrases

HERE = Path(__file__).resolve().parent
SEEDS = HERE.parent.parent / "seeds"
CODES = ("ar", "de", "es", "fr", "ru")
ENGLISH = read_phrases("en")
# Phrases of two words or more, slots aside, that no other language says alike.
SAID = sorted(
    {
        words
        for phrase in ENGLISH.texts.values()
        for text in ([phrase] if isinstance(phrase, str) else phrase.values())
        for words in re.split(r"{\w+}", text)
        if re.search(r"[a-z]{3,} [a-z]{2,}", words)
    }
)


def make(code: str, folder: Path, *formats: str) -> dict:
    """Build a topic in `folder` and verify it; the parsed brief.json."""
    shutil.copytree(HERE / code, folder, dirs_exist_ok=True)
    arguments = ["--config", str(folder / "config.yaml")]
    assert cli.run_command(["build", *arguments, "--formats", ",".join((*formats, "json"))]) == 0
    assert cli.run_command(["verify", *arguments]) == 0
    return json.loads((folder / "output/brief.json").read_bytes())


def told_in(brief: dict) -> list[dict]:
    return [one for section in brief["sections"] for one in section["statements"]]


@pytest.mark.parametrize("code", CODES)
def test_a_brief_is_in_its_language_throughout(code, tmp_path):
    brief = make(code, tmp_path, "markdown", "html")
    words = read_phrases(code)
    assert len(told_in(brief)) >= 12
    assert len({one["citations"][0]["source"] for one in told_in(brief)}) >= 6
    for name in ("brief.md", "brief.html"):
        text = (tmp_path / "output" / name).read_text(encoding="utf-8")
        assert [phrase for phrase in SAID if phrase.strip(" .,:;“”()") in text] == []
    page = (tmp_path / "output/brief.html").read_text(encoding="utf-8")
    assert f'<html lang="{code}" dir="{words.direction}">' in page
    markdown = (tmp_path / "output/brief.md").read_text(encoding="utf-8")
    for key in ("bottom_line", "differences", "gaps", "sources", "evidence"):
        assert f"\n## {words.say(key)}\n" in markdown
    plain = " ".join(markdown.replace("\\", "").split())
    assert all(" ".join(gap["text"].split()) in plain for gap in brief["gaps"])


def test_an_arabic_brief_runs_from_right_to_left_in_every_format(tmp_path):
    make("ar", tmp_path, "html", "docx")
    page = (tmp_path / "output/brief.html").read_text(encoding="utf-8")
    assert "border-right: 4px solid" in page
    assert 'text-anchor="end"' in page
    import docx

    document = docx.Document(tmp_path / "output/brief.docx")
    shown = [one for one in document.paragraphs if one.text.strip()]
    assert all(one._p.pPr.find(f"{{{one._p.nsmap['w']}}}bidi") is not None for one in shown)
    assert all("bidiVisual" in one._tbl.xml for one in document.tables)


def test_sources_in_three_languages_make_one_brief(tmp_path):
    shutil.copytree(SEEDS, tmp_path / "seeds")
    brief = make("mixed", tmp_path, "markdown", "html")
    tongues = {one["id"]: one["language"] for one in brief["sources"]}
    told = told_in(brief)
    languages = [tongues[one["citations"][0]["source"]] for one in told]
    assert set(languages) == {"en", "ar", "ru"}
    for one, language in zip(told, languages, strict=True):
        others = {tongues[cited["source"]] for cited in one["citations"]} - {language}
        assert not others, "no two languages say the same without the desk"
    opening = [one for one in told if one["id"] in brief["bottom_line"]]
    assert opening
    assert {tongues[one["citations"][0]["source"]] for one in opening} == {"en"}
    markdown = (tmp_path / "output/brief.md").read_text(encoding="utf-8")
    rows = [row for row in markdown.splitlines() if row.startswith("- **")]
    for label, letters in (("in Arabic", "[\u0621-\u064a]{3}"), ("in Russian", "[а-я]{3}")):
        marked = [row for row in rows if f"· {label} ·" in row]
        assert marked
        assert all(re.search(letters, row) for row in marked)
    actors = {one["name"]: one for one in brief["actors"]}
    assert {"يونس بك يفكوروف", "Юнус-бек Евкуров"} <= set(actors["Yunus-Bek Yevkurov"]["aliases"])
    dated = {tongues[row["citations"][0]["source"]] for row in brief["timeline"]}
    assert dated >= {"en", "ar"}
    assert {"Damascus", "Hmeimim", "Tartus"} <= {one["name"] for one in brief["places"]}
    page = (tmp_path / "output/brief.html").read_text(encoding="utf-8")
    assert '<p class="what" lang="ar" dir="rtl">' in page
    assert '<p class="what" lang="ru">' in page


def values_by_topic(brief: dict) -> dict[str, list[str]]:
    return {
        row["topic"]: [one["value"] for one in row["positions"]] for row in brief["disagreements"]
    }


def test_dates_and_counts_of_five_languages_stand_in_one_timeline_and_one_difference(tmp_path):
    brief = make("ferry", tmp_path, "markdown")
    assert values_by_topic(brief) == {"How many died": ["29", "44"]}
    tongues = {one["id"]: one["language"] for one in brief["sources"]}
    (row,) = brief["disagreements"]
    cited = [{tongues[c["source"]] for c in one["citations"]} for one in row["positions"]]
    assert cited == [{"ar"}, {"de", "ru"}]
    dated = {(one["date"], tongues[one["citations"][0]["source"]]) for one in brief["timeline"]}
    assert "2025-03-03" in {day for day, _ in dated}
    assert {language for _, language in dated} == {"ar", "de", "en", "fr", "ru"}
    assert dated >= {
        ("2025-03-07", "ru"),
        ("2025-03-09", "ar"),
        ("2025-03-10", "de"),
        ("2025-03-11", "fr"),
    }


@pytest.mark.parametrize("code", CODES)
def test_a_difference_of_counts_is_asked_in_the_language_of_the_brief(code, tmp_path):
    shutil.copytree(HERE / "ferry", tmp_path, dirs_exist_ok=True)
    config = tmp_path / "config.yaml"
    told = config.read_text(encoding="utf-8").replace("language: en", f"language: {code}")
    config.write_text(told, encoding="utf-8")
    assert cli.run_command(["build", "-c", str(config), "--formats", "markdown,json"]) == 0
    markdown = (tmp_path / "output/brief.md").read_text(encoding="utf-8")
    assert f"| {read_phrases(code).say('noted_dead')} |" in markdown
    assert "How many" not in markdown


def test_a_forged_count_of_another_language_is_found_out(tmp_path, capfd):
    make("ferry", tmp_path, "markdown")
    forged = tmp_path / "output/brief.json"
    forged.write_text(
        forged.read_text(encoding="utf-8").replace('"value": "29"', '"value": "92"'), "utf-8"
    )
    assert cli.run_command(["verify", "--config", str(tmp_path / "config.yaml")]) == 1
    assert "How many died" in capfd.readouterr().out
