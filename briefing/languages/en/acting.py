"""Which states a sentence has act, and who speaks for one."""

import re

from briefing.language import late, wordlist
from briefing.language.prefilter import make_ready
from briefing.languages.en.clauses.lists import section_words
from briefing.languages.en.clauses.predicates import PLAIN, VERBS
from briefing.languages.en.names.lists import COUNTRIES, COUNTRY_SHORT, STATE_OF

_AUXILIARIES = section_words("auxiliaries")
_SEATS = wordlist.read("en", "clauses/capitals")
_SPEAKING = tuple(
    (late.pattern(rf"(?<!\w){re.escape(name)}(?!\w)", re.IGNORECASE), state)
    for section in ("capitals", "seats")
    for name, state in _SEATS.table(section).items()
)
_SEATED = make_ready(seat for seat, _ in _SPEAKING)
_NAMES = sorted((re.escape(name) for name in (*COUNTRIES, *COUNTRY_SHORT)), key=len, reverse=True)
# "Norland has closed …", "Norland, which closed …", never "in Norland" or "Norland's".
_ACTS = late.pattern(
    rf"(?<![\w’'-])(?:the )?(?P<state>{'|'.join(_NAMES)})(?:, which| also| now| still)? "
    rf"(?P<verb>[a-z’']+)\b",
    re.IGNORECASE,
)
_NAME = late.pattern(r"\b(?:[A-Z][\w’.]*)(?:\s[A-Z][\w’.]*)?")
_BEHIND = late.pattern(
    r"\b(?:in|of|from|to|into|at|near|across|inside|outside|within|with) (?:the )?$",
    re.IGNORECASE,
)


def acting_states(text: str) -> frozenset[str]:
    """The states, in small letters, that a sentence has do something, by their own names.

    Where something is, who comes from where and whose people do it is no act of a state.
    """
    return frozenset(
        _full_name(found["state"])
        for found in _ACTS.finditer(text)
        if _is_written_as_name(found["state"])
        and not _BEHIND.search(text[: found.start()])
        and _is_verb(found["verb"].lower())
    )


def _full_name(form: str) -> str:
    return COUNTRY_SHORT.get(form.lower(), form).lower()


def _is_written_as_name(form: str) -> bool:
    """Whether a name has its capitals; "us" has none."""
    return form.isupper() if form.lower() in COUNTRY_SHORT else form[:1].isupper()


def _is_verb(word: str) -> bool:
    return word in _AUXILIARIES or word in VERBS or word in PLAIN or word.endswith("ed")


def seated_states(text: str) -> frozenset[str]:
    """The states, as printed, whose capital or seat of government a text names."""
    may_speak = (_SPEAKING[number] for number in _SEATED.possible(text))
    return frozenset(state for seat, state in may_speak if seat.search(text))


def named_states(text: str) -> set[str]:
    """The states that a text names, by name, by adjective or by abbreviation."""
    found: set[str] = set()
    for name in _NAME.findall(text):
        for form in (name, *name.split()):
            plain = form.removesuffix("’s").removesuffix("'s").rstrip(".’")
            if plain.lower() in COUNTRIES:
                found.add(plain)
            elif plain in STATE_OF:
                found.add(STATE_OF[plain])
            elif form.lower() in COUNTRY_SHORT and form.isupper():
                found.add(COUNTRY_SHORT[form.lower()])
    return found
