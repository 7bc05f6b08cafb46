"""EDTF dates in words for a reader."""

from briefing.language.phrases import read_phrases

MONTHS = read_phrases("en").days.months


def date_words(edtf: str) -> str:
    """Say an EDTF date in British English: "17 November 2025", "17–24 November 2025", "late 2024".

    Raises ValueError for what is not a valid date. `~` is said as "about", `?` as "possibly"; an
    interval with an approximate end on both sides that is a third of a month, of a year or of a
    decade is said as "early", "mid" or "late".
    """
    return read_phrases("en").days.say(edtf)
