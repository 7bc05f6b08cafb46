"""The name that heads the subject of a source clause."""

from collections.abc import Sequence

from briefing.language import late, wordlist
from briefing.languages.en.antecedents.index import SentenceIndex
from briefing.languages.en.lexicon import HONORIFICS, OFFICES
from briefing.languages.en.speech.lists import WORDS
from briefing.model import Mention, Span

_LINKED = late.pattern(
    rf" (?:{'|'.join(WORDS.entries('hung by'))})(?: (?:the|an?|his|her|its|their))?"
    rf"(?: (?:{'|'.join(sorted(HONORIFICS))})\.?)? $"
)
_TIED = late.pattern(
    r"\b(?P<head>\w+) (?:of|in|at|from|for|to|near)(?: the)? (?:[A-Z][\w’'-]* "
    r")?(?P<word>[A-Z][\w’'-]*) $"
)
# "friends of the singer X", "a survey for the paper X": nouns between the preposition and the name.
_DESCRIBED = late.pattern(
    r"(?P<head>[\w’'-]+)"
    rf" (?:{'|'.join(WORDS.entries('hung by'))})(?: (?:the|an?|his|her|its|their))?"
    r"(?: (?!(?:and|or|but|while)\b)[a-z][a-z’'-]*){1,3} $"
)
# "All speakers bar X": nobody alone is called so.
_SEVERAL = late.pattern(
    rf"(?:{'|'.join(WORDS.entries('several'))})(?: of)?(?: [a-z][a-z’'-]*)* [a-z-]+ "
)
_BELONGS = late.pattern(rf" (?:{'|'.join(WORDS.entries('belongs by'))})\b")
_SMALL_WORD = late.pattern(r"(?<![\w’'-])[a-z][a-z’'-]*")
# "a lawyer representing President X", "the woman accused X": a verb, then the name and its titles.
_VERB_AHEAD = late.pattern(
    r"(?<![\w-])(?P<verb>[a-z]+(?:ing "
    r"(?:(?:the|a|an|his|her|their|one|himself|herself|[A-Z][\w.’'-]*) )*|ed ))$"
)
_OWNER = late.pattern(r"[’']s?(?!\w)")
_SOURCES = wordlist.read("en", "words/sources")
_GOVERNING, _TITULAR = _SOURCES.words("governing"), _SOURCES.words("titular")
_TITLE_WORDS = 4
_DETERMINER = 1  # word beside a place's name that leaves it the whole phrase
_LINK_REACH = 24  # characters ahead of a name that hold the preposition and the address it hangs on


def find_head(index: SentenceIndex, speaker: Span) -> Mention | None:
    """The mention that is the phrase's head: the name it ends in, alone or before an
    apposition.
    """
    text = index.text
    inside = _names_inside(index, speaker)
    if inside and _leads_phrase(index, speaker, inside[0]):
        return inside[0]
    comma = text.find(",", speaker.start, speaker.end)
    head = _ending_name(text, speaker, inside, comma)
    if head is None or _is_part(text, speaker, inside, head):
        return None
    if not _is_linked(index, speaker, head):
        return head
    apposed = _names_behind(text, inside, comma) if head.end == comma else []
    return next((mention for mention in apposed if mention.kind == "person"), None)


def _is_part(text: str, speaker: Span, inside: Sequence[Mention], head: Mention) -> bool:
    """Whether a name is only a part of what a phrase names."""
    if text[head.start - 1] == "/" and head.start > speaker.start:
        return True  # "a poll by the Tarn Post/Vellin University"
    return _is_joined(text, speaker, inside, head) or _is_where(text, speaker, head)


def _is_where(text: str, speaker: Span, head: Mention) -> bool:
    """Whether a place's name is only a part of a phrase: "the centre, a Tarn | think tank"."""
    if head.kind != "place":
        return False
    ahead = text[speaker.start : head.start].split()
    around = [*ahead, *text[head.end : speaker.end].split()]
    named = any(word[:1].isupper() and word != "The" for word in ahead)  # "Police Scotland"
    return named or len(around) > _DETERMINER


def _names_inside(index: SentenceIndex, speaker: Span) -> list[Mention]:
    """What is named in a phrase, names aside that its other words only govern."""
    return [
        mention
        for mention in index.named(speaker.start, speaker.end)
        if mention.end <= speaker.end
        and not _is_governed(index.text[speaker.start : mention.start])
    ]


def _ending_name(text: str, speaker: Span, inside: Sequence[Mention], comma: int) -> Mention | None:
    """The first name that a phrase or its part before a comma or a bracket ends in, else the one
    behind its first comma. `comma` is -1 where there is none.
    """
    stops = {speaker.end, comma, text.find(" (", speaker.start, speaker.end)} - {-1}
    ending = [mention for mention in inside if mention.end in stops]
    if comma >= 0 and not any(mention.end == comma for mention in ending):
        behind = _names_behind(text, inside, comma)
        ending = [mention for mention in behind if not _OWNER.match(text, mention.end)] or ending
    return ending[0] if ending else None


def _names_behind(text: str, inside: Sequence[Mention], comma: int) -> list[Mention]:
    """The names straight behind a comma."""
    return [m for m in inside if m.start > comma and not text[comma + 1 : m.start].strip()]


def _is_joined(text: str, speaker: Span, inside: Sequence[Mention], head: Mention) -> bool:
    """Whether a name is only the last of several: "X and | Y"."""
    ahead = text[speaker.start : head.start]
    before = any(mention.start < head.start for mention in inside)
    return ", and " in ahead or (before and " and " in ahead)


def _is_linked(index: SentenceIndex, speaker: Span, head: Mention) -> bool:
    """Whether a name hangs on a noun ahead of it: "a spokesman for | X"."""
    start = max(speaker.start, head.start - _LINK_REACH)
    preceding = index.text[start : head.start].lower()
    if _LINKED.search(preceding) is not None or _is_within_phrase(index, speaker, head):
        return True
    described = _DESCRIBED.search(index.text, speaker.start, head.start)
    return described is not None and described["head"].lower() not in OFFICES


def _is_governed(ahead: str) -> bool:
    """Whether the words of a phrase ahead of a name make it another's: "a lawyer representing
    | X".
    """
    if not _GOVERNING.isdisjoint(_SMALL_WORD.findall(ahead)) or _SEVERAL.match(ahead.lower()):
        return True
    verb = _VERB_AHEAD.search(ahead)
    return verb is not None and verb["verb"].split()[0] not in _TITULAR


def _is_within_phrase(index: SentenceIndex, speaker: Span, mention: Mention) -> bool:
    """Whether a name only ends what a phrase says of its head ("residents of Lower X", "aide
    to President X").
    """
    match = _TIED.search(index.text, speaker.start, mention.start)
    if match is None:
        return False
    return match["head"].lower() not in OFFICES or (
        match["word"].lower() in OFFICES and match["head"].islower()
    )


def _leads_phrase(index: SentenceIndex, speaker: Span, mention: Mention) -> bool:
    """Whether a person's name opens the phrase and a preposition follows ("X for the
    agency").
    """
    if mention.kind != "person":
        return False
    ahead = index.text[speaker.start : mention.start]
    return (
        len(ahead.split()) <= _TITLE_WORDS and _BELONGS.match(index.text, mention.end) is not None
    )
