"""What makes a sentence tell little alone: that it names nobody, no body and no place ("Some
carried candles to the church."), or opens with what it takes for known ("The rules are …").

Beside others of their section a reader may guess what is meant, so they are signs for ranking: of
16 nameless statements among 119 of four news clusters nine left a reader asking, of the others one
in eight.
"""

from briefing.language import late, wordlist
from briefing.language.draft import Draft, things_inside
from briefing.languages.en.antecedents import nouns
from briefing.languages.en.grounding.bare_phrases import NAMED_BY, bare_phrases
from briefing.languages.en.grounding.first_places import first_place, forms_of
from briefing.languages.en.grounding.vague import UNIQUE, is_institution
from briefing.languages.en.lexicon import MONTHS, OFFICES, WEEKDAYS
from briefing.languages.en.names import words as wording
from briefing.languages.en.names.lists import COUNTRIES, DEMONYMS

# A capital behind a small letter, a figure or a comma: neither a sentence nor a quotation opens.
_CAPITAL = late.pattern(r"(?<=[\w,;’'] )(?!I\b)[A-Z][\w’'-]*")
_FIRST = late.pattern(r"[^\W\d_]+")
_CALENDAR = frozenset(word.lower() for word in (*MONTHS, *WEEKDAYS))
_LANDS = DEMONYMS | COUNTRIES
_OFFICIAL = (OFFICES | NAMED_BY | nouns.GROUPS) - wordlist.read("en", "words/references").words(
    "held by several"
)
_FOREMOST = wordlist.read("en", "words/vague").words("foremost")


def names_nothing(draft: Draft) -> bool:
    """Whether neither the sentences of a draft nor its brackets hold a name; days are none."""
    reading = draft.reading
    if things_inside(reading.mentions, draft.start, draft.end):
        return False
    if any(change.op == "insert" and change.rule != "date" for change in draft.changes):
        return False
    first = _FIRST.search(draft.text)
    if first is not None and first[0].lower() in _LANDS:
        return False
    return all(one[0].lower() in _CALENDAR for one in _CAPITAL.finditer(draft.text))


def opens_as_known(draft: Draft) -> bool:
    """Whether a draft without others before it opens with a bare "the rules are", of nothing that
    is one of its kind.
    """
    return bool(find_known(draft))


def find_known(draft: Draft) -> str:
    """The noun of such an opening, "" for none; of "the athlete's lawyer" it is the athlete."""
    if draft.before or not draft.text.startswith("The ") or draft.inserts_at(draft.start):
        return ""
    first, text = draft.sentences[0], draft.reading.document.text
    head = next((head for at, head in bare_phrases(text, first.start, first.end) if not at), 0)
    words = wording.split_words(text, first.start, first.end)
    if not head or any(map(_is_foremost, words.lowers[1:head])):
        return ""
    owner = min(words.possessive, default=head)
    noun = min(owner, head)
    return "" if _is_sole(draft, words, noun) else words.lowers[noun]


def _is_foremost(word: str) -> bool:
    """Whether a word says which one of all is meant: "the first shell", "the deepest anger"."""
    return word in _FOREMOST or word.endswith("est")


def _is_sole(draft: Draft, words: wording.Words, at: int) -> bool:
    """Whether a noun is of something that is one of its kind, or a body or an office that its
    article has not had before.
    """
    forms = forms_of(words.lowers[at])
    if not UNIQUE.isdisjoint(forms[:2]) or is_institution(draft, words, at):
        return True
    if forms[1] not in _OFFICIAL:
        return False
    text = draft.reading.document.text
    return min(first_place(text, 0, form, draft.start) for form in forms) == draft.start
