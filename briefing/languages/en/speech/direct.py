"""Source clauses whose subject stands before the verb: "X said that …"."""

from briefing.languages.en.antecedents import nouns
from briefing.languages.en.names.words import Words
from briefing.languages.en.speech import agents, content, verbs
from briefing.languages.en.speech.agents import DETERMINERS
from briefing.languages.en.speech.cue import CLOSING, Cue, word_span
from briefing.languages.en.speech.lists import WORDS
from briefing.languages.en.speech.phrases import DAYS, head_of
from briefing.languages.en.speech.sources import PRONOUNS
from briefing.languages.en.speech.speakers import agrees_with_verb, can_be_speaker
from briefing.languages.en.speech.subjects import subject_before
from briefing.languages.en.speech.trailing import is_closed_quotation, read_trailing
from briefing.model import Span

_TIMED = DAYS | nouns.TIMES | WORDS.words("before a time")
_LASTING = WORDS.words("lasting")


def read_direct(words: Words, masked: frozenset[int], index: int, sentence: Span) -> Cue | None:
    """Read "X said that …" and, where the content stands before, "…, X said."."""
    subject = subject_before(words, index, masked)
    if subject is None or _says_nothing(words, subject, index):
        return None
    begin, speaker = _speaking_words(words, subject, index)
    trailing = read_trailing(words, masked, begin, index, sentence, speaker)
    speaks = can_be_speaker(words, *subject, words.lowers[index])
    if trailing is not None:  # whatever stands so behind a quotation speaks
        speaks = speaks or is_closed_quotation(words, masked, begin)
        return trailing if speaks and not _is_quoted_noun(words, begin, index) else None
    body = _find_body(words, masked, subject, index)
    if body is None or not (speaks or _leads_quotation(words, masked, index, body)):
        return None
    return _make_cue(words, begin, index, body, speaker, sentence)


def _leads_quotation(
    words: Words, masked: frozenset[int], index: int, body: content.SpeechContent
) -> bool:
    """Whether a mark parts a verb from the quotation that it tells."""
    return body.start in masked and words.lowers[index + 1] in {",", ":"}


def _says_nothing(words: Words, subject: tuple[int, int], index: int) -> bool:
    """Whether a subject and its verb say nothing: something goes on, or the verb is a noun."""
    if _goes_on(words, subject, index) or _ends_as_noun(words, subject, index):
        return True
    return _is_timed_participle(words, index) or _is_had(words, index)


def _is_had(words: Words, index: int) -> bool:
    """Whether a noun that looks like a verb is what somebody has: "X and Y have | claims"."""
    had = words.lowers[index - 1] in {"has", "have", "had"} and index > 0
    noun = words.lowers[index] in verbs.NOUNS_TOO and not words.lowers[index].endswith("ed")
    return had and noun and words.lowers[index] not in {"read", "thought", "forecast"}


def _is_timed_participle(words: Words, index: int) -> bool:
    """Whether a time and another verb follow, so that the first only says which one is meant: "the
    merger announced on Monday | would …".
    """
    at = index + 1
    while words.lower(at) in _TIMED:
        at += 1
    timed = at > index + 1 and words.lowers[index].endswith("ed")
    return timed and (agents.is_auxiliary(words, at) or words.lower(at) in agents.PAST)


def _goes_on(words: Words, subject: tuple[int, int], index: int) -> bool:
    """Whether something only goes on or ends: "As the hearings continued on Monday, …"."""
    opened = subject[0] == 1 and words.lowers[0] in {"as", "while", "when"}
    return opened and words.lowers[index] in _LASTING


def _speaking_words(words: Words, subject: tuple[int, int], index: int) -> tuple[int, Span | None]:
    """The first word of the source clause and its speaker; None for one that stands further back
    ("and said").
    """
    first, last = subject
    return (first, word_span(words, first, last)) if first < last else (index, None)


def _is_noun(words: Words, subject: tuple[int, int], index: int) -> bool:
    """Whether what looks like a verb of saying may be a noun, which agrees with no subject."""
    verb = words.lowers[index]
    if verb not in verbs.NOUNS_TOO:
        return False
    return not agrees_with_verb(words, *subject, verb) or _is_object(words, *subject)


def _is_quoted_noun(words: Words, begin: int, index: int) -> bool:
    """Whether a noun stands behind words in quotation marks that no comma ends: "“misleading” media
    | reports".
    """
    compound = words.texts[begin].islower() and words.lowers[begin] not in DETERMINERS | PRONOUNS
    compound = compound and words.lowers[index] not in verbs.SPEAKING
    if (words.lowers[index] not in verbs.NOUNS_TOO and not compound) or begin <= 1:
        return False
    return words.texts[begin - 1] in CLOSING and words.texts[begin - 2][:1].isalnum()


def _ends_as_noun(words: Words, subject: tuple[int, int], index: int) -> bool:
    """Whether a clause ends with a noun that looks like a verb: "X pointed to other | states"."""
    named = words.lowers[index] == "states" and words.texts[index + 1 :][:1] != ["I"]
    if named and index + 1 < len(words) and words.texts[index + 1][:1].isupper():
        return True  # "Rust Belt | states Indiana and Ohio"
    noun = words.lowers[index] in verbs.NOUNS_TOO and _ends_clause(words, index)
    return noun and agents.is_clause(words, *subject)


def _ends_clause(words: Words, index: int) -> bool:
    """Whether nothing follows a word in its clause."""
    return index + 1 >= len(words) or words.texts[index + 1] in {".", ",", ";"}


def _is_object(words: Words, first: int, last: int) -> bool:
    """Whether a verb stands in what seems a subject or straight ahead of it: "X disputed Y | claims
    that", "it spurred some | hope that".
    """
    if first == last - 1 and first > 0 and words.lowers[first - 1].endswith("ed"):
        return True
    return any(_is_predicate(words, at) for at in range(first + 1, last - 1))


def _is_predicate(words: Words, at: int) -> bool:
    """Whether a verb in the past stands behind a name or an adverb: "X | disputed Y", "X also |
    appeared on"; behind a noun it is a participle as a rule.
    """
    if not (words.texts[at].islower() and words.lowers[at].endswith("ed")):
        return False
    named = words.texts[at - 1][:1].isupper() and words.texts[at + 1][:1].isupper()
    acts = words.lowers[at + 1] in DETERMINERS | {"no"}  # "candidates | wasted no time"
    return named or acts or words.lowers[at - 1] in verbs.BETWEEN


def _find_body(
    words: Words, masked: frozenset[int], subject: tuple[int, int], index: int
) -> content.SpeechContent | None:
    """What the verb at `index` tells, None where nothing is told, or where it may be a noun."""
    if _is_noun(words, subject, index):
        return None
    first, last = subject
    head = head_of(words, first, last) if first < last else ""
    body = _behind_as(words, first if first < last else index, index)
    body = body or content.find_content(words, masked, index, head)
    return None if body is None or _cut_off(words, masked, body.start) else body


def _make_cue(
    words: Words,
    begin: int,
    index: int,
    body: content.SpeechContent,
    speaker: Span | None,
    sentence: Span,
) -> Cue:
    """The source clause from `begin` to what it covers, which may stand in the next sentence."""
    verb = words.lowers[index]
    if body.start >= len(words):
        cue = word_span(words, begin, len(words))
        empty = Span(start=sentence.end, end=sentence.end)
        return Cue(shape="ahead", cue=cue, speaker=speaker, content=empty, verb=verb)
    return Cue(
        shape="lead", cue=word_span(words, begin, body.start), speaker=speaker, verb=verb,
        quoted=body.quoted,
        content=Span(start=words.starts[body.start], end=sentence.end), listener=body.listener,
    )  # fmt: skip


def _cut_off(words: Words, masked: frozenset[int], start: int) -> bool:
    """Whether what seems said has no subject: "the talks that X said | were held", "everything X
    says | is a lie".
    """
    return start not in masked and words.lower(start) in {"is", "are", "was", "were"}


def _behind_as(words: Words, begin: int, index: int) -> content.SpeechContent | None:
    """Read "As X told Y, …": the content stands behind the comma."""
    if begin != 1 or words.lowers[0] != "as" or words.lowers[index] not in verbs.FREE:
        return None
    comma = next((at for at in range(index + 1, len(words)) if words.texts[at] == ","), -1)
    return content.SpeechContent(start=comma + 1) if 0 < comma < len(words) - 1 else None
