"""Rows that a translator can add: what the lists of a language must find, and what they must leave.

`sentences.yaml` holds paragraphs as their sentences; `dates.yaml` what a sentence of an article that
appeared on a `day` says of days (none is a trap, null a date that nobody can place); `speakers.yaml`
who says a sentence, and in what role ("" where nobody can be told); `counts.yaml` how many of whom
it counts; `alone.yaml` whether a sentence
may be told by itself.
"""

from pathlib import Path
from typing import Any

import pytest
import yaml

from briefing.languages import packs
from briefing.model import Pinned
from briefing.offer.candidates import offer_candidates
from tests.languages.paragraphs import lay_out, read

HERE = Path(__file__).parent
CODES = ("ar", "de", "es", "fr", "ru")
FEWEST = 60  # rows of a language
TRAPS = 0.25  # of its dates and speakers


def rows(code: str, file: str) -> list[Any]:
    found = yaml.safe_load((HERE / code / f"{file}.yaml").read_text(encoding="utf-8"))
    assert isinstance(found, list)
    return found


def every(file: str) -> list[Any]:
    return [
        pytest.param(code, row, id=f"{code}-{number}")
        for code in CODES
        for number, row in enumerate(rows(code, file), start=1)
    ]


@pytest.mark.parametrize(("code", "row"), every("sentences"))
def test_a_paragraph_is_cut_where_its_sentences_end(code, row):
    text = " ".join(row)
    spans = packs.pack_for(code).split_sentences(text, 0, len(text))
    assert [text[span.start : span.end] for span in spans] == row


@pytest.mark.parametrize(("code", "row"), every("dates"))
def test_dates_are_found_and_placed(code, row):
    text = row["said"]
    found = {text[one.start : one.end]: one.edtf for one in read(text, code, row["day"]).dates}
    assert found == row["dates"]


@pytest.mark.parametrize(("code", "row"), every("speakers"))
def test_who_speaks_is_told_or_left_unsaid(code, row):
    speech = read(row["said"], code).speech
    found = (speech[0].speaker, speech[0].role) if speech else ("", "")
    assert found == (row["speaker"], row.get("role", ""))


@pytest.mark.parametrize(("code", "row"), every("counts"))
def test_people_are_counted_where_it_is_certain(code, row):
    found = packs.pack_for(code).find_counts(read(row["said"], code, "2025-11-19"))
    assert {one.quantity: int(one.value) for one in found} == row["counts"]
    assert any(one.floor for one in found) is row.get("floor", False)


@pytest.mark.parametrize(("code", "row"), every("counts"))
def test_a_toll_is_the_one_number_of_the_dead(code, row):
    assert packs.pack_for(code).read_toll(row["said"]) == row["counts"].get("dead")


@pytest.mark.parametrize(("code", "row"), every("alone"))
def test_what_hangs_on_another_sentence_is_not_told_alone(code, row):
    reading = read(row["said"], code)
    sentences = reading.passages[0].sentences
    told = packs.licensed_drafts(reading, sentences[:1])
    assert bool(told) is row["alone"]


@pytest.mark.parametrize("code", CODES)
def test_every_language_has_rows_enough_and_traps_among_them(code):
    files = {
        file: rows(code, file) for file in ("sentences", "dates", "speakers", "counts", "alone")
    }
    assert sum(map(len, files.values())) >= FEWEST
    dated, spoken = files["dates"], files["speakers"]
    assert sum(not row["counts"] for row in files["counts"]) >= TRAPS * len(files["counts"])
    assert sum(not any(row["dates"].values()) for row in dated) >= TRAPS * len(dated)
    assert sum(not row["speaker"] for row in spoken) >= TRAPS * len(spoken)


WHOLE = ("uk", "zh")  # languages of which whole paragraphs are told


def whole_rows(file: str) -> list[Any]:
    return [
        pytest.param(code, row, id=f"{code}-{number}")
        for code in WHOLE
        for number, row in enumerate(rows(code, file), start=1)
    ]


@pytest.mark.parametrize(("code", "row"), whole_rows("alone"))
def test_a_whole_paragraph_is_told_or_left(code, row):
    reading = read(row["said"], code)
    (whole,) = reading.passages[0].sentences
    told = packs.licensed_drafts(reading, (whole,))
    assert [one.text for one in told] == ([row["said"]] if row["alone"] else [])


@pytest.mark.parametrize(("code", "row"), whole_rows("names"))
def test_a_pinned_name_is_found_in_its_forms(code, row):
    bare = lay_out(row["said"], code)
    pins = (Pinned(name=row["pin"], kind="place"),)
    reading = packs.read_article(bare.document, bare.passages, pins)
    found = [row["said"][one.start : one.end] for one in reading.mentions]
    assert found == ([row["found"]] if row["found"] else [])


@pytest.mark.parametrize("code", WHOLE)
def test_a_language_of_whole_paragraphs_has_rows_and_traps(code):
    alone, names = rows(code, "alone"), rows(code, "names")
    assert len(alone) + len(names) >= FEWEST
    assert sum(not row["alone"] for row in alone) >= TRAPS * len(alone)
    assert sum(not row["found"] for row in names) >= TRAPS * len(names)


CARRIED = {
    "ar": "قالت مديرة الميناء سلمى حداد إن الرصيف مغلق. وأضافت أن العمل سيبدأ في مايو.",
    "de": "Hafendirektorin Vera Lohr sagte, der Kai sei gesperrt. Sie ergänzte, dass man bald beginne.",
    "es": "La directora Vera Lorca dijo que el muelle está cerrado. Añadió que abrirá en mayo.",
    "fr": "La directrice Vera Lorin a dit que le quai était fermé. Elle a ajouté qu’il rouvrirait.",
    "ru": "Директор Вера Лосева сказала, что причал закрыт. Она добавила, что его откроют в мае.",
}


@pytest.mark.parametrize("code", CODES)
def test_whoever_spoke_last_goes_on(code):
    first, second = read(CARRIED[code], code).speech
    assert (first.speaker, first.carried) == (second.speaker, False)
    assert second.carried


@pytest.mark.parametrize("code", CODES)
def test_nobody_goes_on_whose_words_another_sentence_parts(code):
    one, other = CARRIED[code].split(". ", 1)
    between = {
        "ar": "عاد الهدوء",
        "de": "Es ist still",
        "es": "Hay calma",
        "fr": "Le calme règne",
        "ru": "Стало тихо",
    }
    found = read(f"{one}. {between[code]}. {other}", code).speech
    assert [speech.carried for speech in found] == [False]


DENIED = {
    "ar": "قال الحاكم إن القوات دخلت المدينة. ونفى الجيش دخول أي قوات إلى المدينة.",
    "de": "Der Gouverneur sagte, die Truppen seien in der Stadt. Das bestritt die Armee am Abend.",
    "es": "El gobernador dijo que las tropas entraron en la ciudad. Pero el Ejército lo negó ayer.",
    "fr": "Le gouverneur a dit que les troupes étaient en ville. Mais l’armée a démenti le soir.",
    "ru": "Губернатор заявил, что войска вошли в город. Однако армия это опровергла вечером.",
}


@pytest.mark.parametrize("code", CODES)
def test_a_claim_is_not_told_without_its_denial(code):
    reading = read(DENIED[code], code)
    claim, denial = reading.passages[0].sentences
    assert packs.find_answer(reading, claim) == denial
    assert packs.find_answer(reading, denial) is None
    assert packs.leaves_answer_out(reading, (claim,))
    assert not packs.leaves_answer_out(reading, (claim, denial))
    told = offer_candidates(reading, lambda _: ())
    assert all(denial.end <= one.statement.citations[-1].end for one in told), [
        one.statement.text for one in told
    ]
