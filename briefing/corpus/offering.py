"""What an article could tell, worked out for the passages that are asked for and kept beside what
was known of others: of very many articles only passages are grounded that fit a tag best.
"""

from collections.abc import Collection, Iterator
from functools import cache
from typing import Any

from briefing.model import Candidate, Passage, Reading
from briefing.offer import outline, packed
from briefing.offer.candidates import offer_candidates
from briefing.offer.packed import PackedOffers
from briefing.state.codec import Codec, make_codec


@cache
def candidate_codec() -> Codec[Any]:
    """The codec of one candidate, which serves no section yet."""
    return make_codec(Candidate)


def unpack_offers(
    kept: bytes, wanted: Collection[packed.Place] | None = None
) -> Iterator[Candidate]:
    """The candidates of an article that were packed: all, or the wanted ones."""
    return map(candidate_codec().decode, packed.unpack_offers(kept).pick(wanted))


def known_offers(kept: bytes | None, outlines: bytes | None) -> PackedOffers:
    """What is known of what an article could tell: nothing unless it is known in outline too."""
    return PackedOffers() if kept is None or outlines is None else packed.unpack_offers(kept)


def ground_passages(
    reading: Reading, known: PackedOffers, outlines: bytes, asked: Collection[int] | None
) -> tuple[bytes, bytes]:
    """What the passages `asked` of an article could tell (None: all), with what is `known` of
    others, as bytes, and the same in outline; `outlines` are those of what is known.
    """
    wanted = {one.number for one in reading.passages} if asked is None else {*asked}
    new = wanted.difference(known.rows)
    made = offer_candidates(reading, _route_nowhere, new)
    rows: dict[int, list[bytes]] = {number: [] for number in new}
    for one in made:
        rows[one.passage].append(candidate_codec().encode(one))
    together = PackedOffers(
        rows={**known.rows, **{number: tuple(found) for number, found in rows.items()}},
        whole=asked is None,
    )
    before = outlines if known.rows else b""
    added = outline.pack_outlines(outline.outline_candidates(made))
    return packed.pack_offers(together), before + added


def _route_nowhere(_passage: Passage) -> tuple[tuple[str, float], ...]:
    """Send a passage to no section: which ones it serves is asked of its tags, each time."""
    return ()
