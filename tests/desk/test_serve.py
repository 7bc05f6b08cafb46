"""The desk as plain requests see it: preview, acts, undo, release."""

import base64
import hashlib
import os
import re
import subprocess
import sys

from briefing.settings import seals
from briefing.settings.analyst import read_analyst

SLUGS = ("works", "talks")


def decided(desk):
    return read_analyst(desk.folder, sections=SLUGS).file


def test_the_preview_is_what_a_build_writes_and_no_edition(desk):
    page = desk.client.get("/brief.html")
    assert "Harbour works" in page.text
    script = page.text.partition("<script>")[2].partition("</script>")[0]
    code = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    assert script
    assert f"script-src 'sha256-{code}';" in page.headers["content-security-policy"]
    assert [one.name for one in (desk.folder / "output" / "editions").iterdir()] == [".lock"]
    environment = {**os.environ, "SOURCE_DATE_EPOCH": "1742500000"}
    trial = desk.folder.parent / "trial.html"
    trial.write_bytes(page.content)
    subprocess.run(
        [sys.executable, "-m", "briefing", "build", "-c", str(desk.folder / "config.yaml"), "-q"],
        check=True,
        env=environment,
    )
    assert (desk.folder / "output" / "brief.html").read_bytes() == trial.read_bytes()


def test_each_act_is_written_with_the_seal_that_was_seen_and_undone(desk):
    name, about = desk.item("northern quay reopened")
    sent = {
        "keep": {},
        "pin": {"section": "works"},
        "exclude": {"reason": "told: elsewhere # twice"},
        "move": {"section": "talks"},
        "correct": {"was": "four months", "now": "five months", "reason": "the register says so"},
        "judge": {"text": "It stays open.", "likelihood": "likely", "confidence": "low",
        "reason": "two\r\nlines"},
        "person": {"name": "Ruth Adeyemi", "role": "harbour master", "country": ""},
        "outlet": {"name": "Vellin Post", "reliability": "B", "note": "owned by the port"},
    }  # fmt: skip
    for act, fields in sent.items():
        before = desk.analyst
        answer = desk.post(f"/review/{name}", act=act, **about, **fields)
        assert answer.status_code == 303, answer.text
        file = decided(desk)
        lists = {"judge": "judgements", "person": "people", "outlet": "outlets"}
        (entry,) = getattr(file, lists.get(act, act))
        for field, value in fields.items():
            assert str(getattr(entry, field)) == value.replace("\r\n", "\n")
        assert getattr(entry, "hash", about["seal"]) == about["seal"]
        undone = desk.post("/undo")
        assert undone.status_code == 303
        assert desk.analyst == before


ARABIC = "أغلقت هيئة الميناء الرصيف الشمالي يوم 3 مارس 2025 بعد العاصفة."
ENGLISH = "The port authority closed the northern quay on 3 March 2025 after the storm."


def test_a_translation_is_written_seen_taken_back_and_shown_when_it_is_stale(desk):
    article, before = desk.folder / "articles" / "z.txt", desk.analyst
    article.write_text(f"الرصيف الشمالي مغلق\n\n{ARABIC}\n")
    desk.until(lambda: "أغلقت" in desk.client.get("/review").text)
    name, about = desk.item("أغلقت هيئة")
    page = desk.client.get(f"/review/{name}").text
    assert 'id="statement" lang="ar" dir="rtl"' in page
    sent = {"act": "translate", **about, "quote": "", "text": ENGLISH, "by": "N. Hart"}
    for fields, said in (
        ({"by": " "}, "by: error"),
        ({"quote": "x"}, "does not say &#x27;x&#x27;"),
    ):
        refused = desk.post(f"/review/{name}", **{**sent, **fields})
        assert (refused.status_code, said in refused.text) == (422, True)
        assert ENGLISH in refused.text
    assert desk.post(f"/review/{name}", **sent).headers["location"] == f"/review/{name}"
    (entry,) = decided(desk).translations
    assert (entry.text, entry.by, entry.hash) == (ENGLISH, "N. Hart", about["seal"])
    desk.until(lambda: ENGLISH in desk.page())
    assert "Take back this translation" in desk.client.get(f"/review/{name}").text
    article.write_text(f"الرصيف الشمالي مغلق\n\n{ARABIC.replace('3', '4')}\n")
    desk.until(lambda: "يوم 4" in desk.client.get("/review").text)
    assert ENGLISH not in desk.page()
    name, about = desk.item("أغلقت هيئة")
    page = desk.client.get(f"/review/{name}").text
    assert "not printed: passage 2 of articles/z.txt has changed" in page
    assert f"required>{ENGLISH}</textarea>" in page
    back = {"act": "untranslate", **about, "entered": "2", "quote": ""}
    assert desk.post(f"/review/{name}", **back).status_code == 303
    assert decided(desk).translations == ()
    desk.post("/undo")
    assert decided(desk).translations == (entry,)
    desk.post("/undo")
    assert desk.analyst == before
    article.unlink()
    desk.until(lambda: "أغلقت" not in desk.client.get("/review").text)


def test_what_cannot_be_done_is_said_and_nothing_written(desk):
    name, about = desk.item("northern quay reopened")
    before = desk.analyst
    for fields, said in (
        ({"act": "exclude", **about, "reason": " "}, "reason: error: nothing stands here"),
        ({"act": "pin", **about, "section": "nowhere"}, "there is no section &#x27;nowhere&#x27;"),
        ({"act": "pin", **about, "seal": "000000000000"}, "has changed since you looked"),
        ({"act": "burn", **about}, "there is no such act"),
        ({"act": "judge", **about, "text": "x", "likelihood": "surely", "confidence": "low"},
        "not a term of icd203"),
        ({"act": "correct", **about, "was": "six months", "now": "5", "reason": "x"},
        "does not say &#x27;six months&#x27;"),
        ({}, "there is no such passage any more"),
    ):  # fmt: skip
        answer = desk.post(f"/review/{name}", **fields)
        assert answer.status_code == 422
        assert said in answer.text
    assert desk.post("/review/s-nothing", act="keep").status_code == 422
    assert desk.client.get("/review/s-nothing").status_code == 404
    assert desk.analyst == before


def test_a_pin_that_the_brief_could_not_obey_is_refused_with_the_reason(desk):
    name, about = desk.item("northern quay reopened")
    before = desk.analyst
    for passage, words, why in (
        ("2", "Harbour Gazette, 5 March 2025", "names outlet and day, and is no sentence"),
        ("1", "Northern quay reopens after dredging", ""),
    ):
        place = {**about, "passage": passage, "seal": seals.passage_seal(words)}
        answer = desk.post(f"/review/{name}", act="pin", section="works", **place)
        assert (answer.status_code, why in answer.text) == (422 if why else 303, True)
        assert (desk.analyst == before) == bool(why)
    assert "taken for the title" in desk.client.get("/review").text
    needed = {"act": "exclude", "reason": "late", **place}
    assert desk.post(f"/review/{name}", **needed).status_code == 303
    desk.post("/undo")
    desk.post("/undo")
    assert desk.analyst == before


JOINED = """\
Tugs wait at Vellin

Harbour Gazette, 14 March 2025

The tug company Halvar Lines took four tugs off the channel at Vellin on Monday because of the dredging.

It lost 90,000 euros in two days while the channel was dredged, the firm's director Eva Lund said.
"""


def test_a_statement_that_joins_passages_is_pinned_and_corrected_as_it_stands(desk):
    article, before = desk.folder / "articles" / "j.txt", desk.analyst
    article.write_text(JOINED)
    desk.until(lambda: "Halvar Lines" in desk.client.get("/review").text)
    name, about = desk.item("It lost 90,000 euros")
    assert about["passage"] == "4"
    assert desk.post(f"/review/{name}", act="pin", section="works", **about).status_code == 303
    (entry,) = decided(desk).pin
    desk.until(lambda: "pinned by the analyst" in desk.page())
    assert re.search(r"took four tugs .* It lost 90,000 euros", desk.page(), re.DOTALL)
    assert (entry.passage, entry.section) == (4, "works")
    desk.post("/undo")
    fix = {"act": "correct", "was": "four tugs", "now": "five tugs", "reason": "the register"}
    assert desk.post(f"/review/{name}", **fix, **about).status_code == 303
    (entry,) = decided(desk).correct
    assert (entry.passage, entry.was) == (3, "four tugs")
    desk.post("/undo")
    article.unlink()
    desk.until(lambda: "Halvar Lines" not in desk.client.get("/review").text)
    assert desk.analyst == before


def test_an_exclusion_takes_the_statement_out_of_the_next_brief(desk):
    name, about = desk.item("Two new cranes arrived")
    answer = desk.post(f"/review/{name}", act="exclude", **about, reason="no news")
    assert answer.headers["location"].startswith("/review/")
    desk.until(lambda: "excluded by the analyst: no news" in desk.page())
    assert desk.client.get(f"/review/{name}").status_code == 404
    desk.post("/undo")
    desk.until(lambda: "excluded by the analyst" not in desk.page())
    assert desk.client.get(f"/review/{name}").status_code == 200


def test_mistakes_stand_in_place_of_the_page_and_the_last_good_one_stays(desk):
    config = desk.folder / "config.yaml"
    right, good = config.read_text(), desk.page()
    config.write_text(right.replace("kind: digest", "kind: digst", 1))
    desk.until(lambda: "can't be made" in desk.client.get("/").text.replace("&#x27;", "'"))
    page = desk.client.get("/").text
    assert re.search(r"config\.yaml:8:\d+: error: .*digst", page)
    assert "<iframe" not in page
    assert "<iframe" in desk.client.get("/?good=1").text
    assert desk.page() == good
    assert "nothing can be released" in desk.client.get("/release").text
    config.write_text(right)
    desk.until(lambda: "<iframe" in desk.client.get("/").text)


def test_a_release_makes_one_edition_and_lets_it_go(desk):
    page = desk.client.get("/release").text
    assert "reader@harbour.example" in page
    desk.until(lambda: not desk.client.get("/").text.count("making the brief"))
    (fingerprint,) = re.findall(r'name="fingerprint" value="([0-9a-f]+)"', page)
    wrong = desk.post("/release", fingerprint="0" * 64, who="R. A.")
    assert (wrong.status_code, "nothing was released" in wrong.text) == (422, True)
    answer = desk.post("/release", fingerprint=fingerprint, who="R. A.")
    assert "is released by R. A." in answer.text
    kept = [one.name for one in (desk.folder / "output" / "editions").iterdir() if one.is_dir()]
    assert kept == ["0001"]
    assert not (desk.folder / "output" / "outbox").exists()
