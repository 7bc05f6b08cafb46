"""What the desk's own files leave out: feeds that were never asked, kinds, pins, judgements."""

from collections.abc import Iterator

from briefing.errors import Problem
from briefing.inspection.coaching.survey import Survey, shown_path
from briefing.languages.en.kinds import KINDS
from briefing.settings import sidecar, typed
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
    """Doubt kinds of articles in sources.yaml that look like another word misspelt."""
    for choice in survey.settings.sources:
        path = choice.options.get("path")
        if not isinstance(path, str) or not (survey.job.base / path / sidecar.NAME).is_file():
            continue
        beside = sidecar.read_sidecar(survey.job.base / path, path)
        for name, entry in beside.entries.items():
            near = typed.suggest_near(entry.kind, KINDS) if entry.kind else ""
            if entry.kind and entry.kind not in KINDS and near and beside.read is not None:
                yield beside.read.problem(
                    (name, "kind"), f"there is no kind {entry.kind!r}", near, severity="warning"
                )


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


def doubt_judgements(survey: Survey) -> Iterator[Problem]:
    """Name judgements that rest on what its outlet has withdrawn."""
    tree = survey.job.analyst.tree
    gone = withdrawals.withdrawal_reasons(survey.documents)
    paths = {shown_path(one): one.id for one in survey.documents}
    for number, judgement in enumerate(survey.job.analyst.file.judgements):
        for at, cite in enumerate(judgement.cites):
            if tree is not None and paths.get(cite.path) in gone:
                yield tree.problem(
                    ("judgements", number, "cites", at),
                    f"this judgement rests on {cite.path}, which its outlet has withdrawn",
                    "cite another source, or take the judgement out",
                    severity="warning",
                )
