"""The person that "he" or "she" means, or nobody when two could be meant.

Two observations carry most of the weight: whoever spoke in the sentence before goes on speaking,
and a pronoun that is the subject does not mean somebody who is named later in its own sentence.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefing.language import late, wordlist
from briefing.languages.en.antecedents.index import SentenceIndex
from briefing.languages.en.antecedents.leading import leads_sentence, stands_out
from briefing.languages.en.antecedents.naming import (
    Sex,
    is_kin_only,
    is_owner_only,
    people_named,
)
from briefing.languages.en.antecedents.strangers import (
    names_bare_body,
    names_others,
    names_stranger,
    names_unread,
    opens_unread,
    speaks_of_human,
)
from briefing.languages.en.lexicon import SAYING_VERBS
from briefing.model import Entity, Span

_WORDS = wordlist.read("en", "antecedents/words")
_BEFORE_SAYING = _WORDS.words("before saying")
_WORD = late.pattern(r"\w[\w'’-]*")
_SUBJECT = late.pattern(r"[“\"‘]?(?P<pronoun>He|She)\b")
_CLAUSE_END = late.pattern(
    r"[,;:—“\"]| (?:that|who|which|whose|when|while|because|after|before|but|as|if|where)\b"
)
_HE = late.pattern(r"\b(?:he|him|his)\b", re.IGNORECASE)
_SHE = late.pattern(r"\b(?:she|hers?)\b", re.IGNORECASE)
_OWNED = late.pattern(r"[“\"‘]?(?P<whose>His|Her)\b")
_CLOSING = ("”", '"', "»")
_SURE_BACK = 2  # sentences back up to which a person of unknown sex may be meant
_LOOK_BACK = 3  # sentences back
_SPEAKER_BACK = 6  # sentences back for who speaks


@dataclass(frozen=True, slots=True, kw_only=True)
class Pronoun:
    """A "he" or "she": the number of its sentence, whether it is that one's subject and a verb of
    saying follows it, and the keys of those who are named in its own clause, whom it can't mean.
    """

    sex: Sex
    number: int
    subject: bool
    saying: bool
    barred: frozenset[str]


def resolve_person(
    index: SentenceIndex, number: int, start: int, sex: Sex, *, subject: bool, saying: bool
) -> Entity | None:
    """The one person a pronoun at `start` in sentence `number` can mean, or None.

    `subject` tells that it is the sentence's subject, `saying` that a verb of saying follows. Looks
    back three sentences, in the paragraph and into the one before; further, over sentences that
    name nobody, for who speaks.
    """
    sentence = index.sentences[number]
    ahead = Span(start=sentence.start, end=start)
    if index.quoted(number, start):
        return None
    if not (saying and index.text[ahead.start : start].rstrip().endswith(_CLOSING)):
        here = people_named(index, ahead, sex)
        if here:
            return _sole_ahead(index, number, ahead, here, sex)
        if names_others(index, ahead.start, start) or _is_announced(index, sentence, start, sex):
            return None
        if not saying and names_bare_body(index, number, ahead.start, start):
            return None
    barred = _keys_in_clause(index, Span(start=start, end=sentence.end)) if subject else frozenset()
    pronoun = Pronoun(sex=sex, number=number, subject=subject, saying=saying, barred=barred)
    return _search_back(index, number, pronoun)


def _sole_ahead(
    index: SentenceIndex, number: int, ahead: Span, people: Sequence[Entity], sex: Sex
) -> Entity | None:
    """The one who is named before a pronoun in its sentence and leads it; None where anybody else
    is spoken of there or in the sentence before.
    """
    sole, *others = people
    if others or names_unread(index, ahead.start, index.sentences[number].end):
        return None
    if _is_only_quoted(index, number, ahead, sole) or not leads_sentence(index, ahead, sole):
        return None
    return sole if _stands_alone(index, number, sole, sex) else None


def _is_only_quoted(index: SentenceIndex, number: int, span: Span, person: Entity) -> bool:
    """Whether a stretch names a person only in others' words: who says them may be meant then."""
    return all(
        index.quoted(number, mention.start)
        for mention in index.named(span.start, span.end)
        if mention.entity == person.key
    )


def _search_back(index: SentenceIndex, number: int, pronoun: Pronoun) -> Entity | None:
    """The person of the first sentence before that decides whom a pronoun means."""
    for before in _sentences_back(index, number, saying=pronoun.saying):
        decided, person = _judge_sentence_before(index, before, pronoun)
        if decided:
            sure = person is None or person.sex == pronoun.sex
            near = number - before <= _SURE_BACK
            return person if sure or (near and not _tells_of_both(index, number)) else None
    return None


def _sentences_back(index: SentenceIndex, number: int, *, saying: bool) -> Iterator[int]:
    """The sentences that a pronoun may go back to, the nearest first: one of the paragraph before
    at most, but for who speaks.
    """
    paragraphs, reach = (2, _SPEAKER_BACK) if saying else (1, _LOOK_BACK)
    own = index.paragraph[number]
    for before in reversed(range(max(number - reach, 0), number)):
        if own - index.paragraph[before] > paragraphs:
            return
        yield before
        if not saying and index.paragraph[before] != own:
            return


def _tells_of_both(index: SentenceIndex, number: int) -> bool:
    """Whether a sentence speaks of a "he" and a "she", so that a person of unknown sex could
    be either.
    """
    span = index.sentences[number]
    return all(one.search(index.text, span.start, span.end) is not None for one in (_HE, _SHE))


def _stands_alone(index: SentenceIndex, number: int, person: Entity, sex: Sex) -> bool:
    """Whether no other person of that sex stands in the sentence before."""
    if number == 0:
        return True
    return all(
        other.key == person.key for other in people_named(index, index.sentences[number - 1], sex)
    )


def _judge_sentence_before(
    index: SentenceIndex, number: int, pronoun: Pronoun
) -> tuple[bool, Entity | None]:
    """Judge one earlier sentence: (decided, the person). Undecided when it names nobody that
    fits.
    """
    span = index.sentences[number]
    if _signs(index, span) or (pronoun.saying and index.speakers.get(number) == ""):
        return True, None
    speaker = _fitting_speaker(index, number, pronoun)
    if speaker is not None:
        return True, _keep_speaker(index, span, speaker, pronoun)
    fitting = people_named(index, span, pronoun.sex)
    people = _drop_mere_owners(index, span, fitting, pronoun)
    if len(people) != 1 and fitting:  # several, or none but mere owners
        return True, None
    opening = _opening_pronoun(index, span, pronoun.sex)
    if opening is not None:
        return True, _carry_on(index, number, opening, people, pronoun)
    if people:
        return True, _keep_told_of(index, number, people[0], pronoun)
    return names_others(index, span.start, span.end), None


def _keep_speaker(
    index: SentenceIndex, span: Span, speaker: Entity, pronoun: Pronoun
) -> Entity | None:
    """Whoever says a sentence, where the next one goes on with him."""
    rivals = _drop_barred(people_named(index, span, pronoun.sex), pronoun)
    if not pronoun.saying and _goes_on_with_another(index, span, speaker, pronoun):
        return None
    if pronoun.saying:
        rivals = _drop_mere_owners(index, span, rivals, pronoun)
    return speaker if _goes_on_speaking(index, span, speaker, rivals, pronoun) else None


def _keep_told_of(
    index: SentenceIndex, number: int, sole: Entity, pronoun: Pronoun
) -> Entity | None:
    """The one person whom a sentence names, where it tells of him and he is certainly meant."""
    span = index.sentences[number]
    if _is_only_quoted(index, number, span, sole):
        return None
    return sole if _is_certain(index, span, sole, pronoun) else None


def _signs(index: SentenceIndex, span: Span) -> bool:
    """Whether a sentence is no more than a name, which signs what stands before it."""
    match index.named(span.start, span.end):
        case [sole] if sole.kind == "person":
            words = _WORD.findall(index.text, span.start, span.end)
            return len(words) == len(_WORD.findall(index.text, sole.start, sole.end))
    return False


def _opening_pronoun(index: SentenceIndex, span: Span, sex: Sex) -> tuple[int, int] | None:
    """Where a pronoun of a sex stands that opens a sentence as its subject."""
    opening = _SUBJECT.match(index.text, span.start, span.end)
    if opening is None or opening["pronoun"].lower() != sex:
        return None
    return opening.span("pronoun")


def _drop_barred(fitting: Sequence[Entity], pronoun: Pronoun) -> list[Entity]:
    """Those who are not named in the pronoun's own clause."""
    return [person for person in fitting if person.key not in pronoun.barred]


def _drop_mere_owners(
    index: SentenceIndex, span: Span, fitting: Sequence[Entity], pronoun: Pronoun
) -> list[Entity]:
    """Those a pronoun may mean: a subject hardly means who is named only as an owner or as
    somebody's kin.
    """
    people = _drop_barred(fitting, pronoun)
    if not pronoun.subject:
        return people
    people = [person for person in people if not is_kin_only(index, span, person)]
    return [person for person in people if not is_owner_only(index, span, person)] or people


def _fitting_speaker(index: SentenceIndex, number: int, pronoun: Pronoun) -> Entity | None:
    """The person who speaks in a sentence, where a pronoun that is a subject may mean that one."""
    speaker = index.entities.get(index.speakers.get(number, ""))
    if speaker is None or not pronoun.subject or speaker.key in pronoun.barred:
        return None
    fits = speaker.kind == "person" and speaker.sex in {pronoun.sex, None}
    return speaker if fits else None


def _goes_on_speaking(
    index: SentenceIndex, span: Span, speaker: Entity, people: Sequence[Entity], pronoun: Pronoun
) -> bool:
    """Whether who speaks in a sentence is the only one there, or leads it and speaks again."""
    sole = all(person.key == speaker.key for person in people)
    away = pronoun.number - index.number(span.start) > 1
    if away and not pronoun.saying and _speaks_of(index, span, pronoun.sex):
        return False
    return (sole and not names_others(index, span.start, span.end)) or (
        pronoun.saying and leads_sentence(index, span, speaker)
    )


def _speaks_of(index: SentenceIndex, span: Span, sex: Sex) -> bool:
    """Whether a quotation in a sentence speaks of somebody of a sex, who may be meant behind it:
    "“If she was angry, she said so,” Ann Berg says. | She …".
    """
    number = index.number(span.start)
    pattern = _HE if sex == "he" else _SHE
    found = pattern.finditer(index.text, span.start, span.end)
    return any(index.quoted(number, match.start()) for match in found)


def _carry_on(
    index: SentenceIndex,
    number: int,
    opening: tuple[int, int],
    people: Sequence[Entity],
    pronoun: Pronoun,
) -> Entity | None:
    """Whom the same pronoun means that opens a sentence, unless somebody else is named there."""
    start, end = opening
    says_so = says_behind(index.text, end, index.sentences[number].end)
    carried = resolve_person(index, number, start, pronoun.sex, subject=True, saying=says_so)
    if carried is None or carried.key in pronoun.barred:
        return None
    return carried if all(person.key == carried.key for person in people) else None


def _is_certain(index: SentenceIndex, span: Span, person: Entity, pronoun: Pronoun) -> bool:
    """The one person that a sentence names is whom the next one goes on with, and nobody else can
    be.
    """
    known = person.sex == pronoun.sex
    if not (pronoun.subject or known) or speaks_of_human(index, span.start, span.end):
        return False
    if _goes_on_with_another(index, span, person, pronoun):
        return False
    goes_on = pronoun.subject and known and leads_sentence(index, span, person)
    return stands_out(index, span, person, pronoun.sex) and not names_stranger(
        index, span.start, span.end, placed=goes_on
    )


def _goes_on_with_another(
    index: SentenceIndex, span: Span, person: Entity, pronoun: Pronoun
) -> bool:
    """Whether a sentence may itself go on with somebody else: it opens with somebody's own ("His
    rival Mark Berg fled. | He …"), or has the pronoun too, and the one before it names another whom
    that may mean. "Ann Berg got a medal. Liv Aas spoke of her courage. | She …". So may a word that
    opens it and was read as nobody: "Rex was fed. Ann Berg said she was moved. | She …".
    """
    owned = _OWNED.match(index.text, span.start, span.end)
    if owned is not None and (owned["whose"].lower() == "his") is (pronoun.sex == "he"):
        return True
    number = index.number(span.start)
    pattern = _HE if pronoun.sex == "he" else _SHE
    if number < 1 or pattern.search(index.text, span.start, span.end) is None:
        return False
    return _tells_of_another(index, index.sentences[number - 1], person, pronoun.sex)


def _tells_of_another(index: SentenceIndex, span: Span, person: Entity, sex: Sex) -> bool:
    """Whether a sentence names another of that sex than a person, or opens with a word that was
    read as nobody.
    """
    named = people_named(index, span, sex)
    return opens_unread(index, span) or any(one.key != person.key for one in named)


def _is_announced(index: SentenceIndex, sentence: Span, start: int, sex: Sex) -> bool:
    """A name that fits follows a pronoun inside a sentence ("Asked whether he …, X said")."""
    if not index.text[sentence.start : start].strip('“"‘ '):
        return False
    behind = Span(start=start, end=sentence.end)
    return bool(people_named(index, behind, sex)) or names_stranger(index, behind.start, behind.end)


def _keys_in_clause(index: SentenceIndex, span: Span) -> frozenset[str]:
    """Who is named in the pronoun's own clause, and so is not meant by it."""
    stop = _CLAUSE_END.search(index.text, span.start, span.end)
    return frozenset(
        mention.entity for mention in index.named(span.start, stop.start() if stop else span.end)
    )


def says_behind(text: str, end: int, stop: int) -> bool:
    """Whether a verb of saying stands straight behind a pronoun that ends at `end`."""
    for match in _WORD.finditer(text, end, stop):
        word = match.group().lower()
        if word in SAYING_VERBS:
            return True
        if word not in _BEFORE_SAYING and not word.endswith("ly"):
            return False
    return False
