"""What an article could tell, as bytes: passage by passage, of all passages or of those that were
asked for.

Rows of text, each a candidate, under a line that names their passage and how many they are. A
passage that was asked and tells nothing has its line as well. The first line says whether all
passages were asked.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field

Place = tuple[int, int]
"""A candidate of an article: its passage, and its place among what that offers."""

_ALL, _SOME = b"all", b"some"


@dataclass(frozen=True, slots=True, kw_only=True)
class PackedOffers:
    """What passages offer, by their numbers, each candidate packed; `whole` where all of the
    article's were asked. A passage that isn't there offers nothing, or was not asked.
    """

    rows: Mapping[int, tuple[bytes, ...]] = field(default_factory=dict)
    whole: bool = False

    def covers(self, asked: Collection[int] | None) -> bool:
        """Whether all of `asked` are known; None asks for the whole article."""
        return self.whole or (asked is not None and self.rows.keys() >= set(asked))

    def count(self) -> int:
        """How many candidates there are."""
        return sum(map(len, self.rows.values()))

    def pick(self, wanted: Collection[Place] | None) -> Iterator[bytes]:
        """The candidates in order of passage: all, or the wanted ones."""
        for passage in sorted(self.rows):
            for place, row in enumerate(self.rows[passage]):
                if wanted is None or (passage, place) in wanted:
                    yield row


def pack_offers(offers: PackedOffers) -> bytes:
    """Offers as bytes."""
    lines = [_ALL if offers.whole else _SOME]
    for passage in sorted(offers.rows):
        rows = offers.rows[passage]
        lines += [b"%d %d" % (passage, len(rows)), *rows]
    return b"\n".join(lines)


def unpack_offers(packed: bytes) -> PackedOffers:
    """The offers that `pack_offers` had, of no bytes none. Raises ValueError where these are no
    such offers.
    """
    if not packed:
        return PackedOffers()
    first, *lines = packed.split(b"\n")
    if first not in {_ALL, _SOME}:
        message = "no offers of an article"
        raise ValueError(message)
    rows: dict[int, tuple[bytes, ...]] = {}
    at = 0
    while at < len(lines):
        passage, count = map(int, lines[at].split())
        rows[passage] = tuple(lines[at + 1 : at + 1 + count])
        at += 1 + count
    return PackedOffers(rows=rows, whole=first == _ALL)
