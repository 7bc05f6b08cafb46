"""From sentences to assertions: for each verb what stands round it, whether it is denied, and how
it is meant.
"""

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

from briefing.language import wordlist
from briefing.languages.en.assertions import roles
from briefing.languages.en.assertions.assertion import BE
from briefing.languages.en.assertions.causes import find_causes
from briefing.languages.en.assertions.denying import count_denials, find_turned, names_none
from briefing.languages.en.assertions.fold import fold_noun, fold_verb
from briefing.languages.en.assertions.lost import mend_chunks
from briefing.languages.en.assertions.meaning import find_meaning, is_infinitive
from briefing.languages.en.assertions.measures import find_measures
from briefing.languages.en.clauses import mood
from briefing.languages.en.clauses.chunks import Chunk
from briefing.languages.en.clauses.sentences import Sentence
from briefing.languages.en.clauses.subjects import find_subject
from briefing.languages.en.lexicon import SAYING_VERBS
from briefing.model import Assertion, Measure, Quantity

_WORDS = wordlist.read("en", "assertions/words")
_BEING, _CARRYING, _HAVING = (_WORDS.words(name) for name in ("being", "carrying", "having"))
_SAYING, _REACHING, _LOOSE = (_WORDS.words(name) for name in ("saying", "reaching", "loose"))
_AUXILIARY = _BEING | _HAVING
_BEFORE_NOUN = frozenset({"determiner", "owner"})
_JUST_BEHIND = 4  # characters: a space, or "on"
_ENDS = frozenset({"stop", "subordinator"})
_ENDS_AHEAD_OF_SAYING = _ENDS | {"comma"}


def find_assertions(sentence: Sentence) -> tuple[Assertion, ...]:
    """The assertions of a sentence in order, without those of its saying verbs.

    What only partly denies ("not only", "not yet") asserts nothing that could be compared, and so
    does what denies twice.
    """
    return tuple(_in_sentence(replace(sentence, chunks=mend_chunks(sentence.chunks))))


def _in_sentence(sentence: Sentence) -> Iterator[Assertion]:
    chunks = sentence.chunks
    places = [at for at, chunk in enumerate(chunks) if chunk.kind == "group"]
    denying, turned = find_turned(chunks, places)
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


def _only_says(chunks: Sequence[Chunk], at: int, stop: int) -> bool:
    """Whether a verb of saying only leads or closes what is said: "said", "promised that", where
    "conceded defeat" is an act.
    """
    verb = chunks[at].last.lower
    if roles.fold_group(verb, chunks[at + 1 : stop]) != fold_verb(verb):
        return False  # "found guilty", "said sorry"
    if verb in _SAYING or verb not in SAYING_VERBS:
        return verb in _SAYING
    behind = chunks[at + 1 : stop]
    if behind and behind[0].kind in {"preposition", "to"}:
        behind = behind[1:]  # "agreed to a contract"
    return not behind or behind[0].kind != "phrase"


def _reach_of(chunks: Sequence[Chunk], at: int, following: Sequence[int]) -> int:
    """Where what belongs to the group at `at` ends: before the next verb's subject, a stop or a
    subordinator.
    """
    if not following:
        return _find_end(chunks, at + 1, len(chunks), _ENDS)
    (verb,) = following
    ends = _ENDS_AHEAD_OF_SAYING if chunks[verb].last.lower in SAYING_VERBS else _ENDS
    stop = _find_end(chunks, at + 1, verb, ends)
    return stop if stop < verb else _subject_start(chunks, at, verb)


def _find_end(chunks: Sequence[Chunk], first: int, last: int, ends: AbstractSet[str]) -> int:
    """The place of the first chunk of some kinds in [first, last), `last` where none is."""
    return next((place for place in range(first, last) if chunks[place].kind in ends), last)


def _subject_start(chunks: Sequence[Chunk], at: int, verb: int) -> int:
    """Where the subject of the group at `verb` begins, as far as it stands behind that at `at`;
    `verb` where none does.
    """
    for phrase in find_subject(chunks, verb):
        if phrase and phrase[0].start > chunks[at].start:
            return min(verb, next(i for i, c in enumerate(chunks) if c is phrase[0]))
    return verb


@dataclass(frozen=True, slots=True, kw_only=True)
class _Surroundings:
    """What stands round a verb: its group with it, `verb` as it stands, its subject, what follows
    up to its reach, and of that its object (`near`) and the rest (`far`). `passive` says that it
    befalls its subject, as in "the bridge, opened in 1972, fell".
    """

    group: Chunk
    verb: str
    is_verb: bool
    subject: Sequence[Chunk]
    behind: Sequence[Chunk]
    near: Sequence[Chunk]
    far: Sequence[Chunk]
    passive: bool

    @property
    def bare(self) -> bool:
        """Whether it only says what something is."""
        return self.verb in _BEING

    @property
    def start(self) -> int:
        """Where the first of it begins."""
        return min([self.group.start, *(chunk.start for chunk in self.subject)])

    @property
    def end(self) -> int:
        """Where the last of it ends."""
        return max([self.group.end, *(chunk.end for chunk in self.behind)])


def _look_round(chunks: Sequence[Chunk], at: int, stop: int) -> _Surroundings:
    behind = chunks[at + 1 : stop]
    near, far = roles.part_behind(behind)
    group, near = roles.whole_group(chunks[at], near)
    reduced = roles.is_reduced(chunks, at)
    last = next((token for token in reversed(group.tokens) if token.tag != "not"), group.last)
    return _Surroundings(
        group=group,
        verb=last.lower,
        is_verb=last.tag in {"verb", "ing"} or last.lower in _AUXILIARY,
        subject=chunks[at - 2 : at - 1] if reduced else roles.subject_of(chunks, at),
        passive=reduced or mood.is_passive(group) or roles.shares_passive(chunks, at),
        behind=behind,
        near=near,
        far=far,
    )


def _make_assertion(sentence: Sentence, at: int, stop: int, *, denied: bool) -> Assertion | None:
    """What the group at `at` asserts; None where it is no verb, or denied in part or twice."""
    chunks = sentence.chunks
    round_it = _look_round(chunks, at, stop)
    told = count_denials(chunks, at, round_it.subject, round_it.behind)
    if told is None or (told and denied) or not round_it.is_verb:
        return None
    told_of = _parties_of(round_it)
    start, end = round_it.start, round_it.end
    counted = _counts_between(sentence, start, end)
    measured = _measures_of(round_it, sentence, counted)
    return Assertion(
        start=start,
        end=end,
        at=round_it.group.start,
        through=round_it.group.end,
        verb=told_of.verb,
        doer=told_of.doer,
        object=told_of.object,
        around=told_of.around,
        heads=told_of.heads,
        scope=told_of.scope,
        names=roles.name_words((*round_it.subject, *round_it.behind)),
        plain=roles.plain_words((round_it.group, *round_it.near)),
        positive=not (told or denied),
        modality=find_meaning(sentence, at, round_it.group, denied=denied),
        denied=denied,
        none=names_none(chunks, round_it.subject, round_it.behind),
        infinitive=is_infinitive(round_it.group),
        participle=[token.tag for token in round_it.group.tokens] == ["ing"],
        carrier=not _CARRYING.isdisjoint((round_it.verb, fold_verb(round_it.verb))),
        vague=told_of.vague,
        quantities=counted,
        measures=tuple(measure for _, measure in measured),
        measured=tuple(quantity for quantity, _ in measured),
        dates=_dates_of(sentence, at, end),
    )


def _counts_between(sentence: Sentence, start: int, end: int) -> tuple[Quantity, ...]:
    """What is counted between two offsets; how old somebody is counts nothing."""
    counted = sentence.quantities_in(start, end)
    if not counted:
        return ()
    marks = {token.start for token in sentence.tokens if token.text == "-"}
    return tuple([one for one in counted if one.what or one.unit or one.end not in marks])


@dataclass(frozen=True, slots=True, kw_only=True)
class _Parties:
    """What of an assertion tells its verb and who and what takes part; see `Assertion`."""

    verb: str
    doer: frozenset[str]
    object: frozenset[str]
    around: frozenset[str]
    heads: tuple[str, str]
    scope: frozenset[tuple[str, str]]
    vague: bool


def _parties_of(round_it: _Surroundings) -> _Parties:
    """The verb folded, and the words of whoever and whatever takes part."""
    who, what = roles.fold_words(round_it.subject), roles.fold_words(round_it.near)
    verb = BE if round_it.bare else roles.fold_group(round_it.verb, round_it.behind)
    if verb not in {BE, fold_verb(round_it.verb)}:
        what -= _own_noun(round_it.near)
    passive = not round_it.bare and round_it.passive
    doers, others = roles.agent_of(round_it.far) if passive else ((), round_it.far)
    heads = roles.head_of(round_it.subject), roles.head_of(round_it.near)
    return _Parties(
        verb=verb,
        doer=roles.fold_words(doers) if passive else who,
        object=who | what if passive else what,
        around=roles.fold_words(others),
        heads=(roles.head_of(doers), heads[0] or heads[1]) if passive else heads,
        scope=roles.scope_of(others),
        vague=not who or round_it.subject[0].kind == "pronoun",
    )


def _own_noun(near: Sequence[Chunk]) -> frozenset[str]:
    """The noun that is part of a verb of several words: "opened | fire", "lost | their lives"."""
    bare = near[0].tokens[:-1] if near else ()
    if not near or any(token.tag not in _BEFORE_NOUN for token in bare):
        return frozenset()
    return frozenset({fold_noun(near[0].last.lower)})


def _measures_of(
    round_it: _Surroundings, sentence: Sentence, counted: Sequence[Quantity]
) -> tuple[tuple[Quantity, Measure], ...]:
    """What is measured round a verb, each with its figure."""
    measured = find_measures(sentence.tokens, counted, round_it.behind) if counted else ()
    subject = roles.fold_words(round_it.subject) if measured else frozenset()
    return tuple((one, _named_by(measure, round_it.verb, subject)) for one, measure in measured)


def _dates_of(sentence: Sentence, at: int, end: int) -> tuple[str, ...]:
    """The days of what the group at `at` tells: those that open the sentence, those up to its end,
    and those right before it: "in 1998, when nine died", but not "which fell last year, will".
    """
    if not sentence.dates:
        return ()
    chunks = sentence.chunks
    groups = [chunk.start for chunk in chunks if chunk.kind == "group"]
    first = _dates_start(chunks, at, groups)
    return tuple(
        dated.edtf
        for dated in sentence.dates
        if dated.edtf is not None
        and (first < dated.start <= end + _JUST_BEHIND or dated.start < groups[0])
    )


def _dates_start(chunks: Sequence[Chunk], at: int, groups: Sequence[int]) -> int:
    """Where behind the group before the one at `at` its dates may begin: straight there where a
    subordinator leads it or no comma parts both, else behind the last comma.
    """
    before = max((start for start in groups if start < chunks[at].start), default=0)
    between = [chunk for chunk in chunks[:at] if chunk.start > before]
    if any(chunk.kind == "subordinator" for chunk in between):
        return before
    return max((chunk.end for chunk in between if chunk.kind == "comma"), default=before)


def _named_by(measure: Measure, verb: str, subject: frozenset[str]) -> Measure:
    """A measure with the subject for its noun, behind "was", "will reach" and the like."""
    reached = verb in _BEING | _REACHING and not measure.nouns
    return replace(measure, nouns=subject) if reached else measure
