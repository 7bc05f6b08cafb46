"""What the program adds, held against rows that people labelled: how much is right, wrong or left
open.

Rows lie in `rows/`, each with its source and licence in the head of its file. They are parted by
article into `tune` and `test`; earlier rules had seen both. In the two wrong ones of `test` people
and article differ. Figures depend on no machine; the tests hold their floors.
"""

from collections import Counter
from collections.abc import Callable
from pathlib import Path

from benchmarks.table import Table
from briefing import split
from briefing.language import edtf
from briefing.languages.en import reading
from briefing.languages.en.grounding import Refused, ground_sentences
from briefing.model import Document, Known, Reading

_ROWS = Path(__file__).resolve().parent / "rows"
_TRAP_DAY = "2025-03-20"
_WIDE = 400  # days: an answer that holds the right one and is no wider is right, if less exact


def rows(name: str) -> list[list[str]]:
    """The rows of `rows/NAME.txt`, cut into their columns."""
    lines = (_ROWS / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return [line.split(" | ") for line in lines if line and not line.startswith("#")]


def dates(half: str) -> Counter[str]:
    """How many date expressions of one half are `right`, `wrong` or `open` (not found or not
    placed).
    """
    return _count_verdicts("dates", half, _dated)


def _count_verdicts(name: str, half: str, judge: Callable[..., str]) -> Counter[str]:
    """How often each verdict is passed on the rows of one half; `judge` is given what stands behind
    the half.
    """
    return Counter(judge(*row[1:]) for row in rows(name) if row[0] == half)


def _dated(_article: str, day: str, expression: str, meant: str, sentence: str) -> str:
    said = _dates_over(sentence, expression, day)
    if not said or said[0] is None:
        return "open"
    return "right" if _agree(said[0], meant) else "wrong"


def _dates_over(sentence: str, expression: str, day: str) -> list[str | None]:
    """The dates that an expression in an article of a day is read as; None: one not placed."""
    start = sentence.find(expression)
    end = start + len(expression)
    found = _read(sentence, day).dates
    return [one.edtf for one in found if one.start < end and start < one.end]


def _agree(answer: str, meant: str) -> bool:
    """Whether one of two dates lies in the other, an answer that is far too wide aside."""
    if not edtf.is_valid(meant):
        return False
    (first, last), (begin, end) = edtf.bounds(answer), edtf.bounds(meant)
    within = begin <= first and last <= end
    around = first <= begin and end <= last and (last - first).days <= _WIDE
    return within or around


def persons(half: str) -> Counter[str]:
    """How many persons named in one half are found (`right`) or not (`open`), and what is `wrong`ly
    one.
    """
    found: Counter[str] = Counter()
    articles: dict[str, list[list[str]]] = {}
    for row in rows("persons"):
        if row[0] == half:
            articles.setdefault(row[1], []).append(row)
    for article in articles.values():
        found += _named(article)
    return found


def _named(article: list[list[str]]) -> Counter[str]:
    """Persons of one article, whose sentences are read together: a surname means who was named in
    full.
    """
    found: Counter[str] = Counter()
    done = _read("\n".join(row[3] for row in article))
    told = [(one.start, one.end) for one in done.mentions if one.kind == "person"]
    start, gold = 0, []
    for row in article:
        place = start
        for name in row[2].split("; "):
            at = done.document.text.index(name, place)
            gold.append((at, at + len(name)))
            place = at + len(name)
        start += len(row[3]) + 1
    for first, last in gold:
        found["right" if any(a < last and first < b for a, b in told) else "open"] += 1
    found["wrong"] = sum(not any(a < last and first < b for first, last in gold) for a, b in told)
    return found


def traps(half: str) -> Counter[str]:
    """How many traps of one half get a date that they may have (`right`), another (`wrong`), or
    none (`open`).
    """
    return _count_verdicts("traps", half, _trapped)


def _trapped(expression: str, allowed: str, sentence: str) -> str:
    said = set(_dates_over(sentence, expression, _TRAP_DAY)) - {None}
    if not said:
        return "open"
    return "right" if said <= set(allowed.split()) else "wrong"


def labels(half: str) -> Counter[str]:
    """How many fragments of one half are laid in a mouth that may have said them (`right`), in
    another (`wrong`), or in none (`open`).
    """
    return _count_verdicts("labels", half, _labelled)


def _labelled(allowed: str, fragment: str, text: str) -> str:
    """The verdict over who is told to say a fragment; articles of a phrase count for nothing."""
    done = _read(text.replace(" / ", "\n\n"))
    start = done.document.text.index(fragment)
    said = {
        _bare_name(one.speaker)
        for one in done.speech
        if one.start <= start < one.end and one.speaker
    }
    if not said:
        return "open"
    return "right" if said <= set(map(_bare_name, allowed.split("; "))) else "wrong"


def _bare_name(name: str) -> str:
    return name.lower().removeprefix("the ").removeprefix("a ").removeprefix("an ")


def brackets(half: str) -> Counter[str]:
    """How many last sentences of one half get the `right` bracket, a `wrong` one, or stay `open` as
    they may.
    """
    return _count_verdicts("brackets", half, _bracketed)


def _bracketed(meant: str, text: str) -> str:
    done = _read(text)
    draft = ground_sentences(done, (done.passages[-1].sentences[-1],))
    changes = () if isinstance(draft, Refused) else draft.changes
    put = [
        change.text for change in changes if change.rule == "antecedent" and change.op == "insert"
    ]
    if not put:
        return "right" if meant == "none" else "open"
    return "right" if put[0].strip("[]") == meant else "wrong"


def _read(text: str, day: str = "") -> Reading:
    """A text read as an article of a day, "" for one without a date."""
    document = Document(
        id="d", locator="a.txt", path=None, url=None, revision="0", size=0, encoding="utf-8",
        text=text, language="en", published=Known(value=day, basis="supplied") if day else None,
    )  # fmt: skip
    return reading.read_language(document, split.split_passages(document), ())


def tables() -> list[Table]:
    """One table: a row for each thing measured and each half."""
    made = []
    for name, measure in (
        ("dates", dates),
        ("traps", traps),
        ("persons", persons),
        ("labels", labels),
        ("brackets", brackets),
    ):
        for half in ("tune", "test"):
            found = measure(half)
            total = sum(found.values())
            cells = [
                f"{found[key]} ({found[key] / total:.1%})" for key in ("right", "wrong", "open")
            ]
            made.append([f"{name}, {half}", str(total), *cells])
    notes = [
        "English Wikinews of the GUM corpus, and rows of our own; `rows/` says whose they are."
    ]
    return [
        Table(title="Quality", head=("", "rows", "right", "wrong", "open"), rows=made, notes=notes)
    ]
