"""Short forms of persons: a surname or a given name alone, joined where the article decides."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from briefing.language import wordlist
from briefing.languages.en.lexicon import OFFICES
from briefing.languages.en.names.candidates import NameCandidate
from briefing.languages.en.names.drafts import (
    EntityDraft,
    add_candidate,
    add_mention,
    fold_words,
)
from briefing.languages.en.names.lists import PLACES
from briefing.languages.en.names.spelling import generation_of, name_parts

Surname = tuple[str, ...]
"""The folded words of a surname, or of a given name that stands for one."""

_KIN = wordlist.read("en", "words/nouns").words("kin")
_KIN_GAP = 40  # characters before a name within which the word for kin is looked for
_NEAR = 600  # characters between a full name and the short form that goes on with it


@dataclass(frozen=True, slots=True, kw_only=True)
class _Doubts:
    """Surnames, folded, of which a short form may mean somebody else, and the sex of each person by
    the full name alone.

    `contested` ones somebody bears whom the article never names in full, `paired` ones somebody
    named only beside another of the family, `couples` ones men and women are addressed by; `kin`
    are the keys of persons who are told of as somebody's kin.
    """

    contested: frozenset[Surname]
    paired: frozenset[Surname]
    couples: frozenset[Surname]
    sexes: Mapping[str, str | None]
    kin: frozenset[str]


def join_short_forms(
    drafts: dict[str, EntityDraft], shorts: Sequence[NameCandidate], text: str
) -> None:
    """Join short forms in reading order; a title that never meets a full name makes an entity of
    its own.
    """
    by_last = _index_by_last(drafts, shorts, text)
    juniors = _index_by_generation(drafts)
    firsts = _index_by_given(drafts, by_last)
    doubts = _find_doubts(drafts, by_last, shorts, text)
    for candidate in shorts:
        if candidate.text.lower() in PLACES:
            continue
        folded = fold_words(name_parts(candidate.text))
        alike = by_last.get(folded, []) or firsts.get(folded, [])
        named = juniors.get(folded) or _drop_sole_kin(alike, doubts)
        known = _leave_doubtful(named, folded, candidate, doubts)
        chosen = _choose_person(known, candidate)
        if chosen is not None:
            add_mention(chosen, candidate)
        elif not known and candidate.kind == "person" and candidate.title:
            _enter_titled(drafts, candidate, by_last[folded])


def _find_doubts(
    drafts: Mapping[str, EntityDraft],
    by_last: Mapping[Surname, Sequence[EntityDraft]],
    shorts: Sequence[NameCandidate],
    text: str,
) -> _Doubts:
    return _Doubts(
        contested=_contested_names(by_last, shorts),
        paired=frozenset(fold_words(draft.last) for draft in drafts.values() if draft.paired),
        couples=_names_of_couples(shorts),
        sexes={name: draft.sex for name, draft in drafts.items()},
        kin=frozenset(
            draft.key for draft in drafts.values() if _is_anothers_kin(draft, shorts, text)
        ),
    )


def _drop_sole_kin(named: list[EntityDraft], doubts: _Doubts) -> list[EntityDraft]:
    """The persons of a name, none where the only one is told of as somebody's kin."""
    return [] if len(named) == 1 and named[0].key in doubts.kin else named


def _leave_doubtful(
    named: list[EntityDraft], folded: Surname, candidate: NameCandidate, doubts: _Doubts
) -> list[EntityDraft]:
    """Those of the persons of a name whom a short form can mean for sure."""
    if folded in doubts.paired or (folded in doubts.contested and not candidate.sex):
        return [draft for draft in named if _shares_title(draft, candidate)]
    if folded in doubts.couples and candidate.sex:
        return [draft for draft in named if _has_sex(draft, candidate, doubts.sexes)]
    return named


def _enter_titled(
    drafts: dict[str, EntityDraft], candidate: NameCandidate, namesakes: list[EntityDraft]
) -> None:
    """Enter a titled surname as a person of its own, beside the namesakes."""
    add_candidate(drafts, candidate, "person")
    made = drafts[candidate.bundle]
    if all(made is not other for other in namesakes):
        namesakes.append(made)


def _names_of_couples(shorts: Sequence[NameCandidate]) -> frozenset[Surname]:
    """Surnames, folded, that men and women are addressed by: "Mr. Berg" and "Ms. Berg"."""
    addressed = {(fold_words(name_parts(one.text)), one.sex) for one in shorts if one.sex}
    return frozenset(last for last, sex in addressed if sex == "he" and (last, "she") in addressed)


def _has_sex(draft: EntityDraft, candidate: NameCandidate, sexes: Mapping[str, str | None]) -> bool:
    """Whether the sex of a short form is a person's by the full name alone: what another short form
    of a couple's name showed is no sign.
    """
    return sexes.get(draft.key) == candidate.sex


def _contested_names(
    by_last: Mapping[Surname, Sequence[EntityDraft]], shorts: Sequence[NameCandidate]
) -> frozenset[Surname]:
    """Surnames, folded, that somebody bears whom the article never names in full: "Mr. Berg" where
    Ann Berg alone is.
    """
    addressed = (one for one in shorts if one.sex)
    folded = ((fold_words(name_parts(one.text)), one) for one in addressed)
    return frozenset(
        last
        for last, one in folded
        if by_last.get(last) and not any(_fits_person(draft, one) for draft in by_last[last])
    )


def _index_by_last(
    drafts: dict[str, EntityDraft], shorts: Sequence[NameCandidate], text: str
) -> dict[Surname, list[EntityDraft]]:
    """Persons by their folded surname, and by its last word where it has several; none who is
    only named beside another of the family ("Ann and Mark Berg").
    """
    by_last: dict[Surname, list[EntityDraft]] = defaultdict(list)
    for draft in drafts.values():
        if draft.kind == "person" and not draft.paired and not _has_elder(draft, shorts, text):
            by_last[fold_words(draft.last)].append(draft)
            if len(draft.last) > 1:
                by_last[fold_words(draft.last[-1:])].append(draft)
    return by_last


def _index_by_generation(
    drafts: dict[str, EntityDraft],
) -> dict[Surname, list[EntityDraft]]:
    """Persons "Jr." or the like by their folded surname with it: ("castren", "jr")."""
    juniors: dict[Surname, list[EntityDraft]] = defaultdict(list)
    for draft in drafts.values():
        generation = generation_of(name_parts(draft.name)) if draft.kind == "person" else ()
        if generation:
            juniors[fold_words((*draft.last, *generation))].append(draft)
    return juniors


def _is_anothers_kin(draft: EntityDraft, shorts: Sequence[NameCandidate], text: str) -> bool:
    """Whether a person is told of as the kin of somebody named before by surname alone: "Mr. Berg
    … his grandfather Ann Berg".
    """
    ahead = text[max(0, draft.first.start - _KIN_GAP) : draft.first.start].lower().split()[-2:]
    if not any(word.strip(",’'") in _KIN for word in ahead):
        return False
    lasts = {fold_words(draft.last), fold_words(name_parts(draft.name)[:1])}
    return any(
        one.start < draft.first.start and fold_words(name_parts(one.text)) in lasts
        for one in shorts
    )


def _has_elder(draft: EntityDraft, shorts: Sequence[NameCandidate], text: str) -> bool:
    """Whether another of his surname, his father, is named beside somebody "Jr.": before him, or
    with an office that nobody gives to him.
    """
    if not generation_of(name_parts(draft.name)):
        return False
    last = fold_words(draft.last)
    named = (one for one in shorts if fold_words(name_parts(one.text)) == last)
    return any(
        one.start < draft.first.start or _holds_other_office(draft, one, text) for one in named
    )


def _holds_other_office(draft: EntityDraft, short: NameCandidate, text: str) -> bool:
    """Whether the title before a surname holds an office that a person's own title or role does
    not: "President Berg" of "Karl Berg Jr., a lawyer".
    """
    offices = OFFICES.intersection(short.title)
    role = text[draft.role.start : draft.role.end].lower().split() if draft.role else ()
    return bool(offices) and offices.isdisjoint((*draft.title, *role))


def _index_by_given(
    drafts: dict[str, EntityDraft], by_last: dict[Surname, list[EntityDraft]]
) -> dict[Surname, list[EntityDraft]]:
    """Index persons by given name, for articles that go on with it; surnames come first."""
    firsts: dict[Surname, list[EntityDraft]] = defaultdict(list)
    for draft in drafts.values():
        given = fold_words(name_parts(draft.name)[:1])
        if draft.kind == "person" and given not in by_last:
            firsts[given].append(draft)
    return firsts


def _choose_person(known: list[EntityDraft], candidate: NameCandidate) -> EntityDraft | None:
    """Choose the one person a short form means: the one introduced, of this title, or last named
    full nearby.
    """
    fitting = [draft for draft in known if _fits_person(draft, candidate)]
    if len(known) <= 1:
        return next(iter(fitting), None)
    introduced = [draft for draft in fitting if draft.first.start <= candidate.start]
    if len(introduced) <= 1:
        return next(iter(introduced), None)
    is_meant = _shares_title if candidate.title else _is_near
    meant = [draft for draft in introduced if is_meant(draft, candidate)]
    return _sole_person(meant)


def _sole_person(persons: list[EntityDraft]) -> EntityDraft | None:
    return persons[0] if len(persons) == 1 else None


def _shares_title(draft: EntityDraft, candidate: NameCandidate) -> bool:
    """Whether a word of the title before a short form stood before the full name."""
    return not set(candidate.title).isdisjoint(draft.title)


def _is_near(draft: EntityDraft, candidate: NameCandidate) -> bool:
    """Whether a person was named within the last 600 characters before the short form."""
    full = bisect_right(draft.named, candidate.start)
    latest = max(
        draft.named[full - 1] if full else -1, draft.mentions[-1][1] if draft.mentions else -1
    )
    return 0 <= candidate.start - latest <= _NEAR


def _fits_person(draft: EntityDraft, candidate: NameCandidate) -> bool:
    return not (candidate.sex and draft.sex and candidate.sex != draft.sex)
