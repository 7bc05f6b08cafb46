"""Who is owed what: the edition that may go, and every reader's standing with it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Protocol

from briefing.deliver import plan
from briefing.deliver.courier import Courier
from briefing.deliver.plan import DeliveryPolicy, Standing
from briefing.job.load import Job
from briefing.mailing import couriers, renditions
from briefing.mailing.renditions import Key, Shelf
from briefing.settings import Settings, addresses
from briefing.settings.mail import MailSettings, Recipient
from briefing.settings.readers import all_readers
from briefing.state import deliveries, editions, store
from briefing.state.ledger import Delivery

Clock = Callable[[], datetime]


class Counter(Protocol):
    """Where editions are handed out: to readers by mail, or to channels."""

    @property
    def job(self) -> Job:
        """What the config asks of a brief."""

    @property
    def store(self) -> store.Store:
        """The store, whose index of receipts is caught up with the journal."""

    @property
    def output(self) -> Path:
        """The folder of the brief and its editions."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """What a run of the mail works with. `clock` gives the time, aware."""

    settings: Settings
    job: Job
    mail: MailSettings
    recipients: tuple[Recipient, ...]
    clock: Clock
    store: store.Store

    @property
    def courier(self) -> Courier:
        """Who carries the messages."""
        return couriers.make_courier(self.settings, self.mail, self.job.courier)

    @property
    def output(self) -> Path:
        """The folder of the brief and its editions."""
        return self.settings.output

    @property
    def policy(self) -> DeliveryPolicy:
        """What the config decides about messages that did not arrive."""
        return DeliveryPolicy(
            unanswered=self.mail.unanswered,
            attempts=self.mail.attempts,
            retry_after=timedelta(minutes=self.mail.retry_after),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class DueRow:
    """A reader, what decides what they get, where they stand with the edition, and all receipts
    that count.
    """

    recipient: Recipient
    wanted: Key
    standing: Standing
    receipts: tuple[Delivery, ...]

    def last(self, number: int) -> Delivery | None:
        """The last receipt on an edition, if there is any."""
        return max(
            (one for one in self.receipts if one.edition == number),
            key=lambda one: one.at,
            default=None,
        )


def open_desk(settings: Settings, job: Job, opened: store.Store, clock: Clock) -> Desk | None:
    """Read the readers' list, and bring the record of mail up to date; None without `mail`.

    Raises UserError for mistakes in the list.
    """
    if settings.mail is None:
        return None
    desk = Desk(
        settings=settings,
        job=job,
        mail=settings.mail,
        recipients=all_readers(settings, settings.mail),
        clock=clock,
        store=opened,
    )
    deliveries.catch_up(desk.store, desk.output)
    return desk


def choose_edition(
    counter: Counter, after: str, *, unreleased: bool
) -> tuple[editions.Kept | None, list[str], bool]:
    """The newest edition that may go and has every format, why newer ones wait, and whether it
    is released.

    Where `after` is "build", every edition is. Before its release an edition may only be looked at,
    in a dry run or a test copy: then `unreleased`.
    """
    free = deliveries.released_editions(counter.store, counter.output)
    waiting: list[str] = []
    for number in reversed(editions.kept_numbers(counter.output)):
        kept = editions.read_manifest(counter.output / editions.FOLDER / f"{number:04d}")
        released = after == "build" or number in free
        missing = _missing_formats(counter.job, kept)
        if missing:
            waiting.append(f"Brief {number} is not sent: it lacks {', '.join(missing)}")
        elif released or unreleased:
            return kept, waiting, released
        else:
            waiting.append(release_advice(number))
    return None, waiting[:1], False


def release_advice(number: int) -> str:
    """Say that an edition was not let go yet, and how that is done."""
    return f"Brief {number} waits for approval: briefing approve lets it go"


def _missing_formats(job: Job, kept: editions.Kept) -> list[str]:
    """Name the files that the config promises, or that mail needs, and the edition lacks."""
    names = [renditions.file_of(job, kind) for kind in job.writers]
    return [name for name in dict.fromkeys((*names, renditions.BRIEF)) if name not in kept.files]


def open_edition(counter: Counter, kept: editions.Kept) -> Shelf:
    """Open an edition with what the readers were sent before."""
    known = deliveries.delivery_history(counter.store, counter.output)
    mailed = {one.edition for found in known.values() for one in found}
    numbers = [number for number in editions.kept_numbers(counter.output) if number < kept.number]
    since = min(mailed, default=kept.number)
    others = [
        editions.read_manifest(counter.output / editions.FOLDER / f"{number:04d}")
        for number in numbers
        if number >= since
    ]
    return renditions.open_shelf(counter.job, kept, others)


def due_rows(desk: Desk, opened: Shelf) -> Iterator[DueRow]:
    """Every reader with where they stand, in the order of the list."""
    name, now, number = desk.courier.name, desk.clock(), opened.kept.number
    known = deliveries.delivery_history(desk.store, desk.output)
    for recipient in desk.recipients:
        found = known.get(addresses.mailbox_key(recipient.to), ())
        counting = plan.of_courier(name, found)
        receipts = tuple(one for one in found if one in counting)
        last = max((one.at for one in receipts if one.outcome == "sent"), default="")
        ready = couriers.why_not_ready(
            recipient.cadence, datetime.fromisoformat(last) if last else None, now
        )
        standing = plan.judge_standing(number, receipts, desk.policy, now, ready=ready)
        wanted = renditions.rendition_key(
            tuple(dict.fromkeys(recipient.sections)), receipts, number
        )
        if (
            standing.state in {"due", "waiting"}
            and not standing.attempts
            and not _is_reason(opened, recipient, wanted)
        ):
            standing = Standing(state="nothing", words="nothing new for this reader")
        yield DueRow(recipient=recipient, wanted=wanted, standing=standing, receipts=receipts)


def _is_reason(opened: Shelf, recipient: Recipient, wanted: Key) -> bool:
    """Whether the edition's content is a reason to write to this reader."""
    made = renditions.make_rendition(opened, wanted)
    return plan.wants_edition(
        recipient.send_when or "news",
        first=not made.brief.changes.previous,
        news=made.news,
        material=made.material,
        withdrawn=bool(made.brief.changes.withdrawn),
    )
