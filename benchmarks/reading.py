"""Reading, cleaning, splitting and tagging with a hundred terms.

Text beside reading the same bytes, decoding them and finding their words; pages beside the
extraction library alone; two processes beside one. As a program (`python -m benchmarks.reading WHAT
FOLDER`) it is one of the things measured.
"""

import json
import os
import re
import sys
import time
from collections.abc import Callable, Collection
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from benchmarks import articles, pages
from benchmarks.measure import Program, python, work
from benchmarks.table import Table, times, verdict

_TERMS = 100
_TEXTS, _PAGES = 2_000, 200
_WORD = re.compile(r"\w+")


def tables(rounds: int, share: float = 1.0) -> list[Table]:
    """Give the table of reading; `share` of the usual number of articles."""
    with TemporaryDirectory(prefix="briefing-bench-") as name:
        texts, saved = Path(name, "texts"), Path(name, "pages")
        articles.write(texts, range(int(_TEXTS * share)))
        pages.write(saved, range(int(_PAGES * share)))
        asked = (
            ("text", "words", texts),
            ("text", "briefing", texts),
            ("text", "elsewhere", texts),
            ("pages", "library", saved),
            ("pages", "briefing", saved),
            ("two processes", "one", texts),
            ("two processes", "two", texts),
        )
        told = work({f"{of}: {who}": _program(who, folder) for of, who, folder in asked}, rounds)
        sizes = {
            folder: sum(path.stat().st_size for path in folder.rglob("*.*"))
            for folder in (texts, saved)
        }

    def row(name: str, what: str, folder: Path, base: str, aim: str) -> tuple[str, ...]:
        used = told[what]["clock" if base.endswith("one") else "spent"]
        beside = told[base]["clock" if base.endswith("one") else "spent"]
        return name, f"{sizes[folder] / used / 1_000_000:.2f} MB/s", times(used, beside), aim

    def aimed(what: str, base: str, most: float) -> str:
        return verdict(told[what]["spent"] / told[base]["spent"], most=most)

    faster = told["two processes: one"]["clock"] / told["two processes: two"]["clock"]
    pages_aim = aimed("pages: briefing", "pages: library", 1.3)
    faster_aim = verdict(faster, least=1.8)
    rows = [
        row("text: read, decoded, words found", "text: words", texts, "text: words", ""),
        row(
            "text: briefing",
            "text: briefing",
            texts,
            "text: words",
            aimed("text: briefing", "text: words", 5),
        ),
        row(
            "text that is not about the brief: briefing",
            "text: elsewhere",
            texts,
            "text: words",
            aimed("text: elsewhere", "text: words", 4),
        ),
        row("pages: the extraction library", "pages: library", saved, "pages: library", ""),
        row("pages: briefing", "pages: briefing", saved, "pages: library", pages_aim),
        row("text: briefing, one process", "two processes: one", texts, "two processes: one", ""),
        row(
            "text: briefing, two processes",
            "two processes: two",
            texts,
            "two processes: one",
            faster_aim,
        ),
    ]
    notes = (
        (
            f"{int(_TEXTS * share):,} made-up texts or {int(_PAGES * share):,} made-up pages; "
            f"{_TERMS} terms in five tags."
        ),
        (
            "Processor time in processes of their own, imports left out; clock time where two "
            "processes are compared."
        ),
        (
            f"Medians of {rounds} rounds, turn about; {len(_cores())} processors here, "
            "shared with whatever else runs."
        ),
    )
    return [Table(title="Reading", head=("work", "rate", "beside", "aim"), rows=rows, notes=notes)]


def _cores() -> Collection[int]:
    return (
        os.sched_getaffinity(0) if hasattr(os, "sched_getaffinity") else range(os.cpu_count() or 1)
    )


def _program(who: str, folder: Path) -> Program:
    return python("-m", "benchmarks.reading", who, str(folder))


@dataclass(frozen=True, slots=True, kw_only=True)
class Tagged:
    """Reads one article to its tagged passages and gives how many they are."""

    taggers: tuple[Any, ...]

    def __call__(self, found: Any) -> int:  # noqa: ANN401 - the program's own types are imported late
        """Read one article."""
        from briefing import split, tag  # noqa: PLC0415
        from briefing.ingest import read_article  # noqa: PLC0415
        from briefing.model import Document, Reading  # noqa: PLC0415

        document = read_article(found, None)
        if not isinstance(document, Document):
            return 0
        reading = Reading(document=document, passages=split.split_passages(document))
        tagged = tag.tag_reading(
            reading, {str(at): tagger for at, tagger in enumerate(self.taggers)}
        )
        return len(tagged.passages)


@dataclass(frozen=True, slots=True, kw_only=True)
class Glanced:
    """Reads one article no further than it takes to know that it is not about the brief."""

    about: Any

    def __call__(self, found: Any) -> int:  # noqa: ANN401 - the program's own types are imported late
        """Ask one article; 1 where it is set apart."""
        from briefing.corpus.annotation import SourceFile, ingest_source  # noqa: PLC0415

        return int(ingest_source(SourceFile(found=found, supplied=None, about=self.about)) is None)


def _elsewhere(folder: Path) -> Callable[[], int]:
    from briefing import workers  # noqa: PLC0415
    from briefing.ingest import Folder  # noqa: PLC0415
    from briefing.tag import Terms  # noqa: PLC0415

    about = Terms(terms=("zeppelin", "monsoon*", "coral reef", "sugar & beet", "tax haven"))
    found = Folder(path=folder.name)(folder.parent)
    return lambda: sum(workers.map_items(Glanced(about=about), found, 1))


def _own(folder: Path, jobs: int) -> Callable[[], int]:
    from briefing import workers  # noqa: PLC0415 - only in the process that measures the program
    from briefing.ingest import Folder  # noqa: PLC0415
    from briefing.tag import Terms  # noqa: PLC0415

    terms = articles.terms(_TERMS)
    taggers = tuple(Terms(terms=tuple(terms[at::5])) for at in range(5))
    found = Folder(path=folder.name)(folder.parent)
    return lambda: sum(workers.map_items(Tagged(taggers=taggers), found, jobs))


def _words(folder: Path) -> int:
    return sum(
        len(_WORD.findall(path.read_bytes().decode())) for path in sorted(folder.rglob("*.txt"))
    )


def _extracted(folder: Path) -> int:
    from trafilatura import extract  # noqa: PLC0415 - only in the process that measures it

    markups = (path.read_bytes().decode() for path in sorted(folder.rglob("*.html")))
    return sum(len(extract(markup, fast=True) or "") for markup in markups)


def _calls(folder: Path) -> dict[str, Callable[[], int]]:
    return {"words": partial(_words, folder), "library": partial(_extracted, folder)}


def main(who: str, folder: Path) -> None:
    """Measure one way of reading and print its figures. The first article is read before, to have
    all imported.
    """
    jobs = 2 if who == "two" else 1
    call = _calls(folder).get(who) or (
        _elsewhere(folder) if who == "elsewhere" else _own(folder, jobs)
    )
    with TemporaryDirectory(prefix="briefing-bench-") as name:
        first = Path(name, folder.name)
        (pages.write if folder.name == "pages" else articles.write)(first, range(1))
        (_calls(first).get(who) or (_elsewhere(first) if who == "elsewhere" else _own(first, 1)))()
    began, clock = time.process_time(), time.perf_counter()
    if not call():
        message = f"{who} read nothing in {folder}"
        raise SystemExit(message)
    print(json.dumps({"spent": time.process_time() - began, "clock": time.perf_counter() - clock}))


if __name__ == "__main__":
    from benchmarks.reading import (
        main as importable,
    )  # a worker process can't take anything from __main__

    importable(sys.argv[1], Path(sys.argv[2]))
