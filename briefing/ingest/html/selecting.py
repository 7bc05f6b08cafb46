"""Selecting elements by the selectors of strange sheets, in time that the size of the page bounds.

The parser tries every way up for selectors of several parts, which takes the depth of the page to
the power of their number; such selectors are taken apart here, and each part is looked for once.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from selectolax.lexbor import LexborHTMLParser, LexborNode, SelectolaxError

_PART = re.compile(r"\s*([>+~])\s*|\s+")
_BRACKETS = re.compile(r"\([^()]*\)|\[[^\]]*\]|\"[^\"]*\"|'[^']*'")
_JOINING = re.compile(r"[\s>+~(]")
_COUNTING = re.compile(
    r":(?:nth|last|only|first-of|has)"
)  # looks at all neighbours of each element
_COUNTED_IN_ONE = 25
_DEEPEST = 1_500
_MOST_SEEN = 20_000_000  # elements looked at for all selectors of a page
_MOST_TRIED = 500_000  # ways up and back that the parser may try


@dataclass(slots=True, kw_only=True)
class Search:
    """The elements of one page by selector, as long as nothing of it is taken out. What was spent
    on earlier selectors is not there for later ones.
    """

    tree: LexborHTMLParser
    size: int = 0  # elements of the page, counted when the first selector comes
    seen: int = _MOST_SEEN
    tried: int = _MOST_TRIED
    found: dict[str, Sequence[LexborNode]] = field(default_factory=dict)  # by selector, so far

    def select(self, selector: str) -> Sequence[LexborNode]:
        """The elements that `selector` selects; none where it can't be understood or would
        cost too much.
        """
        parts = _split_parts(selector)
        if not parts:
            return ()
        self.size = self.size or len(self.tree.css("*"))
        last = self._look(parts[-1])
        if len(parts) == 1 or not last:
            return last
        signs = [sign or " " for sign in parts[1::2]]
        cost = len(last) * self._ways(signs)
        if cost <= self.tried:
            self.tried -= cost
            return self._look(selector)
        return self._climb(parts[::2], signs, last) if not {"+", "~"} & set(signs) else ()

    def _ways(self, signs: Sequence[str]) -> int:
        """In how many ways a path of such signs may be tried from one element."""
        ways = 1
        for sign in signs:
            ways *= {" ": min(_DEEPEST, self.size), "~": self.size}.get(sign, 1)
        return ways

    def has_words(self, node: LexborNode) -> bool:
        """Whether an element holds words; of a page that had too much looked at, all do."""
        if self.seen <= 0 or node.first_child is None:
            return self.seen <= 0
        text = node.text()
        self.seen -= len(text)
        return bool(text) and not text.isspace()

    def _look(self, selector: str) -> Sequence[LexborNode]:
        """The elements of a selector that the parser may try. Half of them were looked for before;
        that counts as much, so that what is found on a page does not hang on the order.
        """
        cost = (
            self.size * max(1, self.size // _COUNTED_IN_ONE)
            if _COUNTING.search(selector)
            else self.size
        )
        if self.seen < cost:
            return ()
        self.seen -= cost
        if selector not in self.found:
            self.found[selector] = self._parse(selector)
        return self.found[selector]

    def _parse(self, selector: str) -> Sequence[LexborNode]:
        try:
            return self.tree.css(selector)
        except SelectolaxError:
            return ()

    def _climb(
        self, parts: Sequence[str], signs: Sequence[str], last: Sequence[LexborNode]
    ) -> list[LexborNode]:
        """Go down the parts: of the elements of each, keep those that stand in one kept for the
        part before.
        """
        kept: Sequence[LexborNode] = self._look(parts[0])
        for part, sign in zip(parts[1:], signs, strict=True):
            if not kept:
                break
            kept = _stand_in(last if part is parts[-1] else self._look(part), kept, sign)
        return list(kept)


def _stand_in(
    here: Sequence[LexborNode], kept: Sequence[LexborNode], sign: str
) -> list[LexborNode]:
    """Those elements that stand in one kept, or for ">" right in it."""
    above = {node.mem_id for node in kept}
    if sign == ">":
        return [node for node in here if (up := node.parent) is not None and up.mem_id in above]
    inside: dict[int, bool] = {}
    return [node for node in here if stands_in(node, above, inside)]


def stands_in(node: LexborNode, above: set[int], inside: dict[int, bool]) -> bool:
    """Whether an element stands inside one of `above`; `inside` remembers what is known of
    those around.
    """
    way: list[int] = []
    up = node.parent
    answer = False
    while up is not None:
        at = up.mem_id
        if at in above:
            answer = True
            break
        if at in inside:
            answer = inside[at]
            break
        way.append(at)
        up = up.parent
    inside.update(dict.fromkeys(way, answer))
    return answer


def _split_parts(selector: str) -> list[str]:
    """The parts of a selector and the signs between them; nothing where there are parts inside
    brackets, which nobody needs to hide something.
    """
    if "(" not in selector and "[" not in selector:
        return _PART.split(selector)
    bare = _BRACKETS.sub("", selector)
    if bare == selector:
        return _PART.split(selector)
    inner = (one[1:-1] for one in _BRACKETS.findall(selector) if one[0] != '"')
    if "(" in bare or any(map(_JOINING.search, inner)):
        return []
    is_plain = len(_PART.findall(bare)) == len(_PART.findall(selector))
    return _PART.split(selector) if is_plain else [selector]
