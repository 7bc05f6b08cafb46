"""What the words in and around a name say of its kind, and how strongly."""

from briefing.languages.en.lexicon import OFFICES, SAYING_VERBS
from briefing.languages.en.names import titles
from briefing.languages.en.names.lists import (
    AMBIGUOUS_GIVEN,
    BODY_NAMES,
    BODY_SHORT,
    COMPANY_NOUNS,
    COUNTRY_SHORT,
    DICTIONARY,
    FAMILY_FIRST,
    GIVEN,
    NO_BODIES,
    OUTLET_HEADS,
    PARTICLES,
    PLACE_HEADS,
    PLACES,
    SURNAMES,
    THINGS,
    WORD_SURNAMES,
)
from briefing.languages.en.names.words import Words
from briefing.model import EntityKind

STRONG = 3
FAIR = 2
WEAK = 1

_IN = frozenset({"in", "near", "outside", "across", "around", "throughout"})
_TO = frozenset(
    {"at", "to", "from", "into", "via", "through", "leaving", "visiting", "toward", "towards", "of"}
)
_STAKE = frozenset({
    "stake", "stakes", "interest", "interests", "share", "shares", "investment", "investments",
    "confidence", "faith",
    "trust", "involved", "involvement", "believe", "believes", "invest", "invested", "partner",
    "control", "change",
    "workers", "engineers", "investors", "positions", "role", "equity", "holding", "holdings",
    "starred", "starring",
})  # fmt: skip
_DEALS = frozenset({
    "stake", "stakes", "shares", "merger", "partnership", "alliance", "acquisition", "takeover",
    "subsidiary",
    "restructuring", "bankruptcy", "ceo", "employees", "shareholders", "creditors", "owner",
    "owners",
})  # fmt: skip
_OF_A_BODY = frozenset({
    "workers", "employees", "employee", "shares", "plant", "plants", "stock", "stocks", "spokesman",
    "spokeswoman",
    "spokesperson", "officials", "official", "executives", "executive", "dealers", "dealer",
    "dealership",
    "dealerships",
    "management", "shareholders", "ceo", "cfo", "chief", "customers", "subsidiary", "headquarters",
    "users", "members",
    "fighters", "brand", "vehicles", "cars", "car", "factory", "factories", "board", "creditors",
    "restructuring",
    "bankruptcy", "sales", "supporters", "lawmakers", "correspondent", "reporter", "source",
    "sources",
})  # fmt: skip
_ACTS_AS_BODY = frozenset({
    "filed", "employs", "announced", "announces", "manufactures", "acquired", "merged", "sells",
    "owns", "operates",
    "laid", "reported", "published", "launched", "plans", "hopes", "manufactured", "produces",
    "posted",
})  # fmt: skip


def weigh_run(
    words: Words, name: int, last: int, *, led: bool, behind: bool, opens: bool
) -> tuple[EntityKind | None, int]:
    """The kind that a run [name, last) shows here and the strength of it; (None, 0) where
    nothing speaks.

    `led`: a title or a role stands before it; `behind`: an apposition follows;
    `opens`: the run opens its sentence, so that its capital proves nothing.
    """
    lowers = words.lowers[name:last]
    sure = _judge_known(words, name, last, led=led)
    if sure is not None:
        return sure
    if words.lower(name - 1) in THINGS and words.texts[name - 1].islower():
        return None, 0
    articled = words.lower(name - 1) == "the"
    if len(lowers) > 1 and not articled and _is_listed_name(words, name, last):
        return "person", STRONG
    found = _judge_several(words, name, last, behind=behind) if len(lowers) > 1 else (None, 0)
    if found[0] is not None:
        return found
    kind, strength = _judge_around(words, name, last)
    unproved = opens and not articled and len(lowers) == 1 and not words.texts[name].isupper()
    return kind, WEAK if strength and unproved else strength


def _judge_known(words: Words, name: int, last: int, *, led: bool) -> tuple[EntityKind, int] | None:
    """The kind of a run that a list, a title before it or a noun in or before it shows for sure."""
    lowers = words.lowers[name:last]
    whole = " ".join(lowers)
    if whole in PLACES or (whole in COUNTRY_SHORT and words.texts[name].isupper()):
        return "place", STRONG
    if led and lowers[0] != "the":
        return "person", STRONG
    if whole in BODY_NAMES or whole in BODY_SHORT or titles.is_body(words, name, last):
        return "body", STRONG
    if words.lower(name - 1) in OUTLET_HEADS:
        return "body", STRONG
    if lowers[-1] in PLACE_HEADS and len(lowers) > 1:
        return "place", STRONG
    return None


def _is_listed_name(words: Words, name: int, last: int) -> bool:
    """The lists of names know a run as a full name, in either order of given name and family name.

    A given name that is also a word or a place asks for a surname that is none.
    """
    lowers = words.lowers[name:last]
    first, final = lowers[0].partition("-")[0], lowers[-1]
    if len(lowers) > _LONGEST_NAME or final in THINGS:
        return False
    stem = final.removesuffix("s")  # "Stones" is a surname as "Stone" is
    borne = any(word in WORD_SURNAMES or word in GIVEN for word in (final, stem))
    plain = final in DICTIONARY and not borne
    if first in GIVEN and first not in AMBIGUOUS_GIVEN and not plain:
        return True
    if first in FAMILY_FIRST and _is_syllable_name(words.texts[name + 1 : last]):
        return True
    borne = final in SURNAMES if first in PLACES else not (final in DICTIONARY or final in PLACES)
    return first in GIVEN and borne


def _is_syllable_name(texts: list[str]) -> bool:
    """Words are a given name as East Asian names have it: two syllables in one word or with a
    hyphen.
    """
    if len(texts) != 1:
        return False
    one, hyphen, two = texts[0].partition("-")
    return bool(hyphen) and max(len(one), len(two)) <= _SYLLABLE and one.isalpha() and two.isalpha()


def _judge_several(
    words: Words, name: int, last: int, *, behind: bool
) -> tuple[EntityKind | None, int]:
    """Judge a run of several words that does not show its kind itself."""
    lowers = words.lowers[name:last]
    following = words.lower(last)
    if words.texts[name].isupper() and len(words.texts[name].rstrip(".")) > 1:
        return None, 0
    if lowers[0] != "the" and (behind or _has_age_behind(words, last)):
        return "person", STRONG
    if is_introduced(words, name, last):
        return "person", FAIR
    if (
        any(word in PARTICLES or word.startswith(("al-", "el-")) for word in lowers[1:])
        and following in SAYING_VERBS
    ):
        return "person", FAIR
    if following == "," and words.lower(last + 1) in {"who", "whose"}:
        return "person", FAIR
    if (
        following in SAYING_VERBS
        or words.lower(name - 1) in {"said", "says", "added"}
        or following == "who"
    ):
        return "person", WEAK
    return None, 0


def _judge_around(words: Words, name: int, last: int) -> tuple[EntityKind | None, int]:
    """Judge a run by the words before and after it."""
    following = words.lower(last)
    text = words.texts[name]
    next_but_one = words.lower(last + 1)
    owner = last - 1 in words.possessive
    if not owner and (following in PLACE_HEADS or next_but_one in {"facility", "province"}):
        return "place", FAIR
    if following in _NOUNS or next_but_one in {"group", "union", "militia"}:
        return "body", FAIR
    if text.isupper() and 1 < len(text) <= _ACRONYM and last - name == 1 and text.isalpha():
        return (None, 0) if text.lower() in NO_BODIES else ("body", FAIR)
    found = _judge_preceded(words, name, last)
    if found[0] is not None:
        return found
    if following in _ACTS_AS_BODY and not owner:
        return "body", WEAK
    return None, 0


def _judge_preceded(words: Words, name: int, last: int) -> tuple[EntityKind | None, int]:
    """Judge a run by the words before it, and by what is owned or said behind it."""
    before, earlier, following = words.lower(name - 1), words.lower(name - 2), words.lower(last)
    if before in COMPANY_NOUNS or (before == "of" and earlier in OUTLET_HEADS):
        return "body", FAIR
    if before == "of" and earlier in PLACE_HEADS:
        return "place", FAIR
    dealing = before in {"in", "of", "with", "between"} and earlier in _DEALS
    if dealing or _owns_as_body(words, last, following):
        return "body", FAIR
    if before in _IN and earlier not in _STAKE:
        return "place", FAIR
    if before in _TO and before != "of":
        return "place", FAIR if following == "in" and before == "from" else WEAK
    if _is_body_told(words, name, last):
        return "body", FAIR
    if before == "the" and following in _REPORTS and last - name == 1:
        return "body", FAIR
    return None, 0


def _is_body_told(words: Words, name: int, last: int) -> bool:
    """Whether somebody "told" a name of several words that opens with no given name, and the
    name's clause ends or goes on with "that" there.
    """
    before, earlier = words.lower(name - 1), words.lower(name - 2)
    told = (earlier if before == "the" else before) in {"told", "tells"}
    return (
        told
        and last - name > 1
        and words.lower(last) in {"that", ".", ","}
        and words.lowers[name] not in GIVEN
    )


def _owns_as_body(words: Words, last: int, following: str) -> bool:
    """Whether a noun behind the name belongs to bodies ("X workers", "X's shares")."""
    return following in _OF_A_BODY and words.texts[last] == following


def _has_age_behind(words: Words, last: int) -> bool:
    age = words.lower(last + 1)
    return (
        words.lower(last) == ","
        and age.isdigit()
        and len(age) <= _AGE_DIGITS
        and words.lower(last + 2) in {",", "."}
    )


def is_introduced(words: Words, name: int, last: int) -> bool:
    """Whether "…, coach, Name Surname," names the holder of the office before the comma."""
    return (
        words.lower(name - 1) == ","
        and words.lower(name - 2) in OFFICES
        and words.lower(last) in {",", "."}
    )


_REPORTS = frozenset(
    {
        "reported",
        "reports",
        "cited",
        "quoted",
        "wrote",
        "noted",
        "said",
        "says",
        "published",
        "revealed",
    }
)
_NOUNS = OUTLET_HEADS | COMPANY_NOUNS
_ACRONYM = 6
_AGE_DIGITS = 2
_LONGEST_NAME = 5
_SYLLABLE = 6
