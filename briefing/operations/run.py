"""What a timer calls: build if anything changed, send if there is something to send; safe to call
at any time.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from briefing import schedule
from briefing.edition import release
from briefing.edition.build import BuildOptions, Outcome, build_edition
from briefing.errors import Problem, UserError, WorkError
from briefing.job.progress import Progress, report_nothing
from briefing.mailing.send import SendOptions, send_due
from briefing.operations import alerts, last_good_config, run_log
from briefing.settings import Settings, read_config
from briefing.state import editions, idle

Send = Callable[[Path], Outcome]


@dataclass(frozen=True, slots=True, kw_only=True)
class RunOptions:
    """What the command line asks of one run.

    `wait` is how many seconds to wait for another run (None: as long as it takes); `due` does
    nothing unless the config's schedule says so; `resume` refuses to begin where no edition is on
    record, for machines that are made anew for each run.
    """

    wait: float | None = 0.0
    due: bool = False
    resume: bool = False
    tell: Progress = report_nothing


def send_owed(config: Path) -> Outcome:
    """Send what is owed. Raises as `send` does."""
    outcome = send_due(config, SendOptions()).outcome
    return replace(outcome, exit_code=0) if outcome.busy else outcome


def run(config: Path, options: RunOptions, post: Send = send_owed) -> Outcome:
    """Build and send, write down how it went, and tell the operator once of each cause of failure.

    Raises UserError and WorkError as `build` and `send` do, after telling the operator.
    """
    began = datetime.now(UTC)
    settings, teller = _read_settings(config, began)
    if options.due and not is_due(settings, began):
        return Outcome(message=idle.EARLY)
    if options.resume and not editions.kept_numbers(settings.output):
        advice = "bring the folder of editions back, or leave --resume out for the very first run"
        message = (
            "holds no edition, so this may be a machine to which the record was not brought back"
        )
        raise UserError(
            Problem(path=str(settings.output), line=0, column=0, message=message, advice=advice)
        )
    try:
        outcome = _build_and_send(config, options, settings, post)
    except (UserError, WorkError) as error:
        _close_run(
            settings,
            teller,
            began,
            Outcome(message=str(error), exit_code=2 if isinstance(error, UserError) else 1),
        )
        raise
    except Exception as error:
        _close_run(
            settings,
            teller,
            began,
            Outcome(message=f"a bug: {type(error).__name__}: {error}", exit_code=3),
        )
        raise
    if not outcome.busy:
        _close_run(settings, teller, began, outcome)
    return outcome


def _read_settings(config: Path, began: datetime) -> tuple[Settings, Settings]:
    """Read the config; give with it whose word on alerts counts, an older one's where this one's
    can't be read.

    Raises UserError for a config that is no YAML, after telling the operator.
    """
    try:
        settings, problems = read_config(config)
    except UserError as error:
        before = last_good_config.known_settings(config)
        if before is not None:
            _close_run(before, before, began, Outcome(message=str(error), exit_code=2))
        raise
    if not problems:
        last_good_config.keep_config(settings)
    elif not alerts.can_alert(settings):
        return settings, last_good_config.known_settings(config) or settings
    return settings, settings


def is_due(settings: Settings, now: datetime) -> bool:
    """Whether the schedule wants a run at `now`; without a schedule it always does."""
    if settings.schedule is None:
        return True
    last = run_log.read_newest(settings)
    began = datetime.fromisoformat(last.began) if last and last.exit_code == 0 else None
    return schedule.next_due(began, run_log.config_cadence(settings.schedule), now) <= now


def _next_due(settings: Settings, began: datetime) -> str:
    """When the schedule wants the run after one that began then; "" without a schedule."""
    if settings.schedule is None:
        return ""
    cadence = run_log.config_cadence(settings.schedule)
    return schedule.next_due(began, cadence, began).isoformat(timespec="seconds")


def _build_and_send(config: Path, options: RunOptions, settings: Settings, post: Send) -> Outcome:
    built = build_edition(
        config, BuildOptions(wait=options.wait, tell=options.tell, fetch=_fetches_sources(settings))
    )
    if built.edition is not None and settings.keep is not None:
        release.prune_editions(config, None)
    if built.busy or (settings.mail is None and not settings.channels):
        return built
    sent = post(config)
    return replace(
        built,
        message="\n".join(line for line in (built.message, sent.message) if line),
        exit_code=max(built.exit_code, sent.exit_code),
        problems=(*built.problems, *sent.problems),
    )


def _is_idle(settings: Settings) -> bool:
    """Whether a run has nothing to do but to build."""
    sends = settings.mail is not None or bool(settings.channels)
    return not sends and settings.keep is None and not _fetches_sources(settings)


def _fetches_sources(settings: Settings) -> bool:
    """Whether some source may lie on the network."""
    return any(source.kind != "folder" for source in settings.sources)


def _close_run(settings: Settings, teller: Settings, began: datetime, outcome: Outcome) -> None:
    """Write the run into the diary and, where it failed, tell the operator unless that is known
    already.
    """
    before = run_log.read_newest(settings)
    cause = alerts.failure_cause(outcome.exit_code, outcome.message)
    told = before.told if before else ""
    if cause and cause != told:
        told = cause if alerts.alert_operator(teller, outcome.message) else ""
    entry = run_log.RunEntry(
        began=began.isoformat(timespec="seconds"),
        ended=datetime.now(UTC).isoformat(timespec="seconds"),
        exit_code=outcome.exit_code,
        message=outcome.message,
        told=told if cause else "",
        idle=_is_idle(settings),
        due=_next_due(settings, began),
    )
    run_log.write_entry(settings, entry)
