"""What stands around the statements of a brief, told again from sources and config: nothing of it
is left out.

A row of the table of differences that is missing hides a voice, and no quote of the brief shows
that. So where the config is at hand the walk is walked again.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from briefing import tag, versions
from briefing.job.load import Job
from briefing.model import Brief, Reading
from briefing.walk import assemble, withdrawals
from briefing.walk.library import Holdings, ReadLibrary

OTHER = "the config would tell other statements now"


def find_omissions(
    brief: Brief, job: Job, readings: Sequence[Reading]
) -> tuple[tuple[str, ...], str]:
    """Say which tables of `brief` are not the ones that its sources and config give, and why that
    can't be asked.

    `readings` are those of all its readable sources, without tags. The second is "" where the
    tables could be compared; they can't where the config tells other statements by now, or looks at
    a part of the corpus only.
    """
    if brief.unlisted or not all(entry.considered for entry in brief.sources):
        return (), "only a part of the corpus was looked at"
    tagged = tuple(tag.tag_reading(reading, job.taggers) for reading in readings)
    documents = tuple(reading.document for reading in readings)
    holdings = Holdings(
        documents=documents,
        families=versions.group_families([versions.before_inference(one) for one in documents]),
        quarantined=tuple(one.quarantined for one in brief.sources if one.quarantined is not None),
        others=(),
        count=len(documents),
        newest=None,
    )
    ordered = replace(job, as_of=brief.as_of or "latest")
    library = ReadLibrary(job=ordered, holdings=holdings, tagged=tagged)
    considered = withdrawals.take_out(library.candidates())
    decided = assemble.decide(ordered, considered)
    ranking = assemble.rank(ordered, considered, decided)
    made = assemble.compose_brief(ordered, considered, decided, ranking)
    told = {
        statement.key: statement.id or statement.key
        for s in brief.sections
        for statement in s.statements
    }
    if list(told) != [
        statement.key for section in made.sections for statement in section.statements
    ]:
        return (), OTHER
    again = _name_statements(made, told)
    found = []
    if again.disagreements != brief.disagreements:
        found.append("disagreements: are not all that the articles show, each once and in order")
    if _list_questions(made) != _list_questions(brief):
        found.append("questions: are not the ones that the config asks")
    if again.timeline != brief.timeline:
        found.append("timeline: is not all that the articles date")
    return tuple(found), ""


def _list_questions(brief: Brief) -> list[tuple[str, str, tuple[str, ...]]]:
    """All that a brief says it was asked, without the answers, which are made anew elsewhere."""
    return [
        (section.slug, question.text, question.terms)
        for section in brief.sections
        for question in section.questions
    ]


def _name_statements(made: Brief, told: Mapping[str, str]) -> Brief:
    """Call statements by their ids, as the brief does."""
    return replace(
        made,
        disagreements=tuple(
            replace(
                one,
                positions=tuple(
                    replace(p, statement=told.get(p.statement or "")) for p in one.positions
                ),
            )
            for one in made.disagreements
        ),
        timeline=tuple(
            replace(row, statement=told.get(row.statement or "")) for row in made.timeline
        ),
    )
