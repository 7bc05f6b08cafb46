"""The mail: what most readers read of a brief, as a subject, plain text and HTML.

It says the bottom line, what is new to its reader and the sections' heads. Mail programs cut a page
at 102 KB of HTML, so lists are shortened until it fits; only what was withdrawn is never left out
of the text.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from briefing.language.phrases import PLAIN, Phrases, find_phrases
from briefing.model import Brief, Changed, Document
from briefing.render import plain, wording
from briefing.render.page import view_page
from briefing.render.templates import Templates
from briefing.render.view import JudgementView, PageView, StatementView

LARGEST = 100_000
"""Octets of HTML, some way under the 102 KB at which Gmail clips."""

_OWN = "mail_"
NO_ASSETS: Mapping[str, str] = {}
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


def write_mail(
    brief: Brief, documents: Mapping[str, Document], slip: Slip, templates: Templates
) -> Mail:
    """Write the mail of `brief`, which holds what one reader gets; `documents` are its sources'
    texts, as `view_page` has them.

    Raises UserError for a mistake in a template of the user's.
    """
    page = view_page(brief, documents, language=slip.language)
    values = {"words": list_words(find_phrases(slip.language))}

    def render(name: str, mail: MailView, trusted: Mapping[str, str] = NO_ASSETS) -> str:
        return templates.render(name, {**values, "mail": mail}, trusted, slip.language)

    full = mail_view(brief, page, slip, _MOST)
    head = full.marking + " | " if full.marking else ""
    # The marking comes first whatever a user's template says.
    line = " ".join(render("mail.subject.txt.j2", full).split())
    subject = line if line.startswith(full.marking) else head + line
    opening = " ".join(render("mail.opening.txt.j2", full).split())
    text = render("mail.txt.j2", replace(full, opening=opening))
    html = ""
    for limit in _LIMITS:
        shown = replace(mail_view(brief, page, slip, limit), opening=opening)
        style = {"style": templates.asset("mail.css")}
        html = _inline_styles(render("mail.html.j2", shown, style))
        if len(html.encode()) <= LARGEST:
            break
    return Mail(subject=subject, text=text, html=html)


def list_words(words: Phrases) -> dict[str, str]:
    """The phrases that a mail's templates see as `words`, the mail's own by their short names."""
    said = {key: one for key, one in words.texts.items() if isinstance(one, str)}
    own = {key.removeprefix(_OWN): one for key, one in said.items() if key.startswith(_OWN)}
    return said | own


def mail_view(brief: Brief, page: PageView, slip: Slip, limit: int) -> MailView:
    """What the templates see, with at most `limit` statements in a section and in a list."""
    words, changes = find_phrases(slip.language), brief.changes
    number = brief.edition.number if brief.edition else 0
    changed = tuple(_make_turn(words, one, one.now) for one in changes.changed)
    withdrawn = tuple(_make_turn(words, one, "") for one in changes.withdrawn)
    first = changes.previous == 0
    counts = _change_counts(words, len(changes.new), len(changed), len(withdrawn))
    day = brief.edition.made_at[:10] if brief.edition else ""
    # What was withdrawn goes last of all: it is shortened only where nothing else is left to leave
    # out.
    spared = limit * 8 if limit else 60
    return MailView(
        title=page.title,
        marking=page.marking,
        edition=words.say("edition", number=number or ""),
        cut_off=page.cut_off,
        date=page.cut_off or wording.say_date(words, day),
        language=slip.language,
        direction=words.direction,
        text_language=plain.clean_line(brief.frame.language) or PLAIN,
        notice=_test_notice(words, slip),
        counts=counts,
        opening=_opening_words(words, counts, changes.previous),
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
        contact=plain.clean_line(brief.frame.contact),
    )


def _opening_words(words: Phrases, counts: str, previous: int) -> str:
    """Say what is new to the reader, since which brief."""
    if not previous:
        return words.say("mail_first", counts=counts)
    if counts:
        return words.say("mail_since", counts=counts, number=previous)
    return words.say("mail_same", number=previous)


def _make_turn(words: Phrases, one: Changed, now: str) -> Turn:
    was = plain.clean_line(one.was)
    return Turn(
        was=was,
        now=plain.clean_line(now),
        cause=words.retell(plain.clean_line(one.cause)),
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


def _change_counts(words: Phrases, new: int, changed: int, withdrawn: int) -> str:
    """Say how much is new, changed and withdrawn; '' where nothing is."""
    found = ((new, "mail_new"), (changed, "mail_changed"), (withdrawn, "mail_withdrawn"))
    return words.list_all(
        [words.say("mail_count", count=count, what=words.say(key)) for count, key in found if count]
    )


def _test_notice(words: Phrases, slip: Slip) -> str:
    """Say that this is a test, and of what."""
    if not slip.test:
        return ""
    unreleased = () if slip.released else (words.say("mail_unreleased"),)
    return words.list_all((words.say("mail_test"), *unreleased))


def _inline_styles(html: str) -> str:
    """Put the style into the elements; what only a style sheet can say (dark, narrow) stays in the
    head.
    """
    import css_inline  # noqa: PLC0415 - only mail needs it

    inliner = css_inline.CSSInliner(
        load_remote_stylesheets=False, keep_style_tags=False, keep_at_rules=True
    )
    return inliner.inline(html)
