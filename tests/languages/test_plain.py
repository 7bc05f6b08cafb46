"""What holds of packs that are data, whatever the text."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.language import edtf
from briefing.language.following import following_sentence
from briefing.languages import packs
from tests.languages.paragraphs import read

CODES = ("ar", "de", "es", "fr", "ru", "uk", "zh")
PIECES = st.sampled_from(
    [
        "Он сказал, что порт закрыт.", "15 ноября 2025 года", "в понедельник", "«", "»", "„", "“", '"',
        "г.", "Dr. Weber sagte, ", "am 3. März", "a déclaré", "le ministre", "El ministro dijo que",
        "قال الوزير إن", "الميناء مغلق.", "يوم الاثنين", "部长说。", "...", "…", "?", "!", ". ", " ", "\n",
        "(", ")", "[", "12.", "31.02.2025", "99 ноября", "0", "\u00a0", "\u200f", "по", "bis", "y", "et",
        "29 февраля", "del 5 al 1 de marzo", "9999", "20255", "Х" * 90,
    ]
)  # fmt: skip
NEAR = st.sampled_from(
    [
        "Die Wahl findet am Montag statt.", "Sie kamen am Dienstag an.", "vor zwei Wochen", "in drei Jahren",
        "nächsten Monat", "le 3 janvier prochain", "Il viendra lundi.", "la semaine dernière", "dans deux ans",
        "El lunes votará el Congreso.", "hace tres meses", "el próximo año", "В понедельник пройдут выборы.",
        "две недели назад", "через месяц", "в прошлом году", "منذ أسبوعين", "ستجرى الانتخابات يوم الاثنين.",
        "العام المقبل", "am 1. Januar", "31 de diciembre", "gestern", "demain", "завтра", "أمس", "im Januar",
    ]
)  # fmt: skip
TEXTS = st.one_of(st.lists(PIECES, max_size=30).map(" ".join), st.text(max_size=300))


@pytest.mark.parametrize("code", CODES)
@given(text=TEXTS)
def test_sentences_hold_every_visible_character_once(code, text):
    spans = packs.pack_for(code).split_sentences(text, 0, len(text))
    if packs.pack_for(code).level:
        assert all(text[one.start : one.end].strip() == text[one.start : one.end] for one in spans)
        assert all(one.start < one.end for one in spans)
    assert all(one.end <= other.start for one, other in itertools.pairwise(spans))
    held = "".join(text[one.start : one.end] for one in spans)
    assert "".join(held.split()) == "".join(text.split())


@pytest.mark.parametrize("code", CODES)
@given(text=TEXTS)
def test_whatever_is_read_stands_in_the_text_and_nothing_raises(code, text):
    reading = read(text, code)
    for one in (*reading.dates, *reading.mentions, *reading.speech):
        assert 0 <= one.start < one.end <= len(text)
    for one in reading.speech:
        assert one.speaker.strip()
        assert all(0 <= span.start < span.end <= len(text) for span in (one.cue, *one.evidence))
    overlapping = zip(reading.dates, reading.dates[1:], strict=False)
    assert all(one.end <= other.start for one, other in overlapping)


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
@pytest.mark.parametrize("code", CODES)
@given(text=st.lists(NEAR, max_size=8).map(" ".join))
def test_dates_counted_past_the_ends_of_the_calendar_stay_open(code, day, text):
    for one in read(text, code, day).dates:
        assert one.edtf is None or edtf.is_valid(one.edtf)


@pytest.mark.parametrize("code", CODES)
@given(text=TEXTS)
def test_what_is_told_is_told_as_it_stands(code, text):
    reading = read(text, code)
    before = ()
    for sentence in reading.passages[0].sentences:
        for draft in packs.licensed_drafts(reading, (sentence,), before):
            assert draft.text == text[sentence.start : sentence.end]
            assert not draft.changes
            assert "[" not in draft.text
        assert packs.attribute_sentences(reading, (sentence,)).kind in {
            "reported",
            "claim",
            "judgement",
        }
        following_sentence(reading, reading.passages[0], sentence)
        before = (sentence,)


@pytest.mark.parametrize("code", CODES)
def test_time_grows_with_the_text(code):
    long = (
        "Он сказал, что порт закрыт до 15 ноября. قال الوزير. Der Minister sagte am 3. März, es. "
        * 400
    )
    assert read(long, code).passages
    assert read("«" * 20_000, code).passages
    assert read("а" * 15_000 + ".", code).passages
    assert read("12 " * 6_000, code).passages
