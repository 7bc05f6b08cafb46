"""What the words in and around a name say of its kind, and how strongly."""

from collections.abc import Sequence

from briefing.language import wordlist
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

_WORDS = wordlist.read("en", "words/name_evidence")

STRONG = 3
FAIR = 2
WEAK = 1

_IN = _WORDS.words("in")
_TO = _WORDS.words("to")
_STAKE = _WORDS.words("stake")
_OWNING, _SITES = _WORDS.words("owning"), _WORDS.words("sites")
_DEALS = _WORDS.words("deals")
_OF_A_BODY = _WORDS.words("of a body")
_WORKS = _WORDS.words("works")
_PARTISANS = _WORDS.words("partisans")
_ACTS_AS_BODY = _WORDS.words("acts as body")


def weigh_run(
    words: Words, name: int, last: int, *, led: bool, behind: bool, opens: bool
) -> tuple[EntityKind | None, int]:
    """The kind that a run [name, last) shows here and the strength of it; (None, 0) where
    nothing speaks.

    `led`: a title or a role stands before it; `behind`: an apposition follows;
    `opens`: the run opens its sentence, so that its capital proves nothing.
    """
    sure = _judge_known(words, name, last, led=led)
    if sure is not None:
        return sure
    if words.lower(name - 1) in THINGS and words.texts[name - 1].islower():
        return None, 0
    if last - name > 1:
        found = _judge_several(words, name, last, behind=behind)
        return _judge_around(words, name, last) if found[0] is None else found
    kind, strength = _judge_around(words, name, last)
    proved = words.lower(name - 1) == "the" or words.texts[name].isupper()
    return kind, strength if proved or not opens else min(strength, WEAK)


def _judge_known(words: Words, name: int, last: int, *, led: bool) -> tuple[EntityKind, int] | None:
    """The kind of a run that a list, a title before it or a noun in or before it shows for sure."""
    lowers = words.lowers[name:last]
    whole = " ".join(lowers)
    if _is_known_place(whole, words.texts[name]):
        return "place", STRONG
    if led and lowers[0] != "the" and not _is_thing(lowers):
        return "person", STRONG
    if _is_known_body(whole) or titles.is_body(words, name, last):
        return "body", STRONG
    if words.lower(name - 1) in OUTLET_HEADS:
        return "body", STRONG
    if lowers[-1] in PLACE_HEADS and len(lowers) > 1:
        return "place", STRONG
    return None


def _is_thing(lowers: Sequence[str]) -> bool:
    """Whether the last word of a run makes it a law, a building or a place, whatever leads it."""
    placed = len(lowers) > 1 and lowers[-1] in PLACE_HEADS and lowers[0] not in GIVEN
    return placed or lowers[-1] in _WORKS


def _is_known_place(whole: str, text: str) -> bool:
    """Whether the lists know a place of this name, in small letters, or its abbreviation where it
    is printed in capitals.
    """
    return whole in PLACES or (whole in COUNTRY_SHORT and text.isupper())


def _is_known_body(whole: str) -> bool:
    """Whether the lists know a body of this name, in small letters."""
    return whole in BODY_NAMES or whole in BODY_SHORT


def _is_listed_name(words: Words, name: int, last: int) -> bool:
    """The lists of names know a run as a full name, in either order of given name and family name.

    A given name that is also a word or a place asks for a surname that is none.
    """
    first, final = words.lowers[name].partition("-")[0], words.lowers[last - 1]
    if last - name > _LONGEST_NAME or final in THINGS or final in _PARTISANS:
        return False
    if first in GIVEN and first not in AMBIGUOUS_GIVEN and not _is_mere_word(final):
        return True
    if first in FAMILY_FIRST and _is_syllable_name(words.texts[name + 1 : last]):
        return True
    return first in GIVEN and _is_surname(final, listed=first in PLACES)


def _is_mere_word(word: str) -> bool:
    """Whether the dictionary has a word and no list of names, its plural's ending aside: "Stones"
    is a surname as "Stone" is.
    """
    forms = (word, word.removesuffix("s"))
    borne = any(form in WORD_SURNAMES or form in GIVEN for form in forms)
    return word in DICTIONARY and not borne


def _is_surname(word: str, *, listed: bool) -> bool:
    """Whether a word may be a surname: one that is `listed`, else one that is no other word."""
    return word in SURNAMES if listed else word not in DICTIONARY and word not in PLACES


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
    if words.lower(name - 1) != "the" and _is_listed_name(words, name, last):
        return "person", STRONG
    if _cannot_be_person(words, name, last):
        return None, 0
    if words.lowers[name] != "the" and (behind or _has_age_behind(words, last)):
        return "person", STRONG
    if is_introduced(words, name, last) or _acts_as_person(words, name, last):
        return "person", FAIR
    return ("person", WEAK) if _may_speak(words, name, last) else (None, 0)


def _cannot_be_person(words: Words, name: int, last: int) -> bool:
    """Whether a run opens with an abbreviation or ends in a word for followers."""
    return _is_capitals(words.texts[name]) or words.lowers[last - 1] in _PARTISANS


def _is_capitals(text: str) -> bool:
    """Whether a word is printed in capitals and is no initial."""
    return text.isupper() and len(text.rstrip(".")) > 1


def _acts_as_person(words: Words, name: int, last: int) -> bool:
    """Whether "who" follows a comma behind a run, or a name with a particle says something."""
    if words.lower(last) == ",":
        return words.lower(last + 1) in {"who", "whose"}
    parts = words.lowers[name + 1 : last]
    particles = any(word in PARTICLES or word.startswith(("al-", "el-")) for word in parts)
    return particles and words.lower(last) in SAYING_VERBS


def _may_speak(words: Words, name: int, last: int) -> bool:
    """Whether a verb of saying stands beside a run, or "who" behind it."""
    following = words.lower(last)
    spoken = words.lower(name - 1) in {"said", "says", "added"}
    return spoken or following in SAYING_VERBS or following == "who"


def _judge_around(words: Words, name: int, last: int) -> tuple[EntityKind | None, int]:
    """Judge a run by the words before and after it."""
    following, next_but_one = words.lower(last), words.lower(last + 1)
    owner = last - 1 in words.possessive
    if not owner and _heads_place(following, next_but_one):
        return "place", FAIR
    if following in _NOUNS or next_but_one in {"group", "union", "militia"}:
        return "body", FAIR
    if last - name == 1 and _is_acronym(words.texts[name]):
        return _judge_acronym(words.texts[name])
    found = _judge_preceded(words, name, last)
    if found[0] is None and following in _ACTS_AS_BODY and not owner:
        return "body", WEAK
    return found


def _heads_place(following: str, next_but_one: str) -> bool:
    """Whether the words behind a name say that it is a place's."""
    return following in PLACE_HEADS or next_but_one in {"facility", "province"}


def _judge_acronym(text: str) -> tuple[EntityKind | None, int]:
    """Judge a word made of capitals: a body, unless it is known to be none."""
    return (None, 0) if text.lower() in NO_BODIES else ("body", FAIR)


def _is_acronym(text: str) -> bool:
    """Whether a word is made of a few capitals."""
    return text.isupper() and text.isalpha() and 1 < len(text) <= _ACRONYM


def _judge_preceded(words: Words, name: int, last: int) -> tuple[EntityKind | None, int]:
    """Judge a run by the words before it, and by what is owned or said behind it."""
    before, earlier, following = words.lower(name - 1), words.lower(name - 2), words.lower(last)
    if (before == "of" and earlier in PLACE_HEADS) or _stands_at_site(words, name, following):
        return "place", FAIR
    if _is_called_body(before, earlier):
        return "body", FAIR
    if _is_dealt_with(before, earlier) or _owns_as_body(words, last, following):
        return "body", FAIR
    strength = _weigh_place(before, earlier, following)
    if strength:
        return "place", strength
    if _is_body_told(words, name, last) or _reports_as_body(words, name, last):
        return "body", FAIR
    return None, 0


def _stands_at_site(words: Words, name: int, following: str) -> bool:
    """Whether a name is of where a site stands that somebody else owns: "its X plant", "the firm's
    X mill"; "the X plant" may be X's.
    """
    owned = words.lower(name - 1) in _OWNING or name - 1 in words.possessive
    return owned and following in _SITES


def _is_called_body(before: str, earlier: str) -> bool:
    """Whether the words before a name say that a body has it: "carmaker X", "the board of X"."""
    return before in COMPANY_NOUNS or (before == "of" and earlier in OUTLET_HEADS)


def _is_dealt_with(before: str, earlier: str) -> bool:
    """Whether the words before a name tell of a deal with it: "a stake in X", "a merger with X"."""
    return earlier in _DEALS and before in {"in", "of", "with", "between"}


def _weigh_place(before: str, earlier: str, following: str) -> int:
    """How strongly a preposition before a name shows that it is a place, 0 where it doesn't."""
    if before in _IN and earlier not in _STAKE:
        return FAIR
    if before not in _TO or before == "of":
        return 0
    return FAIR if before == "from" and following == "in" else WEAK


def _reports_as_body(words: Words, name: int, last: int) -> bool:
    """Whether a name of one word with an article reports something: "the Chronicle wrote"."""
    reported = words.lower(last) in _REPORTS
    return reported and last - name == 1 and words.lower(name - 1) == "the"


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
