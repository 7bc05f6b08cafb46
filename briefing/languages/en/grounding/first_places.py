"""Where an article first has a word, in whatever case and number."""

from functools import lru_cache

from briefing.language import late

_WORD = late.pattern(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_LETTER = late.pattern(r"[^\W\d_]")
_VOWELS = frozenset("aeiou")
_KEEP = 16


def forms_of(noun: str) -> tuple[str, str, str]:
    """A noun as it stands, without its plural's ending, and with one."""
    single = single_form(noun)
    if single.endswith(("ch", "sh", "x", "ss")):
        return noun, single, f"{single}es"
    y = single.endswith("y") and single[-2:-1] not in _VOWELS
    return noun, single, f"{single[:-1]}ies" if y else f"{single}s"


def single_form(noun: str) -> str:
    """A noun without its plural's ending: "ferries" is "ferry", "churches" is "church"."""
    if noun.endswith("ies"):
        return f"{noun[:-3]}y"
    if noun.endswith(("ches", "shes", "xes", "sses")):
        return noun[:-2]
    return noun if noun.endswith("ss") else noun.removesuffix("s")


@lru_cache(maxsize=_KEEP)
def first_of(text: str, start: int, forms: frozenset[str]) -> int | None:
    """Where a text from `start` first has one of the words; None where it has none."""
    words = _WORD.finditer(text, start)
    return next((word.start() for word in words if word[0].lower() in forms), None)


def first_place(text: str, start: int, form: str, last: int) -> int:
    """Where a word in small letters first stands in a text from `start`, in whatever case, as a
    whole word; `last`, where it stands, if nowhere before that.
    """
    if not _WORD.fullmatch(form):
        return last
    lower = _in_small(text)
    if len(lower) != len(text):  # a letter that takes two in its small form
        words = _WORD.finditer(text, start, last)
        return next((word.start() for word in words if word[0].lower() == form), last)
    place = lower.find(form, start, last)
    while place >= 0:
        if _is_whole_word(text, place, place + len(form)):
            return place
        place = lower.find(form, place + 1, last)
    return last


def _is_whole_word(text: str, start: int, end: int) -> bool:
    """Whether no letter stands beside a stretch of letters, and no hyphen with a letter behind it:
    "co-owner" is a word of its own.
    """
    ahead, behind = text[max(0, start - 2) : start], text[end : end + 2]
    joined = ahead[-1:] == "-" and _LETTER.match(ahead) is not None
    goes_on = behind[:1] == "-" and _LETTER.match(behind[1:]) is not None
    return not (joined or goes_on or _LETTER.match(ahead[-1:]) or _LETTER.match(behind))


@lru_cache(maxsize=_KEEP)
def _in_small(text: str) -> str:
    """An article's text in small letters, for all of its descriptions."""
    return text.lower()
