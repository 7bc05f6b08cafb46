"""From sentences to stances: phrases that say how a thing stands, with what stands round them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefing.language import wordlist
from briefing.language.identity import Remembered
from briefing.languages.en.assertions.fold import fold_text
from briefing.languages.en.clauses.predicates import gerund_form, past_forms, third_person
from briefing.languages.en.lexicon import SAYING_VERBS
from briefing.languages.en.names.lists import DICTIONARY
from briefing.model import Reading, Span

_LIST = wordlist.read("en", "stances/phrases")
_PATTERNS = wordlist.patterns("en", "stances/patterns")
_BREAKS, _DENIES, _WORD = _PATTERNS["breaks"], _PATTERNS["denies"], _PATTERNS["word"]
_NAME, _PRONOUN, _STOPS = _PATTERNS["name"], _PATTERNS["pronoun"], _PATTERNS["stops"]
_UNSURE, _PARTLY = (_LIST.words(one) for one in ("unsure", "partly"))
_TURNS = _LIST.words("turning", "failing")
_COMING, _NO_NAMES = (_LIST.words(one) for one in ("coming", "no names"))
_SOME = _LIST.words("some")
_SAYS, _NOBODY = _PATTERNS["says"], _LIST.words("nobody")
_STOPPING = frozenset(SAYING_VERBS) | _LIST.words("asking")
_MARKS = '"“‘( '
_NOT = " not"
_OTHERS = {
    name.removesuffix(_NOT): _LIST.words(name) for name in _LIST.sections if name.endswith(_NOT)
}
_GAP = "*"
_WIDE = 3  # words that may stand in a gap
_BACK = 5  # words before a phrase among which one turns it
_FIRST = 4  # sentences that say of what an article tells
_KEEP = 2_000  # articles remembered
_SIDES = ("one", "other")


@dataclass(frozen=True, slots=True, kw_only=True)
class StanceKind:
    """A kind of stance: whether it tells what happens, and when two may both be right, by the words
    of `phrases.txt` for it.
    """

    name: str
    happens: bool = False
    lasting: bool = False
    passing: bool = False
    own: bool = False
    named: bool = False
    story: bool = False
    object: bool = False
    ever: bool = False
    past: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Stance:
    """What a clause says of how a thing stands.

    `sentence` is where it stands, `clause` the part that says so; `first` is the side of the kind.
    `names` are the folded names of the clause (of the sentence before where it opens with a
    pronoun and has none), `words` its other folded words, `around` those of the whole sentence;
    `owners` are all of what stands ahead of the phrase. `coming` says that it is to come,
    `whole` that it is denied of everybody, `turned` that a small word turns the phrase, `spoken`
    that the clause has a verb of saying.
    """

    kind: str
    first: bool
    sentence: Span
    clause: Span
    names: frozenset[str]
    words: frozenset[str]
    around: frozenset[str]
    owners: frozenset[str]
    coming: bool
    whole: bool
    turned: bool
    spoken: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class _Word:
    lower: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class _Phrase:
    """A phrase of the list, without its first word."""

    kind: str
    first: bool
    rest: tuple[str, ...]


def _read_kind(name: str, *flags: str) -> StanceKind:
    return StanceKind(name=name, **dict.fromkeys(" ".join(flags).split(), True))


KINDS = {row[0]: _read_kind(*row) for row in _LIST.rows("kinds")}
"""The kinds by their names."""


def _forms(entry: str) -> Iterator[tuple[str, ...]]:
    """The word sequences of an entry, one for each form of its verb."""
    first, *rest = entry.split()
    if not first.startswith("{"):
        yield (first, *rest)
        return
    verb = first.strip("{}")
    for form in dict.fromkeys((verb, third_person(verb), *past_forms(verb), gerund_form(verb))):
        yield (form, *rest)


def _index_phrases() -> dict[str, list[_Phrase]]:
    found: dict[str, list[_Phrase]] = {}
    for kind in KINDS:
        for side in _SIDES:
            for entry in _LIST.entries(f"{kind} {side}"):
                for first, *rest in _forms(entry):
                    made = _Phrase(kind=kind, first=side == "one", rest=tuple(rest))
                    found.setdefault(first, []).append(made)
    for phrases in found.values():
        phrases.sort(key=lambda one: -len(one.rest))
    return found


_PHRASES = _index_phrases()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Match:
    """A phrase found among words: the places of its own words, and where it begins."""

    phrase: _Phrase
    at: int
    places: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Clause:
    """A part of a sentence: its text, where it begins there, and its words."""

    text: str
    start: int
    words: tuple[_Word, ...]


def find_stances(reading: Reading) -> tuple[Stance, ...]:
    """The stances of an article's body, in order."""
    return _STANCES(reading)


def _read_article(reading: Reading) -> tuple[Stance, ...]:
    text = reading.document.text
    found: list[Stance] = []
    known = _NAMES(reading)
    for passage in reading.passages:
        before = ""
        for span in passage.sentences if passage.may_tell else ():
            told = text[span.start : span.end]
            if not _PHRASES.keys().isdisjoint(_STOPS.sub(" ", told.lower()).split()):
                found += _read_sentence(told, span, before, known)
            before = told
    return tuple(found)


_STANCES = Remembered(find=_read_article, most=_KEEP)


def find_first_names(reading: Reading) -> frozenset[str]:
    """The folded names of an article's title and first sentences."""
    text, known = reading.document.text, _NAMES(reading)
    spans = [span for passage in reading.passages for span in passage.sentences]
    return frozenset[str]().union(
        *(_names_of(text[span.start : span.end], known) for span in spans[:_FIRST])
    )


def name_sentence(reading: Reading, span: Span) -> frozenset[str]:
    """The folded names of a sentence."""
    return name_text(reading, reading.document.text[span.start : span.end])


def name_text(reading: Reading, text: str) -> frozenset[str]:
    """The folded names of a text of an article."""
    return _names_of(text, _NAMES(reading))


def _inner_names(reading: Reading) -> frozenset[str]:
    """The words with a capital letter that stand within an article's sentences."""
    text = reading.document.text
    found: set[str] = set()
    for passage in reading.passages:
        for span in passage.sentences if passage.may_tell else ():
            found.update(_NAME.findall(text, span.start + 1, span.end))
    return frozenset(found)


_NAMES = Remembered(find=_inner_names, most=_KEEP)


def _read_sentence(told: str, span: Span, before: str, known: frozenset[str]) -> Iterator[Stance]:
    """The stances of a sentence; `before` is the one before it in its passage, `known` the names
    of its article.
    """
    for clause in _cut_clauses(told):
        matches = tuple(_find_phrases(clause.words))
        if not matches:
            continue  # as in nearly all: what stands round is read where something stands
        around = fold_text(told)
        led = before if _PRONOUN.match(clause.text) else ""
        names = _names_of(clause.text, known) or _names_of(led, known)
        words = fold_text(f"{clause.text} {led}")
        for match in matches:
            side = _side_of(match, clause, told)
            if side is None:
                continue
            own = names | fold_text(" ".join(clause.words[one].lower for one in match.places))
            start = span.start + clause.start
            yield Stance(
                kind=match.phrase.kind,
                first=side[0],
                turned=side[1],
                sentence=span,
                clause=Span(start=start, end=start + len(clause.text)),
                names=names,
                words=words - own,
                around=(around | words) - own,
                owners=fold_text(" ".join(word.lower for word in clause.words[: match.at])),
                coming=_is_coming(match, clause.words),
                whole=_denies_all(match, clause.words),
                spoken=_SAYS.search(clause.text) is not None,
            )


def _cut_clauses(told: str) -> Iterator[_Clause]:
    """The clauses of a sentence, at what surely parts them."""
    ends = [(found.start(), found.end()) for found in _BREAKS.finditer(told)]
    starts = [0, *(end for _, end in ends)]
    for start, stop in zip(starts, [*(begin for begin, _ in ends), len(told)], strict=True):
        text = told[start:stop].strip()
        place = told.find(text, start)
        words = tuple(
            _Word(lower=_lower(one[0]), start=one.start(), end=one.end())
            for one in _WORD.finditer(text)
        )
        yield _Clause(text=text, start=place, words=words)


def _lower(word: str) -> str:
    """A word in small letters, "" for the name of a month or a day: "in May"."""
    lower = word.lower()
    return "" if lower in _NO_NAMES and word not in {lower, "I"} else lower


def _find_phrases(words: Sequence[_Word]) -> Iterator[_Match]:
    """The phrases that stand among words, of each kind the first."""
    seen: set[str] = set()
    for at, word in enumerate(words):
        for phrase in _PHRASES.get(word.lower, ()):
            places = None if phrase.kind in seen else _find_rest(words, at + 1, phrase.rest)
            if places is not None:
                seen.add(phrase.kind)
                yield _Match(phrase=phrase, at=at, places=(at, *places))


def _find_rest(words: Sequence[_Word], at: int, rest: Sequence[str]) -> tuple[int, ...] | None:
    """Where the words stand that are left of a phrase which goes on at `at`; None where not all
    do.
    """
    wide, places = 0, []
    for wanted in rest:
        if wanted == _GAP:
            wide = _WIDE
            continue
        reach = range(at, min(at + wide + 1, len(words)))
        place = next((one for one in reach if words[one].lower == wanted), None)
        if place is None:
            return None
        places.append(place)
        at, wide = place + 1, 0
    return tuple(places)


def _side_of(match: _Match, clause: _Clause, told: str) -> tuple[bool, bool] | None:
    """On which side of its kind a phrase stands where it does, and whether a small word turns it;
    None where nobody is sure.
    """
    words, phrase = clause.words, match.phrase
    barred = _SOME | _OTHERS.get(phrase.kind, frozenset())
    if _holds(words, _UNSURE) or _holds(words[: match.at], barred):
        return None
    near = _words_ahead(words, match.at)
    turned = sum(word in _TURNS for word in (*near, *_words_inside(match, words)))
    denied = _DENIES.search(told, 0, clause.start + words[match.at].start) is not None
    if turned + denied > 1 or (turned and not _PARTLY.isdisjoint(near)):
        return None
    return phrase.first != bool(turned or denied), bool(turned)


def _words_inside(match: _Match, words: Sequence[_Word]) -> list[str]:
    """The words in the gaps of a phrase."""
    inside = range(match.at, match.places[-1])
    return [words[one].lower for one in inside if one not in match.places]


def _holds(words: Sequence[_Word], sought: frozenset[str]) -> bool:
    return not sought.isdisjoint(word.lower for word in words)


def _is_coming(match: _Match, words: Sequence[_Word]) -> bool:
    """Whether a phrase tells of what is to come."""
    return _holds(words[: match.places[-1]], _COMING)


def _denies_all(match: _Match, words: Sequence[_Word]) -> bool:
    """Whether a phrase is denied of everybody or everything: "no post", "nobody"."""
    return not _NOBODY.isdisjoint(_words_ahead(words, match.at))


def _words_ahead(words: Sequence[_Word], at: int) -> list[str]:
    """The words before a place among which one turns what stands there: none from before a verb of
    saying, or a word that asks.
    """
    near = [word.lower for word in words[max(0, at - _BACK) : at]]
    last = max((place for place, word in enumerate(near) if word in _STOPPING), default=-1)
    return near[last + 1 :]


def _names_of(text: str, known: frozenset[str]) -> frozenset[str]:
    """The folded names of a text; what opens it is one where it is one elsewhere."""
    found = [one for one in _NAME.finditer(text) if one[0].lower() not in _NO_NAMES]
    kept = (
        one[0].lower()
        for one in found
        if text[: one.start()].strip(_MARKS) or one[0] in known or one[0].lower() not in DICTIONARY
    )
    return frozenset[str]().union(*map(fold_text, kept))
