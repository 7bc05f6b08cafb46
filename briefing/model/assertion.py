"""What sentences assert, verb by verb, and their figures, each with the words near it.

Words are folded: what tells one thing is one word; see the language's `fold`.
"""

from dataclasses import dataclass
from decimal import Decimal

from briefing.model.clause import Modality, Quantity
from briefing.model.document import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """A value: `kind` is a currency, "%", "time" (in hours), a rate ("kilometr hour"), or the
    folded noun of what is counted. `nouns` are the folded words of what it is the measure of, empty
    where only the verb says so. `least`, `most`, `rough`: it may be more, less, or either.
    """

    value: Decimal
    kind: str
    nouns: frozenset[str] = frozenset()
    least: bool = False
    most: bool = False
    rough: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Assertion:
    """What one verb of a sentence asserts.

    [at, through) is its group of verbs. `verb` is folded, "be" for a bare one of being; `carrier`
    says that it only carries its object. `participle` says that it is a form in -ing alone.
    `doer`, `object` and `around` are the folded words of who does it (or of what it is said), of
    whom or what it befalls, and of what else stands behind; in a passive the subject is the object.
    `heads` are the nouns of doer and object, as they stand. `scope` are those of `around` with the
    prepositions that lead them, "in" for all that say where. `dates` are EDTF.
    `denied` says that somebody denies it by name, `none` that a party is nobody or nothing,
    `infinitive` that another verb governs it. `measures` are of the figures in `measured`.
    `names` are the words of them that are names. `plain` are the words of its verb and of what is
    said of the subject, as they stand. `vague` says that the subject is a pronoun, not
    found, or no telling noun.
    """

    start: int
    end: int
    at: int = 0
    through: int = 0
    verb: str = ""
    doer: frozenset[str] = frozenset()
    object: frozenset[str] = frozenset()
    around: frozenset[str] = frozenset()
    heads: tuple[str, str] = ("", "")
    scope: frozenset[tuple[str, str]] = frozenset()
    names: frozenset[str] = frozenset()
    plain: frozenset[str] = frozenset()
    positive: bool = True
    modality: Modality = "happened"
    denied: bool = False
    none: bool = False
    infinitive: bool = False
    participle: bool = False
    carrier: bool = False
    vague: bool = False
    quantities: tuple[Quantity, ...] = ()
    measures: tuple[Measure, ...] = ()
    measured: tuple[Quantity, ...] = ()
    dates: tuple[str, ...] = ()

    @property
    def words(self) -> frozenset[str]:
        """All folded words of whoever and whatever takes part."""
        return self.doer | self.object | self.around


@dataclass(frozen=True, slots=True, kw_only=True)
class Figured:
    """A figure in its sentence: `told` is its value as it stands, `value` that in hours where it is
    a length of time, and `kind` then "time", else its unit.

    `near` are the folded words round it, `names` those of them that are names, `counted` the folded
    noun that it counts; `denied` says that one of them says no, `meant` that it is asked for or
    only possible, `part` that it is some of more.
    """

    figure: Quantity
    told: Decimal
    value: Decimal
    kind: str
    counted: str
    near: frozenset[str]
    names: frozenset[str]
    denied: bool
    meant: bool
    part: bool
    dates: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldSentence:
    """A sentence of an article's body with the number of its passage, its folded words, what it
    asserts and its figures; what is long past before the article stands apart, in `past` and
    `past_figures`.
    """

    span: Span
    passage: int
    words: frozenset[str]
    assertions: tuple[Assertion, ...] = ()
    figures: tuple[Figured, ...] = ()
    past: tuple[Assertion, ...] = ()
    past_figures: tuple[Figured, ...] = ()
