"""A language that nobody wrote code for: a folder of lists makes texts in it quoted, dated and
attributed.
"""

import os
import shutil
from datetime import date
from pathlib import Path

import pytest
import yaml

from briefing.cli.entry import run_command
from briefing.language import wordlist
from briefing.languages import level_of, packs, printed_dates, told_codes
from tests.languages.paragraphs import read

LISTS = Path(__file__).parent / "italian"
ARTICLE = """\
Riapre il mulino

5 maggio 2026

Il mulino di Ormen è stato riaperto lunedì dopo che la ruota è stata riparata. La sindaca Anna Rossi \
ha detto che la riparazione costerà 12 000 euro. Ha aggiunto che il comune pagherà la metà.

Inoltre il ponte è chiuso da tre giorni. «Riaprirà presto», ha affermato il ministro Luca De Santis.
"""


def forget():
    """Forget what was read of the folders of languages."""
    remembered = (
        level_of,
        packs.pack_for,
        packs._load_pack,
        printed_dates.months_by_name,
        printed_dates.day_pattern,
        printed_dates.around_pattern,
        printed_dates.update_pattern,
    )
    for one in remembered:
        one.cache_clear()


@pytest.fixture
def italian(tmp_path, monkeypatch):
    """The languages of the package, and Italian beside them."""
    languages = tmp_path / "languages"
    shutil.copytree(wordlist._LANGUAGES, languages)
    shutil.copytree(LISTS, languages / "it")
    monkeypatch.setattr(wordlist, "_LANGUAGES", languages)
    forget()
    yield packs.pack_for("it")
    forget()


def test_a_folder_of_lists_is_a_language_of_level_1(italian):
    assert (italian.code, italian.level) == ("it", 1)
    assert "it" in told_codes()
    assert italian.stem_word("riparazioni") == italian.stem_word("riparazione")


@pytest.mark.usefixtures("italian")
def test_it_cuts_dates_and_attributes_by_its_lists():
    day = date(2026, 5, 5).isoformat()
    text = ARTICLE.split("\n\n")[2]
    reading = read(text, "it", day)
    spans = reading.passages[0].sentences
    assert len(spans) == 3
    assert [(text[one.start : one.end], one.edtf) for one in reading.dates] == [
        ("lunedì", "2026-05-04")
    ]
    assert [(one.speaker, one.role, one.carried) for one in reading.speech] == [
        ("Anna Rossi", "la sindaca", False),
        ("Anna Rossi", "la sindaca", True),
    ]
    assert packs.licensed_drafts(reading, spans[:1])
    assert not packs.licensed_drafts(reading, spans[2:])


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("Almeno dodici persone sono morte nel mulino.", {"dead": "12"}),
        ("Ci sono 2 morti e 3 feriti.", {"dead": "2", "injured": "3"}),
        ("Due delle dodici persone sono morte.", {}),
        ("12 persone sono morte o ferite.", {}),
        ("Dodici persone potrebbero essere morte.", {}),
    ],
)
def test_it_counts_people_by_its_lists(italian, text, counts):
    assert {one.quantity: one.value for one in italian.find_counts(read(text, "it"))} == counts


@pytest.mark.usefixtures("italian")
def test_a_brief_quotes_a_text_in_it(tmp_path, capfd):
    folder = tmp_path / "desk"
    (folder / "articles").mkdir(parents=True)
    (folder / "articles" / "mulino.txt").write_text(ARTICLE, encoding="utf-8")
    config = {
        "brief": {"title": "The mill"},
        "sources": [{"kind": "folder", "path": "articles"}],
        "sections": [
            {"slug": "mill", "title": "Mill", "terms": ["mulino", "riparazioni", "ponte"]}
        ],
        "outputs": [{"kind": "json"}],
    }
    path = folder / "config.yaml"
    path.write_text(yaml.safe_dump(config), encoding="utf-8")
    assert run_command(["build", "-c", os.fspath(path)]) == 0, capfd.readouterr().err
    brief = yaml.safe_load((folder / "output" / "brief.json").read_text(encoding="utf-8"))
    told = {
        one["text"]: one["citations"][0]["attribution"]["speaker"]
        for section in brief["sections"]
        for one in section["statements"]
    }
    spoken = "La sindaca Anna Rossi ha detto che la riparazione costerà 12 000 euro."
    assert any(text.startswith(spoken) for text, who in told.items() if who == "Anna Rossi")
    assert told["«Riaprirà presto», ha affermato il ministro Luca De Santis."] == "Luca De Santis"
    assert not any(text.startswith(("Ha aggiunto", "Inoltre")) for text in told)
    assert run_command(["verify", "-c", os.fspath(path)]) == 0
