"""Clauses: who does what to whom, where and when, and what several articles tell of one
happening.
"""

from dataclasses import dataclass
from typing import Literal

Modality = Literal["happened", "planned", "wished", "possible"]
Slot = Literal["agent", "patient", "place", "origin", "company"]
ClauseKind = Literal["single", "pair", "once", "change", "state"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """Something counted: `value` as plain decimal digits, `unit` a currency, per cent or "", and
    what is counted.

    `what` are the stems of the counted noun phrase, its head last; `rough` says that the article
    gives a bound or an estimate ("about", "at least"), in its own word.
    """

    start: int
    end: int
    value: str
    unit: str
    what: tuple[str, ...]
    rough: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """How many of a kind one sentence [start, end) says there are: the dead, the missing.

    `quantity` is the kind's name in the language's list, `value` plain decimal digits, `floor` that
    there may be more ("at least"), `about` the folded names of what it is told of, `group` the noun
    for those counted where it leaves others out ("soldiers", "Castren soldiers").
    """

    document: str
    passage: int
    start: int
    end: int
    quantity: str
    value: str
    floor: bool
    speaker: str
    about: tuple[str, ...]
    group: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """A noun phrase in a slot of a clause, as it is compared.

    `names` are folded names, the last word of a person's first; `lands` the states it belongs to;
    `head` the stem of its noun ("" for a bare name), `many` that it is a plural; `words` the stems
    of what else stands in it.
    """

    slot: Slot
    start: int
    end: int
    head: str = ""
    names: tuple[str, ...] = ()
    lands: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    person: bool = False
    many: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """One happening or state as one article tells it: [start, end) from its verb or noun to its
    last party.

    `predicate` is a class of the language's list, `kind` how clauses of that class are joined.
    `trigger` is where the verb or noun starts. `dates` are EDTF, empty where none is told;
    `weekdays` are 0 (Monday) to 6, with or without a date. `around` are the stems of the whole
    sentence's words that carry sense; `published` is the EDTF date of the article, "" where nobody
    knows it.
    """

    document: str
    passage: int
    start: int
    end: int
    trigger: int
    predicate: str
    kind: ClauseKind
    nominal: bool
    parties: tuple[Party, ...]
    dates: tuple[str, ...] = ()
    weekdays: tuple[int, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    positive: bool = True
    modality: Modality = "happened"
    around: tuple[str, ...] = ()
    published: str = ""
