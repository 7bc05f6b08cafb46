"""Who says what in five languages beside English: how much is right, wrong or left unsaid.

Each subject of `rows/speakers.yaml` is put into each of its language's sentences, and every second
one into each trap: a hundred sentences in which somebody speaks, and fifty in which nobody may be
said to.
"""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import yaml

from benchmarks.table import Table
from briefing.languages.packs import pack_for
from briefing.model import Document, Known, Passage, Reading

_FOLDER = Path(__file__).resolve().parent / "rows"
_ROWS = _FOLDER / "speakers.yaml"
_DAY = "2025-11-19"  # of the article whose sentences are rows of dates
_NOTES = (
    "right and wrong: sentences in which a speaker is named as the rows say, and otherwise",
    "unsaid: somebody speaks and nobody is named",
    "traps: sentences in which nobody may be named; caught are those in which somebody is",
    "precision: right of all in which somebody is named; recall: right of those with a speaker",
)


def sentences(code: str) -> Iterator[tuple[str, str]]:
    """Every sentence of a language with its speaker, "" for traps."""
    rows = yaml.safe_load(_ROWS.read_text(encoding="utf-8"))[code]
    for frame in rows["said"]:
        for subject, speaker in rows["subjects"]:
            yield _fill(frame, subject), speaker
    for frame in rows["traps"]:
        for subject, _ in rows["subjects"][::2]:
            yield _fill(frame, subject), ""


def _fill(frame: str, subject: str) -> str:
    opening = subject[:1].upper() + subject[1:]
    return frame.replace("{who}", subject).replace("{Who}", opening)


def find_speaker(code: str, text: str) -> str:
    """Whom the pack of a language takes for the speaker of a sentence, "" for nobody."""
    speech = read_sentence(code, text).speech
    return speech[0].speaker if speech else ""


def read_sentence(code: str, text: str, day: str = _DAY) -> Reading:
    """A sentence of an article of a day, as read by the pack of a language."""
    document = Document(
        id="d", locator="a.txt", path=None, url=None, revision="0", size=0, encoding="utf-8",
        text=text, language=code, published=Known(value=day, basis="stated"),
    )  # fmt: skip
    passage = Passage(
        document="d", number=1, start=0, end=len(text), kind="body", language=code,
        sentences=pack_for(code).split_sentences(text, 0, len(text)),
    )  # fmt: skip
    return pack_for(code).read_article(document, (passage,), ())


def judge(code: str) -> Counter[str]:
    """Count what is found in a language's sentences: right, wrong, unsaid, traps, caught."""
    found: Counter[str] = Counter()
    for text, speaker in sentences(code):
        said = find_speaker(code, text)
        if not speaker:
            found["caught" if said else "traps"] += 1
        elif not said:
            found["unsaid"] += 1
        else:
            found["right" if said.casefold() == speaker.casefold() else "wrong"] += 1
    return found


def judge_dates(code: str) -> Counter[str]:
    """Count what is made of `dates_CODE.txt`: right, wrong, open (a date that isn't placed), traps
    (nothing to place), caught (placed nevertheless).
    """
    found: Counter[str] = Counter()
    for line in (_FOLDER / f"dates_{code}.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        meant, text = line.split(" | ")
        placed = [one.edtf for one in read_sentence(code, text).dates if one.edtf]
        if meant == "-":
            found["caught" if placed else "traps"] += 1
        else:
            found["right" if placed == [meant] else "wrong" if placed else "open"] += 1
    return found


def tables() -> list[Table]:
    """A row a language: speakers, and dates where there are rows of them."""
    return [_speaker_table(), _date_table()]


def _date_table() -> Table:
    found = judge_dates("ru")
    named = found["right"] + found["wrong"] + found["caught"]
    names = ("right", "wrong", "open", "traps", "caught")
    row = ["ru", *(str(found[name]) for name in names), f"{found['right'] / named:.3f}"]
    return Table(title="Dates", head=("language", *names, "precision"), rows=[row])


def _speaker_table() -> Table:
    rows = []
    for code in ("ar", "de", "es", "fr", "ru"):
        found = judge(code)
        named = found["right"] + found["wrong"] + found["caught"]
        spoken = found["right"] + found["wrong"] + found["unsaid"]
        counts = (found[name] for name in ("right", "wrong", "unsaid"))
        rows.append(
            [
                code,
                *map(str, counts),
                str(found["traps"] + found["caught"]),
                str(found["caught"]),
                f"{found['right'] / named:.3f}",
                f"{found['right'] / spoken:.3f}",
            ]
        )
    head = ("language", "right", "wrong", "unsaid", "traps", "caught", "precision", "recall")
    return Table(title="Speakers", head=head, rows=rows, notes=_NOTES)
