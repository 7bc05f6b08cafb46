"""Source clauses in one sentence: "X noted that …", "…, according to the newspaper", "“…,” he told
her".
"""

from dataclasses import dataclass, replace
from typing import Literal

from briefing.languages.en.lexicon import WEEKDAYS
from briefing.languages.en.names.words import Words
from briefing.languages.en.speech import agents, content, embedding, signed, subjects, verbs
from briefing.languages.en.speech.lists import WORDS
from briefing.model import Span

Shape = Literal["lead", "trail", "middle", "hang", "ahead"]
_CLOSING = frozenset({"”", '"', "»", "’"})
_SHORTEST = 3
_ENDS = frozenset({".", "!", "?", ";"})
_ADJUNCTS = WORDS.words("adjuncts")

_OPENING = verbs.PLAIN | verbs.GERUNDS | {"according", "called", "calls"}
_RELATIVES = WORDS.words("clause openers")


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """A source clause: its words, the speaker's words, the verb, and the content it covers.

    `shape`: lead (content follows), trail (content precedes), middle (content on both sides), hang
    (a participle after the sentence's subject), ahead (content in the next sentence; `content` is
    empty). `speaker` is None where the subject has to be taken from before ("and said"). `quoted`
    is the source in "quoted a source as saying", `listener` whoever is told. `outer` is the source
    clause that all of this is content of ("According to X, Y said").
    """

    shape: Shape
    cue: Span
    speaker: Span | None
    content: Span
    verb: str
    quoted: Span | None = None
    listener: Span | None = None
    outer: "Cue | None" = None


def find_cues(words: Words, masked: frozenset[int], sentence: Span) -> tuple[Cue, ...]:
    """The source clauses of a sentence in order; `masked` are the words inside quotations."""
    found = _read_unspoken(words, masked, sentence)
    for index, word in enumerate(words.lowers):
        if word not in _OPENING or index in masked:
            continue
        cue = _read_according(words, masked, index, sentence) or _read_verb(
            words, masked, index, sentence, first=not found
        )
        if cue is not None and len(found) == 1 and _speaks_for_all(cue, found[0], sentence):
            found[0] = cue
        elif cue is not None and (not found or _own_clause(words, cue, found[-1])):
            if found:
                found[-1] = _end_clause(words, found[-1], cue)
            found.append(_bound_content(words, masked, cue))
        elif cue is not None and _is_inner_cue(words, cue, found[-1]):
            found[-1] = replace(cue, outer=found[-1])
        elif cue is not None and _embraces_cue(cue, found, sentence):
            found[-1] = replace(found[-1], outer=cue)
    return tuple(found)


def _read_unspoken(words: Words, masked: frozenset[int], sentence: Span) -> list[Cue]:
    """Read a name in front of a quotation and its colon, or one that signs a quotation behind a
    dash.
    """
    led = signed.leading_label(words, masked)
    if led is not None:
        end, behind = led
        body = Span(start=words.starts[behind], end=sentence.end)
        who = _word_span(words, 0, end)
        return [Cue(shape="lead", cue=who, speaker=who, content=body, verb="said")]
    for dash in range(1, len(words)):
        last = signed.signing_name(words, dash, masked)
        if last is not None:
            body = Span(start=sentence.start, end=words.ends[dash - 1])
            who = _word_span(words, dash + 1, last)
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


def _embraces_cue(cue: Cue, found: list[Cue], sentence: Span) -> bool:
    """Whether a source clause at the end is about all that the one before tells: "X warned, |
    according to Y".
    """
    only = len(found) == 1 and found[0].shape == "lead" and found[0].outer is None
    return (
        only
        and cue.shape == "trail"
        and cue.verb == "according"
        and cue.content.start == sentence.start
    )


def _speaks_for_all(cue: Cue, last: Cue, sentence: Span) -> bool:
    """Whether somebody says at the end what the sentence begins with: "A team found X, | the
    coast guard said".
    """
    ends = cue.shape == "trail" and cue.content.start == sentence.start
    return (
        ends and cue.verb in verbs.SPEAKING and last.shape == "lead" and last.verb in verbs.CLAUSAL
    )


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
    clause does.
    """
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
    place = cue.speaker.start if cue.speaker else cue.cue.start
    return next((index for index, start in enumerate(words.starts) if start >= place), len(words))


def _word_span(words: Words, first: int, last: int) -> Span:
    return Span(start=words.starts[first], end=words.ends[last - 1])


def _read_according(words: Words, masked: frozenset[int], index: int, sentence: Span) -> Cue | None:
    """Read "according to X" wherever it stands."""
    if (
        words.lowers[index] != "according"
        or words.lower(index + 1) != "to"
        or index + 2 >= len(words)
    ):
        return None
    first = index + 2
    last = subjects.phrase_end(words, first, masked)
    if index == 0 and words.lower(last) != ",":
        last = _name_end(words, first, last)
    last = _extend_apposition(words, masked, first, last) if index == 0 else last
    last -= words.lower(last - 1) in _RELATIVES  # "according to an expert | who has been there"
    if last <= first:
        return None
    speaker, cue = _word_span(words, first, last), _word_span(words, index, last)
    after = last + 1 if words.lower(last) == "," else last
    if index == 0:
        if after >= len(words):
            return None
        body = Span(start=words.starts[after], end=sentence.end)
        return Cue(shape="lead", cue=cue, speaker=speaker, content=body, verb="according")
    before = index - 1 if words.lower(index - 1) in {",", "—", "–"} else index
    if before < 1:
        return None
    if last >= len(words) or words.texts[last] in _ENDS:
        body = Span(start=sentence.start, end=words.ends[before - 1])
        return Cue(shape="trail", cue=cue, speaker=speaker, content=body, verb="according")
    clause = _relative_start(words, before)
    body = Span(start=words.starts[clause], end=words.ends[before - 1]) if clause else sentence
    return Cue(shape="middle", cue=cue, speaker=speaker, content=body, verb="according")


def _relative_start(words: Words, before: int) -> int:
    """Where the clause begins that a source clause inside a sentence is about, 0 where that is
    the whole.
    """
    for at in range(before - 1, 1, -1):
        if words.lowers[at] in _RELATIVES and words.texts[at - 1] == ",":
            return at
    return 0


def _name_end(words: Words, first: int, last: int) -> int:
    """Cut a phrase that no comma closes at the end of the name it opens with ("According to X the
    plan …").
    """
    end = first
    while end < last and words.texts[end][:1].isupper():
        end += 1
    if end < last and words.lowers[end] in subjects.SOURCES:
        return end + 1
    return end if end > first else last


def _extend_apposition(
    words: Words,
    masked: frozenset[int],
    first: int,
    last: int,
    ends: frozenset[str] = frozenset({","}),
) -> int:
    """Take the name in "According to the team's coach, X, …" along, and the name's title."""
    if words.lower(last) != "," or words.texts[last - 1][:1].isupper():
        return last
    end = subjects.phrase_end(words, last + 1, masked)
    named = all(words.texts[at][:1].isupper() for at in range(last + 1, end))
    return end if end > last + 2 and named and words.lower(end) in ends and first < last else last


def _read_verb(
    words: Words, masked: frozenset[int], index: int, sentence: Span, *, first: bool
) -> Cue | None:
    verb = words.lowers[index]
    if words.texts[index] != verb:
        return None
    if verb in {"called", "calls"}:
        return _read_calling(words, masked, index, sentence)
    if verb in verbs.GERUNDS:
        return _read_hanging(words, masked, index, sentence, first=first)
    if verb not in verbs.PLAIN:
        return None
    if words.lower(index - 1) == "," and index - 1 not in masked:
        return _behind_comma(words, masked, index, sentence)
    return _read_inverted(words, masked, index, sentence) or _read_direct(
        words, masked, index, sentence
    )


def _read_calling(words: Words, masked: frozenset[int], index: int, sentence: Span) -> Cue | None:
    """Read "X called Y a Z", "X called for Y" and "X called on Y to …"."""
    start = signed.called_content(words, masked, index)
    subject = subjects.subject_before(words, index, masked) if start is not None else None
    if start is None or subject is None or not subjects.can_be_speaker(words, *subject, ""):
        return None
    first, last = subject
    speaker = _word_span(words, first, last) if first < last else None
    body = Span(start=words.starts[start], end=sentence.end)
    cue = _word_span(words, min(first, index), index + 1)
    return Cue(shape="lead", cue=cue, speaker=speaker, content=body, verb="called for")


def _behind_comma(words: Words, masked: frozenset[int], index: int, sentence: Span) -> Cue | None:
    """Choose between "X, a minister, said it …" and "…, said X, a minister.".

    The words behind the verb speak where they are a name or a noun of a source without a verb of
    their own and end the sentence, appositions aside; where the sentence goes on ("said X, the
    mayor, was …") they do only if what stands before the verb is nobody who could.
    """
    after = index + 1
    inverted = _read_inverted(words, masked, index, sentence)
    direct = _read_direct(words, masked, index, sentence)
    subject = subjects.subject_before(words, index, masked)
    between = words.texts[subject[0] : index - 1] if subject is not None else []
    apposed = "," in between or ")" in between[-1:]
    if inverted is not None and apposed and _tells_on(words, masked, inverted):
        return direct  # "a message, read by X, | said Y, a pilot, was killed": Y says nothing
    if inverted is None or inverted.speaker is None or direct is None:
        return inverted or (direct if apposed else None)  # "X, | said Y, | left": Y speaks
    last = next(
        (at for at in range(after, len(words)) if words.starts[at] >= inverted.cue.end), len(words)
    )
    able = (
        subject is not None
        and apposed
        and subjects.can_be_speaker(words, *subject, "")
        and not agents.is_clause(words, *subject)
    )
    clause = agents.is_clause(words, after, last) or words.lowers[after] in subjects.PRONOUNS
    return direct if able and (clause or agents.goes_on(words, last)) else inverted


def _tells_on(words: Words, masked: frozenset[int], cue: Cue) -> bool:
    """Whether what seems to be the speaker is the subject of a clause that goes on behind it."""
    last = next((at for at in range(len(words)) if words.starts[at] >= cue.cue.end), len(words))
    quoted = any(at in masked for at in range(len(words)))
    return not quoted and agents.goes_on(words, last)


def _read_hanging(
    words: Words, masked: frozenset[int], index: int, sentence: Span, *, first: bool
) -> Cue | None:
    """Read ", noting that …" and "with X stating: …"."""
    if words.lower(index - 1) == ",":
        begin, speaker = index, None
    else:
        subject = subjects.subject_before(words, index, masked)
        if subject is None or words.lower(subject[0] - 1) != "with" or subject[0] == subject[1]:
            return None
        begin, speaker = subject[0], _word_span(words, *subject)
    if speaker is None and not first:
        return None
    body = content.find_content(words, masked, index, "")
    marked = body is not None and (
        words.lower(body.start - 1) in {"that", ":", ","} or body.start in masked
    )
    if speaker is None and body is None:
        after = index + 1
        if after >= len(words) or words.lowers[index] not in {"saying", "adding"}:
            return None
        body, marked = content.SpeechContent(start=after), True
    if (
        body is None
        or body.start >= len(words)
        or not (marked or words.lowers[index] in {"saying", "adding", "reporting"})
    ):
        return None
    return Cue(
        shape="hang" if speaker is None else "lead", cue=_word_span(words, begin, body.start), speaker=speaker,
        content=Span(start=words.starts[body.start], end=sentence.end), verb=words.lowers[index],
    )  # fmt: skip


def _read_inverted(words: Words, masked: frozenset[int], index: int, sentence: Span) -> Cue | None:
    """Read "“…,” said X." and "…, said X, the minister"."""
    after = index + 1
    if words.lowers[index] not in verbs.INVERTED or index < 1 or after >= len(words):
        return None
    before = words.texts[index - 1]
    quoted = before in _CLOSING or index - 1 in masked
    if not quoted and not (before == "," and index > _SHORTEST):
        return None
    if (
        words.lowers[after]
        in {"that", ":", ",", "it", "he", "she", "they"}
        - ({"he", "she", "they"} if quoted else set())
        or words.lowers[after] in WEEKDAYS
        or after in masked
    ):
        return None
    last = subjects.phrase_end(words, after, masked)
    if words.lowers[after] in subjects.PRONOUNS and last > after + 1:
        return None  # "…, says she warned of it"
    while (
        last < len(words)
        and words.texts[last] == ","
        and not subjects.can_be_speaker(words, after, last, "")
        and not words.lower(last + 1).endswith("ing")
    ):
        last = subjects.phrase_end(words, last + 1, masked)
    if last <= after or not subjects.opens_nominal(words, after):
        return None
    last = _extend_apposition(words, masked, after, last, frozenset({",", "."}))
    if not quoted and not subjects.can_be_speaker(words, after, last, ""):
        return None
    if not quoted and last < len(words) and words.texts[last] not in {".", ","}:
        return None
    speaker, cue = _word_span(words, after, last), _word_span(words, index, last)
    if any(at in masked for at in range(last, len(words))) or agents.is_auxiliary(words, last + 1):
        return Cue(
            shape="middle", cue=cue, speaker=speaker, content=sentence, verb=words.lowers[index]
        )
    stop = index - 1 if before == "," and not quoted else index
    body = Span(start=sentence.start, end=words.ends[stop - 1])
    return Cue(shape="trail", cue=cue, speaker=speaker, content=body, verb=words.lowers[index])


def _read_direct(words: Words, masked: frozenset[int], index: int, sentence: Span) -> Cue | None:
    """Read "X said that …" and, where the content stands before, "…, X said."."""
    subject = subjects.subject_before(words, index, masked)
    verb = words.lowers[index]
    if subject is None:
        return None
    first, last = subject
    begin = first if first < last else index
    speaker = _word_span(words, first, last) if first < last else None
    trailing = _read_trailing(words, masked, begin, index, sentence, speaker)
    speaks = subjects.can_be_speaker(words, first, last, verb)
    if trailing is not None:
        behind = words.texts[begin - 1] in _CLOSING and begin - 1 in masked
        return trailing if speaks or behind else None  # whatever stands so behind a quotation
    if verb in verbs.NOUNS_TOO and not subjects.agrees_with_verb(words, first, last, verb):
        return None
    head = subjects.head_of(words, first, last) if first < last else ""
    body = _behind_as(words, begin, index) or content.find_content(words, masked, index, head)
    if body is not None and _cut_off(words, masked, body.start):
        return None
    if body is None or not (
        speaks or (body.start in masked and words.lowers[index + 1] in {",", ":"})
    ):
        return None
    if body.start >= len(words):
        empty = Span(start=sentence.end, end=sentence.end)
        return Cue(
            shape="ahead",
            cue=_word_span(words, begin, len(words)),
            speaker=speaker,
            content=empty,
            verb=verb,
        )
    return Cue(
        shape="lead", cue=_word_span(words, begin, body.start), speaker=speaker, verb=verb, quoted=body.quoted,
        content=Span(start=words.starts[body.start], end=sentence.end), listener=body.listener,
    )  # fmt: skip


def _cut_off(words: Words, masked: frozenset[int], start: int) -> bool:
    """Whether what seems said has no subject: "the talks that X said | were held", "everything X
    says | is a lie".
    """
    return start not in masked and words.lower(start) in {"is", "are", "was", "were"}


def _behind_as(words: Words, begin: int, index: int) -> content.SpeechContent | None:
    """Read "As X told Y, …": the content stands behind the comma."""
    if begin != 1 or words.lowers[0] != "as":
        return None
    comma = next((at for at in range(index + 1, len(words)) if words.texts[at] == ","), -1)
    return content.SpeechContent(start=comma + 1) if 0 < comma < len(words) - 1 else None


def _read_trailing(
    words: Words,
    masked: frozenset[int],
    begin: int,
    index: int,
    sentence: Span,
    speaker: Span | None,
) -> Cue | None:
    """Read "…, X said.", "“…,” X told Y." and ", X concluded, " inside a sentence."""
    if begin < _SHORTEST - 1 or speaker is None:
        return None
    quoted = words.texts[begin - 1] in _CLOSING and begin - 1 in masked
    if not quoted and (words.texts[begin - 1] != "," or words.lowers[index] not in verbs.TRAILING):
        return None
    if not quoted and content.adds_to(words, masked, index):
        return None  # "For X, Y adds to Z"
    stop = _adjunct_end(words, masked, index + 1)
    cue = _word_span(words, begin, stop)
    listener = (
        _word_span(words, index + 1, stop)
        if words.lowers[index] in {"told", "tells"} and stop > index + 1
        else None
    )
    if stop >= len(words) or words.texts[stop] in _ENDS:
        body = Span(
            start=sentence.start, end=words.ends[begin - 1] if quoted else words.ends[begin - 2]
        )
        return Cue(
            shape="trail",
            cue=cue,
            speaker=speaker,
            content=body,
            verb=words.lowers[index],
            listener=listener,
        )
    goes_on = words.texts[stop] in {",", ":"} or stop in masked
    if goes_on and (quoted or (words.texts[stop] == "," and stop + 1 not in masked)):
        return Cue(
            shape="middle",
            cue=cue,
            speaker=speaker,
            content=sentence,
            verb=words.lowers[index],
            listener=listener,
        )
    return None


def _adjunct_end(words: Words, masked: frozenset[int], at: int) -> int:
    """Skip what may follow a trailing verb: how it was said, to whom, where and when."""
    while words.lower(at).endswith("ly") and at not in masked:
        at += 1
    if (
        at < len(words)
        and at not in masked
        and (words.lowers[at] in _ADJUNCTS or words.lowers[at - 1] in {"told", "tells", "tell"})
    ):
        while (
            at < len(words)
            and at not in masked
            and words.texts[at] not in _ENDS
            and words.texts[at] not in {",", ":"}
        ):
            if words.lowers[at] == "that":
                return at
            at += 1
    return at
