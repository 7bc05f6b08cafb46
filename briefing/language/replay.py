"""Replaying: from quotes and typed edits to the text of a statement, and nothing else.

Both the rewriter and the prover call this, so that what is proved is what is printed.
"""

from collections.abc import Callable, Mapping, Sequence

from briefing.model import Citation, Edit, Part, Span

_MARKS = frozenset("“”\"‘’'.()")


class Unreplayable(ValueError):  # noqa: N818 - the domain's word for it, not an "Error" of the user
    """The edits don't fit their quote, or do what their kind forbids."""


def replay_parts(parts: Sequence[Part], citations: Sequence[Citation]) -> str:
    """The text that `parts` make of their citations' quotes.

    Applies each part's edits, joins the parts with a space and folds white space.
    Raises `Unreplayable` where an edit lies outside its quote, overlaps another, or is not what its
    kind allows. It does not ask whether an edit is *justified*; that is the prover's question.
    """
    done = []
    for part in parts:
        if not 0 <= part.citation < len(citations):
            message = f"part names citation {part.citation} of {len(citations)}"
            raise Unreplayable(message)
        done.append(apply_edits(citations[part.citation].quote, part.edits))
    return fold_spaces(" ".join(done))


def locate_quote(quote: str, edits: Sequence[Edit], start: int, end: int) -> Span | None:
    """Find where `quote[start:end]` stands in what `edits` make of the quote, white space folded.

    None where one of its words was dropped; what was put in between its words lies inside.
    """
    return find_stretch(quote, place_letters(quote, edits), start, end)


def place_letters(quote: str, edits: Sequence[Edit]) -> Mapping[int, int]:
    """Where each character of a quote that `edits` keep stands in what they make of it, white space
    folded.
    """
    kept: list[tuple[str, int]] = []
    for letter, source in _character_origins(quote, edits):
        if not letter.isspace():
            kept.append((letter, source))
        elif kept and kept[-1][0] != " ":
            kept.append((" ", source))
    return {source: place for place, (_, source) in enumerate(kept) if source >= 0}


def find_stretch(quote: str, held: Mapping[int, int], start: int, end: int) -> Span | None:
    """As `locate_quote`, where the letters' places are `held` already."""
    wanted = [place for place in range(start, end) if not quote[place].isspace()]
    if not wanted or any(place not in held for place in wanted):
        return None
    return Span(start=held[wanted[0]], end=held[wanted[-1]] + 1)


def _character_origins(quote: str, edits: Sequence[Edit]) -> list[tuple[str, int]]:
    """Each character that edits make, with its place in the quote, -1 for what was put in."""
    made: list[tuple[str, int]] = []
    position = 0
    for edit in edits:
        made.extend((quote[place], place) for place in range(position, edit.start))
        fitting = len(edit.text) == edit.end - edit.start
        made.extend(
            (letter, edit.start + place if fitting else -1)
            for place, letter in enumerate(edit.text)
        )
        position = edit.end
    made.extend((quote[place], place) for place in range(position, len(quote)))
    return made


def apply_edits(quote: str, edits: Sequence[Edit]) -> str:
    """`quote` after `edits`, which must be in order and must not overlap."""
    pieces: list[str] = []
    position = 0
    for edit in edits:
        if not position <= edit.start <= edit.end <= len(quote):
            message = f"{edit.op} [{edit.start}, {edit.end}) is out of order or outside its quote"
            raise Unreplayable(message)
        _check_edit(quote, edit)
        pieces.append(quote[position : edit.start])
        pieces.append(edit.text)
        position = edit.end
    pieces.append(quote[position:])
    return "".join(pieces)


def fold_spaces(text: str) -> str:
    """Give `text` with every run of white space as one space, trimmed."""
    return " ".join(text.split())


def _check_edit(quote: str, edit: Edit) -> None:
    """Raise `Unreplayable` unless the edit does what its kind allows, in shape."""
    stretch = quote[edit.start : edit.end]
    fits = _FITTING.get(edit.op)
    if fits is None or not fits(stretch, edit.text):
        message = f"{edit.op} edit at {edit.start} is malformed: {stretch!r} -> {edit.text!r}"
        raise Unreplayable(message)


def _removes_words(stretch: str, text: str) -> bool:
    """Whether something is taken out and nothing put in."""
    return bool(stretch) and not text


def _turns_case(stretch: str, text: str) -> bool:
    """Whether capitals alone differ."""
    return stretch != text and stretch.casefold() == text.casefold()


def _sets_mark(stretch: str, text: str) -> bool:
    """Whether one mark is put in and nothing taken out."""
    return not stretch and len(text) == 1 and text in _MARKS


def _inserts_bracket(stretch: str, text: str) -> bool:
    """Whether one pair of square brackets with something in it is put in and nothing taken out."""
    return not stretch and _is_bracket(text.strip())


_FITTING: Mapping[str, Callable[[str, str], bool]] = {
    "drop": _removes_words,
    "lift": _removes_words,
    "case": _turns_case,
    "mark": _sets_mark,
    "insert": _inserts_bracket,
}
"""What an edit of each kind may do with a stretch of the quote and the text in its place."""


def _is_bracket(bare: str) -> bool:
    inside = bare[1:-1]
    paired = bare.startswith("[") and bare.endswith("]")
    return paired and bool(inside) and "[" not in inside and "]" not in inside
