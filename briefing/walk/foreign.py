"""Sources in other languages than the brief's: they are listed and never quoted."""

from collections import Counter

from briefing.errors import Problem
from briefing.job.load import Job
from briefing.languages import primary_code
from briefing.walk.library import Holdings


def warn_of_languages(job: Job, holdings: Holdings) -> tuple[Problem, ...]:
    """Warn, once, where no source is in the brief's language; name theirs, the most frequent first.

    A source whose language nothing shows counts as in the brief's.
    """
    own = primary_code(job.frame.language)
    documents = (*holdings.documents, *holdings.others)
    found = Counter(document.language or own for document in documents)
    if not found or found[own]:
        return ()
    counts = sorted(found.items(), key=lambda item: (-item[1], item[0]))
    theirs = ", ".join(f"{code} ({count})" for code, count in counts)
    return (
        Problem(
            path="brief.language",
            line=0,
            column=0,
            message=f"no source is in {own!r}, so none is quoted; they are in {theirs}",
            advice="add sources in the brief's language",
            severity="warning",
        ),
    )
