"""The words of a sentence with what each does there: determiner, verb, name, noun, by the words
beside it.
"""

from collections.abc import Callable, Container, Iterable, Sequence
from dataclasses import dataclass, replace

from briefing.language import late
from briefing.languages.en import lexicon
from briefing.languages.en.clauses.lists import WORDS, section_words
from briefing.languages.en.clauses.predicates import NOUNS, PARTICLED, PASTS, VERBS
from briefing.languages.en.names.lists import DEMONYMS

# The first branch is a short cut: of letters alone the others would make the same.
_WORD = late.pattern(
    r"[A-Za-z]+(?=[ ,])|\d+(?:,\d{3})*(?:\.\d+)?(?:%|[a-z]{1,2}\b)?|[$€£]|(?:[A-Z]\.)+[A-Z]?"
    r"|(?:Jr|Sr|Mr|Mrs|Ms|Dr|Rev|Sen|Rep|Gov|Gen|Lt|Col|St)\."
    r"|[^\W\d_][\w]*(?:[-‐‑.][^\W_]\w*)*|n[’']t|\S"
)
_TIMES = frozenset(word.lower() for word in (*lexicon.MONTHS, *lexicon.WEEKDAYS)) | frozenset(
    "yesterday today tomorrow tonight morning evening afternoon night".split()
)
_CLOSED: dict[str, str] = {
    **{
        word: tag
        for tag, section in (
            ("adverb", "adverbs"),
            ("subordinator", "subordinators"),
            ("pronoun", "pronouns"),
            ("preposition", "prepositions"),
            ("determiner", "determiners"),
            ("auxiliary", "auxiliaries"),
            ("not", "negations"),
        )
        for word in WORDS.entries(section)
    },
    **dict.fromkeys(_TIMES - {"may"}, "time"),
    **dict.fromkeys(section_words("numbers"), "number"),
    **dict.fromkeys(("and", "or", "&"), "and"),
    "to": "to",
    "but": "stop",
}
_NUMBERS = section_words("numbers")
_CAPITALS = frozenset({"May", "US"})  # what else they are in small letters
_PLURALS = frozenset({"they", "we", "i", "you", "people", "police"})
_NOUNISH = frozenset({"noun", "name", "pronoun"})
_SUBJECTS = _NOUNISH | {"subordinator"}
_OPENS = frozenset({"determiner", "name", "number", "pronoun", "money"})
_BOUNDS = frozenset(WORDS.entries("bounds"))
_BOUNDING = frozenset(bound.split()[0] for bound in _BOUNDS)
_TITLES = frozenset(f"{title}." for title in "Mr Mrs Ms Dr Rev Sen Rep Gov Gen Lt Col".split())
_OLDEST = 120  # years: what a number between commas behind a name is below it
_WRITTEN_ON = frozenset({"’", "'", "s", "t"})  # what may be parted from the word before it
_ENDING = 3  # letters before -ed or -ing in a verb
_VERB_FORMS = frozenset(
    (*VERBS, *(verb.split()[0] for verb in VERBS), *PASTS, *PARTICLED, *lexicon.SAYING_VERBS)
)
_VERB_ENDINGS = ("ing", "ed")
_SHORT = 4  # letters of "only" and "fly", which are no adverbs by their ending


@dataclass(slots=True, kw_only=True)  # not frozen: an article has many, half as dear to make
class Token:
    """A word in its place; `lower` without an owner's ending, which `owner` tells."""

    text: str
    lower: str
    start: int
    end: int
    tag: str
    owner: bool = False


def holds_word(tokens: Iterable[Token], words: Container[str]) -> bool:
    """Whether one of some words, in small letters, stands among tokens."""
    for token in tokens:  # noqa: SIM110 - a generator costs twice the time
        if token.lower in words:
            return True
    return False


def tag_tokens(
    text: str, start: int, end: int, named: Callable[[int], bool], dated: Callable[[int], bool]
) -> tuple[Token, ...]:
    """The tokens of `text[start:end]`; `named`, `dated`: whether a name or date stands at an
    offset.

    Tags: determiner, preposition, subordinator, pronoun, auxiliary, not, adverb, to, and, comma,
    stop, number, money, time, name, noun, verb, ing. What may be noun or verb is a verb only where
    the words beside it leave no doubt.
    """
    rough = []
    for found in _WORD.finditer(text, start, end):
        word, place = found[0], found.start()
        lower = word.lower()
        tag = "time" if dated(place) else _CLOSED.get(lower, "")
        if not tag or (word in _CAPITALS and tag != "time"):
            tag = _tag_alone(word, lower)
        if tag == "noun" and _is_name(word, place, start, named):
            tag = "name"
        rough.append(Token(text=word, lower=lower, start=place, end=place + len(word), tag=tag))
    joined = _free_bounds(_drop_ages(_join_owners(rough)))
    return tuple(
        [
            _settle_token(joined, place) if _may_be_verb(token) else token
            for place, token in enumerate(joined)
        ]
    )


def _tag_alone(word: str, lower: str) -> str:
    """The tag of a word by itself that is no closed one, "noun" for any open one."""
    if word == "May":
        return "time"
    if not word[0].isalnum():
        return _mark_tag(word)
    if word[0].isdigit() or ("-" in lower and _NUMBERS.issuperset(lower.split("-"))):
        return "number"
    return _open_tag(lower)


def _open_tag(lower: str) -> str:
    """The tag of a word of no closed class: an adverb by its ending, else a noun."""
    return "adverb" if lower.endswith("ly") and len(lower) > _SHORT else "noun"


def _mark_tag(word: str) -> str:
    if word in {"$", "€", "£"}:
        return "money"
    if word in {"’", "'", "s"}:
        return "owner"
    return "comma" if word in {",", "–", "—", "(", ")", "-"} else "stop"


def _is_name(word: str, start: int, opening: int, named: Callable[[int], bool]) -> bool:
    """Whether an open word is part of a name: one found there, or a capital inside the
    sentence.
    """
    if word in _TITLES:
        return False
    return named(start) or (word[0].isupper() and (start > opening or word.lower() in DEMONYMS))


def _join_owners(rough: Sequence[Token]) -> list[Token]:
    """Join "’" and "s" to the word that they make an owner."""
    made: list[Token] = []
    for token in rough:
        if token.lower not in _WRITTEN_ON or not made or made[-1].end != token.start:
            made.append(token)
        else:
            made[-1:] = _join_letter(made[-1], token)
    return made


def _join_letter(word: Token, letter: Token) -> tuple[Token, ...]:
    """A word and the letter or apostrophe straight behind it: one owner, a verb and its "n’t", or
    both as they were.
    """
    if letter.lower == "s" and _has_apostrophe(word):
        return (replace(word, owner=True, end=letter.end),)
    if letter.lower == "t" and word.lower.endswith("n"):
        return replace(word, tag="auxiliary", owner=False), replace(letter, tag="not")
    if letter.text in {"’", "'"} and word.tag in {"noun", "name"}:
        return (replace(word, owner=word.lower.endswith("s"), end=letter.end),)
    return word, letter


def _drop_ages(tokens: Sequence[Token]) -> list[Token]:
    """Leave out somebody's age between commas with where he is from, behind which the name's
    sentence goes on: "Ruth Adeyemi, 56, of Vellin, was".
    """
    kept: list[Token] = []
    place = 0
    while place < len(tokens):
        if tokens[place].text == "," and _tells_age(tokens, place):
            place = _behind_home(tokens, place + 3)
        else:
            kept.append(tokens[place])
            place += 1
    return kept


def _free_bounds(tokens: list[Token]) -> list[Token]:
    """The tokens, "at" before "least" as an adverb: "at least seven people drowned" has a
    subject.
    """
    for place, token in enumerate(tokens[:-1]):
        if token.lower in _BOUNDING and f"{token.lower} {tokens[place + 1].lower}" in _BOUNDS:
            tokens[place] = replace(token, tag="adverb")
    return tokens


def _tells_age(tokens: Sequence[Token], place: int) -> bool:
    """Whether the comma at `place` opens ", 56,", behind a name."""
    if not 0 < place < len(tokens) - 2:
        return False
    age = tokens[place + 1].text
    aged = age.isdigit() and int(age) < _OLDEST
    return tokens[place + 2].text == "," and tokens[place - 1].tag == "name" and aged


def _behind_home(tokens: Sequence[Token], place: int) -> int:
    """Where a sentence goes on behind "of Vellin," or "of Vellin, Tolm," if that is there."""
    if place >= len(tokens) or tokens[place].lower not in {"of", "from"}:
        return place
    end = place + 1
    while end < len(tokens) and (tokens[end].tag == "name" or tokens[end].text == ","):
        end += 1
    return end


def _has_apostrophe(token: Token) -> bool:
    return token.end - token.start > len(token.text)


def _may_be_verb(token: Token) -> bool:
    """Whether a token is open and of a form that `_verb_tag` gives a tag somewhere: of most words
    those beside them need not be asked.
    """
    if token.tag not in {"noun", "name"} or token.owner:
        return False
    return token.lower in _VERB_FORMS or token.lower.endswith(_VERB_ENDINGS)


def _settle_token(tokens: Sequence[Token], place: int) -> Token:
    """Give an open token as a verb where its form and the words beside it say so."""
    token = tokens[place]
    if token.tag == "name" and token.lower not in VERBS:
        return token
    if token.tag == "name" and place:
        return token
    before, after = _word_before(tokens, place), _word_after(tokens, place)
    tag = _verb_tag(token.lower, before, after)
    return replace(token, tag=tag) if tag else token


def _word_before(tokens: Sequence[Token], place: int) -> Token | None:
    """The word before, adverbs skipped."""
    while place:
        place -= 1
        if tokens[place].tag not in {"adverb", "not"}:
            return tokens[place]
    return None


def _word_after(tokens: Sequence[Token], place: int) -> Token | None:
    for at in range(place + 1, len(tokens)):
        if tokens[at].tag != "adverb":
            return tokens[at]
    return None


def _verb_tag(word: str, before: Token | None, after: Token | None) -> str:
    """The tag "verb" or "ing" for a word that is one where it stands, else ""."""
    ahead, behind = _tag_of(before), _tag_of(after)
    if _is_ing(word):
        return _ing_tag(before, after)
    if ahead == "auxiliary" or (ahead == "to" and word in VERBS):
        return "verb" if word in VERBS or _is_past(word) else ""
    if after is not None and f"{word} {after.lower}" in VERBS:
        return "verb"
    return _finite_tag(word, before, ahead, behind)


def _ing_tag(before: Token | None, after: Token | None) -> str:
    """The tag of a form in -ing: no verb in "the closing" and "closing of"."""
    named = after is not None and after.lower == "of"
    return "" if named or _is_described(before) else "ing"


def _tag_of(token: Token | None) -> str:
    """A token's tag; "stop" where none is."""
    return token.tag if token else "stop"


def _finite_tag(word: str, before: Token | None, ahead: str, behind: str) -> str:
    """The tag "verb" for a past or present form that is one where it stands, else ""."""
    if _is_past(word):
        return _past_tag(ahead, behind, before) if _is_clear_past(word, behind) else ""
    return _present_tag(word, before, ahead, behind) if _has_present(word) else ""


def _is_clear_past(word: str, behind: str) -> bool:
    """Whether a past form may be a verb where it stands: not in "business fixed investment"."""
    if "-" in word:
        return False
    return behind != "noun" or word in VERBS or word in PASTS or word in PARTICLED


def _has_present(word: str) -> bool:
    """Whether a word may be a present form."""
    return word in VERBS or word in PARTICLED or word in lexicon.SAYING_VERBS


def _states_happening(word: str, before: Token, behind: str) -> bool:
    """Whether a name and a form that is no noun of a happening are subject and verb: "Vellin
    controls wide".
    """
    bare = before.tag == "name" and before.lower not in DEMONYMS
    return bare and behind == "noun" and word.endswith("s") and word not in NOUNS


def _is_ing(word: str) -> bool:
    return word.endswith("ing") and len(word) > _ENDING + 2 and word not in NOUNS


def _is_past(word: str) -> bool:
    long = len(word) > _ENDING + 1 or word in VERBS
    return word in PASTS or (word.endswith("ed") and long)


def _is_described(before: Token | None) -> bool:
    """Whether a word stands inside a noun phrase: behind a determiner, an owner or a
    number.
    """
    return before is not None and (before.tag in {"determiner", "number"} or before.owner)


def _past_tag(ahead: str, behind: str, before: Token | None) -> str:
    if _is_described(before):
        return "verb" if ahead == "number" and behind in {"preposition", "stop"} else ""
    if ahead == "preposition":
        return ""
    if ahead in {"noun", "name", "pronoun", "time", "subordinator", "to"}:
        return "verb"
    return "" if behind == "noun" else "verb"  # ", armed groups" describes


def _present_tag(word: str, before: Token | None, ahead: str, behind: str) -> str:
    """Tell a present form from a noun: a subject of its number before it, and what can be an object
    behind.
    """
    if before is None or before.owner or ahead not in _SUBJECTS:
        return ""
    if behind not in _OPENS and not _needs_no_object(word, before, behind):
        return ""
    return "verb" if ahead == "subordinator" or _agrees_with(word, before) else ""


def _needs_no_object(word: str, before: Token, behind: str) -> bool:
    """Whether a form is a verb though nothing behind it shows that it opens an object."""
    said = word in lexicon.SAYING_VERBS and word not in NOUNS
    return said or _states_happening(word, before, behind)


def _agrees_with(word: str, before: Token) -> bool:
    """Whether a present form has the number of the word before it."""
    plural = before.lower.endswith("s") or before.lower in _PLURALS
    return plural != word.endswith("s")
