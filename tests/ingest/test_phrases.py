"""The words by which a line is passed over quickly stand in every line that the pattern fits."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefing.ingest.clean import captions
from briefing.ingest.clean.phrases import PHRASES, recognise_phrase

HURRIED = [phrase for phrase in PHRASES if phrase.holds]


@pytest.mark.parametrize("phrase", HURRIED, ids=[phrase.reason for phrase in HURRIED])
@settings(suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_a_line_that_fits_holds_one_of_the_words(phrase, data):
    line = data.draw(st.from_regex(phrase.pattern.compiled, fullmatch=True))
    assert any(part in line for part in phrase.holds)
    assert phrase.fits(line)


@pytest.mark.parametrize("phrase", PHRASES, ids=[phrase.reason for phrase in PHRASES])
@settings(suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_a_line_that_fits_is_recognised_by_the_first_phrase_that_it_is(phrase, data):
    line = data.draw(st.from_regex(phrase.pattern.compiled, fullmatch=True))
    first = next((one for one in PHRASES if one.fits(line)), None)
    assert recognise_phrase(line) == (first and (first.kind, first.reason))


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("© 2025 the example times. all rights reserved", "states rights"),
        ("sponsored content by orvill steel", "says who paid for it"),
        ("this e-mail and its attachments are confidential.", "says whom a letter is meant for"),
        (
            "this message is intended only for you. do not pass it on",
            "says whom a letter is meant for",
        ),
        ("if you received this e-mail by mistake, delete it", "says whom a letter is meant for"),
        ("you are receiving this email because you opted in", "says why a letter was sent"),
        ("view this email in your browser (https://o.example/1)", "says why a letter was sent"),
        ("trouble viewing this newsletter? open it here", "says why a letter was sent"),
        ("load-date: march 5, 2025", "says how a database files it"),
        ("length: 1,312 words", "says how a database files it"),
        ("advertorial by the port of teyn", "says who paid for it"),
        ("in paid partnership with olm foods", "says who paid for it"),
        ("some links on this page may earn a small commission", "says that links earn money"),
        ("quality reporting depends on your support", "asks for money"),
        ("to read on, click here", "asks to click"),
        ("ann writer can be reached at ann@example.org", "says how to reach the writer"),
        ("this website uses cookies to serve you better", "asks to accept cookies"),
        ("keep an eye on your inbox for our mail", "belongs to a form"),
        ("the views expressed here are the author's own", "says what is not vouched for"),
    ],
)
def test_each_of_them_fits_a_line_that_says_so(line, reason):
    assert reason in {phrase.reason for phrase in HURRIED if phrase.fits(line)}


def test_a_line_that_says_when_it_was_printed_is_none_of_the_article():
    line = "printed on 4 may 2024 from https://olmpost.example/a"
    assert recognise_phrase(line) == ("metadata", "a reference to the page")


@pytest.mark.parametrize(
    ("line", "fits"),
    [
        ("embargoed until 00:01 gmt thursday 13 march 2025", True),
        ("strictly embargoed: not for broadcast before 00.01 hrs on thursday", True),
        ("not for release before march 13, 2025", True),
        ("for immediate release", True),
        ("embargo: 13 march 2025 06:00", True),
        ("embargo on arms for pell holds, says minister", False),
        ("embargoed goods were found in the port of pell", False),
        ("not for publication, the letter said", False),
    ],
)
def test_an_embargo_is_no_title(line, fits):
    assert (recognise_phrase(line) == ("metadata", "says when it may be published")) is fits


@settings(suppress_health_check=list(HealthCheck))
@given(line=st.from_regex(captions._POSED.compiled))
def test_a_line_that_points_at_its_picture_is_not_passed_over(line):
    assert captions._speaks_of_picture(line)
