"""Do two clauses of different articles tell the same happening? Every part that both name must
agree.

Hard on purpose: a missed agreement costs a line in the margin, a false one makes a brief say that
outlets agree when they don't.
"""

from collections.abc import Sequence
from datetime import timedelta

from briefing.language import edtf
from briefing.languages.en.clauses.likeness import are_exclusive, is_area, likeness_of, sky_parts
from briefing.model import Clause, Party, Slot

_ACTING: tuple[Slot, ...] = ("agent", "company")
_TAKING: tuple[Slot, ...] = ("agent", "patient", "company")
_PLACED: tuple[Slot, ...] = ("place", "origin")
_SURE = 2  # what a party that is named, or whose state is, is worth
_NEEDED = 4
_TOLD, _WISHED = timedelta(days=14), timedelta(days=120)  # between articles that tell one thing
_ZONES = timedelta(days=1)  # by which the days of two places may differ
_SHARED, _PART = 5, 0.4  # stems of two sentences, and of the shorter one's, that tell one happening


def tell_one_happening(left: Clause, right: Clause) -> bool:
    """Whether two clauses tell one happening."""
    # In this order for the sake of time alone: hardly any pair has anything in common.
    if not _are_of_one_kind(left, right) or not share_party(left, right):
        return False
    if _are_apart(left, right) or not _parts_agree(left, right):
        return False
    return _share_enough(left, right) or _same_words(left, right)


def share_party(left: Clause, right: Clause) -> bool:
    """Whether somebody whom two clauses name as taking part may be the same: without that nothing
    else that they share makes them one happening.
    """
    ours, theirs = parties_in(left, _TAKING), parties_in(right, _TAKING)
    return any(likeness_of(a, b) for a in ours for b in theirs)


def _are_of_one_kind(left: Clause, right: Clause) -> bool:
    """Whether two clauses tell happenings of one class, and alike: as done, denied or possible."""
    if left.predicate != right.predicate or left.positive != right.positive:
        return False
    if left.modality != right.modality:
        return False
    named_only = left.nominal or right.nominal  # "a sale", "sales"
    return not (left.modality == "possible" and named_only)


def _are_apart(left: Clause, right: Clause) -> bool:
    """Whether what two clauses tell happened at two times, as far as their dates and articles
    show.
    """
    if clash_of_time(left, right) or _long_between(left, right):
        return True
    return _happened_after(left, right) or _happened_after(right, left)


def clash_of_time(left: Clause, right: Clause) -> bool:
    """Whether two clauses are dated apart."""
    if left.dates and right.dates:
        return not any(days_overlap(a, b) for a in left.dates for b in right.dates)
    days = (set(left.weekdays), set(right.weekdays))
    return bool(days[0] and days[1] and not days[0] & days[1])


def _happened_after(clause: Clause, other: Clause) -> bool:
    """Whether what a clause tells as happened is dated behind the day on which the article of
    another appeared, which then can't tell it.
    """
    if clause.modality != "happened" or not (clause.dates and other.published):
        return False
    last = edtf.bounds(other.published)[1] + _ZONES
    return all(edtf.bounds(day)[0] > last for day in clause.dates)


def _long_between(left: Clause, right: Clause) -> bool:
    """Whether two articles appeared too far apart for what neither dates to be one happening.

    What happens to a thing once in a while is the same however late it is told of; a wish lives for
    months.
    """
    if left.kind in {"once", "state"} or (left.dates and right.dates):
        return False
    reach = _WISHED if left.modality == "wished" else _TOLD
    return not days_between(left, right, reach.days)


def days_between(left: Clause, right: Clause, most: int) -> bool:
    """Whether the articles of two clauses appeared at most so many days apart, or nobody knows."""
    if not (left.published and right.published):
        return True
    first, second = edtf.bounds(left.published), edtf.bounds(right.published)
    return max(first[0], second[0]) - min(first[1], second[1]) <= timedelta(days=most)


def days_overlap(one: str, other: str) -> bool:
    """Whether two dates (EDTF) have a day in common."""
    first, second = edtf.bounds(one), edtf.bounds(other)
    return first[0] <= second[1] and second[0] <= first[1]


def parties_in(clause: Clause, slots: Sequence[Slot]) -> tuple[Party, ...]:
    """The parties of a clause that stand in any of `slots`."""
    return tuple([party for party in clause.parties if party.slot in slots])


def _parts_agree(left: Clause, right: Clause) -> bool:
    """Whether no part that both name is another one in each."""
    if any(_clash_in_slots(left, right, slots) for slots in _compared_slots(left, right)):
        return False
    places = [p for c in (left, right) for p in parties_in(c, _PLACED)]
    return not _other_way(left, right, places) and not _numbers_clash(left, right)


def _compared_slots(left: Clause, right: Clause) -> tuple[tuple[Slot, ...], ...]:
    """The slots in which two clauses are held beside each other, those together that one may name
    in either.
    """
    if left.kind == "pair":
        return (_PLACED,)
    both = parties_in(left, ("agent",)) and parties_in(right, ("agent",))
    return (("agent",) if both else _ACTING, ("patient",), _PLACED)


def _clash_in_slots(left: Clause, right: Clause, slots: tuple[Slot, ...]) -> bool:
    """Whether both clauses name somebody in slots, and none of them can be the other's."""
    return are_others(parties_in(left, slots), parties_in(right, slots))


def are_others(ours: Sequence[Party], theirs: Sequence[Party]) -> bool:
    """Whether both are somebody, and none of the one can be any of the other."""
    if not ours or not theirs:
        return False
    return all(are_exclusive(a, b) for a in ours for b in theirs)


def _other_way(left: Clause, right: Clause, places: Sequence[Party]) -> bool:
    """Whether one says north where the other says south."""
    ours, theirs = (
        {h for p in parties_in(c, (*_PLACED, "patient")) for h in sky_parts(p)}
        for c in (left, right)
    )
    return bool(places and ours and theirs and not ours & theirs)


def _numbers_clash(left: Clause, right: Clause) -> bool:
    """Whether both count the same thing and not alike."""
    return any(
        a.unit == b.unit and _same_thing(a.what, b.what) and a.value != b.value
        for a in left.quantities
        for b in right.quantities
    )


def _same_thing(one: Sequence[str], other: Sequence[str]) -> bool:
    return not one or not other or one[-1] == other[-1]


def best_fits(ours: Sequence[Party], theirs: Sequence[Party]) -> list[int]:
    """How well each of `ours` fits one of `theirs`, best first, each used once; misfits left
    out.
    """
    fits = sorted(
        (
            (likeness_of(a, b), -i, -j)
            for i, a in enumerate(ours)
            for j, b in enumerate(theirs)
            if likeness_of(a, b)
        ),
        reverse=True,
    )
    used: set[tuple[str, int]] = set()
    found = []
    for worth, i, j in fits:
        if ("l", i) not in used and ("r", j) not in used:
            used |= {("l", i), ("r", j)}
            found.append(worth)
    return found


def _share_enough(left: Clause, right: Clause) -> bool:
    """Whether what two clauses share makes them one happening."""
    taking = _fits_in(left, right, _TAKING)
    sure = sum(worth >= _SURE for worth in taking)
    if left.kind == "pair":
        return sure >= 2  # noqa: PLR2004 - both parties
    if left.kind == "once":
        return max(_fits_in(left, right, ("patient",)), default=0) > _SURE
    around = (_place_worth(left, right), _date_worth(left, right), _figure_worth(left, right))
    found = [worth for worth in (*taking, *around) if worth]
    telling = any(around) or max(taking, default=0) > _SURE
    return sure > 0 and telling and len(found) >= 2 and sum(found) >= _NEEDED  # noqa: PLR2004


def _fits_in(left: Clause, right: Clause, slots: Sequence[Slot]) -> list[int]:
    """How well those whom two clauses name in `slots` fit each other, best first."""
    return best_fits(parties_in(left, slots), parties_in(right, slots))


def _place_worth(left: Clause, right: Clause) -> int:
    """What the same place is worth: 2 by its name or a part of the same state, 1 by its state."""
    ours, theirs = _clause_places(left), _clause_places(right)
    best = max(best_fits(ours, theirs), default=0)
    ways = {h for p in ours for h in sky_parts(p)} & {h for p in theirs for h in sky_parts(p)}
    return min(best, _SURE) if best > _SURE or ways else int(bool(best))


def _clause_places(clause: Clause) -> tuple[Party, ...]:
    """The places of a clause; "parts of the north" that something befalls are one, too."""
    return (
        *parties_in(clause, _PLACED),
        *(p for p in parties_in(clause, ("patient",)) if is_area(p)),
    )


def _same_words(left: Clause, right: Clause) -> bool:
    """Whether a party agrees by its noun and the sentences share most of what they say."""
    if left.kind == "pair" or not _fits_in(left, right, _TAKING):
        return False
    return share_words(left, right)


def share_words(left: Clause, right: Clause) -> bool:
    """Whether the sentences of two clauses share most of what they say."""
    ours, theirs = set(left.around), set(right.around)
    shared = len(ours & theirs)
    return shared >= _SHARED and shared >= _PART * min(len(ours), len(theirs))


def _date_worth(left: Clause, right: Clause) -> int:
    """What the same day is worth, and the same month."""
    spans = [edtf.bounds(date) for c in (left, right) for date in c.dates]
    if not (left.dates and right.dates):
        return 0
    longest = max(last - first for first, last in spans)
    return 2 if longest <= timedelta(days=1) else int(longest <= timedelta(days=31))


def _figure_worth(left: Clause, right: Clause) -> int:
    """What an equal figure is worth."""
    same = {(q.value, q.unit, q.what[-1:]) for q in left.quantities} & {
        (q.value, q.unit, q.what[-1:]) for q in right.quantities
    }
    telling = any(len(value.replace(".", "")) > 2 for value, _, _ in same)  # noqa: PLR2004
    return 2 if telling else int(bool(same))
