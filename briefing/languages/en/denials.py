"""Whether what follows a sentence takes it back: then neither is told without the other.

A claim without its denial says more than its source. So a sentence belongs to the one before it
wherever it shows one of the signs in `words/denials.txt`, also at the head of the next paragraph;
a few that do no harm are told along. Another's count of the same is such a sentence, too. What this
does not see: a denial that shares no sign ("The cranes still stand there"), and one in another
article.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice

from briefing.language import wordlist
from briefing.language.following import passage_at, passages_up_to
from briefing.language.identity import Same
from briefing.language.prefilter import make_ready_together
from briefing.languages.en.late_denials import find_next_told, is_prose, part_voice
from briefing.languages.en.sameness import vocabulary
from briefing.model import Reading, Span

_PATTERNS = wordlist.patterns("en", "words/denials")
_SAID_OF = {
    "signs": (
        "false",
        "denied",
        "left_out",
        "points",
        "staged",
        "pronoun",
        "against",
        "unproved",
        "no_proof",
        "turned",
        "looked",
        "named",
        "anew",
    ),
    **{
        name: (name,)
        for name in (
            "harmless",
            "found",
            "otherwise",
            "tally",
            "recounts",
            "foredenied",
            "accuses",
            "accuses_whom",
            "heard",
            "says_no",
            "undone",
            "told_by",
        )
    },
}
_READY = make_ready_together(
    {of: [_PATTERNS[name] for name in names] for of, names in _SAID_OF.items()}
)
_SIGNS, _FOUND, _OTHERWISE = _READY["signs"], _READY["found"], _READY["otherwise"]
_HARMLESS, _HOLDS_HARMLESS = _PATTERNS["harmless"], _READY["harmless"]
_TAKES_UP, _OWN_OBJECT = _PATTERNS["takes_up"], _PATTERNS["own_object"]
_TALLY, _TALLIES, _RECOUNTS = _PATTERNS["tally"], _READY["tally"], _READY["recounts"]
_FOREDENIED, _TOLD_BY = _READY["foredenied"], _READY["told_by"]
_NEW = _PATTERNS["something_new"]
_ACCUSES, _HEARD, _SAYS_NO = _READY["accuses"], _READY["heard"], _READY["says_no"]
_OWN_WORDS, _OWN_ANSWER = _PATTERNS["own_words"], _PATTERNS["own_answer"]
_ACCUSES_WHOM = _READY["accuses_whom"]
_THINGS, _UNDONE = _PATTERNS["undone"], _READY["undone"]
_AFRESH, _SHAREABLE = _PATTERNS["afresh"], _PATTERNS["shareable"]
_SHARED = 2  # words that a finding must share with the claim that it turns round
_SHARED_APART = 4  # the same, where the two stand in different passages
_KEEP = 256  # pairs of sentences answered last: a sentence is asked about by all its neighbours


def answers_before(sentence: str) -> bool:
    """Whether the words of a sentence show that it takes back or doubts the one before it."""
    return _SIGNS.finds_any(_leave_out_harmless(sentence))


def find_answer(reading: Reading, sentence: Span) -> Span | None:
    """The sentence behind `sentence` that answers it, None where none does.

    It stands in the same passage, or opens the next one that is told; what parts a claim from a
    denial further on counts as such a sentence, for all of it goes together. Raises nothing; a
    sentence of no passage has no answer.
    """
    return _find_same(Same(reading=reading), sentence)


@lru_cache(maxsize=_KEEP)
def _find_same(same: Same, sentence: Span) -> Span | None:
    reading = same.reading
    behind = next(_sentences_behind(reading, sentence), None)
    if behind is None:
        return None
    text = reading.document.text
    claim, after = text[sentence.start : sentence.end], text[behind.start : behind.end]
    late = find_next_told(reading, sentence) == behind
    if "\n" in text[sentence.end : behind.start]:
        if _is_of_its_own(claim, after):
            return behind if late else None
        after = _leave_out_things(claim, after)
    return behind if late or _is_answered(claim, after) else None


def find_denial_ahead(reading: Reading, sentence: Span) -> Span | None:
    """The sentence before `sentence`, in its passage or as the last of the one before, that denies
    beforehand what it claims, None where none does: "The firm denied that it had been warned", and
    behind it "The union said that it had warned the firm".

    Both share two words, four where they stand in different passages, and the claim denies nothing
    itself. Raises nothing.
    """
    text = reading.document.text
    claim = text[sentence.start : sentence.end]
    if not _TOLD_BY.finds_any(claim):
        return None
    ahead = _sentence_ahead(reading, sentence)
    if ahead is None:
        return None
    denial = text[ahead.start : ahead.end]
    least = _SHARED_APART if "\n" in text[ahead.end : sentence.start] else _SHARED
    return ahead if _is_denied_ahead(denial, claim, least) else None


def _sentence_ahead(reading: Reading, sentence: Span) -> Span | None:
    """The sentence ahead of another in its passage, or the last of the passage straight before it,
    where that is told; None where neither stands there.
    """
    last = passages_up_to(reading, sentence.start)
    here = reading.passages[last - 1] if last else None
    if here is None or sentence.start >= here.end:
        return None
    ahead = [one for one in here.sentences if one.end <= sentence.start]
    return ahead[-1] if ahead else _last_told(reading, last - 1)


def _last_told(reading: Reading, number: int) -> Span | None:
    """The last sentence of a passage, where that is told."""
    passage = reading.passages[number - 1] if number else None
    if passage is None or not is_prose(passage, reading.document.text):
        return None
    return passage.sentences[-1] if passage.sentences else None


@lru_cache(maxsize=_KEEP)
def _is_denied_ahead(denial: str, claim: str, least: int) -> bool:
    """Whether a sentence denies what somebody claims in the one behind it, of which `least` words
    are its own too. Pure, so it is kept.
    """
    if not _FOREDENIED.finds_any(denial):
        return False
    shared = vocabulary(denial) & vocabulary(claim)
    return len(shared) >= least and not answers_before(claim)


def _is_of_its_own(claim: str, after: str) -> bool:
    """Whether a paragraph begins with what was not spoken of before, and shares no word with the
    sentence that ended the last one.
    """
    return _NEW.match(after) is not None and not vocabulary(claim) & vocabulary(after)


def _leave_out_things(claim: str, after: str) -> str:
    """What opens a paragraph, without that a thing was undone, as a licence is withdrawn or a file
    deleted: where it shares no word of its own with the sentence that ended the last one, the thing
    is another.
    """
    if not _UNDONE.may_find(after) or not _AFRESH.match(after):
        return after
    theirs, ours = (vocabulary(_SHAREABLE.sub(" ", one)) for one in (after, claim))
    return after if theirs & ours else _THINGS.sub("…", after)


@lru_cache(maxsize=_KEEP)
def _is_answered(claim: str, after: str) -> bool:
    """Whether the words of a sentence answer those of the one before it. Pure, so it is kept."""
    if _RECOUNTS.may_find(after) and not _PATTERNS["counts"].search(claim):
        after = _PATTERNS["recounts"].sub("…", after)
    answers = answers_before(after) and not _is_elsewhere(claim, after)
    otherwise = _finds_otherwise(claim, after) or _stands_otherwise(claim, after)
    return answers or otherwise or _counts_otherwise(claim, after) or _is_heard(claim, after)


def _is_heard(claim: str, after: str) -> bool:
    """Whether the other side of what somebody is accused of, or said by others to do, is heard in
    the sentence behind: neither is told without the other.
    """
    accused = _ACCUSES.finds_any(claim)
    if accused and (_HEARD.finds_any(after) or _says_no(claim, after)):
        return True
    return _says_otherwise(claim, after) or _answers_accuser(claim, after)


def _says_otherwise(claim: str, after: str) -> bool:
    """Whether somebody of whom others tell something speaks for himself in the sentence behind."""
    said = _TOLD_BY.find(claim)
    own = _OWN_WORDS.match(after) if said is not None else None
    if own is None or said is None:
        return False
    return _is_of_party(own, *part_voice(claim, said))


def _answers_accuser(claim: str, after: str) -> bool:
    """Whether whoever is accused speaks for himself in the sentence behind."""
    whom = _ACCUSES_WHOM.find(claim)
    answer = _OWN_ANSWER.match(after) if whom is not None else None
    if answer is None or whom is None:
        return False
    return _is_of_party(answer, claim[: whom.start()], claim[whom.end() :])


def _says_no(claim: str, after: str) -> bool:
    """Whether somebody says in the sentence behind that something is not so which shares two words
    with what is claimed: "… allegations of theft", and "The keepers say there was no theft".
    """
    if not _SAYS_NO.finds_any(_leave_out_harmless(after)):
        return False
    return len(vocabulary(claim) & vocabulary(after)) >= _SHARED


def _is_of_party(own: re.Match[str], voice: str, doing: str) -> bool:
    """Whether whoever speaks for himself is named among those of whom something is told, and not
    as the one who tells it.
    """
    party = re.compile(rf"(?<!\w){re.escape(own['name'] or own['noun'])}(?!\w)")
    return party.search(doing) is not None and party.search(voice) is None


def _counts_otherwise(claim: str, after: str) -> bool:
    """Whether somebody counts otherwise what was counted before: "Eleven were hurt", and behind it
    "The union said that 40 were hurt".
    """
    if not _TALLIES.may_find(after) or not _TOLD_BY.finds_any(after):
        return False
    theirs, ours = _TALLY.search(after), _TALLY.search(claim)
    if theirs is None or ours is None or theirs["state"].lower() != ours["state"].lower():
        return False
    return theirs["number"].lower() != ours["number"].lower()


def _stands_otherwise(claim: str, after: str) -> bool:
    """Whether things are told as they can't be if the sentence before is true: "She was abroad that
    week", "The dam is intact".
    """
    if not _OTHERWISE.finds_any(after):
        return False
    return bool(_TAKES_UP.search(after) or vocabulary(claim) & vocabulary(after))


def _is_elsewhere(claim: str, after: str) -> bool:
    """Whether a denial says of what, and that shares no word with the sentence before."""
    return _OWN_OBJECT.match(after) is not None and not vocabulary(claim) & vocabulary(after)


def _finds_otherwise(claim: str, after: str) -> bool:
    """Whether a finding turns something round that shares two words with the sentence before."""
    found = _FOUND.finds_any(_leave_out_harmless(after))
    return found and len(vocabulary(claim) & vocabulary(after)) >= _SHARED


@lru_cache(maxsize=1)
def _leave_out_harmless(sentence: str) -> str:
    """A sentence without what says no and takes nothing back; asked for twice in a row."""
    return _HARMLESS.sub("…", sentence) if _HOLDS_HARMLESS.may_find(sentence) else sentence


def _sentences_behind(reading: Reading, sentence: Span) -> Iterator[Span]:
    """What is told behind a sentence, in order: at most to the end of the next passage."""
    passage = passage_at(reading, sentence.start)
    if passage is None:
        return
    yield from (one for one in passage.sentences if one.start >= sentence.end)
    text = reading.document.text
    behind = islice(reading.passages, passages_up_to(reading, sentence.start), None)
    following = next((one for one in behind if is_prose(one, text)), None)
    if following is not None:
        yield from following.sentences
