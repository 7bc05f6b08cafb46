"""Quotes of other articles that are said to say the same."""

from collections.abc import Iterable, Iterator, Mapping

from briefing.language.draft import Draft, relative_edits
from briefing.language.replay import apply_edits, fold_spaces
from briefing.languages import packs
from briefing.model import Citation, Reading, Statement
from briefing.verification.licence import cited_passage, cited_sentences, is_own_text


def check_support(
    statement: Statement, readings: Mapping[str, Reading], families: Mapping[str, str | None]
) -> Iterator[str]:
    """Check that every supporting quote says the same as the statement; a version of its article
    may be edited.
    """
    own = families.get(statement.citations[0].document)
    for citation in statement.whole:
        reading = readings.get(citation.document)
        if citation.role == "supports" and reading is not None:
            kin = families.get(citation.document) == own
            fault = _support_fault(statement, citation, reading, kin=kin)
            if fault:
                yield fault


def _support_fault(statement: Statement, citation: Citation, reading: Reading, *, kin: bool) -> str:
    """Say what is wrong with a supporting quote, or ""; `kin`: its article is a version of the
    statement's.
    """
    if not is_own_text(cited_passage(citation, reading)):
        return f"its support in {citation.document} is not of the article's body"
    sentences = cited_sentences(citation, reading)
    pack = packs.pack_for(reading.document.language)
    drafts: Iterable[Draft] = packs.licensed_drafts(reading, sentences) if sentences else ()
    if not any(pack.say_same(statement.text, replay_draft(one), kin=kin) for one in drafts):
        place = f"passage {citation.passage} of {citation.document}"
        return f"its support in {place} does not say the same"
    if packs.leaves_answer_out(reading, sentences):
        return "a support leaves out a denial that stands behind it"
    if packs.attribute_sentences(reading, sentences) != citation.attribution:
        return "a support's attribution is not the one that the article gives"
    return ""


def replay_draft(draft: Draft) -> str:
    """The text that a draft's edits make."""
    return fold_spaces(apply_edits(draft.text, relative_edits(draft)))
