"""Source clauses whose verb stands before its subject: "“…,” said X", "…, said X, the minister"."""

from dataclasses import replace

from briefing.languages.en.lexicon import WEEKDAYS
from briefing.languages.en.names.words import Words
from briefing.languages.en.speech import agents, verbs
from briefing.languages.en.speech.cue import CLOSING, SHORTEST, Cue, word_span
from briefing.languages.en.speech.lists import WORDS
from briefing.languages.en.speech.phrases import extend_apposition, opens_nominal, phrase_end
from briefing.languages.en.speech.sources import PRONOUNS
from briefing.languages.en.speech.speakers import can_be_speaker
from briefing.model import Span

_NO_SUBJECTS = frozenset({"that", ":", ",", "it"}) | frozenset(WEEKDAYS)
_CONNECTIVES = WORDS.words("leading") | {"but"}
_PERSONAL = frozenset({"he", "she", "they"})  # speak so behind a quotation only
_BEHIND_QUOTATION = WORDS.words("inverted behind a quotation")
_LEADING = verbs.INVERTED | _BEHIND_QUOTATION
_RESULTS = frozenset({"reported", "reports", "announced", "announces", "noted", "claimed"})


def read_inverted(words: Words, masked: frozenset[int], index: int, sentence: Span) -> Cue | None:
    """Read "“…,” said X." and "…, said X, the minister"; None where the verb at `index` leads no
    such clause.
    """
    after = index + 1
    if not _may_lead(words, index):
        return None
    quoted = words.texts[index - 1] in CLOSING or index - 1 in masked
    opens = _opens_sentence(words, index)
    if not (quoted or _may_close_clause(words, index, opens=opens)):
        return None
    last = _named_end(words, masked, after, quoted=quoted)
    if last <= after or not (quoted or _leads_teller(words, index, last)):
        return None
    cue = _make_cue(words, masked, index, last, sentence, quoted=quoted)
    return replace(cue, shape="middle", content=sentence) if opens else cue


def _opens_sentence(words: Words, index: int) -> bool:
    """Whether a connective and a comma alone stand before a verb: "But, | said X, …"."""
    return index == len(("but", ",")) and words.lowers[0] in _CONNECTIVES and words.texts[1] == ","


def _may_lead(words: Words, index: int) -> bool:
    """Whether a verb inside a sentence may stand before whoever says it."""
    return 0 < index < len(words) - 1 and words.lowers[index] in _LEADING


def _may_close_clause(words: Words, index: int, *, opens: bool) -> bool:
    """Whether a verb may stand so behind words that are no quotation: behind a comma and a clause,
    or a connective that `opens` the sentence.
    """
    if words.texts[index - 1] != "," or words.lowers[index] in _BEHIND_QUOTATION:
        return False
    return index > SHORTEST or opens


def _leads_teller(words: Words, index: int, last: int) -> bool:
    """Whether what stands behind a verb up to `last` is who tells what precedes, and no object."""
    verb, after = words.lowers[index], index + 1
    if verb in _RESULTS and words.lowers[after] in {"a", "an"}:
        return False  # "X, a carrier, | reported a profit of 2 million"
    if verb == "asked" and "to" in words.lowers[after:last]:
        return False  # "its president, X, | asked the council to close the road"
    return _closes_clause(words, after, last)


def _named_end(words: Words, masked: frozenset[int], after: int, *, quoted: bool) -> int:
    """Where the speaker behind the verb ends, appositions included; `after` where none stands
    there.
    """
    refused = _NO_SUBJECTS if quoted else _NO_SUBJECTS | _PERSONAL
    if words.lowers[after] in refused or after in masked:
        return after
    last = _speaker_end(words, masked, after)
    if last <= after or not opens_nominal(words, after):
        return after
    return extend_apposition(words, masked, after, last, frozenset({",", "."}))


def _speaker_end(words: Words, masked: frozenset[int], after: int) -> int:
    """The index behind the speaker's words; `after` where they are none: "…, says she warned of
    it".
    """
    last = phrase_end(words, after, masked)
    if words.lowers[after] in PRONOUNS and last > after + 1:
        return after
    while (
        words.lower(last) == ","
        and not can_be_speaker(words, after, last, "")
        and not words.lower(last + 1).endswith("ing")
    ):
        last = phrase_end(words, last + 1, masked)
    return last


def _closes_clause(words: Words, after: int, last: int) -> bool:
    """Whether what no quotation precedes names somebody who can speak, and ends with the name."""
    ends = last >= len(words) or words.texts[last] in {".", ","}
    return ends and can_be_speaker(words, after, last, "")


def _make_cue(
    words: Words, masked: frozenset[int], index: int, last: int, sentence: Span, *, quoted: bool
) -> Cue:
    """The source clause from the verb at `index` to `last`, and what it covers."""
    goes_on = not masked.isdisjoint(range(last, len(words))) or agents.is_auxiliary(words, last + 1)
    stop = index if quoted else index - 1  # without the comma
    ahead = Span(start=sentence.start, end=words.ends[stop - 1])
    return Cue(
        shape="middle" if goes_on else "trail", cue=word_span(words, index, last),
        speaker=word_span(words, index + 1, last),
        content=sentence if goes_on else ahead, verb=words.lowers[index],
    )  # fmt: skip
