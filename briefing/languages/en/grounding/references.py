"""Words that point outside the sentence: named in brackets where one antecedent fits, else
refused.
"""

from collections.abc import Sequence

from briefing.language import late, wordlist
from briefing.language.draft import Change, Draft, Refused, drop_stretch, insert_text, things_inside
from briefing.languages.en import antecedents, lexicon
from briefing.languages.en.grounding.hanging import (
    TOKEN,
    hangs_in_draft,
    pointing_words,
    reaches_back,
)
from briefing.languages.en.grounding.namesakes import sole_namesake
from briefing.languages.en.grounding.vague import vague_descriptions
from briefing.languages.en.names.lists import DICTIONARY, GIVEN
from briefing.model import Entity, Span

_WORDS = wordlist.read("en", "words/references")

_POSSESSIVE = frozenset({"his", "its", "their"})
_SEVERAL = _WORDS.words("held by several")
_LESSER = _WORDS.words("lesser")
_JOINED = late.pattern(r"\b[A-Z][\w’'-]* (?:and|&|of|for) $")
_JOINED_REACH = 30  # characters ahead of a name that hold what is joined to it
_UNKNOWN = late.pattern(r" ([a-z]+)\b(?<!s)(?<!ed)(?<!ing)(?<!ly)")
_SUBJECTS = frozenset({"he", "she"})
_QUOTE_ENDS = (",”", ',"', "”", '"')
_VERB_REACH = 14  # characters behind a pronoun that hold its verb
_PERSONAL = _WORDS.words("personal")
_NOUN_FOLLOWS = late.pattern(
    r"\s+(?!(?:to|and|or|in|on|at|by|for|from|with|as|that|but|of|after|before)\b)"
    r"(?!\w+ly(?:[,.;]|\s+(?:and|or|in|on|at|by|for|from|with|as|than|to)\b))[a-zA-Z]"
)


def name_referents(draft: Draft) -> Draft | Refused:
    """Name what each hanging word points to; refuse where that isn't certain.

    A word hangs when nothing before it in the draft can be what it points to. In the second and
    later sentences a word may point into the sentences before it: those come along.
    """
    changes: list[Change] = []
    for sentence in draft.sentences:
        for span in pointing_words(draft, sentence):
            word = draft.reading.document.text[span.start : span.end]
            if draft.gone(span.start) or not hangs_in_draft(draft, sentence, span):
                continue
            entity = _resolve_whole(draft, sentence, span)
            if entity is None and _means_nothing(draft, sentence, span):
                return Refused(reason="dangling reference", words=word)
            if entity is not None and says_more(entity.name, word):
                ahead = _is_named_ahead(draft, changes, entity, sentence, span.start)
                changes.extend(() if ahead else _naming_changes(draft, span, word, entity))
    return draft.plus(changes)


def _means_nothing(draft: Draft, sentence: Span, span: Span) -> bool:
    """Whether a hanging word that nobody certain is meant by finds nothing in the sentences before
    its own, or speaks, and is heard as nobody.
    """
    word = draft.reading.document.text[span.start : span.end]
    return _speaks_unheard(draft, span) or not reaches_back(draft, word, sentence.start)


def _speaks_unheard(draft: Draft, span: Span) -> bool:
    """Whether "“…,” she said" has a speaker whom nothing tells: the person named before may be
    whom she speaks of.
    """
    text = draft.reading.document.text
    behind = text[draft.start : span.start].rstrip().endswith(_QUOTE_ENDS)
    if not behind or text[span.start : span.end].lower() not in _SUBJECTS:
        return False
    verb = TOKEN.search(text, span.end, span.end + _VERB_REACH)
    if verb is None or verb[0].lower() not in lexicon.SAYING_VERBS:
        return False
    heard = [s for s in draft.reading.speech if s.cue.start <= span.start < s.cue.end]
    return not any(speech.speaker for speech in heard)


def _is_named_ahead(
    draft: Draft, changes: Sequence[Change], entity: Entity, sentence: Span, place: int
) -> bool:
    """Whether one of `changes` names somebody already, or the draft's own words before `place`,
    those of quotations aside, or before a sentence.
    """
    told = any(change.evidence == (entity.first,) for change in changes)
    told = told or any(
        one.entity == entity.key and not draft.is_quoted(one.start)
        for one in things_inside(draft.reading.mentions, draft.context, place)
    )
    behind = sentence != draft.sentences[0] or bool(draft.before)
    return told or (behind and _names_before(draft, entity, sentence.start))


def name_described(draft: Draft) -> Draft | Refused:
    """Name what "the firm", "the bank" or "the minister" means inside a sentence, where one alone
    can be meant.

    Unlike a word that hangs at the beginning, one that stays unnamed is no ground for refusing.
    """
    changes: list[Change] = []
    named = {change.text.strip(" []’s") for change in draft.changes if change.op == "insert"}
    for span in vague_descriptions(draft):
        words = draft.reading.document.text[span.start : span.end]
        if _is_named_behind(draft, span):
            continue
        entity = _described_entity(draft, span, words)
        if (
            entity is not None
            and says_more(entity.name, words)
            and entity.name.strip("s") not in named
            and not _names_before(draft, entity, draft.end)
        ):
            named.add(entity.name.strip("s"))
            changes.extend(_naming_changes(draft, span, words, entity))
    return draft.plus(changes)


def says_more(name: str, words: str) -> bool:
    """Whether a name says more than the words that it would stand behind: "the ministry", of one
    that the article calls "the Ministry" alone, is no better named so.
    """
    return name.casefold().removeprefix("the ") not in words.casefold()


def _is_named_behind(draft: Draft, span: Span) -> bool:
    """Whether a word that no list knows follows a description: "the website tolmwatch said"."""
    behind = _UNKNOWN.match(draft.reading.document.text, span.end)
    if behind is None:
        return False
    word = behind[1].lower()
    return word not in DICTIONARY and word not in lexicon.SAYING_VERBS


def _described_entity(draft: Draft, span: Span, words: str) -> Entity | None:
    """The body, or the holder of an office, that a definite description means."""
    noun = words.rsplit(maxsplit=1)[-1].lower()
    entity = _resolve_whole(draft, draft.sentence_at(span.start), span)
    if entity is None:
        alike = sole_namesake(draft, noun, span.start)
        return alike if alike and _is_whole(draft, alike) and _suits(draft, alike, words) else None
    if not _suits(draft, entity, words):
        return None
    if entity.kind != "person" or _is_sole_holder(draft, entity, noun, span.start):
        return entity
    return None


def _suits(draft: Draft, entity: Entity, words: str) -> bool:
    """Whether what stands between "the" and its noun is known of somebody or a body: "the terrorist
    group" is not every group.
    """
    _, *told, _ = words.lower().split()
    known = {*entity.name.lower().split(), *_role_words(draft, entity)}
    return known.issuperset(told)


def _is_sole_holder(draft: Draft, entity: Entity, noun: str, place: int) -> bool:
    """Whether of all in the article one person holds an office, fully and as told before `place`.

    What is read as a name without a known given name may be a thing's.
    """
    if entity.role is None or noun in _SEVERAL or " " not in entity.name:
        return False
    if entity.name.split()[0].lower() not in GIVEN:
        return False
    held = [one for one in draft.reading.entities if noun in _role_words(draft, one)]
    fully = _role_words(draft, entity).isdisjoint(_LESSER)
    return held == [entity] and fully and entity.role.start < place


def _resolve_whole(draft: Draft, sentence: Span, span: Span) -> Entity | None:
    """What a word means, unless that is a body whose name may be known in part only."""
    entity = antecedents.resolve_span(draft.reading, sentence, span.start, span.end)
    partly = entity is not None and entity.kind == "body" and not _is_whole(draft, entity)
    return None if partly else entity


def _is_whole(draft: Draft, entity: Entity) -> bool:
    """Whether no name is joined to a body's: "the Fish and | Wildlife Commission"."""
    start = entity.first.start
    ahead = draft.reading.document.text[max(0, start - _JOINED_REACH) : start]
    return _JOINED.search(ahead) is None


def _role_words(draft: Draft, entity: Entity) -> frozenset[str]:
    """The words of somebody's role, in small letters."""
    role = entity.role
    words = draft.reading.document.text[role.start : role.end] if role else ""
    return frozenset(token.lower() for token in TOKEN.findall(words))


def _names_before(draft: Draft, entity: Entity, before: int) -> bool:
    """Whether the draft's own words name `entity` before position `before`."""
    return any(
        mention.entity == entity.key and draft.context <= mention.start < before
        for mention in draft.reading.mentions
    )


def _naming_changes(draft: Draft, span: Span, word: str, entity: Entity) -> tuple[Change, ...]:
    """Replace a pronoun by the bracketed name; set the name beside a description or title."""
    text = draft.reading.document.text
    lower = word.lower()
    possessive = lower in _POSSESSIVE or (
        lower == "her" and bool(_NOUN_FOLLOWS.match(text, span.end))
    )
    if possessive or lower in _PERSONAL or lower == "her":
        ending = ("’" if entity.name.endswith("s") else "’s") if possessive else ""
        return (
            insert_text(span.start, f"[{entity.name}{ending}]", "antecedent", entity.first),
            drop_stretch(span.start, span.end, "antecedent", entity.first),
        )
    return (insert_text(span.end, f" [{entity.name}]", "antecedent", entity.first),)
