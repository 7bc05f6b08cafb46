"""How much a good editor could gain: an oracle that knows which words people marked chooses ids.

    python -m benchmarks.editor data/MDS/dev.json [CLUSTERS]

The file is that of lovodkin93/attribute-first-then-generate: clusters of news, human summaries, and
the spans of the articles that each sentence of a summary rests on. One section of 200 words is told
of each cluster, as the program chooses and as the oracle chooses through the door that a model has.
`covered`: sentences of the summary of which one marked span lies by half in what is quoted. R-2 is
that of summaries, stemmed. The data is not shipped.
"""

import json
import statistics
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

import Stemmer

from briefing.compose.editing.request import digest_request
from briefing.corpus import library as catalogue
from briefing.corpus.stage_cache import StageCache
from briefing.job.load import load_job
from briefing.model import Brief, Candidate, Citation, EditorReply, EditorRequest
from briefing.state import store
from briefing.walk import assemble, withdrawals
from briefing.walk.seat import take_seat
from briefing.workers import Crew

Json = Any
Marks = Mapping[Any, Sequence[frozenset[tuple[str, int]]]]

CONFIG = {
    "brief": {"title": "Cluster"},
    "sources": [{"kind": "folder", "path": "sources"}],
    "sections": [{"slug": "all", "title": "All", "kind": "digest", "words": 200}],
    "outputs": [{"kind": "json"}],
    "editor": {"kind": "openai", "base_url": "http://127.0.0.1:9/v1", "model": "oracle"},
}
_HALF = 0.5
_SHORTEST = 3  # letters; shorter words are not stemmed in what R-2 counts
_STEM = Stemmer.Stemmer("porter")


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """What one brief of a cluster is worth: shares, R-2 of 100, and its words."""

    covered: float
    inside: float
    r2: float
    words: int


def measure_cluster(cluster: Json, folder: Path) -> dict[str, Score]:
    """Score the program's own choice and the oracle's of one cluster, laid out in `folder`."""
    _lay_out(cluster, folder)
    _, job = load_job(folder / "config.yaml")
    library = catalogue.update(
        StageCache(store=store.scratch_store(), crew=Crew(jobs=1)), job, None
    )
    considered = withdrawals.take_out(library.candidates())
    decided = assemble.decide(job, considered)
    ranking = assemble.rank(job, considered, decided)
    files = {one.id: Path(one.path or one.locator).name for one in considered.holdings.documents}
    told = {one.statement.key: one for one in decided.candidates}
    marks = _read_marks(cluster)

    def ask(request: EditorRequest) -> EditorReply:
        chosen = tuple(_choose(request, told, marks, files))
        name = digest_request(request)
        return EditorReply(subject=request.subject, request=name, chosen=chosen)

    found = {}
    for who, answer in (("program", None), ("oracle", ask)):
        seat = take_seat(job, considered.holdings, answer)
        brief = assemble.compose_brief(job, considered, decided, ranking, seat)
        found[who] = _score(cluster, brief, marks, files)
    return found


def _lay_out(cluster: Json, folder: Path) -> None:
    (folder / "sources").mkdir(parents=True)
    for one in cluster["documents"]:
        place = folder / "sources" / (Path(one["documentFile"]).stem + ".txt")
        place.write_bytes(one["rawDocumentText"].encode())
    (folder / "config.yaml").write_text(json.dumps(CONFIG), encoding="utf-8")


def _read_marks(cluster: Json) -> Marks:
    """The marked characters, span by span, for each sentence of the summary."""
    found: dict[Any, list[frozenset[tuple[str, int]]]] = defaultdict(list)
    for one in cluster["set_of_highlights_in_context"]:
        name = Path(one["documentFile"]).stem + ".txt"
        spans = [range(start, end) for start, end in one["docSpanOffsets"]]
        found[one["scuSentCharIdx"]].append(frozenset((name, at) for span in spans for at in span))
    return found


def _quoted(cited: Sequence[Citation], files: Mapping[str, str]) -> set[tuple[str, int]]:
    return {(files[one.document], at) for one in cited for at in range(one.start, one.end)}


def _choose(
    request: EditorRequest, told: Mapping[str, Candidate], marks: Marks, files: Mapping[str, str]
) -> Iterator[str]:
    """Choose greedily what covers most sentences of the summary that are not covered yet, then what
    is marked most densely; the shorter form of a statement where no mark is lost by it.
    """
    keys = {*request.numbers.values()}
    left = {key: told[key] for key in keys if key in told}
    quotes = {key: _quoted(one.statement.citations, files) for key, one in left.items()}
    have: set[tuple[str, int]] = set()
    shorter = dict(request.drops.values())
    while left:
        best = max(left, key=lambda key: (*_rate(left[key], quotes[key], have, marks), key))
        yield shorter.get(best, best)
        have |= quotes[best]
        del left[best]


def _rate(
    candidate: Candidate, quoted: set[tuple[str, int]], have: set[tuple[str, int]], marks: Marks
) -> tuple[float, float]:
    """Newly covered sentences, then newly marked characters, both for a word of length."""
    length = len(candidate.statement.text.split())
    fresh = _count_covered(marks, have | quoted) - _count_covered(marks, have)
    marked = set().union(*(span for spans in marks.values() for span in spans))
    return fresh / length, len((quoted - have) & marked) / length


def _count_covered(marks: Marks, have: set[tuple[str, int]]) -> int:
    return sum(
        max(len(span & have) / max(1, len(span)) for span in spans) >= _HALF
        for spans in marks.values()
    )


def _score(cluster: Json, brief: Brief, marks: Marks, files: Mapping[str, str]) -> Score:
    told = brief.statements
    bases = [one for each in told for one in each.bases]
    have = _quoted(bases, files)
    marked = set().union(*(span for spans in marks.values() for span in spans))
    text = " ".join(one.text for one in told)
    human = cluster["response"]
    summary = human if isinstance(human, str) else " ".join(human)
    return Score(
        covered=_count_covered(marks, have) / len(marks),
        inside=len(have & marked) / max(1, len(have)),
        r2=100 * _rouge_2(summary, text),
        words=len(text.split()),
    )


def _rouge_2(human: str, told: str) -> float:
    """F of the pairs of neighbouring stems that two texts share."""
    one, other = (Counter(pairwise(_stems(text))) for text in (human, told))
    shared = sum((one & other).values())
    if not shared:
        return 0.0
    precision, recall = shared / other.total(), shared / one.total()
    return 2 * precision * recall / (precision + recall)


def _stems(text: str) -> list[str]:
    plain = "".join(
        letter if letter.isascii() and letter.isalnum() else " " for letter in text.lower()
    )
    words: list[str] = plain.split()
    return [_STEM.stemWord(word) if len(word) > _SHORTEST else word for word in words]


def main() -> int:
    """Print a row for each who chooses, over all clusters of the file or the first of them."""
    if len(sys.argv) < 2:  # noqa: PLR2004 - the program's own name stands first
        print((__doc__ or "").split("\n\n")[1].strip())
        return 2
    lines = Path(sys.argv[1]).read_text(encoding="utf-8").splitlines()
    clusters = [json.loads(line) for line in lines][: int(sys.argv[2]) if sys.argv[2:] else None]
    rows: dict[str, list[Score]] = defaultdict(list)
    with tempfile.TemporaryDirectory() as work:
        for number, cluster in enumerate(clusters):
            for who, score in measure_cluster(cluster, Path(work) / f"{number:03d}").items():
                rows[who].append(score)
    for who, scores in rows.items():
        covered, inside, r2, words = (
            statistics.mean(getattr(one, name) for one in scores)
            for name in ("covered", "inside", "r2", "words")
        )
        print(
            f"{who:8} {len(scores)} clusters, covered {covered:.3f}, inside {inside:.3f}, "
            f"R-2 {r2:.2f}, {words:.0f} words"
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
