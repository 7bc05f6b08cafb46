"""Letting an edition go from the desk: what is new in it, who will get it, and the making of it."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from briefing.edition import release
from briefing.edition.build import BuildOptions, build_edition
from briefing.edition.trial import Trial
from briefing.errors import Problem, UserError
from briefing.settings import Settings
from briefing.settings.readers import all_readers
from briefing.state import editions


@dataclass(frozen=True, slots=True, kw_only=True)
class ReaderRow:
    """A reader, and what of an edition they get."""

    to: str
    name: str
    sections: str
    formats: str
    when: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleaseView:
    """What the page of the release shows.

    `number` is the edition that the trial is, or would be; `fingerprint` holds the button to what
    was looked at. `state` is `new`, `made` or `released`; `after` says when mail goes.
    """

    number: int
    fingerprint: str
    state: str
    approved_by: str
    previous: int
    differences: tuple[str, ...]
    readers: tuple[ReaderRow, ...]
    after: str
    editions: tuple[str, ...]


def view_release(trial: Trial) -> ReleaseView:
    """Look at the edition that would be let go. Raises UserError where the readers' list is
    wrong.
    """
    edition, made = trial.brief.edition, release.list_editions(trial.settings.path)
    assert edition is not None  # noqa: S101 - a trial has one
    known = {one["number"]: one for one in made}
    own = known.get(edition.number) if trial.is_kept else None
    mail = trial.settings.mail
    return ReleaseView(
        number=edition.number,
        fingerprint=edition.fingerprint,
        state="new" if own is None else "released" if own["approved_at"] else "made",
        approved_by=str(own["approved_by"] or "") if own else "",
        previous=trial.brief.changes.previous,
        differences=tuple(_list_differences(trial)),
        readers=tuple(_list_readers(trial.settings)),
        after=mail.after if mail else "",
        editions=tuple(_describe_editions(made)),
    )


def release_edition(config: Path, trial: Trial, fingerprint: str, who: str) -> str:
    """Make the edition that was looked at, if it is not made yet, and let it go; say so.

    Raises UserError where the brief is another by now: nothing is let go then that nobody saw.
    """
    edition = trial.brief.edition
    if edition is None or edition.fingerprint != fingerprint:
        raise _changed_error()
    outcome = build_edition(config, BuildOptions())
    newest = editions.newest_edition(trial.settings.output)
    if outcome.exit_code or newest is None or newest.fingerprint != fingerprint:
        lines = outcome.message.splitlines() or ["no edition was made"]
        raise _changed_error() if not outcome.exit_code else UserError(*map(_failed, lines))
    kept = release.approve_edition(config, newest.number, who)
    return f"Edition {kept.number} is released by {kept.approved_by}"


def _changed_error() -> UserError:
    message = "the brief has changed since you looked; nothing was released"
    return UserError(
        Problem(path="release", line=0, column=0, message=message, advice="look again")
    )


def _failed(line: str) -> Problem:
    return Problem(path="release", line=0, column=0, message=line)


def _list_differences(trial: Trial) -> Iterator[str]:
    """What differs from the edition that news are counted from, a line each."""
    changes = trial.brief.changes
    texts = {one.id: one.text for one in trial.brief.statements}
    for line in release.list_changes(changes):
        what, _, rest = line.partition(": ")
        yield f"{what}: {texts.get(rest, rest)}"


def _list_readers(settings: Settings) -> Iterator[ReaderRow]:
    if settings.mail is None:
        return
    titles = {one.slug: one.title for one in settings.sections}
    for one in all_readers(settings, settings.mail):
        yield ReaderRow(
            to=one.to,
            name=one.name,
            sections=", ".join(titles.get(slug, slug) for slug in one.sections) or "all",
            formats=", ".join(one.formats) or "the mail alone",
            when=one.send_when or "news",
        )


def _describe_editions(made: list[release.Json]) -> Iterator[str]:
    """Every edition in a line, the newest first."""
    for one in reversed(made):
        let_go = (
            f"released by {one['approved_by']} at {one['approved_at']}"
            if one["approved_at"]
            else "not released"
        )
        yield f"{one['number']}: made {one['made_at']}, {let_go}, sent to {one['sent_to']}"
