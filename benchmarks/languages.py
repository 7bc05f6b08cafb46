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
from briefing.model import Document, Passage

_ROWS = Path(__file__).resolve().parent / "rows" / "speakers.yaml"
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
    document = Document(
        id="d", locator="a.txt", path=None, url=None, revision="0", size=0, encoding="utf-8",
        text=text, language=code,
    )  # fmt: skip
    passage = Passage(
        document="d", number=1, start=0, end=len(text), kind="body", language=code,
        sentences=pack_for(code).split_sentences(text, 0, len(text)),
    )  # fmt: skip
    speech = pack_for(code).read_article(document, (passage,), ()).speech
    return speech[0].speaker if speech else ""


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


def tables() -> list[Table]:
    """The one table: a row a language."""
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
    return [Table(title="Speakers", head=head, rows=rows, notes=_NOTES)]
