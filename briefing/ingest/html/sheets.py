"""The rules of a page's own style sheets that can hide text, in the order in which they count.

No sheet is fetched. What holds on a wide screen counts: blocks for paper, for narrow screens and
for states (a pointer over it, a box ticked) are passed over, and so are rules for what CSS itself
puts in.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate

PROPERTIES = frozenset(
    "display visibility content-visibility opacity font font-size text-indent left top right "
    "bottom margin margin-left margin-top clip clip-path transform filter color "
    "-webkit-text-fill-color width height max-width max-height overflow background "
    "background-color background-image position text-shadow animation animation-name "
    "text-decoration text-decoration-line vertical-align".split()
)
"""What is read of a rule; nothing else can hide a text, show it, strike it out or raise it."""

MOST_CSS = 150_000
"""Characters of all sheets of a page that are read, of small sheets first."""

_Around = tuple[
    "_Around | None", str
]  # what stands before the bracket of a block, behind that of the block around it

_LONGEST_SELECTOR, _LONGEST_RULE, _DEEPEST = 300, 2_000, 8
# Code points that are letters of their own: Unicode without its surrogates.
_BELOW_SURROGATES, _ABOVE_SURROGATES = range(1, 0xD800), range(0xE000, 0x11_0000)
_SPACE = re.compile(r"\s*([:;,])\s*|\s+")
_LOOSE = (" :", ":  ", "\n:", ":\n", "\r:", ":\r", "\t:", ":\t", "\f")
_COMMENT = re.compile(r"/\*[^*]*(?:\*(?!/)[^*]*)*(?:\*/|\Z)")
_STRING = re.compile("\"(?:[^\"\\\\\n]|\\\\.)*\"|'(?:[^'\\\\\n]|\\\\.)*'", re.DOTALL)
_TAME = re.compile(r"""(?:[^"']++|"(?:[^"{}\\\n]|\\[^"'\n])*+"|'(?:[^'{}\\\n]|\\[^"'\n])*+')*+""")
_BRACE = re.compile("[{}]")
_BLOCKS = re.compile(r"([^{}]*)([{}]|\Z)")
_ESCAPE = re.compile(r"\\(?:([0-9a-fA-F]{1,6})\s?|(.))")
_DISGUISED = re.compile(r"[a-z-]\\[0-9a-fA-F]")
_ON_SCREEN = re.compile(
    r"@supports(?! not).*|@(?:layer|media ?(?:only )?(?:screen|all)|media ?(?:(?:only )?(?:screen"
    r"|all) and )?"
    r"\(min-(?:device-)?width:0*(?:[0-2]?\d?\d|3[01]\d|320)(?:\.\d+)?px\))[^,()]*"
)
_AT_REST = re.compile(
    r":not\(:(?:hover|focus|active|target|checked|focus-within|focus-visible)\)|:(?:any-)?link\b"
)
_STATE = re.compile(
    r"::|:(?!not\(|is\(|where\(|has\(|first-child|first-of|last-|only-|nth-|root|empty)|@|&"
)
_IDS, _CLASSES = (
    re.compile(r"#[\w-]+"),
    re.compile(r"\.[\w-]+|\[[^\]]*\]|:(?!not|is|where|has)[\w-]+"),
)
_NAMES = re.compile(r"(?:^|[\s>+~(,])[a-zA-Z][\w-]*")
_BRACKETS = re.compile(r"\([^()]*\)|\[[^\]]*\]")
_COMBINED = re.compile(r"[\s>+~]")
_ANY_TAG = ("", "*")


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetRule:
    """One selector with what it declares.

    `important` says that it stands before what an element's own attribute declares; `weight` orders
    rules of the same importance, the one that counts last.
    """

    selector: str
    important: bool
    weight: tuple[int, int, int, int]
    declared: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class ElementNames:
    """What elements are called: their classes and ids, and their tags; no tags stand for any."""

    signs: frozenset[str]
    tags: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Blocks:
    """The blocks of all sheets of a page in order: what stands before them, and their declarations
    in lower case.

    `whole` are all declarations in one, `starts` where those of each block begin in it.
    """

    around: Sequence[_Around]
    whole: str
    starts: Sequence[int]

    def body(self, at: int) -> str:
        """The declarations of one block."""
        return self.whole[self.starts[at] : self.starts[at + 1] - 1]

    def holding(self, words: Iterable[str]) -> list[int]:
        """The blocks whose declarations hold one of `words`."""
        found: set[int] = set()
        for word in words:
            at = self.whole.find(word)
            while at >= 0:
                index = bisect_right(self.starts, at) - 1
                found.add(index)
                at = self.whole.find(word, self.starts[index + 1])
        return sorted(found)

    def disguised(self) -> Iterator[int]:
        """The blocks in whose declarations an escape stands behind a letter: words that are
        not what they seem.
        """
        at = self.whole.find("\\")
        while at >= 0:
            if _DISGUISED.match(self.whole, at - 1):
                yield bisect_right(self.starts, at) - 1
            at = self.whole.find("\\", at + 1)


@lru_cache(maxsize=1)
def sheet_blocks(sheets: tuple[str, ...]) -> Blocks:
    """The blocks of all sheets of a page; the last are kept, since several steps ask for them."""
    room = _share_room(sheets)
    found = [block for at, sheet in enumerate(sheets) for block in _cut_sheet(sheet[: room[at]])]
    lower = [body.lower() for _, body in found]
    return Blocks(
        around=[around for around, _ in found],
        whole="\n".join(lower),
        starts=[*accumulate((len(one) + 1 for one in lower), initial=0)],
    )


def _share_room(sheets: Sequence[str]) -> Mapping[int, int]:
    """How many characters of each sheet are read, by its place: small sheets come first."""
    left, room = MOST_CSS, {}
    for at in sorted(range(len(sheets)), key=lambda at: len(sheets[at])):
        room[at] = left
        left = max(0, left - len(sheets[at]))
    return room


def _cut_sheet(sheet: str) -> Iterator[tuple[_Around, str]]:
    """The blocks of a sheet that declare something: what stands before them, and the words inside
    up to the next bracket.
    """
    around: _Around | None = None
    depth = 0
    for before, sign in _BLOCKS.findall(_plain_sheet(sheet)):
        if around and depth <= _DEEPEST and ":" in before and (sign != "{" or ";" in before):
            yield around, before
        if sign == "{":
            around, depth = (around, before), depth + 1
        elif around is not None:
            around, depth = around[0], depth - 1


def sheet_rules(
    found: Blocks,
    words: Iterable[str],
    says: Callable[[str], bool] | None = None,
    of: ElementNames | None = None,
) -> list[SheetRule]:
    """The rules of the blocks whose declarations hold one of `words` and are such as `says`
    wants.

    The one that counts last stands at the end. With `of` only those rules are given that could
    select an element with these names.
    """
    made: list[SheetRule] = []
    for order in sorted({*found.holding(words), *found.disguised()}):
        body = found.body(order)
        if of is None and says is not None and not says(body):  # the quicker question first
            continue
        if (chosen := _block_selectors(found.around[order], of)) and (
            of is None or says is None or says(body)
        ):
            made += _block_rules(chosen, body, order)
    return sorted(made, key=lambda rule: (rule.important, rule.weight))


def may_select(selector: str, of: ElementNames) -> bool:
    """Whether the last part of a selector, which stands for the element, asks for no other
    names than these.
    """
    if "\\" in selector:
        return True
    if "(" in selector or "[" in selector:
        selector = _BRACKETS.sub("", selector)
    last = selector.rsplit(" ", 1)[-1]
    if ">" in last or "+" in last or "~" in last:
        last = _COMBINED.split(last)[-1]
    tag, *signs = last.split(":", 1)[0].replace("#", ".").split(".")
    if not of.signs.issuperset(signs):
        return False
    return tag in _ANY_TAG or not of.tags or tag.lower() in of.tags


def squeeze_style(style: str) -> str:
    """Declarations in lower case with no space round their signs, no comments and no
    escapes.
    """
    plain = _COMMENT.sub("", style) if "/*" in style else style
    if "\\" in plain:
        plain = _ESCAPE.sub(_unescape_match, plain)
    return _SPACE.sub(lambda match: match[1] or " ", plain.strip().lower())


def declared_properties(style: str) -> tuple[dict[str, str], dict[str, str]]:
    """What squeezed declarations say of the PROPERTIES, the important apart; the last word
    counts.
    """
    usual: dict[str, str] = {}
    important: dict[str, str] = {}
    for one in style.split(";"):
        name, _, value = one.partition(":")
        if name in PROPERTIES and value:
            bare = (
                value.removesuffix("important").rstrip().removesuffix("!").rstrip()
                if "!" in value
                else value
            )
            add_declarations(usual if bare == value else important, {name: bare})
    return usual, important


def add_declarations(style: dict[str, str], more: Mapping[str, str]) -> None:
    """Let `more` count before what `style` says so far; a short form takes the place of the long
    ones it sets.
    """
    for name, value in more.items():
        for other in _SHORT_FOR.get(name, (name,)):
            style.pop(other, None)
        style[name] = value


_SHORT_FOR = {
    "font": ("font", "font-size"),
    "background": ("background", "background-color", "background-image"),
    "margin": ("margin", "margin-left", "margin-top"),
    "animation": ("animation", "animation-name"),
}


def _plain_sheet(sheet: str) -> str:
    """A sheet without comments, without the signs of rules inside its strings, with no space
    round colons.
    """
    text = _COMMENT.sub("", sheet) if "/*" in sheet else sheet
    if "<!--" in text or "-->" in text:
        text = text.replace("<!--", "").replace("-->", "")
    if _TAME.fullmatch(text) is None:
        text = _STRING.sub(lambda match: _BRACE.sub("", match[0]), text)
    if any(one in text for one in _LOOSE):
        text = " ".join(text.split()).replace(" :", ":")
    return text.replace(": ", ":")


def _block_selectors(around: _Around, of: ElementNames | None) -> list[str]:
    """The selectors of a block, joined to those it stands in; none where it doesn't count on a
    screen at rest.
    """
    outer = _block_selectors(around[0], None) if around[0] is not None else [""]
    whole = around[1].rsplit(";", 1)[-1].strip()
    if whole.startswith("@"):
        return outer if _ON_SCREEN.fullmatch(" ".join(whole.lower().split())) else []
    if outer != [""]:
        if len(outer) != 1 or "," in whole:
            return []
        whole = whole.replace("&", outer[0]) if "&" in whole else f"{outer[0]} {whole}"
    return [one for one in _at_rest(whole, of) if not _STATE.search(one)]


def _at_rest(selectors: str, of: ElementNames | None) -> Iterator[str]:
    """The selectors of a list that may select something (of these elements), without what only
    says that nothing happens to it.
    """
    for selector in _split_selectors(selectors):
        one = selector.strip()
        if (of is None or may_select(one, of)) and len(one) <= _LONGEST_SELECTOR:
            still = _AT_REST.sub("", one) if ":" in one else one
            if still:
                yield still


def _split_selectors(selectors: str) -> list[str]:
    """Cut a list of selectors at its commas, not at those inside brackets."""
    if "(" not in selectors:
        return selectors.split(",")
    found, depth, start = [], 0, 0
    for at, sign in enumerate(selectors[:_LONGEST_RULE]):
        depth += (sign == "(") - (sign == ")")
        if sign == "," and depth == 0:
            found.append(selectors[start:at])
            start = at + 1
    return [*found, selectors[start:]]


def _block_rules(selectors: Sequence[str], body: str, order: int) -> Iterator[SheetRule]:
    usual, important = declared_properties(squeeze_style(body[:_LONGEST_RULE]))
    for selector in selectors:
        weight = (*_measure_specificity(selector), order)
        if usual:
            yield SheetRule(selector=selector, important=False, weight=weight, declared=usual)
        if important:
            yield SheetRule(selector=selector, important=True, weight=weight, declared=important)


def _measure_specificity(selector: str) -> tuple[int, int, int]:
    """Count ids, classes and names as CSS does (Selectors Level 4); `:where` and its like are not
    looked into.
    """
    return (
        len(_IDS.findall(selector)),
        len(_CLASSES.findall(selector)),
        len(_NAMES.findall(selector)),
    )


def _unescape_match(match: re.Match[str]) -> str:
    if match[2]:
        return match[2]
    number = int(match[1], 16)
    is_letter = number in _BELOW_SURROGATES or number in _ABOVE_SURROGATES
    return chr(number) if is_letter else ""
