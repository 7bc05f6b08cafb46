"""Named days: yesterday and today, weekdays and weekends, counted from the article's date."""

from datetime import date
from re import Match

from briefing.language import late, wordlist
from briefing.languages.en.dates import signs, terms
from briefing.languages.en.dates.meaning import (
    DateRule,
    Meaning,
    Scene,
    shift_days,
    unplaced_meaning,
    write_iso,
)
from briefing.languages.en.dates.terms import DAYTIME, WEEKDAY, WHICH

_WEEK = 7
_SATURDAY, _WEDNESDAY = 5, 2
_EARLIER = late.pattern(r"\b[Ee]arlier $")
_SINCE = late.pattern(r"\b[Ss]ince $")
_LEAD = 8
_SPAN = 40
_PATTERNS = wordlist.patterns("en", "words/day_patterns")
_THE_DAY = late.pattern(r"\b[Tt]he $")
_THROUGH = late.pattern(rf" (?:to|until|till|through) {WEEKDAY}\b")
# "Between Monday and Friday" is a stretch.
_STRETCH = late.pattern(rf"\b[Bb]etween (?:{WEEKDAY} and )?$")
_NO_DAY_AHEAD = late.pattern(r"\bof $")  # "the leaders of tomorrow"
_NAME_AHEAD = late.pattern(r"\b[A-Z][\w’'&.-]* $")
_JOINED = late.pattern(r"(?:^|\s)(?:And|But|Yet|Still),? $")
_OWNS = frozenset("’'")  # behind a day: "Today's tolls"
_NAMED_DAYS = {
    "the day before yesterday": -2,
    "yesterday": -1,
    "last night": -1,
    "last evening": -1,
    "today": 0,
    "tonight": 0,
    "this morning": 0,
    "this afternoon": 0,
    "this evening": 0,
    "tomorrow": 1,
    "the day after tomorrow": 2,
}


def _named_day(match: Match[str]) -> Meaning:
    """Read "today", unless the paragraph is telling of another day.

    "Earlier today" in a sentence that names a day is a part of that day; "Today" that opens a
    sentence in the present ("Today, most of the boats run on gas") is these times.
    """
    shift = next(
        days for name, days in _NAMED_DAYS.items() if match["name"].lower().startswith(name)
    )
    ahead = match.string[max(0, match.start() - _LEAD) : match.start()]
    if _is_title(match):
        return Meaning()
    if _NO_DAY_AHEAD.search(ahead) or _PATTERNS["no_day_behind"].match(match.string, match.end()):
        return Meaning()
    within = (
        _EARLIER.search(match.string, max(0, match.start() - _LEAD), match.start()) is not None
        and shift == 0
    )

    nowadays = match["name"] in {"Today", "today"} and _opens_sentence(match)
    nowadays = nowadays and match.string[match.end() : match.end() + 1] not in _OWNS
    lasting = _is_lasting(match)

    def at(published: date, scene: Scene) -> str | None:
        if scene.quoted or scene.astray:
            return None
        if nowadays and (lasting or not scene.has_tense()):
            return None
        if within and scene.beside is not None:
            return write_iso(scene.beside)
        elsewhere = scene.told_on_other(published)
        return None if elsewhere else write_iso(shift_days(published, shift))

    return Meaning(at=at)


def _is_lasting(match: Match[str]) -> bool:
    """Whether "today" tells how things are these days: "Today, it is often called …", "But today,
    most boats are of steel".
    """
    behind = "present_behind" if _is_joined(match) else "these_times"
    return _PATTERNS[behind].match(match.string, match.end()) is not None


def _is_joined(match: Match[str]) -> bool:
    """Whether only "and" or "but" stands ahead of an expression in its sentence."""
    ahead = match.string[max(0, match.start() - _LEAD) : match.start()]
    return _JOINED.search(ahead) is not None


def _is_title(match: Match[str]) -> bool:
    """Whether a named day is a title, or ends a name: "This Morning", "Radio Vellin Today"."""
    words = match["name"].split()
    if words[0] in {"This", "Last"}:
        return words[1][0].isupper()
    ahead = match.string[max(0, match.start() - _SPAN) : match.start()]
    return words[0] == "Today" and _NAME_AHEAD.search(ahead) is not None


def _read_weekday(match: Match[str]) -> Meaning:
    """Read "Monday": in a sentence about the past the latest one, up to the article's own day.

    Six days are far for a bare weekday: "on Friday" in an article of a Thursday is as often the
    next day, of which an article tells that went on longer than its date says. See `_is_too_far`.
    """
    wanted = terms.weekday_number(match["w"])
    owning = match.string.startswith(("’s", "'s"), match.end()) and _opens_sentence(match)
    owning = owning and not _PATTERNS["owned_ahead"].match(match.string, match.end())
    ahead = max(0, match.start() - _SPAN)
    some_day = _PATTERNS["any_day"].search(match.string, ahead, match.start())
    if some_day or _is_another(match):
        return Meaning()
    since = _SINCE.search(match.string, max(0, match.start() - _LEAD), match.start()) is not None

    def at(published: date, scene: Scene) -> str | None:
        if scene.quoted or _tells_of_other_week(published, scene):
            return None
        back = (published.weekday() - wanted) % _WEEK
        if since:  # whatever the verb: "could not be completed since Monday"
            return write_iso(shift_days(published, -back)) if back else None
        if scene.future:  # "Tuesday's outcome is unlikely to …" may be that of a vote gone by
            ahead = back and not owning
            return write_iso(shift_days(published, _WEEK - back)) if ahead else None
        meant = scene.past and not _is_too_far(published, scene, back)
        return write_iso(shift_days(published, -back)) if meant else None

    return Meaning(at=at)


def _tells_of_other_week(published: date, scene: Scene) -> bool:
    """Whether the last full date of a paragraph lies more than a week back, or ahead."""
    return scene.day is not None and not 0 <= (published - scene.day).days <= _WEEK


def _opens_sentence(match: Match[str]) -> bool:
    """Whether nothing of its sentence stands ahead of an expression, or only "and" or "but"."""
    ahead = match.string[max(0, match.start() - _LEAD) : match.start()]
    return _is_joined(match) or not ahead.strip() or "\n" in ahead or ahead.rstrip()[-1] in '.!?”"'


def _is_another(match: Match[str]) -> bool:
    """Whether what follows a weekday says that it is some other week's, every one, or a name."""
    text, end = match.string, match.end()
    behind = (_THROUGH, *(_PATTERNS[name] for name in ("of_another", "named_so", "nightly")))
    if any(pattern.match(text, end) for pattern in behind):
        return True
    start = match.start()
    first = max(0, start - _SPAN)
    ahead = (_STRETCH, *(_PATTERNS[name] for name in ("told_of", "paper_on", "titled_ahead")))
    if any(pattern.search(text, first, start) for pattern in ahead):
        return True
    led = _THE_DAY.search(text, first, start)
    return bool(led and _PATTERNS["of_something"].match(text, end))


def _is_too_far(published: date, scene: Scene, back: int) -> bool:
    """Whether a weekday `back` days ago may as well be the day after the article's.

    It may six days back, unless a verb in the past stands beside it and the article calls its own
    day by no name of a weekday. On a Sunday the week's own first day is meant; on a Saturday
    "Sunday" is as often the next day. (Tried on
    the 300 news articles of BASIL: of sixteen such days one was last week's, and all stay open.)
    """
    if back < _WEEK - 1 or published.weekday() > _SATURDAY:
        return False
    named = published.weekday() in scene.weekdays and published.weekday() != _SATURDAY
    return not scene.done or named


def _turned_weekday(match: Match[str]) -> Meaning:
    """Read "last Monday" where the latest Monday is also last week's; "next Friday" likewise."""
    wanted, turn = terms.weekday_number(match["w"]), terms.turn_of(match)

    def at(published: date, scene: Scene) -> str | None:
        ahead = wanted - published.weekday()
        against = (ahead < 0 and scene.future) or (ahead > 0 and scene.past)
        if scene.quoted or ahead * turn > 0 or (turn == 0 and against):
            return None
        return write_iso(shift_days(published, ahead + _WEEK * turn))

    return Meaning(at=at)


def _weekday_of_week(match: Match[str]) -> Meaning:
    wanted, turn = terms.weekday_number(match["w"]), terms.turn_of(match)
    return Meaning(
        at=lambda day, scene: (
            None
            if scene.quoted
            else write_iso(shift_days(day, wanted - day.weekday() + _WEEK * turn))
        )
    )


def _weekend_gone(which: str, weekday: int, scene: Scene) -> bool:
    """Say whether, on a day from Monday to Friday, the weekend meant can only be the one before."""
    if which == "the":
        return weekday <= _WEDNESDAY and not scene.future
    return which == "this" and weekday <= _WEDNESDAY and scene.past


def _read_weekend(match: Match[str]) -> Meaning:
    """Read "last weekend" and "over the weekend"; "this" and "next" are open where two readings
    exist.
    """
    which = match["which"].lower()

    def at(day: date, scene: Scene) -> str | None:
        weekday = day.weekday()
        saturday = shift_days(day, _SATURDAY - weekday - _WEEK)
        if weekday >= _SATURDAY and which != "last":
            saturday = (
                None if scene.future and which != "this" else shift_days(day, _SATURDAY - weekday)
            )
        elif which != "last" and not _weekend_gone(which, weekday, scene):
            return None
        sunday = shift_days(saturday, 1) if saturday else None
        return f"{write_iso(saturday)}/{write_iso(sunday)}" if saturday and sunday else None

    return Meaning(at=at)


_NAMED_SIGNS = tuple(name for name in _NAMED_DAYS if not name.startswith("the "))
_COUNTING = (
    "following",
    "previous",
    "preceding",
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "another",
    "next",
    "last",
)

RULES: tuple[DateRule, ...] = (
    DateRule(
        needs=(_NAMED_SIGNS,),
        pattern=late.pattern(
            rf"(?<![\w-])(?P<name>(?i:the day (?:before yesterday|after tomorrow)|yesterday"
            rf"|tomorrow)(?: {DAYTIME})?"
            rf"|[Tt]oday|[Tt]onight|(?i:last night|last evening|this morning|this afternoon|this "
            rf"evening))(?![\w-])"
        ),
        read=_named_day,
    ),
    DateRule(
        needs=(signs.WEEKDAY,),
        pattern=late.pattern(
            rf"(?<![\w-])(?<![Ee]very )(?<![Ee]ach )(?P<w>{WEEKDAY})(?:[ -]{DAYTIME})?(?![\w-])"
        ),
        read=_read_weekday,
    ),
    DateRule(
        needs=(signs.WEEKDAY, signs.WHICH),
        pattern=late.pattern(rf"\b{WHICH} (?P<w>{WEEKDAY})(?: {DAYTIME})?(?![\w-])"),
        read=_turned_weekday,
    ),
    DateRule(
        needs=(signs.WEEKDAY, (" week",)),
        pattern=late.pattern(rf"\b(?P<w>{WEEKDAY})(?: of)? {WHICH} week\b"),
        read=_weekday_of_week,
    ),
    DateRule(
        needs=(signs.WEEKDAY, (" week",)),
        pattern=late.pattern(rf"\b{WHICH} week (?:on )?(?P<w>{WEEKDAY})(?: {DAYTIME})?(?![\w-])"),
        read=_weekday_of_week,
    ),
    DateRule(
        needs=(("weekend",), signs.WHICH),
        pattern=late.pattern(rf"(?<!the )(?<!The )\b{WHICH} weekend\b(?! of\b)"),
        read=_read_weekend,
    ),
    DateRule(
        needs=(("the weekend",),),
        pattern=late.pattern(
            r"\b(?i:over|during|at|throughout|on) (?P<span>(?P<which>the) weekend)\b"
        ),
        read=_read_weekend,
    ),
    DateRule(
        needs=(signs.WEEKDAY, _COUNTING),
        pattern=late.pattern(
            rf"\b(?i:(?:the )?(?:following|previous|preceding|first|second|third|fourth|"
            rf"fifth|another)|the (?:next|last)) {WEEKDAY}(?: {DAYTIME})?(?![\w-])"
        ),
        read=unplaced_meaning,
    ),
)
