"""Sentences and dates of languages beside English, on public sets that lie in a folder (`--data`).

    DIR/UD_Russian-PUD/*.conllu …          github.com/UniversalDependencies, CC BY-SA
    DIR/Recognizers-Text/Specs/DateTime …  github.com/microsoft/Recognizers-Text, MIT

Sentences: the 500 of news (their ids begin with n), five joined by a space as a paragraph. Dates:
the cases of dates and stretches alone (no times, durations, sets), each once. There a stretch ends
before the day that it names last, and one with a beginning alone has no end; both count as right
where ours names the same days, and so does an approximate month or year of ours that holds theirs.
"""

import json
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from benchmarks.languages import read_sentence
from benchmarks.table import Table
from briefing.language import edtf
from briefing.languages.packs import pack_for

_TREEBANKS = {"ar": "Arabic", "de": "German", "es": "Spanish", "fr": "French", "ru": "Russian"}
_SPECS = {
    "ar": ("DateParser", "DatePeriodParser"),
    "de": ("DateTimeModel",),
    "es": ("DateTimeModel", "DateParser", "DatePeriodParser"),
    "fr": ("DateTimeModel", "DateParser", "DatePeriodParser"),
}
_PARAGRAPH = 5
_NO_END = "9999"
_DAY = timedelta(days=1)

Days = tuple[str, str]


def tables(folder: Path) -> list[Table]:
    """Boundaries of sentences, and dates."""
    cut = [[code, *_judge_sentences(folder, code)] for code in _TREEBANKS]
    dated = [[code, *_judge_dates(folder, code)] for code in _SPECS]
    return [
        Table(title="Sentences", head=("language", "right", "wrong", "missed", "F1"), rows=cut),
        Table(
            title="Dates of others",
            head=("language", "cases", "answered", "right", "wrong of cases", "right of answered"),
            rows=dated,
        ),
    ]


def _news(folder: Path, code: str) -> list[str]:
    """The sentences of news of a treebank."""
    (file,) = sorted((folder / f"UD_{_TREEBANKS[code]}-PUD").glob("*.conllu"))
    found, name = [], ""
    for line in file.read_text(encoding="utf-8").splitlines():
        if line.startswith("# sent_id = "):
            name = line.removeprefix("# sent_id = ")
        if line.startswith("# text = ") and name.startswith("n"):
            found.append(line.removeprefix("# text = ").strip())
    return found


def _judge_sentences(folder: Path, code: str) -> list[str]:
    found: Counter[str] = Counter()
    news = _news(folder, code)
    for start in range(0, len(news), _PARAGRAPH):
        paragraph = news[start : start + _PARAGRAPH]
        text, ends, at = " ".join(paragraph), set(), 0
        for sentence in paragraph[:-1]:
            at += len(sentence)
            ends.add(at)
            at += 1
        cut = {one.end for one in pack_for(code).split_sentences(text, 0, len(text))[:-1]}
        found.update(right=len(ends & cut), wrong=len(cut - ends), missed=len(ends - cut))
    right, wrong, missed = found["right"], found["wrong"], found["missed"]
    score = 2 * right / (2 * right + wrong + missed)
    return [str(right), str(wrong), str(missed), f"{score:.4f}"]


def _cases(folder: Path, code: str) -> Iterator[tuple[str, str, list[Days]]]:
    """Text, day and meanings of each case of dates."""
    place = folder / "Recognizers-Text" / "Specs" / "DateTime" / _TREEBANKS[code]
    seen: set[str] = set()
    for name in _SPECS[code]:
        for case in json.loads((place / f"{name}.json").read_text(encoding="utf-8-sig")):
            kinds = {str(one.get("TypeName") or one.get("Type")) for one in case["Results"]}
            plain = {kind.rpartition(".")[2] for kind in kinds} <= {"date", "daterange"}
            day = case.get("Context", {}).get("ReferenceDateTime", "")[:10]
            if plain and kinds and day and case["Input"] not in seen:
                seen.add(case["Input"])
                meant = [days for one in case["Results"] for days in _meanings(one)]
                yield case["Input"], day, meant


def _meanings(result: dict[str, Any]) -> Iterator[Days]:
    """First and last days that a result may mean."""
    value = result.get("Value") or {}
    said = [value.get(name) or {} for name in ("FutureResolution", "PastResolution")]
    for one in [*said, *((result.get("Resolution") or {}).get("values") or ())]:
        day = one.get("date") or one.get("value")
        start = one.get("startDate") or one.get("start")
        end = one.get("endDate") or one.get("end")
        if day and day[:4].isdigit():
            yield day[:10], day[:10]
        elif start and end:
            yield start[:10], (date.fromisoformat(end[:10]) - _DAY).isoformat()
        elif start or end:
            yield str(start or end)[:10], _NO_END


def _judge_dates(folder: Path, code: str) -> list[str]:
    found: Counter[str] = Counter()
    for text, day, meant in _cases(folder, code):
        found["cases"] += 1
        closed = text if text.rstrip()[-1:] in ".!?" else f"{text}."
        placed = [one.edtf for one in read_sentence(code, closed, day).dates if one.edtf]
        if placed:
            right = all(any(_means(one, days) for days in meant) for one in placed)
            found["right" if right else "wrong"] += 1
    answered = found["right"] + found["wrong"]
    return [
        str(found["cases"]),
        str(answered),
        str(found["right"]),
        f"{found['wrong'] / found['cases']:.4f}",
        f"{found['right'] / answered:.3f}",
    ]


def _means(said: str, days: Days) -> bool:
    """Whether a date of ours names the days of theirs."""
    first, last = edtf.bounds(said)
    start, end = days
    if end == _NO_END:
        return start in {first.isoformat(), (last + _DAY).isoformat()}
    if "~" in said and start == end:
        return first.isoformat() <= start <= last.isoformat()
    named_last = edtf.bounds(said.rpartition("/")[2])[0]
    ends = (
        {last.isoformat(), (named_last - _DAY).isoformat()} if "/" in said else {last.isoformat()}
    )
    return first.isoformat() == start and end in ends
