"""What nobody in a release says is its issuer's claim, and no outlet's report."""

from dataclasses import replace

import pytest

from briefing.languages.en import reading
from briefing.languages.en.grounding import attribute_sentences
from briefing.model import Known
from tests.languages.en.articles import article

BODY = (
    "The northern quay of Vellin was inspected in January and showed no cracks at all.\n\n"
    "Ruth Adeyemi, the harbour master, said that the quay would be shut until May.\n\n"
    "The Company expects to repair the northern quay of Vellin by the end of the year."
)
ISSUED = {
    "Orvill Steel Ltd": f"Quay of Vellin\n\n{BODY}\n\nSOURCE Orvill Steel Ltd",
    "Harbour Guild of Vellin": "Statement by the Harbour Guild of Vellin on the quay\n\n" + BODY,
    "Spokesman for the Guild": (
        f"Statement attributable to the Spokesman for the Guild on Vellin\n\n{BODY}"
    ),
    "Dockers' Union": f"Joint statement of the Dockers' Union regarding Vellin\n\n{BODY}",
    "BRENNA LINES": f"BRENNA LINES\n\nPress release\n\n{BODY}",
    "Brenna Lines": f"A quay is repaired\n\n{BODY}\n\nAbout Brenna Lines\n\nIt was founded in 1998.",
}


def said(text, sentence, kind="release", outlet=None):
    document, passages = article(text, outlet)
    document = replace(document, kind=Known(value=kind, basis="stated"))
    read = reading.read_language(document, passages, ())
    span = next(
        s
        for p in passages
        for s in p.sentences
        if document.text[s.start : s.end].startswith(sentence)
    )
    return attribute_sentences(read, (span,))


@pytest.mark.parametrize("issuer", sorted(ISSUED))
def test_what_nobody_says_is_claimed_by_who_issued_it(issuer):
    found = said(ISSUED[issuer], "The northern quay of Vellin was inspected")
    assert (found.speaker, found.kind) == (issuer, "claim")
    (shown,) = found.evidence
    assert shown.quote == issuer


@pytest.mark.parametrize("issuer", sorted(ISSUED))
def test_what_somebody_says_stays_his(issuer):
    assert said(ISSUED[issuer], "Ruth Adeyemi").speaker == "Ruth Adeyemi"


def test_what_somebody_without_a_name_says_stays_his():
    text = f"{BODY}\n\nA clerk said that the quay had cracks.\n\nSOURCE Orvill Steel Ltd"
    assert said(text, "A clerk said").speaker == "A clerk"


def test_the_company_of_a_release_is_its_issuer():
    assert said(ISSUED["Orvill Steel Ltd"], "The Company expects").speaker == "Orvill Steel Ltd"


@pytest.mark.parametrize("kind", ["report", "opinion", "analysis"])
def test_only_a_release_has_an_issuer(kind):
    found = said(ISSUED["Orvill Steel Ltd"], "The northern quay of Vellin was inspected", kind)
    assert found.speaker == ""


def test_an_outlet_that_issued_it_is_named_once():
    text = ISSUED["Orvill Steel Ltd"]
    found = said(text, "The northern quay of Vellin was inspected", outlet="Orvill Steel Ltd")
    assert (found.speaker, found.outlet, found.kind) == ("", "Orvill Steel Ltd", "reported")


def test_a_release_that_names_nobody_has_no_issuer():
    assert said(BODY, "The northern quay of Vellin was inspected").speaker == ""


@pytest.mark.parametrize(
    "title", ["Orvill Steel buys a quay", "Quay of Vellin to be mended", "Guild calls off strike"]
)
def test_a_title_over_the_label_issues_nothing(title):
    found = said(f"{title}\n\nPress release\n\n{BODY}", "The northern quay")
    assert (found.speaker, found.kind) == ("", "reported")
