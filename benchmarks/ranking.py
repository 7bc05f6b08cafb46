"""Ranking and selecting sentences, beside sumy's LexRank; and how both grow.

Both get the same clean sentences and give back eight. As a program (`python -m benchmarks.ranking
WHO OF COUNT`) it is one of the things measured.
"""

import json
import math
import re
import sys
from collections.abc import Callable, Sequence

from benchmarks import articles
from benchmarks.measure import ROOT, Program, python, spent, work
from benchmarks.table import Table, seconds, times, verdict

_TOLD = 8
_FAMILIES = 8  # articles that a cluster's sentences come from, turn about
_BESIDE = (
    ("articles", 82, 25),
    ("made-up", 82, 25),
    ("made-up", 200, 10),
)  # sentences, and how many times faster
_GROWTH = (82, 1_000, 10_000)
_LEAST = 0.2  # seconds of repeated calls that a figure rests on


def tables(rounds: int) -> list[Table]:
    """Give the comparison with LexRank and the growth to 10,000 sentences."""
    return [_beside(rounds), _growth(rounds)]


def _program(who: str, of: str, count: int) -> Program:
    return python("-m", "benchmarks.ranking", who, of, str(count))


def _beside(rounds: int) -> Table:
    rows = []
    for of, count, least in _BESIDE:
        told = work({who: _program(who, of, count) for who in ("briefing", "sumy")}, rounds)
        own_, other = told["briefing"], told["sumy"]
        for what, name in (("whole", "from text"), ("alone", "ranking alone")):
            ratio = other[what] / own_[what]
            rows.append(
                (
                    f"{count} sentences ({of}), {name}",
                    seconds(own_[what]),
                    seconds(other[what]),
                    times(other[what], own_[what]),
                    verdict(ratio, least=least),
                )
            )
    notes = (
        f"{_TOLD} of the same sentences out, of the five articles or made up.",
        "`from text` makes candidates of sentences, as sumy's users let it parse and tokenise;",
        "`ranking alone` starts from candidates, and sumy's summarizer from a parsed document.",
        "sumy gets nltk's tokenizer where its data is installed, else a cheaper one of ours.",
        "The program keeps nothing from one call to the next but the stems of words.",
        (
            "Processor time in processes of their own, imports left out; "
            f"medians of {rounds} rounds, turn about."
        ),
    )
    head = ("work", "briefing", "LexRank", "faster", "aim")
    return Table(title="Ranking beside sumy's LexRank", head=head, rows=rows, notes=notes)


def _growth(rounds: int) -> Table:
    told = work({str(count): _program("briefing", "made-up", count) for count in _GROWTH}, rounds)
    first = _GROWTH[0]
    base = told[str(first)]["alone"] / (first * math.log(first))
    rows = []
    for count in _GROWTH:
        used = told[str(count)]["alone"]
        ratio = used / (count * math.log(count)) / base
        rows.append(
            (
                f"{count:,} sentences",
                seconds(used),
                f"{ratio:.2f}",
                verdict(ratio, most=1) if ratio != 1 else "",
            )
        )
    note = f"Time divided by n log n, as a multiple of the same at {first} sentences."
    return Table(
        title="Growth of ranking",
        head=("from", "briefing", "of n log n", "aim"),
        rows=rows,
        notes=(note,),
    )


def own(texts: Sequence[str]) -> tuple[Callable[[], object], Callable[[], list[str]]]:
    """Give the program's ranking of `texts` as calls: from the bare text, from candidates at
    hand.
    """
    from briefing.compose.select import select_candidates  # noqa: PLC0415 - not in the process that measures sumy
    from briefing.model import (  # noqa: PLC0415
        Attribution,
        Candidate,
        Citation,
        Ranked,
        Shortlist,
        Statement,
        Wanted,
    )
    from briefing.offer import concepts  # noqa: PLC0415

    wanted = Wanted(slug="news", title="News", kind="digest", statements=_TOLD)
    said = Attribution()

    def candidate(number: int, text: str) -> Candidate:
        family, position = f"f{number % _FAMILIES}", number // _FAMILIES
        cited = Citation(
            document=family,
            passage=position,
            start=0,
            end=len(text),
            quote=text,
            role="basis",
            attribution=said,
        )
        return Candidate(
            statement=Statement(key=f"k{number}", text=text, parts=(), citations=(cited,)),
            document=family,
            passage=position,
            position=position,
            sections=(("news", 1.0),),
            cost=0,
        )

    def ranked(one: Candidate) -> Ranked:
        text = one.statement.text
        found = concepts.find_concepts(text)
        return Ranked(candidate=one, concepts=found, words=len(text.split()))

    def choose(candidates: Sequence[Candidate]) -> list[str]:
        units = [
            concepts.Unit(text=one.statement.text, family=one.document, position=one.position)
            for one in candidates
        ]
        weights = concepts.weigh_concepts(units)
        pool = tuple(map(ranked, candidates))
        chosen = select_candidates((Shortlist(wanted=wanted, ranked=pool),), weights, {})
        return [one.statement.text for one in chosen[0]]

    def made() -> list[Candidate]:
        return [candidate(number, text) for number, text in enumerate(texts)]

    def afresh(candidates: Sequence[Candidate]) -> list[str]:
        concepts.find_concepts.cache_clear()  # what a first call would not have either
        return choose(candidates)

    ready = made()
    return lambda: afresh(made()), lambda: afresh(ready)


class Plain:
    """A tokenizer of our own for sumy where nltk's data is not installed: cheaper than nltk's."""

    def to_sentences(self, text: str) -> tuple[str, ...]:
        """Give the sentences of a paragraph: one each here."""
        return (text.strip(),)

    def to_words(self, sentence: str) -> tuple[str, ...]:
        """Give the words."""
        return tuple(re.findall(r"\w+", sentence))


def lexrank(texts: Sequence[str]) -> tuple[Callable[[], object], Callable[[], list[str]]]:
    """Give sumy's LexRank of `texts` as calls: parsing and ranking, ranking alone."""
    from sumy.nlp.stemmers import Stemmer  # type: ignore[import-untyped]  # noqa: PLC0415 - not in the process that measures the program
    from sumy.nlp.tokenizers import Tokenizer  # type: ignore[import-untyped]  # noqa: PLC0415
    from sumy.parsers.plaintext import PlaintextParser  # type: ignore[import-untyped]  # noqa: PLC0415
    from sumy.summarizers.lex_rank import LexRankSummarizer  # type: ignore[import-untyped]  # noqa: PLC0415
    from sumy.utils import get_stop_words  # type: ignore[import-untyped]  # noqa: PLC0415

    try:
        tokenizer = Tokenizer("english")
        tokenizer.to_sentences("One. Two.")
    except LookupError:
        tokenizer = Plain()
    summarizer = LexRankSummarizer(Stemmer("english"))
    summarizer.stop_words = get_stop_words("english")
    text = "\n\n".join(texts)
    parsed = PlaintextParser.from_string(text, tokenizer).document

    def whole() -> object:
        return summarizer(PlaintextParser.from_string(text, tokenizer).document, _TOLD)

    return whole, lambda: [str(sentence) for sentence in summarizer(parsed, _TOLD)]


def sentences(of: str, count: int) -> list[str]:
    """Give clean sentences, made up or, at most as many as there are, of the five articles."""
    if of == "made-up":
        return articles.sentences(count)
    from briefing import split  # noqa: PLC0415 - only where it is asked for
    from briefing.ingest import Folder, read_article  # noqa: PLC0415
    from briefing.model import Document  # noqa: PLC0415

    documents = [read_article(found, None) for found in Folder(path="seeds")(ROOT)]
    return [
        one.text[sentence.start : sentence.end]
        for one in documents
        if isinstance(one, Document)
        for passage in split.split_passages(one)
        if passage.dropped is None
        for sentence in passage.sentences
    ][:count]


def main(who: str, of: str, count: int) -> None:
    """Measure one of the two and print its figures."""
    whole, alone = (own if who == "briefing" else lexrank)(sentences(of, count))
    if len(alone()) != _TOLD:
        message = f"{who} did not choose what it was asked for"
        raise SystemExit(message)
    print(json.dumps({"whole": spent(whole, _LEAST), "alone": spent(alone, _LEAST)}))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]))
