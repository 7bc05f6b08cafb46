"""What a section could say, and the room that it has for it."""

from briefing.model import Question, Shortlist, Wanted
from briefing.offer.material import Material, room, shared_room
from briefing.stages import SectionKind


def shortlist(
    kind: SectionKind, material: Material, questions: tuple[Question, ...] = ()
) -> Shortlist:
    """The statements that a section of `kind` ranks, its table, and what the config asks of
    it.
    """
    ranking, table = kind.rank(material), kind.table(material.readings, material.pinned)
    numbered = kind.statements if kind.words is None else 0
    return Shortlist(
        wanted=Wanted(
            slug=kind.slug,
            title=kind.title,
            kind=kind.kind,
            views=kind.views,
            statements=room(kind.statements, material),
            shared=shared_room(numbered, material),
            words=kind.words,
            introduction=kind.introduction,
            questions=questions,
        ),
        ranked=ranking.ranked,
        columns=table.columns,
        rows=table.rows,
        considered={**ranking.considered, **table.considered},
    )
