"""What the program adds, held against rows that people labelled: how much is right, wrong or left open.

Rows lie in `rows/`, each with its source and licence in the head of its file. They are parted by
article into `tune` and `test`; earlier rules had seen both. In the two wrong ones of `test` people
and article differ. Figures depend on no machine; the tests hold their floors.
"""

from collections import Counter
from pathlib import Path

from benchmarks.table import Table
from briefing import split
from briefing.language import edtf
from briefing.languages.en import reading
from briefing.model import Document, Known

_ROWS = Path(__file__).resolve().parent / "rows"
_WIDE = 400  # days: an answer that holds the right one and is no wider is right, if less exact


def rows(name: str) -> list[list[str]]:
    """The rows of `rows/NAME.txt`, cut into their columns."""
    lines = (_ROWS / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return [line.split(" | ") for line in lines if line and not line.startswith("#")]


def dates(half: str) -> Counter[str]:
    """How many date expressions of one half are `right`, `wrong` or `open` (not found or not placed)."""
    found: Counter[str] = Counter()
    for row in rows("dates"):
        if row[0] == half:
            found[_dated(*row[2:])] += 1
    return found


def _dated(day: str, expression: str, meant: str, sentence: str) -> str:
    document = Document(
        id="d", locator="a.txt", path=None, url=None, revision="0", size=0, encoding="utf-8",
        text=sentence, language="en", published=Known(value=day, basis="supplied"),
    )  # fmt: skip
    start = sentence.find(expression)
    end = start + len(expression)
    said = [
        one
        for one in reading.read(document, split.split(document), ()).dates
        if one.start < end and start < one.end
    ]
    if not said or said[0].edtf is None:
        return "open"
    return "right" if _agree(said[0].edtf, meant) else "wrong"


def _agree(answer: str, meant: str) -> bool:
    """Whether one of two dates lies in the other, an answer that is far too wide aside."""
    if not edtf.valid(meant):
        return False
    (first, last), (begin, end) = edtf.bounds(answer), edtf.bounds(meant)
    within = begin <= first and last <= end
    around = first <= begin and end <= last and (last - first).days <= _WIDE
    return within or around


def tables() -> list[Table]:
    """One table: a row for each thing measured and each half."""
    made = []
    for half in ("tune", "test"):
        found = dates(half)
        total = sum(found.values())
        cells = [f"{found[key]} ({found[key] / total:.1%})" for key in ("right", "wrong", "open")]
        made.append([f"dates, {half}", str(total), *cells])
    notes = ["English Wikinews by sentence, dates of the GUM corpus; `rows/` says whose they are."]
    return [
        Table(title="Quality", head=("", "rows", "right", "wrong", "open"), rows=made, notes=notes)
    ]
