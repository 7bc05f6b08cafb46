"""What the desk's own files leave out: feeds that were never asked, kinds, names, pins,
judgements.
"""

from collections import Counter
from collections.abc import Iterable, Iterator

from briefing.errors import Problem
from briefing.inspection.coaching import hints
from briefing.inspection.coaching.survey import Survey, shown_path
from briefing.languages import packs
from briefing.languages.en.kinds import KINDS, LABELS
from briefing.settings import typed
from briefing.settings.tree import Steps, Tree
from briefing.stages import FetchingSource
from briefing.walk import withdrawals


def ask_feeds(survey: Survey) -> Iterator[Problem]:
    """Name feeds and pages of the web of which nothing was ever fetched."""
    for choice, source in zip(survey.settings.sources, survey.job.sources, strict=True):
        if isinstance(source, FetchingSource) and not source(survey.job.base, survey.job.readers):
            yield survey.settings.tree.problem(
                choice.steps,
                f"nothing was ever fetched of this {choice.kind}",
                "`briefing build --online` asks for it; `briefing run` does so always",
                severity="warning",
            )


def doubt_kinds(survey: Survey) -> Iterator[Problem]:
    """Doubt kinds of articles in sources.yaml that the program doesn't know, each once: a kind of
    the desk's own is printed as written, and so is a misspelt one.
    """
    entries = list(survey.entries())
    written = Counter(entry.kind for _, _, entry in entries if entry.kind)
    doubted = {*KINDS, ""}
    for tree, name, entry in entries:
        kind = entry.kind or ""
        if kind in doubted:
            continue
        doubted.add(kind)
        near = _suggest_kind(kind, written)
        listed = typed.one_of(sorted(KINDS))
        advice = near or f"known are {listed}; another is printed as it is written"
        message = f"there is no kind {kind!r}"
        severity = "note" if not near and _is_word(kind) else "warning"
        yield tree.problem((name, "kind"), message, advice, severity=severity)


def _suggest_kind(kind: str, written: Counter[str]) -> str:
    """Which kind is meant by one that nobody knows, of those known and those written more often;
    "" where none is near.
    """
    meant = LABELS.get(kind.casefold())
    if meant:
        return f"did you mean {meant!r}?"
    others = {one for one, count in written.items() if count > written[kind]}
    return typed.suggest_near(kind, KINDS | others)


def _is_word(kind: str) -> bool:
    """Whether a kind is spelt right: then it is the desk's own, and no mistake."""
    return all(packs.is_spelled(word, None) for word in kind.lower().split())


def doubt_names(survey: Survey) -> Iterator[Problem]:
    """Name persons and outlets of the config and the analyst's file that no article has, where one
    has a name that is spelt nearly so.
    """
    readings = survey.considered.readings
    persons = {one.name for it in readings for one in it.entities if one.kind == "person"}
    outlets = {one.outlet.value for one in survey.documents if one.outlet is not None}
    marks = survey.job.analyst.file
    config, tree = survey.settings.tree, survey.job.analyst.tree
    for number, name in enumerate(survey.settings.names.people):
        if persons.isdisjoint(name.aliases):
            steps = ("names", "people", number, "name")
            yield from _doubt_name(config, steps, name.name, persons)
    for number, mark in enumerate(marks.people):
        yield from _doubt_name(tree, ("people", number, "name"), mark.name, persons)
    for number, outlet in enumerate(marks.outlets):
        yield from _doubt_name(tree, ("outlets", number, "name"), outlet.name, outlets)


def _doubt_name(
    tree: Tree | None, steps: Steps, name: str, known: Iterable[str]
) -> Iterator[Problem]:
    meant = hints.suggest_name(name, known)
    if meant and tree is not None:
        message = f"no article has the name {name!r}"
        yield tree.problem(steps, message, f"did you mean {meant!r}?", severity="warning")


def doubt_pins(survey: Survey) -> Iterator[Problem]:
    """Name pins of what its outlet has withdrawn: they order nothing."""
    tree = survey.job.analyst.tree
    gone = withdrawals.withdrawal_reasons(survey.documents)
    paths = {shown_path(one): one.id for one in survey.documents}
    for number, pin in enumerate(survey.job.analyst.file.pin):
        if tree is not None and paths.get(pin.path) in gone:
            yield tree.problem(
                ("pin", number),
                f"{pin.path} is pinned, and its outlet has withdrawn it: nothing of it is told",
                "pin a passage of another article, or take the pin out",
                severity="warning",
            )
