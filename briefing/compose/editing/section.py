"""What an editor's answers about sections may change: which statements are told, and which first.

Everything that decides without an editor decides with one. Pins are told and stay; a question that
the program can answer is answered; nothing is told twice, in other words or over a section's room;
a claim and the denial behind it are one statement, or neither is offered. What an answer asks for
and may not have is refused by itself, and the program's own choice fills the place.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from briefing.compose.choice import share_sentence
from briefing.compose.edited_room import EditedRoom
from briefing.compose.editing.request import ask_about_section, list_offered
from briefing.compose.editing.seat import EditorSeat
from briefing.compose.offers import Offer
from briefing.compose.select import Filling, begin_filling, is_background
from briefing.languages.en.asked import answers_terms
from briefing.model import (
    Candidate,
    Document,
    EditedPart,
    EditorReply,
    Family,
    RefusedChoice,
    Shortlist,
)

_LEAST = 2  # an editor may cut a section to one part in so many of what the program would tell
_NO_END = 1_000_000  # words: where statements are counted, words are not

STRANGE = "not among what the section may tell"
TOLD = "told already, or in part"
REPEATS = "repeats what is told"
NO_ROOM = "no room"
KEPT = "kept for another section"
BACKGROUND = "background, which fills no section"
TOO_MUCH = "more of its source than one source may have"


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionChoice:
    """What sections choose from, and what binds them: see `select_candidates`."""

    shortlists: Sequence[Shortlist]
    weights: Mapping[str, float]
    pins: Mapping[str, tuple[str, ...]]
    documents: Mapping[str, Document]
    families: Mapping[str, Family]

    def family_ids(self) -> dict[str, str]:
        """The id of the family that each document is of, by the document's."""
        return {name: family.id for name, family in self.families.items()}


@dataclass(frozen=True, slots=True, kw_only=True)
class EditedSections:
    """What is told, section by section, what became of each reply, and the keys of all that the
    editor was shown.
    """

    rows: tuple[tuple[Candidate, ...], ...]
    parts: tuple[EditedPart, ...] = ()
    shown: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Edit:
    """A reply about the section at `place`, the row that the program would tell there, the keys
    that were `withheld` of it, and those of all that the editor was `shown`.
    """

    place: int
    reply: EditorReply
    own: tuple[Candidate, ...]
    withheld: tuple[str, ...]
    shown: frozenset[str]


def edit_sections(
    choice: SectionChoice, own: Sequence[Sequence[Candidate]], seat: EditorSeat
) -> EditedSections:
    """Ask about each section, and choose again with the replies; `own` are the rows that the
    program chooses by itself, which stand where nobody answers.
    """
    edits = list(_ask_sections(choice, own, seat))
    shown = frozenset(key for edit in edits for key in edit.shown)
    if not any(edit.reply.chosen for edit in edits):
        parts = tuple(_make_part(edit, ()) for edit in edits)
        return EditedSections(rows=tuple(map(tuple, own)), parts=parts, shown=shown)
    rows, parts = _choose_again(choice, edits, own, seat.share)
    return EditedSections(rows=rows, parts=parts, shown=shown)


def _ask_sections(
    choice: SectionChoice, own: Sequence[Sequence[Candidate]], seat: EditorSeat
) -> Iterator[_Edit]:
    """Ask about each section that the editor may see, and give what is answered."""
    visible = {name: one for name, one in choice.documents.items() if name not in seat.withheld}
    for place, shortlist in enumerate(choice.shortlists):
        slug, row = shortlist.wanted.slug, tuple(own[place])
        pinned = choice.pins.get(slug, ())
        request = None if slug in seat.private else ask_about_section(shortlist, visible, pinned)
        reply = None if request is None else seat.ask(request)
        if request is None or reply is None:
            continue
        yield _Edit(
            place=place,
            reply=reply,
            own=row,
            withheld=tuple(one.statement.key for one in row if one.document not in visible),
            shown=frozenset((*_pinned_keys(shortlist, visible, pinned), *list_offered(request))),
        )


def _pinned_keys(
    shortlist: Shortlist, visible: Mapping[str, Document], pinned: Sequence[str]
) -> Iterator[str]:
    for one in shortlist.ranked:
        key = one.candidate.statement.key
        if key in pinned and one.candidate.document in visible:
            yield key


def _make_part(edit: _Edit, refused: Sequence[RefusedChoice]) -> EditedPart:
    return EditedPart(
        reply=edit.reply,
        refused=tuple(refused),
        unedited=tuple(one.statement.key for one in edit.own),
        withheld=edit.withheld,
    )


def _choose_again(
    choice: SectionChoice,
    edits: Sequence[_Edit],
    own: Sequence[Sequence[Candidate]],
    share: float,
) -> tuple[tuple[tuple[Candidate, ...], ...], tuple[EditedPart, ...]]:
    """The rows with the replies in them, and what became of each reply."""
    filling = begin_filling(choice.shortlists, choice.weights, choice.pins)
    used = {edit.place: edit for edit in edits if edit.reply.chosen}
    standing = {place: row for place, row in enumerate(own) if place not in used}
    filling.rooms = {place: _measure_room(choice, edit, share) for place, edit in used.items()}
    _take_standing(filling, standing)
    refused = _take_replies(filling, list(used.values()))
    filling.rooms = {
        **{place: _leave_room(filling, one, len(refused[place])) for place, one in used.items()},
        **{place: _close_room(choice, row) for place, row in standing.items()},
    }
    filling.fill()
    rows = (_sort_row(row, used.get(place)) for place, row in enumerate(filling.choice.rows))
    return tuple(rows), tuple(_make_part(edit, refused.get(edit.place, ())) for edit in edits)


def _measure_room(choice: SectionChoice, edit: _Edit, share: float) -> EditedRoom:
    """The room of a section for its editor: never more than the program's own choice may fill,
    where sections share theirs.

    Of one source it may tell its share, or as much as the program does.
    """
    wanted, sources = choice.shortlists[edit.place].wanted, choice.family_ids()
    counted = wanted.words is None and not wanted.shared
    taken = _measure_sources(edit, sources, counted=counted)
    fair = int(share * taken.total())
    return EditedRoom(
        statements=wanted.statements if wanted.words is None else _NO_END,
        words=_NO_END if counted else wanted.words or taken.total(),
        sources=sources,
        shares={name: max(fair, size) for name, size in taken.items()},
        share=fair,
        counted=counted,
    )


def _measure_sources(edit: _Edit, sources: Mapping[str, str], *, counted: bool) -> Counter[str]:
    """How much the program would tell of each of `sources`: in statements where these are
    `counted`, else in words.
    """
    taken: Counter[str] = Counter()
    for one in edit.own:
        taken[sources[one.document]] += 1 if counted else len(one.statement.text.split())
    return taken


def _close_room(choice: SectionChoice, row: Sequence[Candidate]) -> EditedRoom:
    """The room of a section that nobody edited: it tells what it told."""
    return EditedRoom(
        statements=len(row),
        words=_NO_END,
        sources=choice.family_ids(),
        shares={},
        share=_NO_END,
        counted=True,
    )


def _least_of(edit: _Edit) -> int:
    """To how many statements an editor may cut a section."""
    return -(-len(edit.own) // _LEAST)


def _leave_room(filling: Filling, edit: _Edit, refused: int) -> EditedRoom:
    """The room that the program fills when the editor has chosen: the places of what was refused,
    and what is too little for a section.
    """
    room = filling.rooms[edit.place]
    taken = len(filling.choice.rows[edit.place])
    wanted = max(_least_of(edit), min(taken + refused, len(edit.own)))
    return replace(room, statements=min(room.statements, max(wanted, taken)))


def _take_standing(filling: Filling, rows: Mapping[int, Sequence[Candidate]]) -> None:
    """Tell what the program chose where nobody answered: no other section's answer takes it away.
    `rows` are by the section's place.
    """
    for place, row in rows.items():
        offers = _list_offers(filling, place)
        for one in row:
            offer = offers[one.statement.key]
            if filling.choice.find_replaced(offer) == ():
                filling.choice.take(offer, ())
                filling.choice.pinned.add(one.statement.key)


def _take_replies(filling: Filling, edits: Sequence[_Edit]) -> dict[int, tuple[RefusedChoice, ...]]:
    """Tell what replies choose, and give what of each is refused, by the section's place.

    First what must be told whatever they say; then section by section in turn the next choice of
    each, so that no section takes all that another wants too.
    """
    offers = {edit.place: _list_offers(filling, edit.place) for edit in edits}
    for edit in edits:
        for key in edit.withheld:
            _try_offer(filling, offers[edit.place].get(key))
        _answer_questions(filling, edit, offers[edit.place])
    refused: dict[int, list[RefusedChoice]] = {edit.place: [] for edit in edits}
    for place, key in _choose_in_turn(edits):
        offer = offers[place].get(key)
        reason = _is_kept(offer, edits) or _try_offer(filling, offer)
        if reason:
            refused[place].append(RefusedChoice(key=key, reason=reason))
    return {place: tuple(found) for place, found in refused.items()}


def _choose_in_turn(edits: Sequence[_Edit]) -> Iterator[tuple[int, str]]:
    """The first choice of each section, by its place, then the second of each, and so on."""
    for turn in range(max(len(edit.reply.chosen) for edit in edits)):
        for edit in edits:
            for key in edit.reply.chosen[turn : turn + 1]:
                yield edit.place, key


def _is_kept(offer: Offer | None, edits: Sequence[_Edit]) -> str:
    """Why an offer is kept for another section, "" where it isn't: each keeps what it may be cut
    to, so that no section is left with nothing.
    """
    kept = (
        one
        for edit in edits
        if offer is not None and edit.place != offer.section
        for one in edit.own[: _least_of(edit)]
    )
    return KEPT if offer and any(share_sentence(offer.candidate, one) for one in kept) else ""


def _list_offers(filling: Filling, place: int) -> dict[str, Offer]:
    return {one.candidate.statement.key: one for one in filling.pool if one.section == place}


def _answer_questions(filling: Filling, edit: _Edit, offers: Mapping[str, Offer]) -> None:
    """Answer what the program itself can answer: as the editor would, else as the program does."""
    wanted = filling.shortlists[edit.place].wanted
    own = [one.statement.key for one in edit.own]
    for question in wanted.questions:
        able = [key for key in (*edit.reply.answering, *edit.reply.chosen, *own) if key in offers]
        for key in able:
            told = filling.choice.rows[edit.place]
            if any(answers_terms(_text_of(one), question.terms) for one in told):
                break
            if answers_terms(_text_of(offers[key]), question.terms):
                _try_offer(filling, offers[key])


def _text_of(offer: Offer) -> str:
    return offer.candidate.statement.text


def _try_offer(filling: Filling, offer: Offer | None) -> str:
    """Tell an offer, or say why it may not be; "" where it is told."""
    if offer is None:
        return STRANGE
    choice = filling.choice
    if offer in choice.rows[offer.section]:
        return ""
    if choice.find_replaced(offer) != ():
        return TOLD
    if filling.repeats(offer, ()):
        return REPEATS
    if filling.find_limit(offer, ()) is not None:
        return _why_unfit(filling, offer)
    choice.take(offer, ())
    choice.pinned.add(offer.candidate.statement.key)  # no longer one takes its place
    return ""


def _why_unfit(filling: Filling, offer: Offer) -> str:
    if filling.is_crowded(offer):
        return TOO_MUCH
    return BACKGROUND if is_background(offer) else NO_ROOM


def _sort_row(row: Sequence[Offer], edit: _Edit | None) -> tuple[Candidate, ...]:
    """What is told with the editor's choice first, in its order; the rest as it was taken."""
    chosen = () if edit is None else edit.reply.chosen
    order = {key: number for number, key in enumerate(chosen)}
    found = [one.candidate for one in row]
    return tuple(sorted(found, key=lambda one: order.get(one.statement.key, len(order))))
