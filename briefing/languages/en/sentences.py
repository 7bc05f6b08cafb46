"""Where the sentences of a paragraph begin and end.

The `sentencex` library proposes boundaries; what follows corrects them for news. The library keeps
a quotation together whatever it holds, so it is shown the text without its quotation marks (each
replaced by one space, which leaves every offset as it is) and the marks are given back to the
sentence they close or open. Most paragraphs have plain stops only, about which nobody would argue;
those are cut without asking.
"""

from re import Match

from sentencex import get_sentence_boundaries

from briefing.language import late, wordlist
from briefing.model import Span

# Longer stretches are no paragraph of prose; cutting them would cost time and help nobody.
_LIMIT = 20_000
_MASK = late.pattern('["“”„«»‘\u00a0\t\n\r\u2028\u2029\x85\x0b\x0c]')
_SINGLE_CLOSE = late.pattern(r"(?<=[.!?…])['’]|(?<=[.!?…] )['‘](?=[A-Z])")
_CLOSERS = late.pattern(r"""(?:[ \u00a0]*[”»](?![^\W_])|["”’'»)\]](?![^\W_])|\[[0-9]{1,3}\])+""")
_GAP = late.pattern(r"\s*")
_OPENERS = " \"“„«‘'([\u00a0\t\n\r"
# “Why?” Bridget Smith asked: the name of who says it goes on with the sentence of the quotation.
_SAYS = late.pattern(
    r"(?:[A-Z][\w'’.-]*,? ){1,4}(?:said|says|asked|asks|added|wrote|writes|tweeted|replied|told"
    r"|shouted|exclaimed|"
    r"cried|declared|wondered)\b"
)
_ASKED = late.pattern(r"[?!]+[”\"’'»]+$")
_LIST_MARK = late.pattern(r"[\W_]*(?:[0-9]{1,3}|[A-Za-z]|[ivxIVX]{1,4})(?:[.)]|\.\))")
_RUN_ON = late.pattern(r"[a-z](?:[A-Z]|l-[A-Z])")
_CREDIT = late.pattern(r"(?<=[\w.!?)”\"’])\s+(?=(?:Image|Photo|Photograph|Picture|Credit): [A-Z])")
# A clear end that the library passes over: an ellipsis, or a stop after a plain word.
_SHORT = r"(?<=\b(?:as|at|be|by|do|go|if|in|is|it|me|my|no|of|ok|on|or|so|to|up|us|we).)"
_MISSED = late.pattern(
    rf"(?:[.!?](?:(?<=[a-z]{{3}}.)|(?<=[0-9%].)|{_SHORT})|…|\[(?:\.{{3}}|…)\])"
    r"""["”’')\]]*(?=\s+["“‘(\[]?[A-Z])"""
)
# The same behind a plain word or a year, with the first letter of what follows; a point in a number
# ends nothing.
_PLAIN = late.pattern(
    rf"""([.!?](?:(?<=[a-z]{{3}}.)|(?<=[0-9]{{4}}.)|{_SHORT})["”’')\]]*)\s+["“‘\[]?[A-Z]"""
)
_IN_NUMBER = late.pattern(r"[0-9]\.(?=[0-9])")
# Whatever may end a sentence in some script, and what the rules below know beside stops.
_OTHER_STOP = late.pattern("[^\x00-\u024f\u0300-\u036f\u2010-\u2025\u2030-\u203b\u20ac]")
_LAST_STOP = late.pattern(r"""(?<=[\w%])[.!?]["”’')\]]*$""")
# "1. The first 2. The second": the number that opens a paragraph, and one that may go on from it.
_FIRST_ITEM = late.pattern(r"[^\w\s]{0,2}([0-9]{1,2})[.)]{1,2}\s")
_ITEM = late.pattern(r"(?<=\S)\s+(?=[^\w\s]{0,2}([0-9]{1,2})[.)]{1,2}\s+[\"“‘]?[A-Z])")
# A quotation that stands alone with whoever said it behind a dash is one piece.
_PULLED = late.pattern(r"[“\"][^“”\"]{1,2000}[”\"]\s{0,3}[-–—]\s?[A-Z][^.!?]{0,60}")
_CREDITED = ("Image: ", "Photo: ", "Photograph: ", "Picture: ", "Credit: ")
_LETTERS = late.pattern(r"[^\W\d_]+$")
_ROMAN = frozenset("ivx")
# A source in brackets behind a quotation, its full stop outside.
_REFERENCE = late.pattern(r"\([^().]{1,80}\)\.")
# "Falk Inc. (FALK.O) sold …": a firm's sign at the exchange goes on with its sentence.
_TICKER = late.pattern(r"\([A-Z0-9][A-Z0-9.]{1,11}\)(?=[,;.)]| [a-z])")
# "R-S.C.", "non-U.S.": a letter and its stop straight before the next letter.
_INITIAL = late.pattern(r"(?<![^\W_])[A-Z]\.(?=[A-Z])")
_LAST_WORD = late.pattern(r"[\w.&’']+$")
_LAST_WORD_REACH = 24
_BRACKET_REACH = 400

_STOPS = wordlist.read("en", "words/abbreviations")
_BEFORE_NAME = _STOPS.words("before a name")
_BEFORE_NUMBER = _STOPS.words("before a number")
_MONTHS = _STOPS.words("months")
_WEEKDAYS = _STOPS.words("weekdays")
_STATES = _STOPS.words("states")
_CLOCK = frozenset({"a.m", "p.m"})
_AFTER_CLOCK = late.pattern(
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|[A-Z]{2,4}T\b|GMT|UTC|Eastern|Central|Pacific|"
    r"(?:Jan|Feb|Mar|Apr|May|June|July|Aug|Sep|Oct|Nov|Dec)[a-z]*\.? [0-9]"
)
_BEFORE_FIGURE = _BEFORE_NUMBER | _MONTHS | _WEEKDAYS
_STARTERS = _STOPS.words("starters")
_AMBIGUOUS = _STOPS.words("ambiguous")
_SHORTENED = _BEFORE_NAME | _WEEKDAYS


def split_sentences(text: str, start: int, end: int) -> tuple[Span, ...]:
    """The sentences of `text[start:end]`, a paragraph, as absolute spans in order.

    No span has white space at its ends and none overlap; together they hold every visible
    character. A quotation of several sentences is split like other text (see `whole` for keeping it
    together); closing quotation marks and brackets stay with the sentence they close. A stretch
    longer than 20,000 characters comes back as one span.
    """
    piece = text[start:end]
    if len(piece) > _LIMIT:
        return _cut_spans(piece, [], start)
    if piece[:1] in '“"' and _PULLED.fullmatch(piece):
        return _cut_spans(piece, [], start)
    plain = _plain_ends(piece)
    return _cut_spans(piece, _sentence_ends(piece) if plain is None else plain, start)


def _plain_ends(piece: str) -> list[int] | None:
    """Where the sentences of a paragraph with plain stops only end; None where something else
    stands in it.
    """
    if _is_other(piece):
        return None
    stops = piece.count(".") + piece.count("!") + piece.count("?")
    if stops and _LAST_STOP.search(piece, max(0, len(piece) - 8)):
        stops -= 1
    if not stops:
        return []
    found = list(_PLAIN.finditer(piece))
    if len(found) < stops and len(found) + len(_IN_NUMBER.findall(piece)) < stops:
        return None
    plain = all(_is_plain(piece, match) for match in found)
    return [match.end(1) for match in found] if plain else None


def _is_other(piece: str) -> bool:
    """Whether a paragraph is a credit or an item of a list, or has stops of another script."""
    if _is_credited(piece) or _FIRST_ITEM.match(piece):
        return True
    return not piece.isascii() and _OTHER_STOP.search(piece) is not None


def _is_plain(piece: str, stop: Match[str]) -> bool:
    """Whether nothing before a stop could make it less than one: no short word, no number, no
    open bracket.
    """
    place = stop.start()
    word = piece[max(0, place - _LAST_WORD_REACH) : place].rpartition(" ")[2]
    letters = _LETTERS.search(word)
    return not (
        (letters and letters[0].lower() in _SHORTENED)
        or _ROMAN.issuperset(word)
        or (piece[place] != "." and stop.end(1) > place + 1)
        or piece.rfind("(", 0, place) > piece.rfind(")", 0, place)
    )


def _list_item_ends(piece: str) -> list[int]:
    """Where the items of a list that runs on in one paragraph end; their numbers must count up
    from the first.
    """
    opening = _FIRST_ITEM.match(piece)
    if opening is None:
        return []
    wanted = int(opening[1]) + 1
    ends = []
    for match in _ITEM.finditer(piece, opening.end()):
        if int(match[1]) == wanted:
            ends.append(match.start())
            wanted += 1
    return ends


def _is_credited(piece: str) -> bool:
    return ": " in piece and any(word in piece for word in _CREDITED)


def _sentence_ends(piece: str) -> list[int]:
    """Where the sentences of any paragraph end, the library's proposals among them."""
    masked = _SINGLE_CLOSE.sub(" ", _MASK.sub(" ", piece.replace("''", "  ")))
    ends = {_move_past_marks(piece, len(masked[:end].rstrip())) for end in _proposed_ends(masked)}
    ends.update(match.end() for match in _MISSED.finditer(piece))
    ends.update(match.start() for match in _CREDIT.finditer(piece))
    ends.update(_list_item_ends(piece))
    kept: list[int] = []
    last = 0
    for place in sorted(ends):
        if _ends_sentence(piece, last, place):
            kept.append(place)
            last = place
    return kept


def _proposed_ends(masked: str) -> list[int]:
    """Where the library would cut, the end of the paragraph aside."""
    return [found["end_index"] for found in get_sentence_boundaries("en", masked)[:-1]]


def _move_past_marks(piece: str, place: int) -> int:
    """Move an end past the closing marks and note numbers that follow it without a gap."""
    match = _CLOSERS.match(piece, place)
    return match.end() if match else place


def _ends_sentence(piece: str, first: int, place: int) -> bool:
    """Whether the sentence that began after `first` really ends at `place`."""
    here = _GAP.match(piece, place)
    after = here.end() if here else place
    if after >= len(piece) or not piece[first:place].strip():
        return False
    if _CREDIT.match(piece, place):
        return True
    if _is_asked(piece, first, place, after) or _goes_on(piece, after):
        return False
    if _INITIAL.match(piece, place - 2) or _is_abbreviation(piece, first, place, after):
        return False
    return not (_LIST_MARK.fullmatch(piece, first, place) or _in_bracket(piece, first, place))


def _goes_on(piece: str, after: int) -> bool:
    """Whether what follows can't open a sentence: a small letter, a dash or a comma."""
    while after < len(piece) - 1 and piece[after] in _OPENERS:
        after += 1
    if _TICKER.match(piece, after - 1):
        return True
    sign = piece[after]
    if sign in "-–—―,;:….?!" or _REFERENCE.match(piece, after - 1):
        return True
    return sign.islower() and not _RUN_ON.match(piece, after)


def _is_asked(piece: str, first: int, place: int, after: int) -> bool:
    """Whether a quoted question or cry ends at `place` and who said it follows."""
    asked = _ASKED.search(piece, max(first, place - 4), place) is not None
    return asked and _SAYS.match(piece, after) is not None


def _is_abbreviation(piece: str, first: int, place: int, after: int) -> bool:
    """Whether the stop before `place` belongs to an abbreviation that wants what follows."""
    if piece[place - 1] != ".":
        return False
    before, last = _part_last_word(piece, first, place)
    following = piece[after : after + 40]
    if last in _CLOCK:
        return _AFTER_CLOCK.match(following) is not None
    if following[:1].isdigit():
        return last in _BEFORE_FIGURE
    opening = following.split(maxsplit=1)[0].strip(",.;:’'\"”") if following.split() else ""
    if last in _WEEKDAYS:
        return opening[:3].lower() in _MONTHS
    if last in _STATES:
        return _is_of_state(before, opening, following)
    named = last in _BEFORE_NAME and following[:1].isupper()
    return named and not (last in _AMBIGUOUS and opening in _STARTERS)


def _part_last_word(piece: str, first: int, place: int) -> tuple[str, str]:
    """What stands before the last word ahead of `place`, and that word in small letters and without
    its stop, "" for none.
    """
    word = _LAST_WORD.search(piece, max(first, place - _LAST_WORD_REACH), place)
    return (piece[: word.start()], word[0].rstrip(".").lower()) if word else (piece[:place], "")


def _is_of_state(before: str, opening: str, following: str) -> bool:
    """Whether a title follows a state's short form that is no address: "with Wash. Gov. Inslee",
    and not "moved to Vellin, Wash. Gov. Scott".
    """
    titled = opening.lower() in _BEFORE_NAME and following.startswith(f"{opening}.")
    return titled and not before.rstrip().endswith(",")


def _in_bracket(piece: str, first: int, place: int) -> bool:
    """Whether a round bracket is open at `place` and closes soon."""
    opened = piece.rfind("(", max(first, place - _BRACKET_REACH), place)
    if opened <= first or piece[first:opened].isspace() or piece.find(")", opened, place) >= 0:
        return False
    closing = piece.find(")", place, place + _BRACKET_REACH)
    return closing >= 0 and piece.find("(", place, closing) < 0


def _cut_spans(piece: str, ends: list[int], offset: int) -> tuple[Span, ...]:
    """Cut at the ends and trim white space."""
    spans: list[Span] = []
    last = 0
    for end in (*ends, len(piece)):
        place = end
        while last < place and piece[last].isspace():
            last += 1
        while last < place and piece[place - 1].isspace():
            place -= 1
        if last < place:
            spans.append(Span(start=offset + last, end=offset + place))
        last = end
    return tuple(spans)
