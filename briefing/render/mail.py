"""The mail: what most readers read of a brief, as a subject, plain text and HTML.

It says the bottom line, what is new to its reader and the sections' heads. Mail programs cut a page
at 102 KB of HTML, so lists are shortened until it fits; only what was withdrawn is never left out
of the text.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from briefing.model import Brief, Changed
from briefing.render import mail_frame, plain, wording
from briefing.render.mail_words import FrameWords, language_words
from briefing.render.templates import Templates
from briefing.render.view import JudgementView, PageView, StatementView

LARGEST = 100_000
"""Octets of HTML, some way under the 102 KB at which Gmail clips."""

_LIMITS = (40, 12, 6, 3, 1, 0)
_MOST = 1_000_000  # no list is that long


@dataclass(frozen=True, slots=True, kw_only=True)
class Slip:
    """What only the sending knows: whose language, what is attached, where to leave, whether it is
    a test.
    """

    language: str
    attached: tuple[str, ...] = ()
    leave: str = ""
    test: bool = False
    released: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Mail:
    """A mail as a reader sees it: a subject on one line, plain text, HTML with its style
    inlined.
    """

    subject: str
    text: str
    html: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """A section's head: its number and title, how much it holds, and how much of that is new to the
    reader.

    `lines` are the statements to show under it, `more` counts those left out.
    """

    number: int
    title: str
    count: int
    fresh: int
    lines: tuple[StatementView, ...]
    more: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """A statement changed or withdrawn: what the reader was told, what holds now ('' for nothing),
    why.
    """

    was: str
    now: str
    cause: str
    direction: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MailView:
    """What the mail's templates see as `mail`: texts ready to print, as on the page."""

    title: str
    marking: str
    edition: str
    cut_off: str
    date: str
    language: str
    direction: str
    text_language: str
    notice: str
    counts: str
    opening: str
    first: bool
    bottom_line: tuple[StatementView, ...]
    limits: tuple[str, ...]
    judgements: tuple[JudgementView, ...]
    heads: tuple[Head, ...]
    changed: tuple[Turn, ...]
    more_changed: int
    withdrawn: tuple[Turn, ...]
    more_withdrawn: int
    attached: tuple[str, ...]
    leave: str
    contact: str


def write_mail(brief: Brief, page: PageView, slip: Slip, templates: Templates) -> Mail:
    """Write the mail of `brief`, which holds what one reader gets, and of the `page` made of it.

    Raises UserError for a mistake in a template of the user's.
    """
    frame = language_words(slip.language)
    full = mail_view(brief, page, slip, _MOST)
    values = {"words": frame}
    head = full.marking + " | " if full.marking else ""
    subject = templates.render("mail.subject.txt.j2", {**values, "mail": full}, {})
    opening = " ".join(
        templates.render("mail.opening.txt.j2", {**values, "mail": full}, {}).split()
    )
    # The marking comes first whatever a user's template says.
    line = " ".join(subject.split())
    subject = line if line.startswith(full.marking) else head + line
    text = templates.render("mail.txt.j2", {**values, "mail": replace(full, opening=opening)}, {})
    html = ""
    for limit in _LIMITS:
        shown = replace(mail_view(brief, page, slip, limit), opening=opening)
        html = _inline_styles(
            templates.render(
                "mail.html.j2", {**values, "mail": shown}, {"style": templates.asset("mail.css")}
            )
        )
        if len(html.encode()) <= LARGEST:
            break
    return Mail(subject=subject, text=text, html=html)


def mail_view(brief: Brief, page: PageView, slip: Slip, limit: int) -> MailView:
    """What the templates see, with at most `limit` statements in a section and in a list."""
    frame, changes = language_words(slip.language), brief.changes
    english = frame is language_words("en")
    page = page if english else _page_in_frame(page, brief, frame)
    number = str(brief.edition.number) if brief.edition else ""
    changed = tuple(_make_turn(one, one.now) for one in changes.changed)
    withdrawn = tuple(_make_turn(one, "") for one in changes.withdrawn)
    first = changes.previous == 0
    counts = _change_counts(frame, len(changes.new), len(changed), len(withdrawn))
    cut_off = page.cut_off if english else _isolate_date(frame, _clean_or_empty(brief.as_of))
    day = brief.edition.made_at[:10] if brief.edition else ""
    made = wording.say_date(day) if english else _isolate_date(frame, day)
    opening = frame.first.format(counts=counts)
    if not first:
        opening = (frame.since if counts else frame.same).format(
            counts=counts, number=changes.previous
        )
    # What was withdrawn goes last of all: it is shortened only where nothing else is left to leave
    # out.
    spared = limit * 8 if limit else 60
    return MailView(
        title=page.title,
        marking=page.marking,
        edition=frame.edition.format(number=number),
        cut_off=cut_off,
        date=cut_off or made,
        language=slip.language,
        direction=frame.direction,
        text_language=page.language,
        notice=_test_notice(frame, slip),
        counts=counts,
        opening=opening,
        first=first,
        bottom_line=page.bottom_line,
        limits=page.limits,
        judgements=page.judgements[: max(limit, 3)],
        heads=tuple(
            _section_head(section.number, section.title, section.lines, limit, first=first)
            for section in page.sections
        ),
        changed=changed[:limit],
        more_changed=len(changed[limit:]),
        withdrawn=withdrawn[:spared],
        more_withdrawn=len(withdrawn[spared:]),
        attached=slip.attached,
        leave=slip.leave,
        contact=_clean_or_empty(brief.frame.contact),
    )


def _page_in_frame(page: PageView, brief: Brief, frame: FrameWords) -> PageView:
    """The page as far as mail shows it, with what we say of statements in the frame's
    words.
    """
    sections = tuple(
        replace(section, lines=mail_frame.framed_lines(section.lines, brief, frame))
        for section in page.sections
    )
    return replace(
        page,
        sections=sections,
        limits=mail_frame.framed_limits(page.limits, brief.gaps, frame),
        judgements=mail_frame.framed_judgements(page.judgements, brief.judgements, frame),
    )


def _make_turn(one: Changed, now: str) -> Turn:
    was = _clean_or_empty(one.was)
    return Turn(
        was=was,
        now=_clean_or_empty(now),
        cause=_clean_or_empty(one.cause),
        direction=plain.text_direction(was),
    )


def _section_head(
    number: int, title: str, lines: Sequence[StatementView], limit: int, *, first: bool
) -> Head:
    """A section's head: over its first statement in a first mail, else over what is new in
    it.
    """
    fresh = [line for line in lines if line.change == "new"]
    shown = tuple(lines[: min(1, limit)] if first else fresh[:limit])
    return Head(
        number=number,
        title=title,
        count=len(lines),
        fresh=0 if first else len(fresh),
        lines=shown,
        more=0 if first else len(fresh) - len(shown),
    )


def _change_counts(frame: FrameWords, new: int, changed: int, withdrawn: int) -> str:
    """Say how much is new, changed and withdrawn; '' where nothing is."""
    found = ((new, frame.new), (changed, frame.changed), (withdrawn, frame.withdrawn))
    return ", ".join(f"{count} {word}" for count, word in found if count)


def _test_notice(frame: FrameWords, slip: Slip) -> str:
    """Say that this is a test, and of what."""
    if not slip.test:
        return ""
    return frame.test if slip.released else f"{frame.test}, {frame.unreleased}"


def _isolate_date(frame: FrameWords, date: str) -> str:
    """Keep the parts of a date in their order where the words round it run from right to left."""
    return f"\u200e{date}\u200e" if date and frame.direction == "rtl" else date


def _clean_or_empty(text: str) -> str:
    return plain.clean_line(text)


def _inline_styles(html: str) -> str:
    """Put the style into the elements; what only a style sheet can say (dark, narrow) stays in the
    head.
    """
    import css_inline  # noqa: PLC0415 - only mail needs it

    inliner = css_inline.CSSInliner(
        load_remote_stylesheets=False, keep_style_tags=False, keep_at_rules=True
    )
    return inliner.inline(html)
