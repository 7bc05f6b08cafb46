"""The door to the network: polite with servers that behave, safe with those that don't."""

import sys
import time

import pytest

from briefing.ingest.http import (
    Asked,
    FetchFailure,
    NetworkPolicy,
    ServerAnswer,
    Unchanged,
    fetch_all,
)
from tests.ingest.webserver import ARTICLE, Site, bomb, cut_off, dripping, endless, not_gzip, silent

# Longer than any machine is busy: what ends such a request is something else.
PATIENT = {"timeout": 60.0, "longest": 120.0}


@pytest.fixture
def site():
    made = Site()
    yield made
    made.close()


@pytest.fixture
def ask(site):
    def asking(*urls, **options):
        given = {"allow": (site.host,), "timeout": 1.0, "longest": 2.0, "backoff": 0.01, **options}
        asked = [one if isinstance(one, Asked) else Asked(url=one) for one in urls]
        return list(fetch_all(asked, NetworkPolicy(**given)))

    return asking


def test_a_page_comes_with_its_encoding_and_what_the_server_says_of_it(site, ask):
    site.page("/a", ETag='"1"', Last_Modified="Tue, 18 Nov 2025 10:00:00 GMT")
    (answer,) = ask(site.url("/a"))
    assert answer == ServerAnswer(
        asked=site.url("/a"),
        url=site.url("/a"),
        data=ARTICLE.encode(),
        charset="utf-8",
        etag='"1"',
        modified="Tue, 18 Nov 2025 10:00:00 GMT",
    )
    assert site.headers["/a"]["User-Agent"].startswith("briefing/")


def test_a_copy_at_hand_is_named_and_an_unchanged_page_not_sent_again(site, ask):
    site.pages["/a"] = (304, {}, b"")
    (result,) = ask(Asked(url=site.url("/a"), etag='"1"', modified="Tue, 18 Nov 2025 10:00:00 GMT"))
    assert result == Unchanged(asked=site.url("/a"))
    assert site.headers["/a"]["If-None-Match"] == '"1"'
    assert site.headers["/a"]["If-Modified-Since"] == "Tue, 18 Nov 2025 10:00:00 GMT"


def test_one_address_is_asked_once_however_often_it_is_wanted(site, ask):
    url = site.page("/a")
    assert len(ask(url, url, url)) == 1
    assert site.asked["/a"] == 1
    assert site.asked["/robots.txt"] == 1


@pytest.mark.parametrize(
    ("misbehaviour", "said", "patience"),
    [
        (endless, "too large", PATIENT),
        (dripping, "takes longer", {"timeout": 60.0, "longest": 1.0}),
        (silent, "in time", {"timeout": 1.0, "longest": 60.0}),
        (cut_off, "can't be reached", PATIENT),
        (bomb, "too large", PATIENT),
        (not_gzip, "compression", PATIENT),
    ],
)
def test_a_server_that_misbehaves_is_left(site, ask, misbehaviour, said, patience):
    site.pages["/x"] = misbehaviour
    (failure,) = ask(site.url("/x"), most_bytes=5_000_000, **patience)
    assert isinstance(failure, FetchFailure)
    assert said in failure.reason


def test_a_busy_server_is_asked_again_when_it_says(site, ask):
    calls = []

    def busy(handler):
        calls.append(time.monotonic())
        if len(calls) == 1:
            handler.answer(429, {"Retry-After": "1"}, b"slow down")
        else:
            handler.answer(200, {}, b"here you are")

    site.pages["/x"] = busy
    (answer,) = ask(site.url("/x"))
    assert answer.data == b"here you are"
    assert calls[1] - calls[0] >= 1


def test_a_server_that_stays_busy_or_asks_for_hours_is_given_up(site, ask):
    site.pages["/x"] = (503, {"Retry-After": "7200"}, b"")
    site.pages["/y"] = (500, {}, b"")
    busy, broken = ask(site.url("/x"), site.url("/y"))
    assert busy.reason == "the server answers 503 (Service Unavailable)"
    assert broken.reason == "the server answers 500 (Internal Server Error)"
    assert (site.asked["/x"], site.asked["/y"]) == (1, 3)


@pytest.mark.parametrize("code", [401, 403, 404, 410, 451])
def test_a_refusal_is_taken_at_once(site, ask, code):
    site.pages["/x"] = (code, {}, b"no")
    (failure,) = ask(site.url("/x"))
    assert str(code) in failure.reason
    assert site.asked["/x"] == 1


def test_redirects_are_followed_a_few_steps_and_never_in_circles(site, ask):
    site.page("/end")
    for number in range(12):
        site.pages[f"/{number}"] = (302, {"Location": f"/{number + 1}"}, b"")
    site.pages["/3"] = (301, {"Location": site.url("/end")}, b"")
    site.pages["/circle"] = (307, {"Location": "/circle2"}, b"")
    site.pages["/circle2"] = (307, {"Location": "/circle"}, b"")
    good, far, circle = ask(site.url("/0"), site.url("/4"), site.url("/circle"))
    assert (good.asked, good.url) == (site.url("/0"), site.url("/end"))
    assert "more than 5 times" in far.reason
    assert "circle" in circle.reason


@pytest.mark.parametrize(
    "target",
    [
        "file:///etc/passwd",
        "ftp://127.0.0.1/x",
        "http://127.0.0.2:9/x",
        "//[::1]/",
        "http://10.0.0.1/",
    ],
)
def test_a_redirect_leads_to_no_other_scheme_and_into_no_private_network(site, ask, target):
    site.pages["/x"] = (302, {"Location": target}, b"")
    (failure,) = ask(site.url("/x"))
    assert isinstance(failure, FetchFailure)
    assert "private" in failure.reason or "not a web address" in failure.reason


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1:1/x",
        "http://localhost:1/x",
        "http://[::1]/x",
        "http://[::ffff:127.0.0.1]/x",
        "http://127.1/x",
        "http://127.0.0.1.:1/x",
    ],
)
def test_private_addresses_are_refused_unless_allowed_by_name(ask, url):
    (failure,) = ask(url, allow=())
    assert "private" in failure.reason or "no address" in failure.reason


def test_an_address_with_a_password_in_it_is_none(ask):
    (failure,) = ask("http://user:secret@127.0.0.1/x")
    assert failure.reason == "not a web address"


def test_robots_txt_is_obeyed(site, ask):
    site.page("/robots.txt", "User-agent: briefing\nDisallow: /private\n")
    site.page("/private/x")
    site.page("/public/x")
    closed, opened = ask(site.url("/private/x"), site.url("/public/x"))
    assert "robots.txt" in closed.reason
    assert isinstance(opened, ServerAnswer)
    assert site.asked["/private/x"] == 0


def test_where_robots_txt_can_not_be_had_nothing_is_asked(site, ask):
    site.pages["/robots.txt"] = (500, {}, b"")
    site.page("/x")
    (failure,) = ask(site.url("/x"))
    assert "robots.txt" in failure.reason
    assert site.asked["/x"] == 0


def test_hosts_that_are_not_there_are_tried_for_one_page_only(ask):
    tried = []
    sys.addaudithook(lambda event, _given: tried.append(1) if event == "socket.connect" else None)
    failures = ask(*(f"http://127.0.0.1:9/{number}" for number in range(50)), allow=("127.0.0.1",))
    assert len(failures) == 50
    assert 0 < len(tried) < 10
