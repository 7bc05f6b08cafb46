"""Source clauses in one sentence: "X noted that …", "…, according to the newspaper", "“…,” he told
her".
"""

from bisect import bisect_left
from dataclasses import replace
from itertools import pairwise

from briefing.languages.en.lexicon import SAYING_VERBS
from briefing.languages.en.names.words import Words
from briefing.languages.en.speech import agents, embedding, putting, signed, verbs
from briefing.languages.en.speech.according import read_according
from briefing.languages.en.speech.clauses import read_clause
from briefing.languages.en.speech.cue import Cue, word_span
from briefing.languages.en.speech.lists import WORDS
from briefing.model import Span

_RELAYING = WORDS.words("relaying")
_ACTING = WORDS.words("acting")
_OPENING = verbs.PLAIN | verbs.GERUNDS | putting.VERBS | {"according", "called", "calls"}


def find_cues(words: Words, masked: frozenset[int], sentence: Span) -> tuple[Cue, ...]:
    """The source clauses of a sentence in order; `masked` are the words inside quotations."""
    found = _read_unspoken(words, masked, sentence)
    for index, word in enumerate(words.lowers):
        if word not in _OPENING or index in masked:
            continue
        cue = read_according(words, masked, index, sentence) or read_clause(
            words, masked, index, sentence, first=not found
        )
        if cue is not None:
            found = _join_cue(words, masked, sentence, found, _within_bracket(words, cue))
    return tuple(found)


def _within_bracket(words: Words, cue: Cue) -> Cue:
    """Let a source clause inside a bracket be about no more than that: "… (it is 15 percent,
    according to X)".
    """
    at = _word_from(words, cue.cue.start, 0)
    ahead = words.texts[:at]
    opened = at - ahead[::-1].index("(") if "(" in ahead else 0
    if not opened or ")" in ahead[opened:] or cue.content.start >= words.starts[opened]:
        return cue
    body = Span(start=words.starts[opened], end=words.ends[at - 1])
    return replace(cue, content=body)


def _join_cue(
    words: Words, masked: frozenset[int], sentence: Span, found: list[Cue], cue: Cue
) -> list[Cue]:
    """The source clauses so far and one more, which may be about what the last one tells, or be
    told there, or belong to its content.
    """
    if not found:
        return [_bound_content(words, masked, cue)]
    *before, last = found
    if not before and _speaks_for_all(words, cue, last, sentence):
        return [cue]
    if not before and _tells_all(words, cue, last, sentence):
        return [_bound_content(words, masked, _end_before(last, cue)), cue]
    if _own_clause(words, cue, last):
        return [*before, _end_clause(words, last, cue), _bound_content(words, masked, cue)]
    if _is_inner_cue(words, cue, last):
        return [*before, replace(cue, outer=last)]
    if not before and _embraces_cue(cue, last, sentence):
        return [replace(last, outer=cue)]
    return found


def _read_unspoken(words: Words, masked: frozenset[int], sentence: Span) -> list[Cue]:
    """Read a name in front of a quotation and its colon, or one that signs a quotation behind a
    dash.
    """
    led = signed.leading_label(words, masked)
    if led is not None:
        end, behind = led
        body = Span(start=words.starts[behind], end=sentence.end)
        who = word_span(words, 0, end)
        return [Cue(shape="lead", cue=who, speaker=who, content=body, verb="said")]
    for dash in signed.find_dashes(words):
        last = signed.signing_name(words, dash, masked)
        if last is not None:
            body = Span(start=sentence.start, end=words.ends[dash - 1])
            who = word_span(words, dash + 1, last)
            return [Cue(shape="trail", cue=who, speaker=who, content=body, verb="said")]
    return []


def _end_clause(words: Words, last: Cue, cue: Cue) -> Cue:
    """Let what one says end where the clause of the next begins: "X said A, | and Y said B"."""
    at = _cue_place(words, cue)
    while at > 0 and words.lowers[at - 1] in {"and", "but", "while", "whereas", ",", ";"}:
        at -= 1
    if last.shape != "lead" or at < 1 or words.ends[at - 1] <= last.content.start:
        return last
    end = min(last.content.end, words.ends[at - 1])
    return replace(last, content=Span(start=last.content.start, end=end))


def _embraces_cue(cue: Cue, last: Cue, sentence: Span) -> bool:
    """Whether a source clause at the end is about all that the one before tells: "X warned, |
    according to Y".
    """
    relays = cue.verb == "according" or cue.verb in _RELAYING
    return relays and _leads_alone(last) and _tells_sentence(cue, sentence)


def _leads_alone(cue: Cue) -> bool:
    """Whether what a source clause tells stands behind it, and is told by no other one."""
    return cue.shape == "lead" and cue.outer is None


def _tells_sentence(cue: Cue, sentence: Span) -> bool:
    """Whether a source clause is about what stands before it from the sentence's beginning on."""
    return cue.shape == "trail" and cue.content.start == sentence.start


def _speaks_for_all(words: Words, cue: Cue, last: Cue, sentence: Span) -> bool:
    """Whether somebody says at the end what the sentence begins with: "A team found X, | the
    coast guard said".
    """
    ends = _tells_sentence(cue, sentence)
    if not ends or cue.verb not in verbs.SPEAKING:
        return False
    if last.shape == "middle":
        return cue.verb not in _RELAYING and _tells_part(words, last)
    return last.shape == "lead" and (last.verb in verbs.CLAUSAL or _only_acts(words, last))


def _tells_all(words: Words, cue: Cue, last: Cue, sentence: Span) -> bool:
    """Whether somebody else says at the end that somebody said all that stands before: "X told
    Y that …, | officials said".
    """
    if cue.speaker is None or cue.verb not in verbs.SPEAKING or not _tells_sentence(cue, sentence):
        return False
    at = _word_from(words, min(cue.cue.start, cue.speaker.start), 0)
    parted = words.texts[at - 1] in {",", "”", '"'}
    return parted and _leads_alone(last) and last.content.start < cue.cue.start


def _tells_part(words: Words, last: Cue) -> bool:
    """Whether "according to" in the middle of a sentence is about a part of it: "The march, which
    drew 900 | according to police, will be held again".
    """
    ahead = _word_from(words, last.cue.start, 0) - 1
    return last.verb == "according" and words.texts[ahead] != ","


def _end_before(last: Cue, cue: Cue) -> Cue:
    """What one says, up to the source clause of another at the end."""
    end = min(last.content.end, cue.content.end)
    return replace(last, content=Span(start=last.content.start, end=end))


def _only_acts(words: Words, cue: Cue) -> bool:
    """Whether a verb of saying has a noun for its object, so that it tells what somebody did: "The
    office confirmed the loss of 28 ships".
    """
    if cue.verb not in _ACTING:
        return False
    at = _word_from(words, cue.content.start, 0)
    return words.lower(at - 1) != "that" and words.lower(at) != "that"


def _is_inner_cue(words: Words, cue: Cue, last: Cue) -> bool:
    """Whether a source clause is all that the one before tells: "According to X, | Y said that
    …".
    """
    if cue.shape != "lead" or cue.speaker is None or cue.speaker.start != last.content.start:
        return False
    first = _cue_place(words, cue)
    end = (
        next((at for at in range(first, len(words)) if words.ends[at] >= cue.speaker.end), first)
        + 1
    )
    return (
        last.shape == "lead"
        and last.verb == "according"
        and not agents.is_clause(words, first, end)
    )


def _bound_content(words: Words, masked: frozenset[int], cue: Cue) -> Cue:
    """Let what is said in a clause that opens its sentence ("Although X said it, …") end where the
    clause does, and before a semicolon behind which somebody else has a saying.
    """
    cue = _end_at_semicolon(words, masked, cue)
    at = _cue_place(words, cue)
    if cue.shape != "lead" or at != 1 or words.lowers[0] not in embedding.SUBORDINATORS - {"as"}:
        return cue
    behind = (i for i, start in enumerate(words.starts) if start > cue.content.start)
    comma = next((i for i in behind if words.texts[i] == "," and i not in masked), 0)
    return (
        replace(cue, content=Span(start=cue.content.start, end=words.starts[comma]))
        if comma
        else cue
    )


def _end_at_semicolon(words: Words, masked: frozenset[int], cue: Cue) -> Cue:
    """Let what is said end before a semicolon behind which a verb of saying leads to "that", be its
    subject understood or not: "X declares that A; | the town, to a man, answers that B".
    """
    if ";" not in words.texts or cue.shape != "lead":
        return cue
    first = _word_from(words, cue.content.start, len(words))
    signs = (at for at in range(first, len(words)) if words.texts[at] == ";")
    semicolon = next((at for at in signs if at not in masked), 0)
    if not semicolon or not _leads_to_that(words, semicolon):
        return cue
    end = min(cue.content.end, words.ends[semicolon - 1])
    return replace(cue, content=Span(start=cue.content.start, end=end))


def _leads_to_that(words: Words, place: int) -> bool:
    """Whether a verb of saying and "that" stand behind a place."""
    pairs = pairwise(words.lowers[place:])
    return any(behind == "that" and verb in SAYING_VERBS for verb, behind in pairs)


def _own_clause(words: Words, cue: Cue, last: Cue) -> bool:
    """Whether a second source clause of a sentence is its own rather than inside what the
    first one says.
    """
    if cue.cue.start < last.cue.end or cue.shape == "hang":
        return False
    if last.shape in {"trail", "middle"}:
        return cue.shape == "lead" and words.lower(_cue_place(words, cue) - 1) in {
            "and",
            "but",
            ";",
            "while",
        }
    before = words.lower(_cue_place(words, cue) - 1)
    if before == "," and last.content.end < cue.cue.start:
        return True
    return before in {";", "but", "whereas", "while"} or (
        before in {"and", "with"}
        and (words.lower(_cue_place(words, cue) - 2) == "," or cue.speaker is None)
    )


def _cue_place(words: Words, cue: Cue) -> int:
    return _word_from(words, cue.speaker.start if cue.speaker else cue.cue.start, len(words))


def _word_from(words: Words, place: int, none: int) -> int:
    """The first word that starts at `place` or behind it, `none` where there is none."""
    at = bisect_left(words.starts, place)
    return at if at < len(words) else none
