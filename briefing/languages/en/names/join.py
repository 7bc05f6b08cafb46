"""Joining candidates into entities inside one article: full names first, short forms where the text
decides.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Sequence
from functools import cache

from briefing.language import late
from briefing.languages.en.names.candidates import NameCandidate
from briefing.languages.en.names.drafts import (
    EntityDraft,
    absorb_draft,
    add_candidate,
    add_mention,
    fold_words,
)
from briefing.languages.en.names.evidence import FAIR, STRONG
from briefing.languages.en.names.lists import (
    BODY_HEADS,
    COUNTRY_SHORT,
    DEMONYMS,
    DEPARTMENTS,
    GIVEN,
    ORDINARY,
    PARTICLES,
    PLACES,
)
from briefing.languages.en.names.short_forms import join_short_forms
from briefing.languages.en.names.spelling import (
    fold_list,
    fold_word,
    name_key,
    name_parts,
    surname_of,
)
from briefing.model import EntityKind

_SUFFIXES = frozenset(
    fold_word(word)
    for word in (
        "inc",
        "corp",
        "corporation",
        "company",
        "co",
        "llc",
        "ltd",
        "plc",
        "group",
        "motor",
    )
)
_COUNTRY_KEYS = frozenset(
    fold_word(word) for word in DEMONYMS | set(COUNTRY_SHORT) | {"u"} if " " not in word
)
_LIVELY = late.pattern(
    r"['’]s\b| (?:said|says|told|tells|added|adds|who|has|had|was|is|also|will|[a-z]+ed)\b|,? who\b"
)
_PAIR = 2
_SHORT_NAME = 3
_COMMON: tuple[Collection[str], ...] = (
    DEMONYMS, ORDINARY, BODY_HEADS, DEPARTMENTS, PLACES, GIVEN,
)  # fmt: skip


def _is_common(candidate: NameCandidate) -> bool:
    """Whether a name of one word tells no body from another, however it is spelt. Few are asked
    that stand in no list as they are printed.
    """
    printed = candidate.text.lower()
    listed = " " not in printed and any(printed in words for words in _COMMON)
    if listed and fold_word(printed) == candidate.bundle:
        return True
    return candidate.bundle in _fold_common_words()


@cache
def _fold_common_words() -> frozenset[str]:
    """Every spelling of them; made when first asked for, since folding takes longer than all else
    that is asked of an article's names.
    """
    return fold_list(word for words in _COMMON for word in words if " " not in word)


def join_candidates(candidates: Sequence[NameCandidate], text: str) -> list[EntityDraft]:
    """The entities of an article in order of their first mention. Unjoinable short forms are
    left out.
    """
    kinds = _decide_kinds(candidates, text)
    _spread_kinds(candidates, kinds, text)
    drafts: dict[str, EntityDraft] = {}
    shorts: list[NameCandidate] = []
    lasts = {
        fold_words(surname_of(name_parts(candidate.text)))
        for candidate in candidates
        if candidate.full and kinds.get(candidate.bundle) == "person"
    }
    for candidate in candidates:
        kind = kinds.get(candidate.bundle)
        if kind is None or _is_short_form(candidate, kind, lasts):
            shorts.append(candidate)
        else:
            add_candidate(drafts, candidate, kind)
    _join_abbreviations(drafts, candidates, text)
    join_short_forms(drafts, _first_words(drafts, shorts), text)
    _join_variants(drafts)
    return sorted(drafts.values(), key=lambda draft: draft.first)


def _is_short_form(
    candidate: NameCandidate, kind: EntityKind, lasts: Collection[tuple[str, ...]]
) -> bool:
    """Whether a candidate may stand for somebody who is named in full elsewhere: a person without
    a given name, or a name that is a surname of `lasts` and for whose kind little speaks.
    """
    words = name_parts(candidate.text)
    if kind == "person" and not candidate.full:
        return True
    if fold_words(words) not in lasts:
        return False
    particle = len(words) > 1 and words[0] in PARTICLES
    return particle or (kind != "person" and candidate.strength < STRONG)


def _decide_kinds(candidates: Sequence[NameCandidate], text: str) -> dict[str, EntityKind]:
    """Decide one kind for each spelling by the strongest evidence anywhere in the article."""
    votes: dict[str, Counter[EntityKind]] = defaultdict(Counter)
    best: dict[str, int] = defaultdict(int)
    tails = _lively_keys(candidates, text)
    for candidate in candidates:
        counts = votes[candidate.bundle]
        if candidate.kind is not None:
            counts[candidate.kind] += candidate.strength
            best[candidate.bundle] = max(best[candidate.bundle], candidate.strength)
        elif _looks_like_full_name(candidate) and fold_word(candidate.words[-1]) in tails:
            counts["person"] += FAIR
    decided: dict[str, EntityKind] = {}
    for bundle, counts in votes.items():
        if not counts:
            continue
        kind, weight = max(counts.items(), key=lambda item: (item[1], item[0]))
        if weight >= FAIR or best[bundle] >= STRONG:
            decided[bundle] = kind
    return decided


def _lively_keys(candidates: Sequence[NameCandidate], text: str) -> set[str]:
    """The keys of short forms that do something somewhere: "Veld said", "Veld's"."""
    return {
        name_key(candidate.text)
        for candidate in candidates
        if not candidate.full and candidate.kind != "place" and _LIVELY.match(text, candidate.end)
    }


def _spread_kinds(
    candidates: Sequence[NameCandidate], kinds: dict[str, EntityKind], text: str
) -> None:
    """Let a name in a list ("X, Y and Z") take the kind of its neighbours."""
    for before, candidate, after in zip(
        (None, *candidates), candidates, (*candidates[1:], None), strict=False
    ):
        if candidate.bundle in kinds:
            continue
        near = {
            kinds.get(other.bundle)
            for other in (before, after)
            if other is not None and _stand_side_by_side(text, candidate, other)
        } - {None}
        if len(near) == 1 and near <= {"place", "body"}:
            kinds[candidate.bundle] = near.pop() or "place"


def _stand_side_by_side(text: str, one: NameCandidate, other: NameCandidate) -> bool:
    """Whether two names stand side by side in a list."""
    first, second = (one, other) if one.start < other.start else (other, one)
    return text[first.end : second.start].strip() in {",", "and", "or", ", and", ", or", "&"}


def _looks_like_full_name(candidate: NameCandidate) -> bool:
    """Whether a run without other evidence has the look of a full name: two or three words,
    none an acronym.
    """
    words = candidate.text.split()
    return (
        candidate.full
        and 1 < len(words) <= _SHORT_NAME
        and not words[-1].isupper()
        and words[0] not in {"The", "New"}
    )


def _join_abbreviations(
    drafts: dict[str, EntityDraft], candidates: Sequence[NameCandidate], text: str
) -> None:
    """Join an abbreviation in brackets, wherever it stands, to the name it was put behind."""
    for candidate in candidates:
        if candidate.acronym is None:
            continue
        bundle = name_key(text[candidate.acronym.start : candidate.acronym.end])
        other = drafts.get(bundle)
        if other is None:
            continue
        if candidate.bundle not in drafts and other.kind == "body":
            add_candidate(drafts, candidate, "body")
        draft = drafts.get(candidate.bundle)
        if draft is not None and draft is not other and draft.kind != "person":
            _take_mentions(draft, other)
            del drafts[bundle]


def _take_mentions(draft: EntityDraft, other: EntityDraft) -> None:
    """Enter the mentions and printed forms of another as this one's."""
    draft.mentions.extend(other.mentions)
    draft.forms.extend(form for form in other.forms if form not in draft.forms)


def _first_words(
    drafts: dict[str, EntityDraft], shorts: Sequence[NameCandidate]
) -> list[NameCandidate]:
    """Join "Acme" to "Acme Petroleum" where one body alone begins so and no person is called so;
    give the rest.
    """
    begins = _index_by_first(drafts)
    lasts = {fold_words(draft.last) for draft in drafts.values() if draft.kind == "person"}
    rest: list[NameCandidate] = []
    for candidate in shorts:
        bodies = begins.get(candidate.bundle, [])
        known = len(bodies) == 1 and bodies[0].first.start < candidate.start
        if known and (candidate.bundle,) not in lasts and _may_shorten(candidate):
            add_mention(bodies[0], candidate)
        else:
            rest.append(candidate)
    return rest


def _may_shorten(candidate: NameCandidate) -> bool:
    """Whether a name of one word may be a body's in short: no person's by its form, no place's."""
    if candidate.full or candidate.title or candidate.kind == "place":
        return False
    return not _is_common(candidate)


def _index_by_first(drafts: dict[str, EntityDraft]) -> dict[str, list[EntityDraft]]:
    """Bodies of several words by their first, folded."""
    begins: dict[str, list[EntityDraft]] = defaultdict(list)
    for bundle, draft in drafts.items():
        first, several, _ = bundle.partition(" ")
        if draft.kind == "body" and several:
            begins[first].append(draft)
    return begins


def _join_variants(drafts: dict[str, EntityDraft]) -> None:
    """Join what one body is also called: without its legal form, without its country, by its
    initials.
    """
    for bundle in list(drafts):
        draft = drafts.get(bundle)
        if draft is None or draft.kind == "person":
            continue
        words = bundle.split(" ")
        if draft.kind == "body" and len(words) > 1 and words[-1] in _SUFFIXES:
            absorb_draft(drafts, draft, " ".join(words[:-1]))
            if words[-1] != words[0] and len(words) > _PAIR and words[-2] in _SUFFIXES:
                absorb_draft(drafts, draft, " ".join(words[:-2]))
    _join_initials(drafts)
    _join_unprefixed(drafts)


def _join_initials(drafts: dict[str, EntityDraft]) -> None:
    """Join "UN" to "United Nations" where just one body has these initials."""
    by_initials: dict[str, list[EntityDraft]] = defaultdict(list)
    for draft in drafts.values():
        initials = _initials_of(draft.name)
        if draft.kind == "body" and len(initials) > 1:
            by_initials[initials].append(draft)
    for bundle in list(drafts):
        short = drafts[bundle]
        called = by_initials.get(short.name, [])
        if short.kind == "body" and short.name.isupper() and len(called) == 1:
            absorb_draft(drafts, called[0], bundle)


def _initials_of(name: str) -> str:
    """The first letters of a name's capitalised words, hyphens parting them too."""
    return "".join(word[0] for word in name.replace("-", " ").split() if word[0].isupper())


def _join_unprefixed(drafts: dict[str, EntityDraft]) -> None:
    """Join "Foreign Ministry" to "French Foreign Ministry" where just one body's name ends so."""
    by_tail: dict[str, list[EntityDraft]] = defaultdict(list)
    for bundle, draft in drafts.items():
        head, _, tail = bundle.partition(" ")
        if draft.kind == "body" and " " in tail and (head in _COUNTRY_KEYS):
            by_tail[tail].append(draft)
    for tail, longer in by_tail.items():
        if len(longer) == 1 and tail in drafts:
            absorb_draft(drafts, longer[0], tail)
