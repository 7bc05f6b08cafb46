"""Sources in languages that no pack serves: they are listed and never quoted."""

from collections import Counter

from briefing.errors import Problem
from briefing.languages import is_told, told_codes
from briefing.walk.library import Holdings


def warn_of_languages(holdings: Holdings) -> tuple[Problem, ...]:
    """Warn, once, where no source is in a language that is served; name theirs, the most frequent
    first.

    A source whose language nothing shows counts as one that may be quoted.
    """
    documents = (*holdings.documents, *holdings.others)
    found = Counter(one.language for one in documents if one.language is not None)
    if not documents or any(is_told(one.language) for one in documents):
        return ()
    counts = sorted(found.items(), key=lambda item: (-item[1], item[0]))
    theirs = ", ".join(f"{code} ({count})" for code, count in counts)
    return (
        Problem(
            path="brief.language",
            line=0,
            column=0,
            message="no source is in a language that is served, so none is quoted; "
            f"they are in {theirs}",
            advice="add sources in one of those: " + ", ".join(told_codes()),
            severity="warning",
        ),
    )
