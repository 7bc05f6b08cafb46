"""What of an offer's news is told already."""

from collections.abc import Iterator

from briefing.inspection.absence.case import PassageCase, join_names

_SHOWN = 2  # statements that are named


def say_told_already(case: PassageCase, number: int) -> Iterator[str]:
    """Which statements tell the same news as an offer, where words don't set a section's size."""
    filling = case.filling
    offer = filling.pool[number]
    same = [one for one in filling.choice.list_told() if offer.lead and one.lead == offer.lead]
    if same and case.shortlists[0][offer.section].wanted.words is None:
        told = join_names([case.name_offer(one) for one in same[:_SHOWN]])
        yield f"{told} tells the same news, of which more counts for little"
