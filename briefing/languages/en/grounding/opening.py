"""How a statement may begin: without the word that ties it to the sentence before."""

import re
from collections.abc import Iterator

from briefing.language import late, wordlist
from briefing.language.draft import Change, Draft, Refused, drop_stretch, things_inside
from briefing.language.prefilter import make_ready_together
from briefing.languages.en import lexicon
from briefing.languages.en.grounding.untold import opens_article
from briefing.languages.en.leadins import find_lead_in
from briefing.languages.en.unmarked_datelines import unmarked_dateline

_LISTS = wordlist.read("en", "words/opening_uses")

_WORDS = tuple(
    sorted((*lexicon.CONNECTIVES, *lexicon.ENUMERATORS), key=lambda word: (-len(word), word))
)
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
_PATTERNS = wordlist.patterns("en", "words/hanging_patterns")
_LEFT_OVER = _PATTERNS["left_over"]
_IT_SAID, _IN_QUESTION = _PATTERNS["it_said"], _PATTERNS["in_question"]
_SIMILAR, _ANOTHER = _PATTERNS["similar"], _PATTERNS["another"]
_BARE_SAYING, _MEASURED = _PATTERNS["bare_saying"], _PATTERNS["measured"]
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
_ANY = "|".join(re.escape(word) for word in _WORDS)
_OPENING = late.pattern(rf"(?:{_ANY})\b(\s*,)?\s+", re.IGNORECASE)
# These alone tie without a comma; "Second, ..." is a connective and "Second World War" is not.
_OPENED = '“"‘('
_PAIR = 2  # commas between which an aside stands
_BARE = frozenset({"but", "and", "or", "nor", "yet"})
# Between commas these join clauses and parts of lists: "bread, and, of course, salt".
_JOINING = _BARE | {"so", "then", "rather", "still", "instead", "also", "that is", "last", "next"}
_ASIDE = late.pattern(
    rf"(,\s+(?:{'|'.join(re.escape(word) for word in _WORDS if word not in _JOINING)}),)(?=\s)",
    re.IGNORECASE,
)
_NEEDS_COMMA = late.pattern(r"\s+(?:[a-z]+ing|who|which|whose|as|while|where|with|saying)\b")
# These begin plain sentences too: "Last week ...", "Overall sales ...", "Well over half ...".
_PLAIN = _LISTS.words("plain")
# Half of a comparison whose other half is another sentence, and what comes after something.
_HALF = late.pattern(r"Whereas\b(?![^“”\"]*,)|Then (?=[A-Z])")
# These begin with a connective's word and tie nothing: "Also an actor, X ...", "Instead of ...",
# "But for the guard it would have sunk".
_PHRASE = late.pattern(
    r"(?:but for\b(?=[^.“”\"]*\b(?:would|could|might)\b)"
    r"|also (?:an?|known|there (?:is|are|was|were)|among|in|on|at)|(?:in addition|prior|due) to"
    r"|instead of|rather than"
    r"|as an? (?:result|consequence) of|so far|besides (?:the|a|an)|first of the)\b",
    re.IGNORECASE,
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
# "CASTREN, Sorrel (Agency) — ", "(Agency) - ", "CASTREN – ", "Castren, Sunday — ": where, when and
# by whom an article was filed. A name in capitals alone, and a day, need a capital or a quotation
# behind their dash.
_NAMED = r"[A-Z][\w.’'-]*"
_DASH = "[-–—―]{1,2}"
_PARTING = "(?: ?[–—―]{1,2} ?| -{1,2} ?|-- ?|- )"  # a hyphen without spaces joins: "WCVB-TV"
_DAY = "|".join(word.capitalize() for word in lexicon.WEEKDAYS)
_FILED = late.pattern(
    rf"(?:{_NAMED}(?:[ ,/]+(?:{_NAMED}|\d{{1,2}}))*,? ?)?\([A-Z][A-Za-z./ ]{{1,24}}\) "
    rf"?{_DASH} ?"
    rf"|[A-Z]{{3,}}[A-Z .’'-]*(?:, {_NAMED}(?: (?:{_NAMED}|\d{{1,2}}))*)?{_PARTING}(?=[“\"A-Z])"
    r"|UPDATED?:?(?: \d{1,2}[:.]\d{2})?(?: [ap]\.?m\.?)?(?: [A-Z]{2,4})? ?"
    rf"{_DASH} ?(?=[“\"A-Z])"
    rf"|(?:{_NAMED} ){{0,2}}{_NAMED}, (?:{_DAY}),? ?{_DASH} ?(?=[“\"A-Z])"
)
_REOPENED = late.pattern(rf"[\"“‘(]\s*(?:{_ANY})\b", re.IGNORECASE)


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
)
_BEHIND = tuple(_PATTERNS[name] for name in ("called_it", "alike", "in_post"))
_READY = make_ready_together(
    {
        "hangs": (_POINTING, _BACK, _COUNTED, *(_PATTERNS[name] for name in _HANGING)),
        "asking": (
            _IT_SAID, _IN_QUESTION, _SIMILAR, _FOR_IT, _MEASURED, _PATTERNS["open_ended"],
            *_BEHIND,
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


def drop_connective(draft: Draft) -> Draft | Refused:
    """Drop one leading connective or enumerator; refuse a second, or one inside a quotation."""
    text = draft.text
    if draft.before:
        return draft
    if text[:1] in _OPENED and _REOPENED.match(text):
        return Refused(reason="connective inside a quotation")
    if _HALF.match(text):
        return Refused(reason="orphan connective")
    found = _OPENING.match(text)
    return draft if not found or _PHRASE.match(text) else _drop_opening(draft, found)


def _drop_opening(draft: Draft, found: re.Match[str]) -> Draft | Refused:
    """Drop the connective that was found at the beginning; leave it where it is no connective."""
    word = found.group(0).strip(" ,").lower()
    if draft.is_quoted(draft.start):  # words of a quotation stay as they are
        return draft if word == "and" else Refused(reason="connective inside a quotation")
    rest = draft.text[found.end() :]
    if not found.group(1) and word not in _BARE:
        plain = word in _PLAIN or rest[:1].isupper()
        return draft if plain else Refused(reason="orphan connective")
    if _OPENING.match(rest) or _REOPENED.match(rest) or _LEFT_OVER.match(rest):
        return Refused(reason="orphan connective")
    drop = drop_stretch(draft.start, draft.start + found.end(), "leading-connective")
    return draft.plus((drop,))


def drop_dateline(draft: Draft) -> Draft | Refused:
    """Drop where and by whom an article was filed from the beginning of a paragraph."""
    passage = draft.passage
    if passage is None or draft.start != passage.sentences[0].start:
        return draft
    found = _FILED.match(draft.text)
    text = draft.reading.document.text
    end = draft.start + found.end() if found else unmarked_dateline(text, draft.start, draft.end)
    return draft.plus((drop_stretch(draft.start, end, "dateline"),)) if end > draft.start else draft


def drop_asides(draft: Draft) -> Draft | Refused:
    """Drop connectives that stand between commas inside a sentence: ", in this context,".

    What is quoted keeps its words.
    """
    if draft.text.count(",") < _PAIR:
        return draft
    changes = [
        drop_stretch(draft.start + _aside_start(found), draft.start + found.end(1), "connective")
        for found in _ASIDE.finditer(draft.text)
        if not draft.gone(draft.start + found.start())
        and not draft.is_quoted(draft.start + found.start())
    ]
    return draft.plus(changes)


def _aside_start(found: re.Match[str]) -> int:
    """Where what is dropped begins: behind its first comma where the sentence needs one on its
    own ("were unhurt, | however,| suggesting …").
    """
    return found.start() + bool(_NEEDS_COMMA.match(found.string, found.end(1)))


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


def capitalise_start(draft: Draft) -> Draft | Refused:
    """Put a capital where a drop has left a small letter at the beginning."""
    dropped = any(change.op in {"drop", "lift"} for change in draft.changes)
    if not dropped or find_lead_in(draft.reading, draft.sentences[0]) in draft.before:
        return draft  # "The aid pays for: two schools."
    position = _first_letter(draft)
    if position is None:
        return draft
    letter = draft.reading.document.text[position]
    if not letter.islower() or len(letter.upper()) != 1:
        return draft
    change = Change(
        start=position, end=position + 1, op="case", text=letter.upper(), rule="capital"
    )
    return draft.plus((change,))


def _first_letter(draft: Draft) -> int | None:
    """Where the first letter that stays stands, quotation marks and white space aside; None where
    something is put in before it.
    """
    text = draft.reading.document.text
    for position in range(draft.start, draft.end):
        if draft.inserts_at(position):
            return None
        sign = text[position]
        if not (draft.gone(position) or sign.isspace() or sign in _OPENED):
            return position
    return None
