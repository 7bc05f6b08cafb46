"""What `check` says beyond mistakes: what was left out, and what to type."""

from collections.abc import Iterator

from briefing.errors import Problem
from briefing.inspection.coaching import desk_files, outlets, selection, sources
from briefing.inspection.coaching.survey import Survey, take_survey
from briefing.walk.resting import doubt_judgements

__all__ = ["Survey", "list_advice", "take_survey"]


def list_advice(survey: Survey) -> Iterator[Problem]:
    """A warning for each thing that the desk may have left out; each says what to type."""
    yield from desk_files.ask_feeds(survey)
    yield from desk_files.doubt_kinds(survey)
    yield from desk_files.doubt_names(survey)
    yield from desk_files.doubt_pins(survey)
    yield from doubt_judgements(survey.job.analyst, survey.considered.readings)
    yield from sources.miss_outlets(survey)
    yield from outlets.doubt_outlets(survey)
    yield from sources.miss_dates(survey)
    yield from sources.hear_opinions(survey)
    yield from sources.hear_languages(survey)
    yield from sources.doubt_pages(survey)
    yield from selection.doubt_terms(survey)
    yield from selection.find_empty(survey)
    yield from selection.find_untaken(survey)
