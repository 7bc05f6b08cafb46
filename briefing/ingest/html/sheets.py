"""The rules of a page's own style sheets that can hide text, in the order in which they count.

No sheet is fetched. What holds on a wide screen counts: blocks for paper, for narrow screens and for states
(a pointer over it, a box ticked) are passed over, and so are rules for what CSS itself puts in.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

PROPERTIES = frozenset(
    "display visibility content-visibility opacity font font-size text-indent left top right bottom margin margin-left "
    "margin-top clip clip-path transform filter color -webkit-text-fill-color width height max-width max-height "
    "overflow background background-color background-image position text-shadow animation animation-name".split()
)
"""What is read of a rule; nothing else can hide a text or show it."""

MOST_CSS = 150_000
"""Characters of all sheets of a page that are read, of small sheets first."""

Block = tuple[tuple[str, ...], str]
"""What stands before the brackets of a block, outer ones first, and its declarations in lower case."""

_LONGEST_SELECTOR, _LONGEST_RULE = 300, 2_000
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
    r"@supports(?! not).*|@(?:layer|media ?(?:only )?(?:screen|all)|media ?(?:(?:only )?(?:screen|all) and )?"
    r"\(min-(?:device-)?width:0*(?:[0-2]?\d?\d|3[01]\d|320)(?:\.\d+)?px\))[^,()]*"
)
_AT_REST = re.compile(r":not\(:(?:hover|focus|active|target|checked|focus-within|focus-visible)\)|:(?:any-)?link\b")
_STATE = re.compile(r"::|:(?!not\(|is\(|where\(|has\(|first-child|first-of|last-|only-|nth-|root|empty)|@|&")
_IDS, _CLASSES = re.compile(r"#[\w-]+"), re.compile(r"\.[\w-]+|\[[^\]]*\]|:(?!not|is|where|has)[\w-]+")
_NAMES = re.compile(r"(?:^|[\s>+~(,])[a-zA-Z][\w-]*")
_BRACKETS = re.compile(r"\([^()]*\)|\[[^\]]*\]")
_COMBINED = re.compile(r"[\s>+~]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One selector with what it declares.

    `important` says that it stands before what an element's own attribute declares; `weight` orders rules of the
    same importance, the one that counts last.
    """

    selector: str
    important: bool
    weight: tuple[int, int, int, int]
    declared: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """What elements are called: their classes and ids, and their tags; no tags stand for any."""

    signs: frozenset[str]
    tags: frozenset[str] = frozenset()


def blocks(sheets: Sequence[str]) -> list[Block]:
    """Give the blocks of all sheets of a page, in order, with the blocks that they stand in."""
    found: list[Block] = []
    left, room = MOST_CSS, {}
    for at in sorted(range(len(sheets)), key=lambda at: len(sheets[at])):
        room[at] = left
        left = max(0, left - len(sheets[at]))
    for at, sheet in enumerate(sheets):
        around: list[str] = []
        for before, sign in _BLOCKS.findall(_plain(sheet[: room[at]])):
            if around and ":" in before and (sign != "{" or ";" in before):
                found.append((tuple(around), before.lower()))
            if sign == "{":
                around.append(before)
            elif around:
                around.pop()
    return found


def rules(
    found: Sequence[Block],
    words: Sequence[str],
    says: Callable[[str], bool] | None = None,
    of: Names | None = None,
) -> list[Rule]:
    """Give the rules of the blocks whose declarations hold one of `words` and are such as `says` wants.

    The one that counts last stands at the end. With `of` only those rules are given that could select an element with
    these names.
    """
    everything = "\n".join([body for _, body in found])
    here = [word for word in words if word in everything]
    disguised = "\\" in everything
    made: list[Rule] = []
    for order, (around, body) in enumerate(found):
        said = any([word in body for word in here])  # noqa: C419 - a list is quicker than a generator
        if not said and not (disguised and "\\" in body and _DISGUISED.search(body)):
            continue
        if of is None and says is not None and not says(body):  # the quicker question first
            continue
        if (chosen := _selectors(around, of)) and (of is None or says is None or says(body)):
            made += _rules(chosen, body, order)
    return sorted(made, key=lambda rule: (rule.important, rule.weight))


def _may_select(selector: str, of: Names) -> bool:
    """Say whether the last part of a selector, which stands for the element itself, asks for no other name than these."""
    if "\\" in selector:
        return True
    if "(" in selector or "[" in selector:
        selector = _BRACKETS.sub("", selector)
    last = selector.rsplit(" ", 1)[-1]
    if ">" in last or "+" in last or "~" in last:
        last = _COMBINED.split(last)[-1]
    if ":" in last:
        last = last.split(":", 1)[0]
    tag, *signs = last.replace("#", ".").split(".")
    signed = all([sign in of.signs for sign in signs])  # noqa: C419 - a list is quicker than a generator
    return signed and (not tag or tag == "*" or not of.tags or tag.lower() in of.tags)


def squeeze(style: str) -> str:
    """Give declarations in lower case with no space round their signs, no comments and no escapes."""
    plain = _COMMENT.sub("", style) if "/*" in style else style
    if "\\" in plain:
        plain = _ESCAPE.sub(_unescaped, plain)
    return _SPACE.sub(lambda match: match[1] or " ", plain.strip().lower())


def declared(style: str) -> tuple[dict[str, str], dict[str, str]]:
    """Give what squeezed declarations say of the PROPERTIES, the important apart; the last word counts."""
    usual: dict[str, str] = {}
    important: dict[str, str] = {}
    for one in style.split(";"):
        name, _, value = one.partition(":")
        if name in PROPERTIES and value:
            bare = value.removesuffix("important").rstrip().removesuffix("!").rstrip() if "!" in value else value
            add(usual if bare == value else important, {name: bare})
    return usual, important


def add(style: dict[str, str], more: Mapping[str, str]) -> None:
    """Let `more` count before what `style` says so far; a short form takes the place of the long ones it sets."""
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


def _plain(sheet: str) -> str:
    """Give a sheet without comments, without the signs of rules inside its strings, with no space round colons."""
    text = _COMMENT.sub("", sheet) if "/*" in sheet else sheet
    if "<!--" in text or "-->" in text:
        text = text.replace("<!--", "").replace("-->", "")
    if _TAME.fullmatch(text) is None:
        text = _STRING.sub(lambda match: _BRACE.sub("", match[0]), text)
    if any(one in text for one in _LOOSE):
        text = " ".join(text.split()).replace(" :", ":")
    return text.replace(": ", ":")


def _selectors(around: Sequence[str], of: Names | None) -> list[str]:
    """Give the selectors of a block, joined to those it stands in; none where it doesn't count on a screen at rest."""
    whole = ""
    for one in around:
        prelude = one.rsplit(";", 1)[-1].strip()
        if prelude.startswith("@"):
            if not _ON_SCREEN.fullmatch(" ".join(prelude.lower().split())):
                return []
        elif whole and ("," in whole or "," in prelude):
            return []
        else:
            whole = prelude.replace("&", whole) if "&" in prelude else f"{whole} {prelude}".strip()
    wanted = [one.strip() for one in _apart(whole) if of is None or _may_select(one.strip(), of)]
    still = [_AT_REST.sub("", one) if ":" in one else one for one in wanted if len(one) <= _LONGEST_SELECTOR]
    return [one for one in still if one and not _STATE.search(one)]


def _apart(selectors: str) -> list[str]:
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


def _rules(selectors: Sequence[str], body: str, order: int) -> Iterator[Rule]:
    usual, important = declared(squeeze(body[:_LONGEST_RULE]))
    for selector in selectors:
        weight = (*_specificity(selector), order)
        if usual:
            yield Rule(selector=selector, important=False, weight=weight, declared=usual)
        if important:
            yield Rule(selector=selector, important=True, weight=weight, declared=important)


def _specificity(selector: str) -> tuple[int, int, int]:
    """Count ids, classes and names as CSS does (Selectors Level 4); `:where` and its like are not looked into."""
    return len(_IDS.findall(selector)), len(_CLASSES.findall(selector)), len(_NAMES.findall(selector))


def _unescaped(match: re.Match[str]) -> str:
    if match[2]:
        return match[2]
    number = int(match[1], 16)
    return chr(number) if 0 < number < 0x11_0000 and not 0xD800 <= number < 0xE000 else ""  # noqa: PLR2004 - Unicode's ends
