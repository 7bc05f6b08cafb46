"""The second look: what was put in brackets, asked by other means than put it there.

Dates are read from the bracket's own words and held against the weekday, the direction and the
dates beside them; names against the article's other words. One doubt and the sentence is not told.
Grounding ends with it, so `verify` asks it again. It does not find a wrong name that agrees with
all of these.
"""

import re
from datetime import date

from briefing.language import late
from briefing.language.draft import Change, Draft, Refused
from briefing.languages.en import lexicon
from briefing.languages.en.antecedents import nouns
from briefing.languages.en.names.lists import GIVEN

_DAY = late.pattern(r"\[(?P<day>\d{1,2}) (?P<month>[A-Z][a-z]+) (?P<year>\d{4})\]")
_YEAR = late.pattern(r"\[(?P<year>\d{4})\]")
_WEEKDAY = late.pattern(rf"(?i:\b({'|'.join(lexicon.WEEKDAYS)})\b)")
_BEHIND = late.pattern(r"(?i:\b(?:yesterday|last night|ago|last \w+|earlier this \w+))$")
_AHEAD = late.pattern(r"(?i:\b(?:tomorrow|from now|next \w+|later this \w+))$")
# "Was to be freed on Sunday" lies behind or ahead; "are suspended through Sunday" lies ahead.
_EITHER = late.pattern(
    r"(?i:(?<!that )(?<!which )\b(?:was|were) (?:not )?to (?:be |have )?[a-z]+\b[^,;.]{0,25}$)"
)
_LASTING = late.pattern(
    r"(?i:\b(?:is|are|stays?|remains?)\b[^,;.]{0,30}\b(?:until|till|through) \w+$)"
)
_STATED = late.pattern(r"\b(?:1[89]|20)\d{2}\b")
_REACH, _FAR = 30, 60  # characters ahead of a bracket that hold the expression which it dates
_NAME = late.pattern(r"\s*\b([^\W\d_][\w’'-]*)")
_ADDRESS = late.pattern(r"\b(?:M(?:rs?|s|iss)|Lady|Sir|Lord)\.? ")
_GIVEN = late.pattern(r"[^\W\d_]{3,}")
_OWNING = late.pattern(r"['’]s?$")  # a name takes its possessive's ending along
_ANOTHER = late.pattern(r"\b(?:[Tt]he other|[Aa]nother|[Aa] (?:different|second|third)) $")
_KIN = late.pattern(rf"['’]s? (?:\w+ )?(?:{'|'.join(sorted(nouns.KIN))}),? (?P<name>[A-Z][\w’'-]*)")
_HE = late.pattern(r"(?i:he|his|him)")
_SHE = late.pattern(r"(?i:she|her|hers)")
_WOMEN, _MEN = frozenset({"Mrs", "Ms", "Miss", "Lady"}), frozenset({"Mr", "Sir", "Lord"})


def refuse_doubtful(draft: Draft) -> Draft | Refused:
    """Refuse a draft one of whose brackets something else in the article speaks against."""
    for change in draft.changes:
        if change.op != "insert":
            continue
        if change.rule == "date" and _date_doubted(draft, change):
            return Refused(reason="a date in brackets is doubtful")
        if change.rule == "full-name" and _given_doubted(draft, change):
            return Refused(reason="a name in brackets is doubtful")
        if change.rule == "antecedent" and _sex_doubted(draft, change):
            return Refused(reason="a name in brackets is doubtful")
    return draft


def _date_doubted(draft: Draft, change: Change) -> bool:
    """Whether a date's weekday, direction or year speak against its bracket."""
    text = draft.reading.document.text
    ahead = text[max(draft.start, change.start - _REACH) : change.start]
    day = _bracket_day(change.text)
    if day is None:
        return bool(_YEAR.search(change.text) and _STATED.search(ahead[-5:]))
    named = _WEEKDAY.findall(ahead.rpartition(",")[2])
    if named and lexicon.WEEKDAYS.index(named[-1].lower()) != day.weekday():
        return True
    published = draft.reading.document.published
    said = text[max(draft.start, change.start - _FAR) : change.start].rstrip()
    return published is not None and _lies_astray(said, day, published.value)


def _lies_astray(said: str, day: date, published: str) -> bool:
    """Whether a day that words place behind or ahead of the day of publication lies on its other
    side; False where that day isn't known.
    """
    if _WEEKDAY.search(said) and _EITHER.search(said):
        return True
    if len(published) != len("2025-11-17"):
        return False
    own = day.isoformat()
    if _LASTING.search(said) and own < published:
        return True
    too_late = bool(_BEHIND.search(said)) and own > published
    return too_late or (bool(_AHEAD.search(said)) and own < published)


def _bracket_day(bracket: str) -> date | None:
    """Read a full day from the words of a bracket; None for anything wider."""
    found = _DAY.search(bracket)
    if found is None or found["month"].lower() not in lexicon.MONTHS:
        return None
    month = lexicon.MONTHS.index(found["month"].lower()) + 1
    try:
        return date(int(found["year"]), month, int(found["day"]))
    except ValueError:
        return None


def _given_doubted(draft: Draft, change: Change) -> bool:
    """Whether a given name put in is an ordinary word of the article: "[Killed] Berg".

    Where the article writes both names inside a sentence ("met Mark Berg"), the word is a name.
    """
    if not change.text.startswith("["):
        return False  # an abbreviation in full, behind it
    text = draft.reading.document.text
    given = change.text.strip("[] ")
    if _ANOTHER.search(text, max(0, change.start - _FAR), change.start):
        return True
    named = _NAME.match(text, change.end)
    surname = _OWNING.sub("", named[1]) if named else ""
    if named and _is_own_kin(text, named.start(1) + len(surname), given):
        return True
    return not _writes_both(text, given, surname) and _is_ordinary(text, given)


def _writes_both(text: str, given: str, surname: str) -> bool:
    """Whether an article writes both names inside a sentence ("met Mark Berg")."""
    both = rf"(?<=[a-z,] ){re.escape(given)} {re.escape(surname)}\b" if surname else "(?!)"
    return re.search(both, text) is not None


def _is_ordinary(text: str, given: str) -> bool:
    """Whether a word of a given name stands in an article in small letters, too."""
    small = [word.lower() for word in _GIVEN.findall(given) if word.lower() in text]
    return any(re.search(rf"(?<![\w’'-]){re.escape(word)}(?![\w’'-])", text) for word in small)


def _is_own_kin(text: str, end: int, given: str) -> bool:
    """Whether somebody would be his own kin: "[Ann] Berg’s sister Ann"."""
    behind = _KIN.match(text, end)
    return behind is not None and behind["name"] == given.split(maxsplit=1)[0]


def _address_forms(text: str, surname: str) -> set[str]:
    """The forms of address that an article has before a surname."""
    address = re.compile(
        rf"\b(?P<how>Mr|Mrs|Ms|Miss|Lady|Sir|Lord)\.? (?:[A-Z][\w’'-]* )?{re.escape(surname)}\b"
    )
    return {match["how"] for match in address.finditer(text)}


def _sex_doubted(draft: Draft, change: Change) -> bool:
    """Whether the article addresses whom a pronoun is said to mean as the other sex."""
    text = draft.reading.document.text
    named = re.findall(r"[^\W\d_][\w’'-]*", change.text)
    if not named or not _ADDRESS.search(text):
        return False
    forms = _address_forms(text, named[-1].removesuffix("’s").removesuffix("'s"))
    women, men = forms & _WOMEN, forms & _MEN
    if women and men:  # a couple: whom "Mr." means is told by the given name alone
        return GIVEN.get(named[0].lower()) is None
    replaced = text[change.start : change.end].strip() or text[change.end : change.end + 4]
    if _HE.match(replaced) and not replaced.lower().startswith("her"):
        return bool(women)
    return bool(_SHE.match(replaced) and men)
