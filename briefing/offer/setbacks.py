"""What a candidate's worth is lowered for, noted on the candidate itself."""

from dataclasses import replace

from briefing.model import Candidate, Setback


def set_back(candidate: Candidate, times: float, why: Setback) -> Candidate:
    """A candidate worth only `times` as much, with the reason noted behind those it has."""
    setbacks = (*candidate.setbacks, why)
    return replace(candidate, weight=candidate.weight * times, setbacks=setbacks)
