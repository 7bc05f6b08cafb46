"""From sentences to assertions: for each verb what stands round it, whether it is denied, and how
it is meant.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from briefing.language import wordlist
from briefing.languages.en.assertions.fold import fold_noun, fold_verb, is_participle
from briefing.languages.en.assertions.lost import mend_chunks
from briefing.languages.en.assertions.measures import Measure, find_measures
from briefing.languages.en.clauses import mood
from briefing.languages.en.clauses.chunks import Chunk
from briefing.languages.en.clauses.lists import section_words
from briefing.languages.en.clauses.predicates import LONGEST_PHRASE, PARTICLED, VERBS
from briefing.languages.en.clauses.quantities import find_quantities
from briefing.languages.en.clauses.sentences import Sentence
from briefing.languages.en.clauses.subjects import find_subject
from briefing.languages.en.clauses.tokens import Token
from briefing.languages.en.lexicon import SAYING_VERBS
from briefing.model import Modality, Quantity

_WORDS = wordlist.read("en", "assertions/words")
_DENYING, _FAILING = _WORDS.words("denying"), _WORDS.words("failing")
_PARTLY, _EMPTY = _WORDS.words("partly"), _WORDS.words("empty")
_BEING, _CARRYING = _WORDS.words("being"), _WORDS.words("carrying")
_MODAL, _SAYING = _WORDS.words("modal"), _WORDS.words("saying")
_REACHING = _WORDS.words("reaching")
_WONDERING = _WORDS.words("wondering")
_PLACING = _WORDS.words("placing")
_HAVING = _WORDS.words("having")
_LOOSE, _THEM = _WORDS.words("loose"), _WORDS.words("them")
_PLANNING = section_words("planning")
_CONDITIONALS = section_words("conditionals")
_LED = 2  # first words of a group among which "to" makes it an infinitive
_JUST_BEHIND = 4  # characters: a space, or "on"
_SHORT = 2  # letters of a word that says something
_NOBODY, _NO = section_words("nobody"), frozenset({"no", "neither"})
_NEGATIONS = section_words("negations")
_WORDY = frozenset({"noun", "name", "verb", "ing"})
_ENDS = frozenset({"stop", "subordinator"})


CAUSE, BLAME = fold_verb("cause"), fold_verb("blame")
"""The verbs of assertions that name a cause."""
BE = "be"
"""The verb of an assertion that only says what something is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Assertion:
    """What one verb of a sentence asserts.

    `verb` is folded, "be" for a bare one of being; `carrier` says that it only carries its object.
    `doer`, `object` and `around` are the folded words of who does it (or of what it is said), of
    whom or what it befalls, and of what else stands behind; in a passive the subject is the object.
    `scope` are those of `around` with the prepositions that lead them, "in" for all that say where.
    `dates` are EDTF.
    `denied` says that somebody denies it by name, `none` that a party is nobody or nothing,
    `infinitive` that another verb governs it. `measures` are of the figures in `measured`.
    `names` are the words of them that are names. `plain` are the words of its verb and of what is
    said of the subject, as they stand. `vague` says that the subject is a pronoun, not
    found, or no telling noun.
    """

    start: int
    end: int
    verb: str
    doer: frozenset[str]
    object: frozenset[str]
    around: frozenset[str]
    scope: frozenset[tuple[str, str]]
    names: frozenset[str]
    plain: frozenset[str]
    positive: bool
    modality: Modality
    denied: bool = False
    none: bool = False
    infinitive: bool = False
    carrier: bool = False
    vague: bool = False
    quantities: tuple[Quantity, ...] = ()
    measures: tuple[Measure, ...] = ()
    measured: tuple[Quantity, ...] = ()
    dates: tuple[str, ...] = ()

    @property
    def words(self) -> frozenset[str]:
        """All folded words of whoever and whatever takes part."""
        return self.doer | self.object | self.around


def find_assertions(sentence: Sentence) -> tuple[Assertion, ...]:
    """The assertions of a sentence in order, without those of its saying verbs.

    What only partly denies ("not only", "not yet") asserts nothing that could be compared, and so
    does what denies twice.
    """
    return tuple(_in_sentence(replace(sentence, chunks=mend_chunks(sentence.chunks))))


def _in_sentence(sentence: Sentence) -> Iterator[Assertion]:
    chunks = sentence.chunks
    places = [at for at, chunk in enumerate(chunks) if chunk.kind == "group"]
    denying, turned = _turned_places(chunks, places)
    found: dict[int, Assertion] = {}
    for number, at in enumerate(places):
        stop = _reach_of(chunks, at, places[number + 1 : number + 2])
        if at in denying or chunks[at].last.lower in _LOOSE or _only_says(chunks, at, stop):
            continue
        made = _make_assertion(sentence, at, stop, denied=at in turned)
        if made is not None:
            found[at] = made
    yield from found.values()
    yield from find_causes(chunks, found)


def find_causes(chunks: Sequence[Chunk], told: Mapping[int, Assertion]) -> Iterator[Assertion]:
    """What a sentence names as a cause, as assertions that it caused what it caused: of what stands
    behind "because", and of what is blamed; `told` are its assertions by their verbs' places.
    """
    for made in told.values():
        if made.verb == BLAME:
            yield from _blamed_cause(made)
    for at, chunk in enumerate(chunks):
        before = [place for place in told if place < at]
        if chunk.last.lower == "because" and before:
            effect = told[before[-1]]
            cause = _words_behind(chunks, told, at + 1)
            yield _make_cause(effect, cause, effect.words | {effect.verb})


def _blamed_cause(made: Assertion) -> Iterator[Assertion]:
    """Of "blamed a quake for the collapse", else of "blamed the collapse on a quake"."""
    led = {lead: frozenset(w for one, w in made.scope if one == lead) for lead in ("for", "in")}
    if led["for"]:
        yield _make_cause(made, made.object, led["for"])
    elif led["in"]:
        yield _make_cause(made, led["in"], made.object)


def _words_behind(
    chunks: Sequence[Chunk], told: Mapping[int, Assertion], place: int
) -> frozenset[str]:
    """The words of what stands behind "because": the next verb's with it, or those behind "of"."""
    if place < len(chunks) and chunks[place].last.lower == "of":
        return _fold_words(chunks[place + 1 : place + 2])
    after = [at for at in told if at > place]
    return told[after[0]].words | {told[after[0]].verb} if after else frozenset()


def _make_cause(made: Assertion, cause: frozenset[str], effect: frozenset[str]) -> Assertion:
    return replace(
        made,
        verb=CAUSE,
        doer=cause,
        object=effect,
        around=frozenset(),
        scope=frozenset(),
        plain=frozenset(),
        quantities=(),
        measures=(),
        measured=(),
        carrier=False,
        vague=False,
    )


def _only_says(chunks: Sequence[Chunk], at: int, stop: int) -> bool:
    """Whether a verb of saying only leads or closes what is said: "said", "promised that", where
    "conceded defeat" is an act.
    """
    verb = chunks[at].last.lower
    if verb in _SAYING or verb not in SAYING_VERBS:
        return verb in _SAYING
    if _fold_group(verb, chunks[at + 1 : stop]) != fold_verb(verb):
        return False  # "found guilty"
    behind = chunks[at + 1 : stop]
    if behind and behind[0].kind in {"preposition", "to"}:
        behind = behind[1:]  # "agreed to a contract"
    return not behind or behind[0].kind != "phrase"


def _turned_places(
    chunks: Sequence[Chunk], places: Sequence[int]
) -> tuple[frozenset[int], frozenset[int]]:
    """The groups of denying verbs, and those that they turn round: behind "that", up to the next
    verb of saying, and one in -ing straight behind.
    """
    denying: set[int] = set()
    turned: set[int] = set()
    last, led = -1, False  # the denying verb whose "that" is awaited, or found
    for before, at in pairwise((-1, *places)):
        word = chunks[at].last.lower
        if before == last >= 0:
            between = [chunk.last.lower for chunk in chunks[before + 1 : at]]
            led = "that" in between or (not between and word.endswith("ing"))
        if led and word not in SAYING_VERBS:
            denying.add(last)
            turned.add(at)
        else:
            led = False
        if word in _DENYING and not _holds_negation(chunks[at].tokens):
            last, led = at, False
    return frozenset(denying), frozenset(turned)


def _holds_negation(tokens: Sequence[Token]) -> bool:
    return any(token.tag == "not" or token.lower in _NEGATIONS for token in tokens)


def _reach_of(chunks: Sequence[Chunk], at: int, following: Sequence[int]) -> int:
    """Where what belongs to the group at `at` ends: before the next verb's subject, a stop or a
    subordinator.
    """
    stop = following[0] if following else len(chunks)
    closing = bool(following) and chunks[stop].last.lower in SAYING_VERBS
    for place in range(at + 1, stop):
        if chunks[place].kind in _ENDS or (closing and chunks[place].kind == "comma"):
            return place
    if following:
        for phrase in find_subject(chunks, stop):
            if phrase and phrase[0].start > chunks[at].start:
                return min(stop, next(i for i, c in enumerate(chunks) if c is phrase[0]))
    return stop


def _make_assertion(sentence: Sentence, at: int, stop: int, *, denied: bool) -> Assertion | None:
    chunks = sentence.chunks
    group = chunks[at]
    subject = _subject_of(chunks, at)
    behind = chunks[at + 1 : stop]
    told = _count_denials(chunks, at, subject, behind)
    if told is None or (told and denied):
        return None
    near, far = _part_behind(behind)
    group, near = _whole_group(group, near)
    last = next((t for t in reversed(group.tokens) if t.tag != "not"), group.last)
    verb = last.lower
    if last.tag not in {"verb", "ing"} and verb not in _BEING | _HAVING:
        return None
    bare = verb in _BEING
    passive = not bare and mood.is_passive(group)
    folded = BE if bare else _fold_group(verb, behind)
    who, what = _fold_words(subject), _fold_words(near)
    if not bare and folded != fold_verb(verb) and near and len(near[0].tokens) == 1:
        what -= {fold_noun(near[0].last.lower)}  # "opened fire": the verb's own
    doers, others = _agent_of(far) if passive else ((), far)
    start = min([group.start, *(c.start for c in subject)])
    end = max([group.end, *(c.end for c in behind)])
    counted = find_quantities(sentence.tokens, start, end)
    measured = find_measures(sentence.tokens, counted, behind)
    return Assertion(
        start=start,
        end=end,
        verb=folded,
        doer=_fold_words(doers) if passive else who,
        object=who | what if passive else what,
        around=_fold_words(others),
        scope=_scope_of(others),
        names=_name_words((*subject, *behind)),
        plain=_plain_words((group, *near)),
        positive=not (told or denied),
        modality=_meant(sentence, group, denied=denied) if _is_meant(chunks, at) else "possible",
        denied=denied,
        none=_names_none(chunks, subject, behind),
        infinitive=_is_infinitive(group),
        carrier=verb in _CARRYING or fold_verb(verb) in _CARRYING,
        vague=not who or subject[0].kind == "pronoun",
        quantities=counted,
        measures=tuple(_named_by(measure, verb, who) for _, measure in measured),
        measured=tuple(quantity for quantity, _ in measured),
        dates=_dates_of(sentence, at, end),
    )


def _fold_group(verb: str, behind: Sequence[Chunk]) -> str:
    """A verb folded with what stands behind it or its object, where both have a class of their own:
    "opened fire", "found him guilty".
    """
    lengths = range(LONGEST_PHRASE, 0, -1) if verb in PARTICLED else ()
    starts = [[t.lower for c in behind[at : at + 3] for t in c.tokens] for at in (0, 1)]
    led = (VERBS.get(" ".join((verb, *words[:length]))) for words in starts for length in lengths)
    known = next(filter(None, led), None)
    return known.name if known is not None else fold_verb(verb)


def _dates_of(sentence: Sentence, at: int, end: int) -> tuple[str, ...]:
    """The days of what the group at `at` tells: those that open the sentence, those up to its end,
    and those right before it: "in 1998, when nine died", but not "which fell last year, will".
    """
    chunks = sentence.chunks
    groups = [chunk.start for chunk in chunks if chunk.kind == "group"]
    before = max((start for start in groups if start < chunks[at].start), default=0)
    between = [chunk for chunk in chunks[:at] if chunk.start > before]
    led = any(chunk.kind == "subordinator" for chunk in between)
    commas = [chunk.end for chunk in between if chunk.kind == "comma"]
    first = before if led or not commas else commas[-1]
    return tuple(
        dated.edtf
        for dated in sentence.dates
        if dated.edtf is not None
        and (first < dated.start <= end + _JUST_BEHIND or dated.start < groups[0])
    )


def _named_by(measure: Measure, verb: str, subject: frozenset[str]) -> Measure:
    """A measure with the subject for its noun, behind "was", "will reach" and the like."""
    reached = verb in _BEING | _REACHING and not measure.nouns
    return replace(measure, nouns=subject) if reached else measure


def _subject_of(chunks: Sequence[Chunk], at: int) -> list[Chunk]:
    """The subject of a group; whoever says "he would appeal" is most likely "he"."""
    subject = [chunk for phrase in find_subject(chunks, at) for chunk in phrase]
    if not subject or subject[0].last.lower not in _THEM:
        return subject
    ahead = [i for i in range(at) if chunks[i].kind == "group" and _leads(chunks, i, at)]
    speaker = [c for i in ahead[-1:] for phrase in find_subject(chunks, i) for c in phrase]
    return speaker or subject


def _leads(chunks: Sequence[Chunk], at: int, verb: int) -> bool:
    """Whether the group at `at` is the verb of saying straight before a pronoun and its verb."""
    between = chunks[at + 1 : verb]
    near = all(chunk.kind in {"subordinator", "pronoun", "adverb", "time"} for chunk in between)
    return chunks[at].last.lower in SAYING_VERBS and near


def _whole_group(group: Chunk, near: Sequence[Chunk]) -> tuple[Chunk, Sequence[Chunk]]:
    """A group with its main verb, and what stands behind it: behind "will", "had been" and the like
    the verb may be the first word of what was taken for a phrase.
    """
    first = near[0].tokens[0] if near and near[0].kind == "phrase" else None
    if group.last.tag in {"verb", "ing"} or first is None or first.tag != "noun":
        return group, near
    if group.last.lower not in _MODAL and not is_participle(first.lower):
        return group, near
    rest = near[0].tokens[1:]
    kept = (Chunk(kind="phrase", tokens=rest), *near[1:]) if rest else near[1:]
    return Chunk(kind="group", tokens=(*group.tokens, replace(first, tag="verb"))), kept


def _count_denials(
    chunks: Sequence[Chunk], at: int, subject: Sequence[Chunk], behind: Sequence[Chunk]
) -> bool | None:
    """Whether a verb's group, its subject or its object says no; None where it does so only partly
    or twice.
    """
    own = chunks[at].tokens
    led = _leading_tokens(chunks, at) if _is_infinitive(chunks[at]) else ()
    words = [*own, *(t for c in (*subject, *behind[:2]) for t in c.tokens)]
    governed = _holds_negation(led)
    if governed and not any(token.lower in _PLANNING for token in led):
        return None  # "do not have to file"
    found = _holds_negation(own) or governed
    failed = any(token.lower in _FAILING for token in led)
    nobody = _names_none(chunks, subject, behind)
    neither = any(token.lower in {"neither", "nor"} for token in words) and not found
    count = found + failed + nobody + (neither and not nobody)
    if count > 1 or (count and any(token.lower in _PARTLY for token in words)):
        return None
    return bool(count)


def _is_meant(chunks: Sequence[Chunk], at: int) -> bool:
    """Whether a group is no infinitive, or one that a plan or a failure governs: who calls it wrong
    to meet does not meet.
    """
    words = {token.lower for token in _leading_tokens(chunks, at)}
    return not _is_infinitive(chunks[at]) or not words.isdisjoint(_PLANNING | _FAILING)


def _is_infinitive(group: Chunk) -> bool:
    """Whether a group opens with "to" or "not to"."""
    return any(token.tag == "to" for token in group.tokens[:_LED])


def _names_none(chunks: Sequence[Chunk], subject: Sequence[Chunk], behind: Sequence[Chunk]) -> bool:
    """Whether the subject or the object is nobody, or opens with "no"."""
    return _is_nobody(chunks, (*subject[:1], *behind[:1])) or _opens_denied(behind)


def _is_nobody(chunks: Sequence[Chunk], parties: Sequence[Chunk]) -> bool:
    """Whether a party is "nobody", or one that "no" leads."""
    led = {chunk.end: chunk.last.lower for chunk in chunks if chunk.kind == "not"}
    ends = sorted(led)
    for party in parties:
        ahead = [end for end in ends if end < party.start]
        if party.tokens[0].lower in _NOBODY or (ahead and _touches(chunks, ahead[-1], party)):
            return True
    return False


def _touches(chunks: Sequence[Chunk], end: int, party: Chunk) -> bool:
    """Whether a chunk that ends at `end` stands right before a party, and says "no"."""
    place = next(i for i, chunk in enumerate(chunks) if chunk.end == end)
    follows = place + 1 < len(chunks) and chunks[place + 1] is party
    return follows and chunks[place].last.lower in _NO


def _opens_denied(behind: Sequence[Chunk]) -> bool:
    """Whether what stands behind a verb opens with "no": "had recorded | no | earthquake"."""
    return bool(behind) and behind[0].kind == "not" and behind[0].last.lower in _NO


def _leading_tokens(chunks: Sequence[Chunk], at: int) -> tuple[Token, ...]:
    """The words of the verb that governs the infinitive at `at`: right before it, or before one
    phrase.
    """
    near = chunks[max(0, at - 2) : at]
    ends = [place for place, chunk in enumerate(near) if chunk.kind in _ENDS]
    kept = near[ends[-1] + 1 :] if ends else near
    return tuple(token for chunk in kept for token in chunk.tokens)


def _part_behind(behind: Sequence[Chunk]) -> tuple[Sequence[Chunk], Sequence[Chunk]]:
    """What stands behind a verb: its object with what "of" ties to it, and the rest from the first
    other preposition on.
    """
    for place, chunk in enumerate(behind):
        tied = chunk.last.lower == "of" and not (place and behind[place - 1].last.tag == "name")
        if chunk.kind in {"preposition", "to"} and not tied:
            return behind[:place], behind[place:]
    return behind, ()


def _scope_of(others: Sequence[Chunk]) -> frozenset[tuple[str, str]]:
    """What the prepositions lead, each word with its own; "in" stands for all that say where, and
    what "of" ties goes with what it is tied to.
    """
    found: set[tuple[str, str]] = set()
    lead = ""
    for place, chunk in enumerate(others):
        if chunk.kind in {"preposition", "to"}:
            word = chunk.last.lower
            if word != "of" or not place:
                lead = "in" if word in _PLACING else word
        elif lead:
            found |= {(lead, word) for word in _fold_words((chunk,))}
    return frozenset(found)


def _agent_of(far: Sequence[Chunk]) -> tuple[Sequence[Chunk], Sequence[Chunk]]:
    """Who does it, of a passive: the phrase behind "by"; and the rest."""
    for place, chunk in enumerate(far[:-1]):
        if chunk.last.lower == "by" and far[place + 1].kind == "phrase":
            return far[place + 1 : place + 2], (*far[:place], *far[place + 2 :])
    return (), far


def _fold_words(chunks: Sequence[Chunk]) -> frozenset[str]:
    tokens = [token for chunk in chunks for token in chunk.tokens]
    return frozenset(
        fold_noun(token.lower)
        for token in tokens
        if token.tag in _WORDY
        and len(token.lower) >= _SHORT
        and token.lower not in _EMPTY | _NOBODY
    )


def _plain_words(chunks: Sequence[Chunk]) -> frozenset[str]:
    """The words of some chunks as they stand; none where one of them says no."""
    tokens = [token for chunk in chunks for token in chunk.tokens]
    if any(token.tag == "not" for token in tokens):
        return frozenset()
    return frozenset(token.lower for token in tokens if token.tag in _WORDY)


def _name_words(chunks: Sequence[Chunk]) -> frozenset[str]:
    return frozenset(
        fold_noun(token.lower) for chunk in chunks for token in chunk.tokens if token.tag == "name"
    )


def _meant(sentence: Sentence, group: Chunk, *, denied: bool) -> Modality:
    """The mood of a group; "would" of what somebody said is no more than "will", and what somebody
    denies is told as he was said to do it; who failed to do it, did not.
    """
    before = tuple(t for t in sentence.tokens if t.end <= group.start)
    if any(token.lower in _CONDITIONALS for token in sentence.tokens):
        return "possible"
    if any(token.lower in _WONDERING for token in before):
        return "possible"
    if _is_infinitive(group):
        if before and before[-1].lower in _FAILING:
            return "happened"
        rest = [token for token in group.tokens if token.tag != "not"]
        group = Chunk(kind="group", tokens=tuple(rest))
    if denied:
        that = [i for i, t in enumerate(before) if t.lower in _DENYING or t.lower == "that"]
        before = before[that[-1] + 1 :] if that else before
    would = {t.lower for t in group.tokens} & {"would"}
    said = any(token.lower in SAYING_VERBS for token in sentence.tokens)
    meant = mood.group_mood(group, before)
    if meant == "possible" and would and said:
        bare = [t for t in group.tokens if t.lower != "would"]
        told = mood.group_mood(Chunk(kind="group", tokens=tuple(bare)), before) if bare else meant
        return "planned" if told == "happened" else told
    return meant
