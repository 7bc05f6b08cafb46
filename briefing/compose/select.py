"""What the brief tells: the greatest coverage of weighted concepts that the sections' budgets
allow.

Greedy maximum coverage with lazy evaluation (Minoux 1978): gains only shrink as concepts are
covered, so a candidate's old gain is an upper bound and most need no second look. All sections draw
on one pool of concepts, so that nothing is told twice. A sentence that stands only behind others
costs all of them, and only its own words once those are told: it then takes their place.
"""

import heapq
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from briefing.compose.choice import ToldSoFar, cited_article, share_sentence
from briefing.compose.edited_room import EditedRoom, is_within
from briefing.compose.eventful import list_idle
from briefing.compose.offers import Offer, pool_offers
from briefing.compose.repetition import WordsRead
from briefing.compose.verdicts import Limit, OfferVerdict
from briefing.compose.weights import find_median
from briefing.model import Candidate, Shortlist

_HeapRow = tuple[float, int, int]  # gain (negative), place in its article, number in the pool

_TERSE = 8  # words; brevity below that is no merit
# How much length counts against a statement: nearly in full where words are what runs out, else
# mildly.
_BY_WORDS, _BY_STATEMENTS = 0.7, 0.45
_RETOLD = (1.0, 0.3, 0.05)  # by how many openings with the same news are told
# Of a usual statement's worth: what is worth less stands in no section but alone.
_BACKGROUND = 0.45
# Of the usual statement's worth, when nothing is told yet, below which nothing is added to a
# section that tells two; read off what was of no use in briefs of three articles.
LITTLE, ENOUGH = 0.05, 2
RESERVED = 3  # statements that a section may have however full the brief is


def select_candidates(
    shortlists: Sequence[Shortlist],
    weights: Mapping[str, float],
    pins: Mapping[str, tuple[str, ...]],
) -> tuple[tuple[Candidate, ...], ...]:
    """Choose each section's candidates, best first, within its budget of statements or words.

    `weights` gives concepts' worth; `pins` maps a section's slug to the keys of statements that it
    must tell: they come first and count against its budget.
    """
    filling = fill_sections(shortlists, weights, pins)
    return tuple(tuple(offer.candidate for offer in row) for row in filling.choice.rows)


def fill_sections(
    shortlists: Sequence[Shortlist],
    weights: Mapping[str, float],
    pins: Mapping[str, tuple[str, ...]],
) -> "Filling":
    """The same with what was decided of every offer."""
    filling = begin_filling(shortlists, weights, pins)
    filling.fill()
    return filling


def begin_filling(
    shortlists: Sequence[Shortlist],
    weights: Mapping[str, float],
    pins: Mapping[str, tuple[str, ...]],
) -> "Filling":
    """Sections that tell what is pinned to them, and nothing else yet."""
    pool = pool_offers(shortlists)
    choice = ToldSoFar(rows=[[] for _ in shortlists], covered=set(), pinned=set())
    for offer in sorted(pool, key=lambda one: one.section):
        key = offer.candidate.statement.key
        if key in pins.get(shortlists[offer.section].wanted.slug, ()):
            choice.take(offer, ())
            choice.pinned.add(key)
    return Filling(pool=pool, shortlists=shortlists, weights=weights, choice=choice)


def least_gain(alone: Sequence[float]) -> float:
    """What a statement must add to a section that tells `ENOUGH`, of what statements would add to
    an empty brief.
    """
    return LITTLE * find_median(alone or [0.0])


def is_background(offer: Offer) -> bool:
    """Whether an offer is worth so little that it stands beside nothing else."""
    return offer.candidate.weight < _BACKGROUND and not offer.candidate.statement.pinned


@dataclass(slots=True, kw_only=True)
class Filling:
    """Sections being filled from a pool of offers; lives while one brief's statements are chosen.

    `rooms` are those of the sections, by their place, that an editor chooses for; `least` is what a
    statement has to add, `alone` what each offer would add to what was told before it was filled;
    `read` are the words of the texts that were asked about; `verdicts` has what was decided of each
    offer, in the order of deciding; `idle` are offers that were chosen and left out again, for they
    tell too little; `by_article` the numbers of each article's offers. Numbers are those in the
    pool.
    """

    pool: Sequence[Offer]
    shortlists: Sequence[Shortlist]
    weights: Mapping[str, float]
    choice: ToldSoFar
    rooms: Mapping[int, EditedRoom] = field(default_factory=dict)
    least: float = 0.0
    alone: Mapping[int, float] = field(default_factory=dict)
    read: WordsRead = field(default_factory=WordsRead)
    verdicts: dict[int, OfferVerdict] = field(default_factory=dict)
    idle: list[Offer] = field(default_factory=list)
    by_article: dict[str, list[int]] = field(init=False)

    def __post_init__(self) -> None:
        """Know the offers, by their numbers in the pool, of each article."""
        self.by_article = {}
        for number, offer in enumerate(self.pool):
            self.by_article.setdefault(cited_article(offer.candidate), []).append(number)

    def fill(self) -> None:
        """Take the best offer that fits, again and again, until none has room or none adds.

        Of equals the one that stands earlier in its article is taken. What is told makes the
        longer statements that go on from it cheaper, so those are asked again. Colour, refrains and
        what is about something else are told only where a section has nothing better.
        """
        numbers = range(len(self.pool))
        self.alone = {number: -loss for loss, _, number in self.order()}
        self.least = least_gain(list(self.alone.values()))
        self._fill_from([n for n in numbers if not is_background(self.pool[n])])
        self._fill_from([n for n in numbers if is_background(self.pool[n])])
        self._leave_idle()
        if self.idle:
            self._fill_from([n for n in numbers if self._reads_on(self.pool[n])])

    def _reads_on(self, offer: Offer) -> bool:
        """Whether an offer goes on from what is told, and tells nothing that was left out: the room
        that is empty again is for the second half of what has been begun.
        """
        return bool(self.choice.find_replaced(offer)) and not any(
            share_sentence(one.candidate, offer.candidate) for one in self.idle
        )

    def _leave_idle(self) -> None:
        """Leave out what tells too little of what sections of facts tell for which no editor
        chooses, and which have no number of words; what it covered stays covered, and its room
        empty. A number of statements is how many there are at most.
        """
        numbers = {id(offer): number for number, offer in enumerate(self.pool)}
        for section, row in enumerate(self.choice.rows):
            wanted = self.shortlists[section].wanted
            if wanted.views or wanted.words is not None or section in self.rooms:
                continue
            for offer in list_idle(row, None if wanted.shared else wanted.statements):
                number = numbers[id(offer)]
                gain = self.verdicts[number].gain
                self.choice.leave(offer)
                self.idle.append(offer)
                self._note(number, OfferVerdict(ruling="idle", gain=gain, others=tuple(row)))

    def left_out(self, offer: Offer) -> bool:
        """Whether an offer was left out of what its section had chosen."""
        return any(one is offer for one in self.idle)

    def _fill_from(self, numbers: Sequence[int]) -> None:
        heap: list[_HeapRow] = []
        for number in numbers:
            self._push_offer(heap, number)
        while heap:
            row = heapq.heappop(heap)
            number = row[-1]
            verdict = self._take_turn(row)
            if verdict is None:
                self._push_offer(heap, number)
                continue
            self._note(number, verdict)
            if verdict.ruling == "told":
                for longer in self._longer(self.pool[number]):
                    self._push_offer(heap, longer)

    def _take_turn(self, row: _HeapRow) -> OfferVerdict | None:
        """Tell the offer of a row, or say why not; None where some of it was told since it was put
        there, so that it has to be put anew.
        """
        offer, gain = self.pool[row[-1]], -row[0]
        replaced = self.choice.find_replaced(offer)
        if replaced is None:
            return None
        limit = self.find_limit(offer, replaced)
        if limit is not None:
            return OfferVerdict(ruling=limit, gain=gain, others=self._row_of(offer))
        if row != self._rank_now(row[-1]):
            return None
        if self._adds_little(offer, gain):
            return OfferVerdict(ruling="little", gain=gain, others=self._row_of(offer))
        repeated = self.judge_repeating(offer, replaced)
        if repeated is not None:
            return repeated
        self.choice.take(offer, replaced)
        return OfferVerdict(ruling="told", gain=gain, others=self._row_of(offer))

    def _row_of(self, offer: Offer, replaced: Sequence[Offer] = ()) -> tuple[Offer, ...]:
        """What the section of an offer tells so far, save what is `replaced`."""
        return tuple(one for one in self.choice.rows[offer.section] if one not in replaced)

    def _push_offer(self, heap: list[_HeapRow], number: int) -> None:
        """Put an offer where it stands now, if it may be told and adds anything."""
        row = self._rank_now(number)
        if row[0] < 0:
            heapq.heappush(heap, row)
            return
        offer = self.pool[number]
        sharing = self.choice.list_sharing(offer)
        if offer not in sharing:
            ruling: Literal["shares", "nothing"] = (
                "shares" if self.choice.find_replaced(offer) is None else "nothing"
            )
            self._note(number, OfferVerdict(ruling=ruling, others=sharing))

    def _note(self, number: int, verdict: OfferVerdict) -> None:
        """Note what was decided of an offer behind all that was decided before."""
        self.verdicts.pop(number, None)
        self.verdicts[number] = verdict

    def _adds_little(self, offer: Offer, gain: float) -> bool:
        """Whether an offer adds next to nothing to a section that tells something, and that nobody
        gave a number.
        """
        shared = self.shortlists[offer.section].wanted.shared > 0
        return shared and gain < self.least and len(self.choice.rows[offer.section]) >= ENOUGH

    def order(self) -> list[_HeapRow]:
        """The rows of all offers as they would be asked first."""
        return sorted(map(self._rank_now, range(len(self.pool))))

    def _longer(self, told: Offer) -> list[int]:
        """The offers that share a sentence with what is told."""
        return [
            number
            for number in self.by_article[cited_article(told.candidate)]
            if share_sentence(self.pool[number].candidate, told.candidate)
        ]

    def measure_gain(self, number: int) -> float:
        """What an offer adds to what is told so far; 0 where it may not be told beside that."""
        return -self._rank_now(number)[0]

    def _rank_now(self, number: int) -> _HeapRow:
        """An offer's row as things stand; one that may not be told adds nothing."""
        offer = self.pool[number]
        replaced = self.choice.find_replaced(offer)
        gain = 0.0 if replaced is None else self._gain(offer, replaced)
        return -gain, offer.candidate.position, number

    def _gain(self, offer: Offer, replaced: Sequence[Offer]) -> float:
        """What a candidate would add, for the length that it adds, to the section that is offered
        it.
        """
        covered, weights = self.choice.covered, self.weights
        fresh = sum([weights.get(one, 0.0) for one in offer.concepts if one not in covered])
        by_words = self._is_by_words(offer)
        if not by_words:
            fresh *= self._rate_retelling(offer, replaced)
        added = offer.words - sum(one.words for one in replaced)
        length: float = max(added, _TERSE) ** (_BY_WORDS if by_words else _BY_STATEMENTS)
        # Rounded, so that the order in which concepts were added up decides between no equals.
        return round(fresh * offer.affinity / length, 9)

    def _rate_retelling(self, offer: Offer, replaced: Sequence[Offer]) -> float:
        """What is left of a statement's worth where others open with its news: many outlets tell
        one thing in many words, and a reader wants it once, or twice where the second adds.
        """
        if not offer.lead:
            return 1.0
        told = sum(one.lead == offer.lead for one in self._list_beside(replaced))
        return _RETOLD[min(told, len(_RETOLD) - 1)]

    def find_limit(self, offer: Offer, replaced: Sequence[Offer]) -> Limit | None:
        """What of its section's room an offer goes beyond; None where it fits."""
        chosen, room = self._row_of(offer, replaced), self.rooms.get(offer.section)
        if room is not None and not is_within(room, offer, chosen):
            return "edited"
        wanted = self.shortlists[offer.section].wanted
        if wanted.words is not None:
            return None if _count_words(*chosen, offer) <= wanted.words else "words"
        if chosen and is_background(offer):
            return "background"
        if len(chosen) >= RESERVED and self._is_full(offer, replaced):
            return "pages"
        return None if len(chosen) < wanted.statements else "statements"

    def _is_full(self, offer: Offer, replaced: Sequence[Offer]) -> bool:
        """Whether an offer is longer than what the sections that share their words have left."""
        wanted = self.shortlists[offer.section].wanted
        shared = (
            one.words
            for one in self._list_beside(replaced)
            if self.shortlists[one.section].wanted.shared
        )
        return wanted.shared > 0 and sum(shared) + offer.words > wanted.shared

    def is_crowded(self, offer: Offer) -> bool:
        """Whether an offer's source has its share of the section already, and there is room."""
        room, row = self.rooms.get(offer.section), self.choice.rows[offer.section]
        if room is None or is_within(room, offer, row):
            return False
        return is_within(replace(room, shares={}, share=room.words), offer, row)

    def repeats(self, offer: Offer, replaced: Sequence[Offer]) -> bool:
        """Whether an offer says again in other words what is told, save what it takes the place
        of: most of one statement's, or, in a section of many statements, hardly one that is new.
        """
        return self.judge_repeating(offer, replaced) is not None

    def judge_repeating(self, offer: Offer, replaced: Sequence[Offer]) -> OfferVerdict | None:
        """The verdict on an offer that says again what is told; None where it doesn't."""
        text = offer.candidate.statement.text
        told = self._list_beside(replaced)
        texts = [one.candidate.statement.text for one in told]
        again = self.read.find_repeated(text, texts)
        if not again and not self._is_by_words(offer):
            again = self.read.find_retold(text, texts, [_are_of_one_lead(offer, n) for n in told])
        if again:
            return OfferVerdict(ruling="repeats", others=tuple(told[place] for place in again))
        if not self._is_by_words(offer) and self.read.is_stale(text, texts):
            return OfferVerdict(ruling="stale", others=tuple(told))
        return None

    def _list_beside(self, replaced: Sequence[Offer]) -> list[Offer]:
        """What all sections tell, save what is `replaced`."""
        return [one for one in self.choice.list_told() if one not in replaced]

    def _is_by_words(self, offer: Offer) -> bool:
        """Whether the section of an offer has its size in words."""
        return self.shortlists[offer.section].wanted.words is not None


def _are_of_one_lead(offer: Offer, other: Offer) -> bool:
    """Whether two offers are of articles that open with one piece of news."""
    return bool(offer.lead) and other.lead == offer.lead


def _count_words(*offers: Offer) -> int:
    return sum(one.words for one in offers)
