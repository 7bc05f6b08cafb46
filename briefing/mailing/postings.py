"""Bringing the newest released edition to chat rooms and folders, once each.

The rules are those of mail (`send`): the same lock, journal, receipts and standing. A channel has
one row in the journal for each edition: its name stands where a reader's address would.
"""

import hashlib
import os
from dataclasses import dataclass, field, replace
from pathlib import Path

from briefing.deliver import plan
from briefing.deliver.channel import Channel, NewsList, PostedLine, Posting
from briefing.deliver.courier import Unreached
from briefing.deliver.plan import Standing
from briefing.edition import feeds
from briefing.edition.build import Outcome
from briefing.errors import WorkError
from briefing.job.load import Job
from briefing.language.phrases import Phrases, find_phrases
from briefing.mailing import delivery_report, due_deliveries, renditions
from briefing.mailing.delivery_report import ChannelRow, Report
from briefing.mailing.due_deliveries import Clock
from briefing.mailing.renditions import Key, Shelf
from briefing.render.mail import MailView, Slip, Turn, mail_view
from briefing.render.page import view_page
from briefing.render.view import StatementView
from briefing.settings import Settings
from briefing.state import atomic, deliveries, editions, lock, store
from briefing.state import ledger as ledgers
from briefing.state.ledger import Delivery, Ledger

REHEARSAL = "dry-run"
_STAMP = "%Y-%m-%dT%H:%M:%SZ"
_LINES = 40  # of a section's news that are looked at; channels show fewer


@dataclass(frozen=True, slots=True, kw_only=True)
class Rooms:
    """What a run works with that brings editions to channels. `clock` gives the time, aware;
    `shelves` keeps the editions that were opened.
    """

    settings: Settings
    job: Job
    clock: Clock
    store: store.Store
    shelves: dict[int, Shelf] = field(default_factory=dict)

    @property
    def output(self) -> Path:
        """The folder of the brief and its editions."""
        return self.settings.output

    def open_shelf(self, kept: editions.Kept) -> Shelf:
        """The edition, opened once."""
        if kept.number not in self.shelves:
            self.shelves[kept.number] = due_deliveries.open_edition(self, kept)
        return self.shelves[kept.number]


@dataclass(frozen=True, slots=True, kw_only=True)
class Errand:
    """A channel with the edition that it is due, if there is any, and what is new to it in that."""

    row: ChannelRow
    shelf: Shelf | None = None
    wanted: Key = ((), ())
    notes: tuple[str, ...] = ()
    released: bool = False


def post_due(rooms: Rooms, *, dry_run: bool = False, status: bool = False) -> Report:
    """Bring the newest released edition to every channel that is owed it, or only look.

    Exit code 1 where a channel should have it and is not known to. Raises as `send.send_due`.
    """
    deliveries.catch_up(rooms.store, rooms.output)
    if dry_run:
        return _write_previews(rooms)
    trouble: list[str] = []
    if not status:
        held = lock.acquire_lock(rooms.output / deliveries.MAIL_LOCK)
        if isinstance(held, lock.Holder):
            said = f"Channels left to {held}, which is sending"
            return Report(outcome=Outcome(message=said, exit_code=1, busy=True))
        with held:
            trouble = _post_each(rooms)
            feeds.write_feeds(rooms.settings, rooms.store)
    errands = [_find_errand(rooms, channel) for channel in rooms.job.channels]
    notes = dict.fromkeys(note for one in errands for note in one.notes)
    rows = [one.row for one in errands]
    return delivery_report.report_channels([*notes, *trouble], rows, everyone=status)


def _post_each(rooms: Rooms) -> list[str]:
    """Post to each channel that is due; give what kept some from being tried, in words."""
    trouble: list[str] = []
    with ledgers.open_ledger(rooms.output) as ledger:
        at = rooms.clock().strftime(_STAMP)
        deliveries.strand_intended(rooms.store, rooms.output, ledger, at)
        for channel in rooms.job.channels:
            errand = _find_errand(rooms, channel)
            if errand.row.standing.state != "due":
                continue
            try:
                _post_one(rooms, channel, errand, ledger)
            except Unreached as error:
                trouble.append(str(error))
    deliveries.catch_up(rooms.store, rooms.output)
    return trouble


def _find_errand(rooms: Rooms, channel: Channel, *, unreleased: bool = False) -> Errand:
    """Where a channel stands with the edition that it should have."""
    kept, waiting, released = due_deliveries.choose_edition(
        rooms, channel.after, unreleased=unreleased
    )
    if kept is None:
        standing = Standing(state="nothing", words="no edition may go yet")
        row = ChannelRow(channel=channel, number=0, standing=standing, receipt=None)
        return Errand(row=row, notes=tuple(waiting))
    known = deliveries.delivery_history(rooms.store, rooms.output).get(channel.name, ())
    shelf = rooms.open_shelf(kept)
    wanted = renditions.rendition_key((), known, kept.number)
    standing = plan.judge_standing(kept.number, known, channel.policy, rooms.clock())
    fresh = standing.state == "due" and not standing.attempts
    if fresh and not _is_reason(shelf, channel, wanted):
        standing = Standing(state="nothing", words="nothing new for this channel")
    last = max((one for one in known if one.edition == kept.number), key=_when, default=None)
    row = ChannelRow(channel=channel, number=kept.number, standing=standing, receipt=last)
    return Errand(row=row, shelf=shelf, wanted=wanted, notes=tuple(waiting), released=released)


def _when(receipt: Delivery) -> str:
    return receipt.at


def _is_reason(shelf: Shelf, channel: Channel, wanted: Key) -> bool:
    """Whether the edition's content is a reason to post it there."""
    made = renditions.make_rendition(shelf, wanted)
    return plan.wants_edition(
        channel.send_when,
        first=not made.brief.changes.previous,
        news=made.news,
        material=made.material,
        withdrawn=bool(made.brief.changes.withdrawn),
    )


def _post_one(rooms: Rooms, channel: Channel, errand: Errand, ledger: Ledger) -> None:
    """Post one edition: the intent before, the receipt after. Raises Unreached where nothing could
    go.
    """
    posting = make_posting(rooms, channel, errand)
    intent = Delivery(
        edition=posting.number,
        recipient=channel.name,
        courier=channel.kind,
        message_id=posting.id,
        outcome="intended",
        attempts=errand.row.standing.attempts + 1,
        answer="",
        at=rooms.clock().strftime(_STAMP),
    )
    with channel(rooms.settings.base) as poster:
        answer = poster.post(posting, lambda: ledger.intend(intent))
    at = rooms.clock().strftime(_STAMP)
    ledger.note(replace(intent, outcome=answer.fate, answer=answer.words, at=at))


def make_posting(rooms: Rooms, channel: Channel, errand: Errand) -> Posting:
    """What a channel is told of its edition: the bottom line, and what is new since its last."""
    shelf = errand.shelf
    if shelf is None:
        message = f"{channel.name}: there is no edition to post"
        raise WorkError(message)
    made = renditions.make_rendition(shelf, errand.wanted)
    language = channel.language or rooms.settings.brief.language
    page = view_page(made.brief, made.brief.documents, language=language)
    view = mail_view(made.brief, page, Slip(language=language), _LINES)
    words = find_phrases(language)
    bottom_line = tuple(map(_tell_line, view.bottom_line))
    number, slug = shelf.kept.number, rooms.settings.brief.slug
    code = hashlib.sha256(f"{slug}\0{number}\0{channel.name}".encode()).hexdigest()[:20]
    return Posting(
        id=f"{slug}.{number}.{code}",
        number=number,
        folder_name=shelf.kept.folder.name,
        slug=slug,
        title=view.title,
        marking=view.marking,
        edition=view.edition,
        date=view.date,
        opening=view.opening,
        heading=words.say("bottom_line"),
        bottom_line=bottom_line or (PostedLine(text=words.say("no_bottom_line")),),
        news=_list_news(view, words),
        files=_list_files(shelf.kept.folder),
    )


def _list_news(view: MailView, words: Phrases) -> tuple[NewsList, ...]:
    """What was withdrawn, what changed and what is new, in the order of their weight."""
    lines = () if view.first else [line for one in view.heads for line in one.lines]
    fresh = tuple(map(_tell_line, lines))
    unseen = sum(one.more for one in view.heads)
    more = words.say("mail_more", count="{count}")
    found = (
        ("mail_withdrawn", tuple(map(_tell_turn, view.withdrawn)), view.more_withdrawn),
        ("mail_changed", tuple(map(_tell_turn, view.changed)), view.more_changed),
        ("mail_new", fresh, unseen),
    )
    return tuple(
        NewsList(heading=words.say(key), lines=lines, more=more, hidden=hidden)
        for key, lines, hidden in found
        if lines
    )


def _tell_line(line: StatementView) -> PostedLine:
    """A statement with whose it is and how it is said: a room shows no footnotes."""
    note = "; ".join(part for part in (line.voice, line.saying) if part)
    return PostedLine(text=line.text, note=note)


def _tell_turn(turn: Turn) -> PostedLine:
    """What holds now, or what is not told any more, and why: what made room is not taken back."""
    return PostedLine(text=turn.now or turn.was, note=turn.cause)


def _list_files(folder: Path) -> dict[str, Path]:
    """An edition's files by their paths inside its folder."""
    found = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path for path in found}


def _write_previews(rooms: Rooms) -> Report:
    """Write what channels would get now, and post nothing."""
    written: list[Path] = []
    rows: list[ChannelRow] = []
    notes: list[str] = []
    for channel in rooms.job.channels:
        errand = _find_errand(rooms, channel, unreleased=True)
        rows.append(errand.row)
        if errand.shelf is None or errand.row.standing.state != "due":
            continue
        suffix, content = channel.preview(make_posting(rooms, channel, errand))
        folder = rooms.output / REHEARSAL / errand.shelf.kept.folder.name
        folder.mkdir(parents=True, exist_ok=True)
        written.append(folder / f"{channel.name}.{suffix}")
        atomic.write_atomically(written[-1], content, 0o600)
        if not errand.released:
            notes = [due_deliveries.release_advice(errand.row.number)]
    names = ", ".join(
        os.path.relpath(path) if path.is_relative_to(Path.cwd()) else str(path) for path in written
    )
    head = f"Channels: {names}; nothing was posted" if names else "Channels: nothing is due"
    outcome = Outcome(message="\n".join([head, *notes]))
    return Report(outcome=outcome, channels=tuple(rows))
