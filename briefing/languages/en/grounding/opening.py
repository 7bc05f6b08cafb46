"""How a statement may begin: without the word that ties it to the sentence before."""

import re

from briefing.language import late, wordlist
from briefing.language.draft import Change, Draft, Refused, drop_stretch
from briefing.languages.en import lexicon
from briefing.languages.en.leadins import find_lead_in
from briefing.languages.en.unmarked_datelines import unmarked_dateline

_LISTS = wordlist.read("en", "words/opening_uses")

_WORDS = tuple(
    sorted((*lexicon.CONNECTIVES, *lexicon.ENUMERATORS), key=lambda word: (-len(word), word))
)
_PATTERNS = wordlist.patterns("en", "words/hanging_patterns")
_LEFT_OVER = _PATTERNS["left_over"]
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
