"""Who does what to whom: what stands round a verb, and its words folded."""

from collections.abc import Sequence
from dataclasses import replace

from briefing.language import wordlist
from briefing.languages.en.assertions.fold import fold_noun, fold_verb, is_participle
from briefing.languages.en.clauses.chunks import Chunk, list_tokens
from briefing.languages.en.clauses.lists import section_words
from briefing.languages.en.clauses.mood import is_passive
from briefing.languages.en.clauses.predicates import LONGEST_PHRASE, PARTICLED, VERBS
from briefing.languages.en.clauses.subjects import ASIDE, find_subject
from briefing.languages.en.lexicon import SAYING_VERBS

_WORDS = wordlist.read("en", "assertions/words")
_EMPTY, _MODAL, _PLACING = (_WORDS.words(name) for name in ("empty", "modal", "placing"))
_THEM, _LACKING = _WORDS.words("them"), _WORDS.words("lacking")
_NOBODY = section_words("nobody")
_SAYING_NOTHING = _EMPTY | _NOBODY
_SHORT = 2  # letters of a word that says something
_CLOSING = frozenset({"comma", "group", "stop", "subordinator"})
_LEADING = frozenset({"preposition", "to"})
_STRUNG = _LEADING | {"phrase"}
_CLOSED = frozenset({"stop", "comma", "subordinator", "and"})
_WORDY = frozenset({"noun", "name", "verb", "ing"})


def subject_of(chunks: Sequence[Chunk], at: int) -> list[Chunk]:
    """The subject of a group; whoever says "he would appeal" is most likely "he"."""
    subject = _subject_chunks(chunks, at)
    if not subject or subject[0].last.lower not in _THEM:
        return subject
    saying = [i for i in range(at) if chunks[i].kind == "group" and _leads(chunks, i, at)]
    return (_subject_chunks(chunks, saying[-1]) if saying else []) or subject


def _subject_chunks(chunks: Sequence[Chunk], at: int) -> list[Chunk]:
    """The chunks of all phrases that are the subject of a group, a name beside one for it: of "the
    firm's head, Ida Rohm, said" it is she.
    """
    found = [chunk for phrase in find_subject(chunks, at) for chunk in phrase]
    found = found or _opening_subject(chunks, at)
    named = _named_beside(chunks, at)
    if named is None or not found or found[-1].end > named.start or found[0].last.tag == "name":
        return found
    return _name_subject(found, named)


def _name_subject(found: Sequence[Chunk], named: Chunk) -> list[Chunk]:
    """A subject with the name beside it: first where it is the subject's own, not that of whom a
    preposition leads ("talks with the operator, Oslin,").
    """
    if any(chunk.kind != "phrase" and chunk.last.lower != "of" for chunk in found):
        return [*found, named]
    return [named, *(_drop_owners(chunk) for chunk in found)]


def _opening_subject(chunks: Sequence[Chunk], at: int) -> list[Chunk]:
    """The phrases from the opening of a clause up to its verb, where nothing else stands between:
    "the road | to | the mine", and of "after | the match | the referee" the last one.
    """
    first = at
    while first and chunks[first - 1].kind in _STRUNG:
        first -= 1
    opens = not first or chunks[first - 1].kind in _CLOSED
    led = chunks[first].kind in _LEADING
    strung = list(chunks[first + led * 2 : at])
    whole = bool(strung) and strung[0].kind == "phrase" == strung[-1].kind
    return strung if opens and whole else []


def _named_beside(chunks: Sequence[Chunk], at: int) -> Chunk | None:
    """The name between two commas right before a group."""
    place = at - 1
    while place >= 0 and chunks[place].kind in ASIDE:
        place -= 1
    near = chunks[max(0, place - 2) : place + 1]
    if [chunk.kind for chunk in near] != ["comma", "phrase", "comma"]:
        return None
    return near[1] if all(token.tag == "name" for token in near[1].tokens) else None


def _drop_owners(chunk: Chunk) -> Chunk:
    """A phrase without those to whom it belongs."""
    kept = tuple(token for token in chunk.tokens if not token.owner)
    return replace(chunk, tokens=kept or chunk.tokens)


def _leads(chunks: Sequence[Chunk], at: int, verb: int) -> bool:
    """Whether the group at `at` is the verb of saying straight before a pronoun and its verb."""
    between = chunks[at + 1 : verb]
    near = all(chunk.kind in {"subordinator", "pronoun", "adverb", "time"} for chunk in between)
    return chunks[at].last.lower in SAYING_VERBS and near


def is_reduced(chunks: Sequence[Chunk], at: int) -> bool:
    """Whether a group is a bare participle between commas behind the phrase that it befalls."""
    ahead = [chunk.kind for chunk in chunks[max(0, at - 2) : at]]
    if ahead != ["phrase", "comma"] or not _is_bare_participle(chunks[at]):
        return False
    behind = chunks[at + 1 :]
    end = next((place for place, one in enumerate(behind) if one.kind in _CLOSING), len(behind))
    return 0 < end < len(behind) and behind[end].kind == "comma" and _leads_away(behind[0])


def _leads_away(chunk: Chunk) -> bool:
    """Whether a chunk behind a participle is no object of it."""
    return chunk.kind in {"preposition", "time", "to"}


def _is_bare_participle(group: Chunk) -> bool:
    return len(group.tokens) == 1 and is_participle(group.last.lower)


def shares_passive(chunks: Sequence[Chunk], at: int) -> bool:
    """Whether a bare participle goes on with a passive before it: "was designed by Leo and
    opened".
    """
    if not at or chunks[at - 1].kind != "and" or not _is_bare_participle(chunks[at]):
        return False
    place = _verb_before(chunks, at)
    return chunks[place].kind == "group" and _is_passive(chunks, place)


def _verb_before(chunks: Sequence[Chunk], at: int) -> int:
    """The place of the verb or subordinator before a group, forms in -ing left out; 0 for none."""
    ends = (place for place in range(at) if chunks[place].kind in {"group", "subordinator"})
    return max((place for place in ends if chunks[place].last.tag != "ing"), default=0)


def _is_passive(chunks: Sequence[Chunk], at: int) -> bool:
    return is_passive(chunks[at]) or shares_passive(chunks, at)


def whole_group(group: Chunk, near: Sequence[Chunk]) -> tuple[Chunk, Sequence[Chunk]]:
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


def part_behind(behind: Sequence[Chunk]) -> tuple[Sequence[Chunk], Sequence[Chunk]]:
    """What stands behind a verb: its object with what "of" ties to it, and the rest from the first
    other preposition on.
    """
    for place, chunk in enumerate(behind):
        tied = chunk.last.lower == "of" and not (place and behind[place - 1].last.tag == "name")
        led = chunk.kind in {"preposition", "to"} or chunk.last.lower in _LACKING
        if led and not tied:
            return behind[:place], behind[place:]
    return behind, ()


def scope_of(others: Sequence[Chunk]) -> frozenset[tuple[str, str]]:
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
            found |= {(lead, word) for word in fold_words((chunk,))}
    return frozenset(found)


def agent_of(far: Sequence[Chunk]) -> tuple[Sequence[Chunk], Sequence[Chunk]]:
    """Who does it, of a passive: the phrase behind "by"; and the rest."""
    for place, chunk in enumerate(far[:-1]):
        if chunk.last.lower == "by" and far[place + 1].kind == "phrase":
            return far[place + 1 : place + 2], (*far[:place], *far[place + 2 :])
    return (), far


def fold_group(verb: str, behind: Sequence[Chunk]) -> str:
    """A verb folded with what stands behind it or its object, where both have a class of their own:
    "opened fire", "found him guilty".
    """
    lengths = range(LONGEST_PHRASE, 0, -1) if verb in PARTICLED else ()
    starts = [[t.lower for t in list_tokens(behind[at : at + 3])] for at in (0, 1)]
    led = (VERBS.get(" ".join((verb, *words[:length]))) for words in starts for length in lengths)
    known = next(filter(None, led), None)
    return known.name if known is not None else fold_verb(verb)


def fold_words(chunks: Sequence[Chunk]) -> frozenset[str]:
    """The folded words of chunks that say something."""
    return frozenset(
        fold_noun(token.lower)
        for token in list_tokens(chunks)
        if token.tag in _WORDY and len(token.lower) >= _SHORT and token.lower not in _SAYING_NOTHING
    )


def head_of(chunks: Sequence[Chunk]) -> str:
    """The noun of the first phrase among chunks, as it stands in small letters, "" for none."""
    first = next((chunk for chunk in chunks if chunk.kind == "phrase"), None)
    return first.last.lower if first is not None and first.last.tag in _WORDY else ""


def plain_words(chunks: Sequence[Chunk]) -> frozenset[str]:
    """The words of some chunks as they stand; none where one of them says no."""
    tokens = list_tokens(chunks)
    if any(token.tag == "not" for token in tokens):
        return frozenset()
    return frozenset(token.lower for token in tokens if token.tag in _WORDY)


def name_words(chunks: Sequence[Chunk]) -> frozenset[str]:
    """The folded words of chunks that are names."""
    return frozenset(fold_noun(token.lower) for token in list_tokens(chunks) if token.tag == "name")
