"""What `verify` asks of a section's table."""

from briefing.model import Section, SectionTable


def compare_tables(made: SectionTable, section: Section) -> tuple[str, ...]:
    """Say that the rows of `section` are not those made anew; nothing where they are."""
    if (made.columns, made.rows) == (section.columns, section.rows):
        return ()
    return ("its rows are not what the articles give",)
