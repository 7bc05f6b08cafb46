"""Which words of a draft hang: they point to what nothing before them in it can be."""

import re

from briefing.language import late, wordlist
from briefing.language.draft import Draft, things_inside
from briefing.languages.en import antecedents, lexicon
from briefing.languages.en.antecedents import nouns
from briefing.languages.en.grounding.occasions import is_untold_occasion
from briefing.model import Span

_WORDS = wordlist.read("en", "words/references")

_HUMAN = _WORDS.words("human")
_THINGS = _WORDS.words("things")
_POINTING = late.pattern(
    r"the (?:same|latter|move|source|sources|newspaper|paper|magazine|website|agency|company|firm"
    r"|group)\b"
)
_SOURCE = late.pattern(
    r"the (?:same )?(?:source|sources|newspaper|paper|magazine|website|agency)\b"
)
_SOMEBODY = nouns.PEOPLE | nouns.KIN | nouns.HOLDERS | lexicon.OFFICES
_ONE_OF = late.pattern(r"\b[Oo]ne of\b")
_PEOPLE_FORMS = frozenset(f"{noun}s" for noun in nouns.PEOPLE)
TOKEN = late.pattern(r"[^\W\d_]+")
"""A word of letters alone."""
# Begun with letters, so that it is tried at those alone and not between all words.
_SUBJECT = late.pattern(r"[HhSs](?:(?<=\b[Hh])(?:e|is|er|im)|(?<=\b[Ss])he)\b")
_PLURAL = late.pattern(
    r"\b(?!this\b|perhaps\b|always\b|besides\b)[a-z]{3,}(?<!s)s\b|\b(?:and|people|police|men|women"
    r"|children)\b|[%\d]"
)
_GROUP = late.pattern(rf"{_PLURAL.pattern}|\b(?:{'|'.join(sorted(nouns.GROUPS))})\b")
_MANY = frozenset({"they", "them", "their", "theirs", "themselves"})
_SPOKEN = late.pattern(r"“[^”]*”|\"[^\"]*\"|''(?:(?!'').)*''")
_QUOTE_MARK = late.pattern('[“"]')
# "Over the weekend, it …": a time is nothing that "it" takes up.
_TIMED = late.pattern(
    r"^\W*(?:over|on|in|during|by|at|for|since|this|last|earlier|later)\b[^,]{0,30}?"
    rf"\b(?:{'|'.join(sorted(nouns.TIMES))})s?,\s*",
    re.IGNORECASE,
)
# "No-one was hurt when it fell": nothing there is a thing.
_NOBODY_DOES = wordlist.patterns("en", "words/hanging_patterns")["nobody_does"]
_PAIR = late.pattern(r"the (?:former|latter|two)\b")
_JOINS = late.pattern(r" (?:and|or) ")
_ROOM = 3  # words before "it" among which a noun can stand
_CLAUSE = 12  # words before "this", among which what it takes up may stand without a comma
_BOUNDARY = late.pattern(r"[,;:—–] | (?:but|because|so) ")
_SHORT = 3  # letters of a word that is no noun
_HEAD, _REACH = 3, 40  # words and characters behind "this" that hold its noun
_OPENED = late.pattern(r"(?:For|In|To|By|At|On|With|As|After|Because of) [^,]{1,60}, ")
_OBJECTS = frozenset({"him", "it", "them"})


def pointing_words(draft: Draft, sentence: Span) -> tuple[Span, ...]:
    """The words of a sentence that may hang, and "he" and "she" where neither a person nor a
    noun for one stands.

    What seems a name at the beginning ("Expanding on that point he …") is none where nobody is
    named.
    """
    text = draft.reading.document.text
    found = antecedents.dangling_words(text, sentence)
    if any(text[span.start : span.end].lower() in _HUMAN for span in found):
        return found
    for match in _SUBJECT.finditer(text, sentence.start, sentence.end):
        span = Span(start=match.start(), end=match.end())
        if antecedents.announced(text, sentence, span.start):
            continue
        somebody = _tells_of_somebody(text[draft.context : span.start])
        if not somebody and hangs_in_draft(draft, sentence, span):
            return tuple(sorted((*found, span)))
    return found


def _tells_of_somebody(ahead: str) -> bool:
    """Whether a noun for a person stands in a text outside quotations, or "one of" some people."""
    told = _SPOKEN.sub(" ", ahead)
    first, *more = TOKEN.findall(told) or [""]
    words = {first.lower(), *filter(str.islower, more)}
    if not words.isdisjoint(_SOMEBODY):
        return True
    return not words.isdisjoint(_PEOPLE_FORMS) and _ONE_OF.search(told) is not None


def reaches_back(draft: Draft, word: str, before: int) -> bool:
    """Whether the draft's own sentences before `before` can hold what a pointing word points
    to.

    "He" needs somebody there, "the same source" a source; anything else may point to what they
    tell.
    """
    lower = word.lower()
    if draft.context >= before:
        return False
    told = {
        token.lower()
        for token in TOKEN.findall(draft.reading.document.text[draft.context : before])
    }
    if lower in _HUMAN:
        return bool(told & _SOMEBODY) or any(
            mention.kind == "person"
            for mention in things_inside(draft.reading.mentions, draft.context, before)
        )
    if _SOURCE.match(lower):
        return bool(told & nouns.HOLDERS) or any(
            speech.start < before and draft.context < speech.end for speech in draft.reading.speech
        )
    return not is_untold_occasion(draft, lower, before)


def hangs_in_draft(draft: Draft, sentence: Span, span: Span) -> bool:
    """Whether nothing in the draft before a pointing word can be what it points to.

    Errs towards hanging: a person must be named before "he", outside the quotation that "he" is
    said beside; "it" and "they" need a few words before them, for a noun to stand among.
    """
    text = draft.reading.document.text
    word = text[span.start : span.end].lower()
    head = text[draft.behind_drop(sentence.start) : span.start]
    alone = draft.context == sentence.start
    if alone and word in _OBJECTS and antecedents.governed(text, sentence, span.start):
        return True
    if word in _HUMAN:
        return not _names_person(draft, head, word, span.start)
    if word in _THINGS:
        return not _holds_noun(draft, head, span.start, many=alone and word in _MANY)
    if _PAIR.match(word):
        return alone and _JOINS.search(head) is None
    if word.startswith("the "):
        return _names_untold(draft, word, sentence)
    return _takes_up_nothing(draft, sentence, span, word)


def _names_untold(draft: Draft, words: str, sentence: Span) -> bool:
    """Whether "the …" names somebody or something of which only the text before a draft tells."""
    return bool(_POINTING.match(words)) or is_untold_occasion(draft, words, sentence.start)


def _names_person(draft: Draft, head: str, word: str, place: int) -> bool:
    """Whether a draft names somebody before `place` whom "he" or "she" may mean.

    `head` is what stands between the sentence's beginning and the pronoun: outside a quotation it
    means nobody who is named in one.
    """
    straight = head.replace("''", '"').count('"')
    outside = head.count("“") <= head.count("”") and straight % 2 == 0
    return any(
        mention.kind == "person"
        and _may_be(draft, mention.entity, word)
        and not (outside and draft.is_quoted(mention.start))
        for mention in things_inside(draft.reading.mentions, draft.context, place)
    )


def _holds_noun(draft: Draft, head: str, place: int, *, many: bool) -> bool:
    """Whether the words before "it" or "they" leave room for a noun, and one for several where
    `many` are meant and nothing is named.
    """
    unquoted = _TIMED.sub("", _SPOKEN.sub(" ", head))
    if draft.is_quoted(place) and _QUOTE_MARK.search(head):
        unquoted = _QUOTE_MARK.split(head)[-1]  # a quotation takes up nothing from around it
    if len(unquoted.split()) < _ROOM or _NOBODY_DOES.fullmatch(unquoted):
        return False
    grouped = not many or bool(_GROUP.search(unquoted))
    return grouped or bool(things_inside(draft.reading.mentions, draft.context, place))


def _takes_up_nothing(draft: Draft, sentence: Span, span: Span, word: str) -> bool:
    """Whether "this", "those", "such" or "both" finds nothing before it that it can take up."""
    text = draft.reading.document.text
    start = draft.behind_drop(sentence.start)
    if word in {"those", "these"} and not _PLURAL.search(text, draft.context, span.start):
        return True
    if word in {"this", "that"} and _OPENED.fullmatch(text[start : span.start]):
        return True
    if draft.context != sentence.start:
        return _points_out(text, draft.context, span)
    speech = draft.reading.speech
    said = (one.start for one in speech if one.start <= span.start < one.end)
    return _points_out(text, max([start, *said]), span)


def _points_out(text: str, start: int, span: Span) -> bool:
    """Whether what "this", "these", "such" or "both" takes up stands before `start`: here no clause
    ends before it, and its noun hasn't been told.
    """
    ahead = text[start : span.start]
    room = len(ahead.split())
    if room <= _ROOM or room > _CLAUSE:
        return room <= _ROOM
    told = {t.removesuffix("s") for t in TOKEN.findall(ahead.lower()) if len(t) > _SHORT}
    behind = TOKEN.findall(text[span.end : span.end + _REACH].lower())[:_HEAD]
    taken = told.intersection(token.removesuffix("s") for token in behind)
    return not taken and _BOUNDARY.search(ahead) is None


def _may_be(draft: Draft, key: str, word: str) -> bool:
    """Whether somebody isn't known to be of the other sex than a pronoun."""
    sex = next((entity.sex for entity in draft.reading.entities if entity.key == key), None)
    return sex is None or (sex == "she") == word.startswith(("she", "her"))
