"""Joining candidates into entities inside one article: full names first, short forms where the text decides."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from briefing.language.names.candidates import FAIR, STRONG, Candidate
from briefing.language.names.lists import COUNTRY_SHORT, PLACES
from briefing.language.names.spelling import fold, key, parts, surname
from briefing.model import EntityKind, Span

_SUFFIXES = frozenset({"inc", "corp", "corporation", "company", "co", "llc", "ltd", "plc", "group", "motors", "motor"})


@dataclass(slots=True, kw_only=True)
class Draft:
    """An entity while it grows; `places` are its mentions as (start, end)."""

    key: str
    kind: EntityKind
    name: str
    first: Span
    passage: int
    role: Span | None = None
    sex: Literal["he", "she"] | None = None
    title: tuple[str, ...] = ()
    last: tuple[str, ...] = ()
    forms: list[str] = field(default_factory=list)
    mentions: list[tuple[int, int]] = field(default_factory=list)


def join(candidates: Sequence[Candidate], text: str) -> list[Draft]:
    """Give the entities of an article in order of their first mention. Unjoinable short forms are left out."""
    kinds = _kinds(candidates)
    drafts: dict[str, Draft] = {}
    shorts: list[Candidate] = []
    lasts = {
        _folded(surname(parts(candidate.text)))
        for candidate in candidates
        if candidate.full and kinds.get(_bundle(candidate)) == "person"
    }
    for candidate in candidates:
        kind = kinds.get(_bundle(candidate))
        named = kind != "person" and candidate.strength < STRONG and _folded(tuple(parts(candidate.text))) in lasts
        if kind is None or named or (kind == "person" and not candidate.full):
            shorts.append(candidate)
            continue
        _add(drafts, candidate, kind)
    _learn(drafts, candidates, text)
    _shorts(drafts, shorts)
    _suffixes(drafts)
    return sorted(drafts.values(), key=lambda draft: draft.first)


def _bundle(candidate: Candidate) -> str:
    whole = " ".join(candidate.words)
    return key(COUNTRY_SHORT.get(whole, whole) if candidate.text[:1].isupper() else whole)


def _kinds(candidates: Sequence[Candidate]) -> dict[str, EntityKind]:
    """Decide one kind for each spelling by the strongest evidence anywhere in the article."""
    votes: dict[str, Counter[EntityKind]] = defaultdict(Counter)
    best: dict[str, int] = defaultdict(int)
    tails = Counter(key(candidate.text) for candidate in candidates if not candidate.full)
    for candidate in candidates:
        bundle = _bundle(candidate)
        if candidate.kind is None:
            votes[bundle] += Counter()
            if candidate.full and 1 < len(candidate.words) <= 3 and tails[fold(candidate.words[-1])]:
                votes[bundle]["person"] += 1
            continue
        votes[bundle][candidate.kind] += candidate.strength
        best[bundle] = max(best[bundle], candidate.strength)
    decided: dict[str, EntityKind] = {}
    for bundle, counts in votes.items():
        if not counts:
            continue
        kind, weight = max(counts.items(), key=lambda item: (item[1], item[0]))
        if weight >= FAIR or best[bundle] >= STRONG:
            decided[bundle] = kind
    return decided


def _add(drafts: dict[str, Draft], candidate: Candidate, kind: EntityKind) -> None:
    bundle = _bundle(candidate)
    draft = drafts.get(bundle)
    if draft is None:
        draft = drafts[bundle] = Draft(
            key=bundle, kind=kind, name=candidate.text, passage=candidate.passage,
            first=Span(start=candidate.start, end=candidate.end), last=surname(parts(candidate.text)) if kind == "person" else (),
        )  # fmt: skip
    _mention(draft, candidate)


def _mention(draft: Draft, candidate: Candidate) -> None:
    draft.mentions.append((candidate.start, candidate.end))
    if candidate.text not in draft.forms:
        draft.forms.append(candidate.text)
    if draft.kind == "person":
        draft.role = draft.role or candidate.role
        draft.sex = draft.sex or candidate.sex
        draft.title = draft.title or candidate.title
    if draft.kind == "person" and len(parts(candidate.text)) > len(parts(draft.name)):
        draft.name = candidate.text


def _learn(drafts: dict[str, Draft], candidates: Sequence[Candidate], text: str) -> None:
    """Join an abbreviation in brackets, wherever it stands, to the name it was put behind."""
    for candidate in candidates:
        if candidate.acronym is None:
            continue
        short = text[candidate.acronym.start : candidate.acronym.end]
        bundle = key(short)
        draft = drafts.get(_bundle(candidate))
        other = drafts.get(bundle)
        if draft is None and other is not None and other.kind == "body":
            _add(drafts, candidate, "body")
            draft = drafts[_bundle(candidate)]
        if draft is None or other is None or draft is other or draft.kind == "person":
            continue
        draft.mentions.extend(other.mentions)
        draft.forms.extend(form for form in other.forms if form not in draft.forms)
        del drafts[bundle]


def _shorts(drafts: dict[str, Draft], shorts: Sequence[Candidate]) -> None:
    """Join short forms in reading order; a title that never meets a full name makes an entity of its own."""
    by_last: dict[tuple[str, ...], list[Draft]] = defaultdict(list)
    for draft in drafts.values():
        if draft.kind == "person":
            by_last[_folded(draft.last)].append(draft)
            if len(draft.last) > 1:
                by_last[_folded(draft.last[-1:])].append(draft)
    for candidate in shorts:
        words = parts(candidate.text)
        if candidate.text in PLACES:
            continue
        known = by_last.get(_folded(tuple(words)), [])
        chosen = _choose(known, candidate)
        if chosen is not None:
            _mention(chosen, candidate)
        elif not known and candidate.kind == "person" and candidate.title:
            _add(drafts, candidate, "person")
            made = drafts[_bundle(candidate)]
            if made not in by_last[_folded(tuple(words))]:
                by_last[_folded(tuple(words))].append(made)


def _folded(words: Sequence[str]) -> tuple[str, ...]:
    return tuple(fold(word) for word in words)


def _choose(known: list[Draft], candidate: Candidate) -> Draft | None:
    """Choose the one person a short form means: the one introduced, of this title, or last named full nearby."""
    if len(known) <= 1:
        return known[0] if known and _fits(known[0], candidate) else None
    introduced = [draft for draft in known if draft.first.start <= candidate.start and _fits(draft, candidate)]
    if len(introduced) == 1:
        return introduced[0]
    if not introduced:
        return None
    titled = [draft for draft in introduced if set(candidate.title) & set(draft.title)]
    if candidate.title and len(titled) == 1:
        return titled[0]
    near = [draft for draft in introduced if _near(draft, candidate)]
    return near[0] if len(near) == 1 and not candidate.title else None


def _near(draft: Draft, candidate: Candidate) -> bool:
    """Tell whether a person was named within the last 600 characters before the short form."""
    return any(0 <= candidate.start - end <= _NEAR for _, end in draft.mentions)


_NEAR = 600


def _fits(draft: Draft, candidate: Candidate) -> bool:
    return not (candidate.sex and draft.sex and candidate.sex != draft.sex)


def _suffixes(drafts: dict[str, Draft]) -> None:
    """Join "Chrysler" and "Chrysler LLC": one name that the other only adds a legal form to."""
    for bundle in list(drafts):
        words = bundle.split(" ")
        draft = drafts.get(bundle)
        if draft is None or len(words) < 2 or words[-1] not in _SUFFIXES or draft.kind != "body":
            continue
        other = drafts.get(" ".join(words[:-1]))
        if other is None or other.kind == "person" or other is draft:
            continue
        draft.mentions.extend(other.mentions)
        draft.forms.extend(form for form in other.forms if form not in draft.forms)
        draft.first = min(draft.first, other.first)
        del drafts[other.key]
