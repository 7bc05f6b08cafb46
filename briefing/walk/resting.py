"""What speaks against resting a judgement on a source: its outlet has withdrawn it, or the analyst
has excluded it. The judgement is printed all the same, with its source in the list.
"""

from collections.abc import Iterator, Sequence

from briefing.errors import Problem
from briefing.model import Reading
from briefing.settings import seals
from briefing.settings.analyst import NAME, AnalystRead, Cite
from briefing.walk import decisions, withdrawals

_ADVICE = "cite another source, or take the judgement out"


def doubt_judgements(read: AnalystRead, readings: Sequence[Reading]) -> Iterator[Problem]:
    """A warning, at its place in the analyst's file, for each citation of a judgement that rests on
    what is withdrawn or excluded; `readings` have what is withdrawn, if that is to be named.
    """
    for number, judgement in enumerate(read.file.judgements):
        for at, doubt in list_doubts(judgement.cites, read, readings):
            if read.tree is not None:
                steps = ("judgements", number, "cites", at)
                message = f"this judgement {doubt}"
                yield read.tree.problem(steps, message, _ADVICE, severity="warning")


def warn_of_cites(
    cites: Sequence[Cite], read: AnalystRead, readings: Sequence[Reading]
) -> Iterator[Problem]:
    """The same for a judgement that is being written: at the source."""
    for at, doubt in list_doubts(cites, read, readings):
        cite = cites[at]
        place = f"{cite.path}:{cite.passage}" if cite.passage else cite.path
        yield Problem(
            path=place,
            line=0,
            column=0,
            message=f"the judgement {doubt}",
            advice=_ADVICE,
            severity="warning",
        )


def list_doubts(
    cites: Sequence[Cite], read: AnalystRead, readings: Sequence[Reading]
) -> Iterator[tuple[int, str]]:
    """The places of the citations that rest on what is withdrawn or excluded, and what that is."""
    gone = withdrawals.withdrawal_reasons([one.document for one in readings])
    by_path = {one.document.path or one.document.locator: one for one in readings}
    for at, cite in enumerate(cites):
        reading = by_path.get(cite.path)
        if reading is None:
            continue
        if reading.document.id in gone:
            yield at, f"rests on {cite.path}, which its outlet has withdrawn"
        else:
            yield from ((at, doubt) for doubt in _say_excluded(cite, read, reading))


def _say_excluded(cite: Cite, read: AnalystRead, reading: Reading) -> Iterator[str]:
    """What of a cited source the analyst excludes, and where."""
    texts = decisions.passage_texts((reading,))
    cited = seals.find_anchor(cite, texts).passage
    for number, entry in enumerate(read.file.exclude):
        if entry.path != cite.path:
            continue
        at = seals.find_anchor(entry, texts)
        if not at.stale and at.passage in {None, cited}:
            what = f"passage {cited} of {cite.path}" if at.passage else cite.path
            line = read.tree.problem(("exclude", number), "").line if read.tree else 0
            yield f"rests on {what}, which is excluded in line {line} of {NAME}"
            return
