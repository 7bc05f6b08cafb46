"""What a statement may not begin with: words that only the sentence before explains."""

import re
from collections.abc import Iterator

from briefing.language import late, wordlist
from briefing.language.draft import Draft, Refused, things_inside
from briefing.language.prefilter import make_ready_together
from briefing.languages.en.grounding.untold import opens_article

_PATTERNS = wordlist.patterns("en", "words/hanging_patterns")
_IT_SAID, _IN_QUESTION = _PATTERNS["it_said"], _PATTERNS["in_question"]
_SIMILAR, _ANOTHER = _PATTERNS["similar"], _PATTERNS["another"]
_BARE_SAYING, _MEASURED = _PATTERNS["bare_saying"], _PATTERNS["measured"]
_POINTING = late.pattern(
    r"[\"“‘'(]*(?:he|she|it|they|his|her|its|their|this|that|these|those|such|both|here(?:’s|'s| "
    r"is| are))(?![\w-])",
    re.IGNORECASE,
)
_BACK = late.pattern(
    r"[\"“‘'(]*(?:\w+\s+){1,3}(?:this|that|the same) "
    r"(?:point|end|matter|issue|question|context|regard|respect|score|note)\b",
    re.IGNORECASE,
)
_COUNTED = late.pattern(
    r"[\"“‘'(]*the (?:first|second|third|fourth|fifth|last|other|others|former|latter)"
    r"(?:,|(?: is| was| has| had| are| were| will| would| came)\b)",
    re.IGNORECASE,
)
_FOR_IT = late.pattern(
    r"\b(?:evidence|proof|signs?|traces?|reasons?|basis|indications?) (?:of|for) (?:it|this|that"
    r"|them)(?=[.,;]|$)"
)
# "You have to balance that against …": an object that only the sentence before tells.
_THAT = late.pattern(
    r"(?:[\w’']+ ){1,6}(?<!of )(?<!than )(?<!like )that(?: (?:against|with|to|by|into)\b|[.;]|$)"
    r"|[^,;]{1,60}\bdo that\b"
)
_EMPTY_IT = late.pattern(
    r"[\"“](?:it is|it was|it’s|it's) (?:\w+ly )?(?:hard|easy|difficult|important|possible"
    r"|impossible|time|clear|unclear"
    r"|likely|unlikely|wrong|right|good|bad|better|too early|fair|unfair|necessary|vital"
    r"|essential|rare|(?:un)?(?:usual|common)|normal|natural|strange|sad|tempting)"
    r" (?:to|that|for)\b",
    re.IGNORECASE,
)
# "It is unclear whether ...", "It was announced that ..."; "It is likely to rise" means something.
_UNCLEAR = late.pattern(
    r"it (?:is|was|remains|remained|became|has become|seems|seemed|appears|appeared)(?: not| also| "
    r"still| now| \w+ly)*"
    r" (?:(?:un)?(?:clear|known|certain|likely|usual|common)|(?:im)?possible|hard|easy|difficult"
    r"|important|essential"
    r"|necessary|illegal|rare|reported|announced|understood|believed|thought|expected|hoped|feared"
    r"|estimated|alleged"
    r"|agreed|decided|true|obvious)"
    r" (?:that|whether|how|if|why|what|when|who|where)\b"
    r"|it (?:is|was|remains)(?: not| also| still| now| \w+ly)* (?:(?:im)?possible|hard|easy"
    r"|difficult|necessary|illegal)"
    r" to (?!the\b|an?\b|him\b|her\b|them\b|us\b|me\b)",
    re.IGNORECASE,
)
_HANGING = (
    "there",
    "other",
    "others",
    "bare_some",
    "bare_count",
    "of_those",
    "the_group",
    "ordinal",
    "later",
    "share",
    "ellipsis",
    "response",
    "relative_him",
    "agreed",
    "unnamed_it",
    "which",
    "under_it",
    "answer",
    "done_so",
    "deciders",
    "periphrasis",
    "aim",
    "spoke_of",
    "speaker_they",
    "of_age",
    "who_also",
    "gone",
    "also_among",
    "bare_share",
    "in_one",
    "after_that",
    "speaker_it",
    "for_them",
)
_BEHIND = tuple(_PATTERNS[name] for name in ("called_it", "alike", "in_post"))
_READY = make_ready_together(
    {
        "hangs": (_POINTING, _BACK, _COUNTED, *(_PATTERNS[name] for name in _HANGING)),
        "asking": (
            _IT_SAID, _IN_QUESTION, _SIMILAR, _FOR_IT, _MEASURED, _PATTERNS["open_ended"],
            _PATTERNS["of_this"], *_BEHIND,
        ),
        "its": (_PATTERNS["its_holder"],),
        "there": (_PATTERNS["place"],),
        "happening": (_PATTERNS["happening"],),
        "behind": _BEHIND,
        "that": (_THAT,),
        "empty": (_EMPTY_IT, _UNCLEAR),
    }
)  # fmt: skip
_HANGS, _ASKING, _HOLDS_THAT = _READY["hangs"], _READY["asking"], _READY["that"]
_HOLDS_ITS, _HOLDS_THERE, _HOLDS_EMPTY = _READY["its"], _READY["there"], _READY["empty"]
_HOLDS_HAPPENING, _TAKES_UP = _READY["happening"], _READY["behind"]


def refuse_pointing(draft: Draft) -> Draft | Refused:
    """Refuse what still begins with a word that points back, even where it may be an empty "it".

    A reader takes the first word of a statement as pointing to the statement before, which is
    another article's.
    """
    if draft.before or draft.inserts_at(draft.start):
        return draft
    start = draft.behind_drop(draft.start)
    text = draft.reading.document.text
    words = _unexplained_words(draft, start)
    if words:
        return Refused(reason="dangling reference", words=words.strip())
    told = text[start : draft.end]
    empty = (_HOLDS_EMPTY.patterns[at] for at in _HOLDS_EMPTY.possible(told))
    if any(one.match(text, start, draft.end) for one in empty):
        return draft
    likely = sorted(_HANGS.possible(told))
    tried = (_HANGS.patterns[at].match(text, start, draft.end) for at in likely)
    found = next(filter(None, tried), None)
    if found is None:
        return draft
    return Refused(reason="dangling reference", words=found.group().strip())


def _unexplained_words(draft: Draft, start: int) -> str:
    """The first words of a draft from `start` on that only the text around it explains; "" for
    none.
    """
    return (
        _unnamed_place(draft)
        or _unnamed_day(draft, start)
        or _unnamed_owner(draft, start)
        or _untold_happening(draft, start)
        or _asking_words(draft, start)
    )


def _asking_words(draft: Draft, start: int) -> str:
    """What a lone sentence from `start` has that only another one explains: who "it said", "in
    question", "for it", what "that" is; "" for nothing.
    """
    text, end = draft.reading.document.text, draft.end
    if len(draft.sentences) != 1:
        return _claim_behind(text, start, draft.sentences[0].end)
    if _ASKING.may_find(draft.text):
        found = next(filter(None, _try_asking(text, start, end)), None)
    else:
        found = _THAT.match(text, start, end) if _HOLDS_THAT.may_find(draft.text) else None
    return found.group() if found else ""


def _try_asking(text: str, start: int, end: int) -> Iterator[re.Match[str] | None]:
    """What each pattern finds of which a sentence asks more than it tells, one after the other."""
    told = text[start:end]
    yield _IT_SAID.search(text, start, end)
    yield _IN_QUESTION.search(told)
    yield _SIMILAR.search(told)
    yield _ANOTHER.search(text, start, end)
    yield _BARE_SAYING.fullmatch(text, start, end)
    yield _FOR_IT.search(text, start, end)
    yield _MEASURED.search(text, start, end)
    yield _PATTERNS["open_ended"].match(text, start, end)
    yield _PATTERNS["of_this"].search(told)
    yield _THAT.match(text, start, end)
    yield from (one.search(text, start, end) for one in _BEHIND)


def _claim_behind(text: str, start: int, end: int) -> str:
    """What the first of several sentences takes up from before it: what follows explains none."""
    if not _TAKES_UP.finds_any(text[start:end]):
        return ""
    found = next(filter(None, (one.search(text, start, end) for one in _BEHIND)), None)
    return found.group() if found else ""


def _unnamed_day(draft: Draft, start: int) -> str:
    """The time of day that the draft opens with, where it dates nothing; else ""."""
    clock = _PATTERNS["clock"].match(draft.reading.document.text, start, draft.end)
    if clock is None:
        return ""
    dates = things_inside(draft.reading.dates, draft.context, draft.end)
    return "" if any(dated.edtf for dated in dates) else clock.group()


def _unnamed_owner(draft: Draft, start: int) -> str:
    """The "its spokesman" who speaks at the end, where nothing that has one is named ahead of him;
    else "".
    """
    if not _HOLDS_ITS.may_find(draft.text):
        return ""
    holder = _PATTERNS["its_holder"].match(draft.reading.document.text, start, draft.end)
    if holder is None:
        return ""
    named = things_inside(draft.reading.mentions, draft.context, holder.end())
    return holder["holder"] if all(mention.kind == "person" for mention in named) else ""


def _untold_happening(draft: Draft, start: int) -> str:
    """What opens a draft as what its readers have read of, "The kidnapping occurred …"; "" for
    nothing, and where it opens the article, too.
    """
    if not _HOLDS_HAPPENING.may_find(draft.text) or opens_article(draft, draft.sentences[0]):
        return ""
    found = _PATTERNS["happening"].match(draft.reading.document.text, start, draft.end)
    return found.group() if found else ""


def _unnamed_place(draft: Draft) -> str:
    """The "there" with which a clause of the draft ends, where no place is named ahead of it; else
    "".
    """
    if not _HOLDS_THERE.may_find(draft.text):
        return ""
    text = draft.reading.document.text
    there = _PATTERNS["place"].search(text, draft.start, draft.end)
    if there is None:
        return ""
    named = things_inside(draft.reading.mentions, draft.context, there.start())
    unplaced = all(mention.kind != "place" for mention in named)
    return there.group() if unplaced else ""
