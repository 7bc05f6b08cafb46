"""The brief.json that a reader is sent holds what they chose, says so, and verifies as what it says
it is."""

import email
import email.policy
import json

import pytest

from tests.deliver.conftest import ARTICLE

NEWS = "The northern quay handled 900 containers on 7 April 2025, the port authority said.\n"
HOLDS = "every statement holds"


@pytest.fixture
def sent(project):
    """A function that sends the newest edition to one reader; gives the brief.json they got, by
    itself."""

    def send(reader="to: ann@example.org"):
        project.configure(f"after: build\nrecipients: [{{{reader}, formats: [json]}}]").build()
        project.run("send")
        box = sorted(
            (project.folder / "output/outbox/new").glob("*"),
            key=lambda path: path.stat().st_mtime_ns,
        )
        found = email.message_from_bytes(box[-1].read_bytes(), policy=email.policy.default)
        (part,) = found.iter_attachments()
        return json.loads(part.get_content())

    return send


@pytest.fixture
def verified(project):
    """A function that verifies a brief.json; gives the exit code and what is said."""

    def verify(brief, folder="."):
        path = project.folder / folder / "copy.json"
        path.write_text(json.dumps(brief, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
        return project.run("verify", str(path))

    return verify


@pytest.mark.parametrize("folder", [".", "output"], ids=["alone", "beside the record"])
def test_a_copy_cut_to_sections_holds_as_what_it_says_it_is(sent, verified, folder):
    brief = sent("to: ann@example.org, sections: [people]")
    assert [section["slug"] for section in brief["sections"]] == ["people"]
    code, said = verified(brief, folder)
    assert (code, HOLDS in said) == (0, True), said
    assert (
        "a reader's copy, cut to people, new since nothing before: not the edition itself" in said
    )


def test_a_copy_of_everything_to_a_reader_who_knows_some_holds_too(project, sent, verified):
    sent()
    project.write("one.txt", ARTICLE + "\n" + NEWS)
    sent("to: bob@example.org")
    ferry = "A ferry line to the southern quay began on 9 April 2025 with three sailings.\n"
    project.write("one.txt", ARTICLE + "\n" + NEWS + "\n" + ferry)
    brief = sent()
    assert brief["rendition"] == {"sections": [], "baseline": 1}
    assert (brief["edition"]["number"], brief["edition"]["previous"]) == (3, 2)
    code, said = verified(brief)
    assert (code, HOLDS in said) == (0, True), said
    assert "a reader's copy, of all sections, new since brief 1: not the edition itself" in said


def test_whoever_gets_the_edition_itself_gets_it_without_such_words(sent, verified):
    brief = sent()
    assert "rendition" not in brief
    assert "copy," not in verified(brief)[1]


def test_a_whole_edition_that_lacks_a_section_still_fails(sent, verified):
    brief = sent()
    del brief["sections"][0]
    assert verified(brief)[0] == 1


def _other_sections(brief):
    brief["rendition"]["sections"] = ["works"]


def _none(brief):
    del brief["rendition"]


def _less(brief):
    brief["sections"] = []


def _unknown(brief):
    brief["sections"][0]["slug"] = "elsewhere"
    brief["rendition"]["sections"] = ["elsewhere"]


def _altered(brief):
    brief["sections"][0]["statements"][0]["text"] += " Not so."


def _opened_by_nobody(brief):
    brief["bottom_line"] = brief["bottom_line"] * 2


def _renumbered(brief):
    brief["sources"][0]["number"] = 0


def _since(brief):
    brief["rendition"]["baseline"] = 4


@pytest.mark.parametrize("folder", [".", "output"], ids=["alone", "beside the record"])
@pytest.mark.parametrize(
    "damage",
    [_other_sections, _none, _less, _unknown, _altered, _opened_by_nobody, _renumbered, _since],
)
def test_a_copy_that_is_not_what_it_says_fails(sent, verified, damage, folder):
    brief = sent("to: ann@example.org, sections: [people]")
    damage(brief)
    code, said = verified(brief, folder)
    assert (code, HOLDS in said) == (1, False), said


def test_a_copy_that_lost_a_statement_is_found_out_by_the_record(sent, verified):
    brief = sent("to: ann@example.org, sections: [people]")
    gone = brief["sections"][0]["statements"].pop()["id"]
    brief["changes"]["new"].remove(gone)
    code, said = verified(brief, "output")
    assert code == 1
    assert "reads otherwise" in said


def test_what_a_copy_tells_as_new_is_held_to_what_its_reader_had(project, sent, verified):
    sent()
    project.write("one.txt", ARTICLE.replace("fourteen", "fifteen") + "\n" + NEWS)
    project.build()
    project.write("one.txt", ARTICLE + "\n" + NEWS)
    project.build()
    brief = sent()
    code, said = verified(brief, "output")
    assert (code, "had before" in said) == (0, False), said
    brief["changes"]["withdrawn"] = [
        *brief["changes"]["withdrawn"],
        {"id": "s-0000000a", "was": "Nothing.", "now": "", "cause": "no longer in the brief"},
    ]
    code, said = verified(brief, "output")
    assert code == 1 or "not checked: changes" in said


def test_a_reader_of_sections_that_the_whole_does_not_open_with_gets_an_opening_of_them(
    project, sent
):
    project.write(
        "one.txt",
        ARTICLE
        + "".join(f"\nBerth {n} of the quay was dredged on {n} May 2025.\n" for n in "23456"),
    )
    brief = sent("to: ann@example.org, sections: [people]")
    told = {statement["id"] for section in brief["sections"] for statement in section["statements"]}
    assert set(brief["bottom_line"]) <= told
    assert brief["bottom_line"]
