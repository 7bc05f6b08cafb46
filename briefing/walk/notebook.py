"""What was worked out of articles already, in the making of a brief or of the one before it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TypeVar, TypeVarTuple, cast

Asked = TypeVarTuple("Asked")
T = TypeVar("T")
Slot = tuple[Callable[..., object], str]
"""A function, and what it was asked about."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Notebook:
    """What pure functions gave, beside all that they were asked: in the making `before` and, so
    far, `now`.

    A result holds where the function is asked the very same again. Of articles that lie open still
    that is seen at a glance, for they are the same objects. What nobody asked for in a making is
    not handed on to the next.
    """

    before: Mapping[Slot, tuple[tuple[object, ...], object]] = field(default_factory=dict)
    now: dict[Slot, tuple[tuple[object, ...], object]] = field(default_factory=dict)

    def ask(self, work: Callable[[*Asked], T], *asked: *Asked, about: str = "") -> T:
        """What `work` gives, a pure function of frozen values; `about` tells apart what is asked
        several times in one making.
        """
        slot = work, about
        if not self._hand_on(slot, asked):
            self.now[slot] = asked, work(*asked)
        return cast("T", self.now[slot][1])

    def renew(
        self, work: Callable[[tuple[tuple[*Asked], T] | None, *Asked], T], *asked: *Asked
    ) -> T:
        """What `work` gives, which is handed what it was asked in the making before and what it
        gave, None for nothing: that may save it time, and changes nothing of what it gives.
        """
        slot = work, ""
        if not self._hand_on(slot, asked):
            earlier = cast("tuple[tuple[*Asked], T] | None", self.before.get(slot))
            self.now[slot] = asked, work(earlier, *asked)
        return cast("T", self.now[slot][1])

    def _hand_on(self, slot: Slot, asked: tuple[object, ...]) -> bool:
        """Whether the very same was asked before; it is then noted of this making too."""
        for noted in (self.now, self.before):
            if slot in noted and noted[slot][0] == asked:
                self.now[slot] = noted[slot]
                return True
        return False
