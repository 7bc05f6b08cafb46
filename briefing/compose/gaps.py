"""What is not known, found mechanically and said in templates of ours."""

from briefing.language import dates
from briefing.model import Brief, Gap, Section

TEMPLATES = {
    "empty": "No passage of any source serves “{section}”.",
    "single": "{single} of {total} statements rest on one outlet or on one that is not stated; "
    "no second outlet here confirms them.",
    "one_outlet": "Everything under “{section}” comes from one outlet, {outlet}.",
    "date": "The publication date of source {number} is not stated; it is placed at {range}.",
    "undated": "The publication date of source {number} is not known.",
    "outlet": "The outlet of source {number} is not stated, so it never counts as independent support.",
    "unread": "{count} of {total} sources could not be read; they are listed with the reason.",
}


def gap(kind: str, **slots: str) -> Gap:
    """Fill one template."""
    return Gap(kind=kind, text=TEMPLATES[kind].format(**slots), slots=slots)


def gaps(brief: Brief) -> tuple[Gap, ...]:
    """Give the brief's gaps, recomputed from its sections and sources."""
    found = [g for section in brief.sections for g in _section(section)]
    total = sum(section.health.statements for section in brief.sections)
    single = sum(section.health.single_outlet for section in brief.sections)
    if single:
        found.append(gap("single", single=str(single), total=str(total)))
    found.extend(_sources(brief))
    unread = sum(entry.quarantined is not None for entry in brief.sources)
    if unread:
        found.append(gap("unread", count=str(unread), total=str(len(brief.sources))))
    return tuple(found)


def _section(section: Section) -> list[Gap]:
    if not section.statements and not section.rows:
        return [gap("empty", section=section.title)]
    outlets = {outlet for statement in section.statements for outlet in statement.outlets}
    if len(outlets) == 1 and all(statement.outlets for statement in section.statements):
        return [gap("one_outlet", section=section.title, outlet=min(outlets))]
    return []


def _sources(brief: Brief) -> list[Gap]:
    found = []
    for entry in brief.sources:
        if entry.document is None or not entry.number:
            continue
        published = entry.document.published
        number = str(entry.number)
        if published is None:
            found.append(gap("undated", number=number))
        elif published.basis == "inferred":
            found.append(gap("date", number=number, range=dates.words(published.value)))
        if entry.document.outlet is None:
            found.append(gap("outlet", number=number))
    return found
