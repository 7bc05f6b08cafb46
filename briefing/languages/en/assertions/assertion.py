"""What one verb of a sentence asserts."""

from dataclasses import dataclass

from briefing.languages.en.assertions.fold import fold_verb
from briefing.languages.en.assertions.measures import Measure
from briefing.model import Modality, Quantity

CAUSE, BLAME = fold_verb("cause"), fold_verb("blame")
"""The verbs of assertions that name a cause."""
BE = "be"
"""The verb of an assertion that only says what something is."""


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
