"""A source that was edited after publication: the words that went and the words that came."""

from dataclasses import dataclass

from briefing.language import late

_PIECE = late.pattern(r"[^.!?\n]+[.!?]*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision:
    """What one source no longer says and what it says instead, sentence by sentence, in its
    order.
    """

    document: str
    gone: tuple[str, ...]
    come: tuple[str, ...]


def compare_texts(document: str, was: str, now: str) -> Revision | None:
    """Compare two texts of one source; None where no sentence went or came.

    White space does not count, nor does the order in which equal sentences stand.
    """
    before, after = _split_pieces(was), _split_pieces(now)
    known, kept = frozenset(before), frozenset(after)
    gone = tuple(piece for piece in before if piece not in kept)
    come = tuple(piece for piece in after if piece not in known)
    return Revision(document=document, gone=gone, come=come) if gone or come else None


def _split_pieces(text: str) -> list[str]:
    folded = (" ".join(match.group().split()) for match in _PIECE.finditer(text))
    return [piece for piece in folded if piece]
