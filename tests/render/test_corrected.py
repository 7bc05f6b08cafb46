"""Which statements an outlet's own correction speaks of."""

import pytest

from briefing.model import Document
from briefing.render.wording import is_corrected

NOTE = (
    "This article was amended on 21 March 2025. An earlier version called Otto Brand the head "
    "of Olm Steel."
)


def document(*caveats):
    return Document(
        id="d", locator="a.txt", path=None, url=None, revision="", size=0, encoding="utf-8",
        text="", language="en", caveats=caveats,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("quote", "caveats", "corrected"),
    [
        ("Olm Steel has 900 men, said Otto Brand, its head, and Steel is dear.", (NOTE,), True),
        ("The mill that was called dear an earlier version ago is shut now.", (NOTE,), False),
        ("This article was read by the whole town of Teyn on that day.", (NOTE,), False),
        (
            "Olm Steel has 900 men, said Otto Brand, its head.",
            ("The views are Otto Brand of Steel's own.",),
            False,
        ),
        ("Olm Steel has 900 men, said Otto Brand, its head.", (), False),
    ],
)
def test_a_correction_marks_what_it_names(quote, caveats, corrected):
    assert is_corrected(document(*caveats), quote) == corrected


def test_nothing_is_known_of_no_document():
    assert not is_corrected(None, "Olm Steel has 900 men.")
