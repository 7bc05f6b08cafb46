"""Sending: the newest released edition to whoever is owed it, once."""

import os
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from itertools import groupby
from pathlib import Path

from briefing.deliver.courier import Carrier, CourierAnswer, Unreached
from briefing.deliver.message import Body, Message, address_message, message_id
from briefing.deliver.outbox import Outbox
from briefing.deliver.plan import Standing
from briefing.edition import feeds, render_edition
from briefing.edition.build import Outcome
from briefing.errors import Problem, UserError, WorkError
from briefing.job.load import load_job
from briefing.mailing import couriers, delivery_report, due_deliveries, postings, renditions
from briefing.mailing.delivery_report import Report
from briefing.mailing.due_deliveries import Clock, Desk, DueRow
from briefing.mailing.postings import REHEARSAL, Rooms
from briefing.mailing.renditions import Shelf
from briefing.render.mail import Slip
from briefing.settings import addresses
from briefing.settings.mail import Recipient
from briefing.state import deliveries, lock, store, witness
from briefing.state import ledger as ledgers
from briefing.state.ledger import Delivery, Ledger

_STAMP = "%Y-%m-%dT%H:%M:%SZ"


@dataclass(frozen=True, slots=True, kw_only=True)
class SendOptions:
    """What the command line asks: `dry_run` writes .eml files, `to` sends a test copy, `status`
    only reports.

    `clock` gives the time, aware; receipts, back-off and cadences go by it, the Date header by the
    time of making.
    """

    dry_run: bool = False
    to: str = ""
    status: bool = False
    clock: Clock = lambda: datetime.now(UTC)


def send_due(config: Path, options: SendOptions) -> Report:
    """Send the newest released edition to whoever is owed it: readers by mail, then channels.

    Exit code 1 where somebody should have it and is not known to. Raises UserError for mistakes in
    the config, the readers' list or the address of a test copy, WorkError where state or edition
    are not sound.
    """
    if options.to and not addresses.is_address(options.to):
        raise UserError(
            Problem(path="--to", line=0, column=0, message=f"{options.to!r} is not a mail address")
        )
    settings, job = load_job(config)
    if settings.mail is None and (options.to or not settings.channels):
        advice = "add `mail` to the config" if options.to else "add `mail` or `channels`"
        raise UserError(settings.tree.problem((), "there is nobody to send to", advice))
    opened = store.open_store(Path(witness.store_path(settings.path)))
    try:
        desk = due_deliveries.open_desk(settings, job, opened, options.clock)
        reports = [_run_send(desk, options)] if desk is not None else []
        if settings.channels and not options.to:
            rooms = Rooms(settings=settings, job=job, clock=options.clock, store=opened)
            reports.append(postings.post_due(rooms, dry_run=options.dry_run, status=options.status))
        return delivery_report.join_reports(reports)
    finally:
        opened.close()


def _run_send(desk: Desk, options: SendOptions) -> Report:
    """Choose the edition, and do with it what is asked."""
    kept, waiting, released = due_deliveries.choose_edition(
        desk, desk.mail.after, unreleased=bool(options.dry_run or options.to)
    )
    if kept is None:
        return Report(
            outcome=Outcome(
                message="\n".join(waiting) or "There is no brief yet: briefing build makes one"
            )
        )
    shelf = due_deliveries.open_edition(desk, kept)
    if options.to:
        return _send_test(desk, shelf, options.to, released=released)
    if options.dry_run:
        return _write_rehearsal(desk, shelf, released=released)
    if options.status:
        return delivery_report.make_report(
            desk, shelf, waiting, list(due_deliveries.due_rows(desk, shelf)), everyone=True
        )
    return _deliver_due(desk, shelf, waiting)


def _deliver_due(desk: Desk, shelf: Shelf, waiting: Sequence[str]) -> Report:
    """Send to everybody who is due, under the mail's lock."""
    held = lock.acquire_lock(desk.output / deliveries.MAIL_LOCK)
    if isinstance(held, lock.Holder):
        return Report(
            outcome=Outcome(message=f"Left to {held}, which is sending", exit_code=1, busy=True)
        )
    with held:
        with ledgers.open_ledger(desk.output) as ledger:
            deliveries.strand_intended(
                desk.store, desk.output, ledger, desk.clock().strftime(_STAMP)
            )
            due = [
                row for row in due_deliveries.due_rows(desk, shelf) if row.standing.state == "due"
            ]
            trouble = _carry_to_each(desk, shelf, due, ledger) if due else []
            if ledger.announced:
                ledger.rest(shelf.kept.number)
        deliveries.catch_up(desk.store, desk.output)
        feeds.write_feeds(desk.settings, desk.store)
        after = list(due_deliveries.due_rows(desk, shelf))
    addressed = {row.recipient.to for row in due}
    sent = sum(row.standing.state == "served" for row in after if row.recipient.to in addressed)
    report = delivery_report.make_report(desk, shelf, [*waiting, *trouble], after, sent=sent)
    return replace(report, renditions=len({row.wanted for row in due}))


def _carry_to_each(desk: Desk, shelf: Shelf, due: Sequence[DueRow], ledger: Ledger) -> list[str]:
    """Carry a message to each reader who is due; give what kept some from being tried, in words."""
    trouble: list[str] = []
    try:
        with desk.courier(desk.settings.base, desk.output) as carrier:
            for batch in _make_batches(desk, due):
                try:
                    body = _make_body(
                        desk,
                        shelf,
                        batch[0],
                        Slip(language=_reader_language(desk, batch[0].recipient)),
                    )
                except WorkError as error:
                    trouble.append(f"not made for {len(batch)} readers: {error}")
                    continue
                _carry_batch(desk, shelf, batch, body, (carrier, ledger))
    except Unreached as error:
        trouble.append(str(error))
    return trouble


def _carry_batch(
    desk: Desk, shelf: Shelf, batch: Sequence[DueRow], body: Body, way: tuple[Carrier, Ledger]
) -> None:
    """Send one body to all who get it. While some are served the disk is told of the next, as many
    as the pace asks.
    """
    _, ledger = way
    chunk, place, count = batch[:1], 0, 1
    while chunk:
        place += len(chunk)
        coming, began = batch[place : place + count], time.perf_counter()
        ledger.announce([_make_intent(desk, shelf, row) for row in coming])
        for row in chunk:
            _send_one(desk, row, body, _make_intent(desk, shelf, row), way)
        count, chunk = ledgers.announce_count(len(chunk), time.perf_counter() - began), coming


def _make_batches(desk: Desk, due: Sequence[DueRow]) -> list[list[DueRow]]:
    """Put readers together who get the same bytes, in the order of the list."""

    def same(row: DueRow) -> str:
        return repr(
            (
                row.wanted,
                _wanted_formats(desk, row.recipient),
                _reader_language(desk, row.recipient),
            )
        )

    order = {key: place for place, key in reversed(list(enumerate(map(same, due))))}
    ranked = sorted(due, key=lambda row: order[same(row)])
    return [list(batch) for _, batch in groupby(ranked, key=same)]


def _wanted_formats(desk: Desk, recipient: Recipient) -> tuple[str, ...]:
    wanted = recipient.formats or (("pdf",) if "pdf" in desk.job.writers else ())
    return tuple(dict.fromkeys(wanted))


def _reader_language(desk: Desk, recipient: Recipient) -> str:
    return recipient.language or desk.settings.brief.language


def _make_body(desk: Desk, shelf: Shelf, row: DueRow, slip: Slip) -> Body:
    """Make what one batch of readers gets. Raises WorkError where a format can't be made."""
    made = renditions.make_rendition(shelf, row.wanted)
    attached = renditions.make_artifacts(shelf, made, _wanted_formats(desk, row.recipient))
    leave = desk.mail.unsubscribe or desk.mail.from_
    shown = (
        leave.removeprefix("mailto:").partition("?")[0]
        if "{address}" not in leave
        else desk.mail.from_
    )
    return renditions.pack_mail(shelf, made, attached, replace(slip, leave=shown))


def _make_intent(desk: Desk, shelf: Shelf, row: DueRow) -> Delivery:
    """What is written down before a message goes."""
    own, number = couriers.make_sender(desk.settings, desk.mail), shelf.kept.number
    return Delivery(
        edition=number,
        recipient=addresses.mailbox_key(row.recipient.to),
        courier=desk.courier.name,
        message_id=message_id(own, desk.settings.brief.slug, number, row.recipient.to),
        outcome="intended",
        attempts=row.standing.attempts + 1,
        answer="",
        at=desk.clock().strftime(_STAMP),
        sections=row.wanted[0],
    )


def _send_one(
    desk: Desk, row: DueRow, body: Body, intent: Delivery, way: tuple[Carrier, Ledger]
) -> None:
    """Send one message: the intent before, the receipt after. Raises Unreached where nobody can be
    reached.
    """
    carrier, ledger = way
    before = [
        one.message_id
        for one in row.receipts
        if one.outcome == "sent" and one.edition < intent.edition
    ]
    written = _make_message(desk, row.recipient, body, intent.message_id, before)
    answer: CourierAnswer = carrier.carry(written, lambda: ledger.intend(intent))
    at = desk.clock().strftime(_STAMP)
    ledger.note(replace(intent, outcome=answer.fate, answer=answer.words, at=at))


def _make_message(
    desk: Desk, recipient: Recipient, body: Body, own: str, before: Sequence[str] = ()
) -> Message:
    sender = couriers.make_sender(desk.settings, desk.mail)
    return address_message(
        body,
        sender,
        (recipient.to, recipient.name),
        datetime.fromisoformat(render_edition.made_at()),
        (own, before),
    )


def _send_test(desk: Desk, shelf: Shelf, address: str, *, released: bool) -> Report:
    """Send a copy that counts for nothing: as the reader of that address gets it, else the whole
    brief.
    """
    known = {
        addresses.mailbox_key(row.recipient.to): row for row in due_deliveries.due_rows(desk, shelf)
    }
    stranger = Recipient(to=address)
    row = known.get(addresses.mailbox_key(address)) or DueRow(
        recipient=stranger,
        wanted=renditions.rendition_key((), (), shelf.kept.number),
        standing=Standing(state="due", words=""),
        receipts=(),
    )
    slip = Slip(language=_reader_language(desk, row.recipient), test=True, released=released)
    body = _make_body(desk, shelf, row, slip)
    sender, slug = couriers.make_sender(desk.settings, desk.mail), desk.settings.brief.slug
    own = message_id(
        sender, f"{slug}-test-{desk.clock():%Y%m%d%H%M%S%f}", shelf.kept.number, address
    )
    try:
        with desk.courier(desk.settings.base, desk.output) as carrier:
            answer = carrier.carry(_make_message(desk, row.recipient, body, own), lambda: None)
    except Unreached as error:
        return Report(
            outcome=Outcome(message=f"{address}: no test copy was sent: {error}", exit_code=1)
        )
    said = f"{address}: test copy of brief {shelf.kept.number} {answer.fate}: {answer.words}"
    return Report(outcome=Outcome(message=said, exit_code=0 if answer.fate == "sent" else 1))


def _write_rehearsal(desk: Desk, shelf: Shelf, *, released: bool) -> Report:
    """Write what would be sent now as .eml files, and send nothing."""
    folder = desk.output / REHEARSAL / f"{shelf.kept.number:04d}"
    for old in sorted(folder.glob("*.eml")):
        old.unlink()
    due = [row for row in due_deliveries.due_rows(desk, shelf) if row.standing.state == "due"]
    sender, slug = couriers.make_sender(desk.settings, desk.mail), desk.settings.brief.slug
    with Outbox(folder=folder, form="eml") as outbox:
        for batch in _make_batches(desk, due):
            body = _make_body(
                desk, shelf, batch[0], Slip(language=_reader_language(desk, batch[0].recipient))
            )
            for row in batch:
                own = message_id(sender, slug, shelf.kept.number, row.recipient.to)
                before = [one.message_id for one in row.receipts if one.outcome == "sent"]
                outbox.carry(_make_message(desk, row.recipient, body, own, before), lambda: None)
    where = os.path.relpath(folder) if folder.is_relative_to(Path.cwd()) else folder
    count = f"{len(due)} message{'s' * (len(due) != 1)}"
    lines = [f"Brief {shelf.kept.number}: {count} in {where}; nothing was sent"]
    if not released:
        lines.append(due_deliveries.release_advice(shelf.kept.number))
    return Report(
        outcome=Outcome(message="\n".join(lines)), number=shelf.kept.number, rows=tuple(due)
    )
