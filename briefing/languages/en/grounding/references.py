"""Words that point outside the sentence: named in brackets where one antecedent fits, else
refused.
"""

import re
from collections.abc import Sequence

from briefing.language import late, wordlist
from briefing.language.draft import Change, Draft, Refused, drop_stretch, insert_text, things_inside
from briefing.languages.en import antecedents, lexicon
from briefing.languages.en.antecedents import nouns
from briefing.languages.en.grounding.occasions import is_untold_occasion
from briefing.languages.en.grounding.vague import sole_namesake, vague_descriptions
from briefing.languages.en.names.lists import DICTIONARY, GIVEN
from briefing.model import Entity, Span

_WORDS = wordlist.read("en", "words/references")

_POSSESSIVE = frozenset({"his", "its", "their"})
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
_TOKEN = late.pattern(r"[^\W\d_]+")
_SEVERAL = _WORDS.words("held by several")
_LESSER = _WORDS.words("lesser")
_SUBJECT = late.pattern(r"\b(?:[Hh]e|[Ss]he|[Hh]is|[Hh]er|[Hh]im)\b")
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
_PAIR = late.pattern(r"the (?:former|latter|two)\b")
_JOINS = late.pattern(r" (?:and|or) ")
_ROOM = 3  # words before "it" among which a noun can stand
_JOINED = late.pattern(r"\b[A-Z][\w’'-]* (?:and|&|of|for) $")
_JOINED_REACH = 30  # characters ahead of a name that hold what is joined to it
_CLAUSE = 12  # words before "this", among which what it takes up may stand without a comma
_BOUNDARY = late.pattern(r"[,;:—–] | (?:but|because|so) ")
_UNKNOWN = late.pattern(r" ([a-z]+)\b(?<!s)(?<!ed)(?<!ing)(?<!ly)")
_SHORT = 3  # letters of a word that is no noun
_HEAD, _REACH = 3, 40  # words and characters behind "this" that hold its noun
_OPENED = late.pattern(r"(?:For|In|To|By|At|On|With|As|After|Because of) [^,]{1,60}, ")
_OBJECTS = frozenset({"him", "it", "them"})
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
            if entity is None and not reaches_back(draft, word, sentence.start):
                return Refused(reason="dangling reference", words=word)
            if entity is not None and not _is_named_ahead(
                draft, changes, entity, sentence, span.start
            ):
                changes.extend(_naming_changes(draft, span, word, entity))
    return draft.plus(changes)


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
    first, *more = _TOKEN.findall(told) or [""]
    words = {first.lower(), *filter(str.islower, more)}
    if not words.isdisjoint(_SOMEBODY):
        return True
    return not words.isdisjoint(_PEOPLE_FORMS) and _ONE_OF.search(told) is not None


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
    return frozenset(token.lower() for token in _TOKEN.findall(words))


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
        for token in _TOKEN.findall(draft.reading.document.text[draft.context : before])
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
    if len(unquoted.split()) < _ROOM:
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
    told = {t.removesuffix("s") for t in _TOKEN.findall(ahead.lower()) if len(t) > _SHORT}
    behind = _TOKEN.findall(text[span.end : span.end + _REACH].lower())[:_HEAD]
    taken = told.intersection(token.removesuffix("s") for token in behind)
    return not taken and _BOUNDARY.search(ahead) is None


def _may_be(draft: Draft, key: str, word: str) -> bool:
    """Whether somebody isn't known to be of the other sex than a pronoun."""
    sex = next((entity.sex for entity in draft.reading.entities if entity.key == key), None)
    return sex is None or (sex == "she") == word.startswith(("she", "her"))


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
