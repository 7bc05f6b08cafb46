"""Equal figures that stand among the same words, equal counts, and those of something else."""

import pytest

from briefing.events.connect import connect_clauses
from tests.events.making import read

TOLD = (
    ("Holders of Merk stock will receive $41.50 a share.",
    "Under its terms Finor will pay $41.50 for each Merk share.", "$41.50"),
    ("Savings of 350 million crowns in annual costs are expected.",
    "The chief promised to wring out 350 million crowns of costs annually.", "350 million crowns"),
    ("The purchase will be paid with a loan of $2.5 billion from Bank Aurel.",
    "Bank Aurel is providing a credit of $2.5 billion.", "$2.5 billion"),
    ("Shells fell on the market of Selm. Nineteen people lost their lives.",
    "The market of Selm was shelled. Nineteen were killed.", "Nineteen people"),
)  # fmt: skip
APART = (
    ("The fine for Tarn is 80,000 crowns.", "Tarn won prize money of 80,000 crowns."),
    ("Shares in Merk rose 24 percent in Alva.", "Shares in Merk fell 24 percent in Alva."),
    ("Merk may borrow $2.5 billion from Bank Aurel.", "Merk borrowed $2.5 billion from Bank Aurel."),
    ("Finor pays $41.50 for each Merk share.", "Finor does not pay $41.50 for each Merk share."),
    ("The market of Selm was shelled. Nineteen were killed.",
    "The market of Quern was shelled. Nineteen were killed."),
    ("The market of Selm was shelled. At least nineteen were killed.",
    "The market of Selm was shelled. Nineteen were killed."),
    ("The tunnel under Selm is 14 kilometres long.", "The tunnel under Selm is 14 miles long."),
    ("The truce of Selm held for 19 hours.", "The truce of Selm held for 19 days."),
    ("The dam at Selm rose by 40 inches.", "The dam at Selm rose by 40 feet."),
    ("Another 412 soldiers were sent to Alva.", "The general sent 412 soldiers to Selm."),
)  # fmt: skip


def _figures(one, other):
    readings = [read("a", one), read("b", other)]
    found = connect_clauses(readings, {"a": "a", "b": "b"}).figures.get("a", ())
    return {readings[0].document.text[clause.start : clause.end] for clause in found}


@pytest.mark.parametrize(("one", "other", "figure"), TOLD)
def test_one_figure_is_joined(one, other, figure):
    assert figure in _figures(one, other)


@pytest.mark.parametrize(("one", "other"), APART)
def test_a_figure_of_something_else_is_not(one, other):
    assert not {
        told for told in _figures(one, other) if any(map(str.isdigit, told)) or "ineteen" in told
    }
