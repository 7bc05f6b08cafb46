"""A server that answers well, late, never, hugely, wrongly and with prose: the brief is made."""

import json
import re

import pytest

from briefing.editor.openai_client import OpenAIEditor
from tests.editor import hostile, scripted, worlds
from tests.editor.conftest import name_editor, told
from tests.editor.scripted import Said, choosing, completion, drip, tell_all, tell_last

BUSY = (("retry-after", "0"),)


@pytest.fixture(scope="module")
def world(tmp_path_factory):
    """The reservoir, read once."""
    return worlds.open_world("reservoir", tmp_path_factory.mktemp("worlds") / "reservoir")


def faults(brief):
    """Give why parts of a brief's editor could not be used, by part."""
    return {p["reply"]["subject"]: p["reply"]["fault"] for p in brief["editor"]["parts"]}


def test_a_good_answer_is_told_kept_and_shown(desk, asked):
    plain = desk.build("--no-editor")
    server = asked(choosing(tell_last))
    brief, printed = desk.build_saying()
    assert server.subjects == ["The dam", "People", "opening"]
    assert brief["editor"]["model"] == scripted.MODEL
    assert set(faults(brief).values()) == {""}
    assert told(brief) != told(plain)
    assert told(brief)["notes"] == told(plain)["notes"]
    assert f"editor {scripted.MODEL}: 3 requests, 2,700 + 120 tokens" in printed
    page = (desk.folder / "output" / "brief.md").read_text(encoding="utf-8")
    assert f"with the help of {scripted.MODEL}; every sentence is its source’s" in page
    assert desk.verify()


@pytest.mark.parametrize(
    ("said", "fault"),
    [
        (Said(status=500, body=b"down"), "refuses (the server answers 500)"),
        (Said(status=401, body=b"{}"), "refuses (the server answers 401)"),
        (Said(status=302, headers=(("location", "http://127.0.0.1:9/"),)), "answers 302"),
        (Said(status=429, headers=(("retry-after", "3600"),)), "is busy"),
        (Said(status=429, headers=BUSY), "is busy"),
        (Said(status=500, pieces=drip()), "refuses (the server answers 500)"),
        (Said(body=b"<html>no</html>"), "something that is no completion"),
        (Said(body=b'{"choices": []}'), "something that is no completion"),
        (Said(body=b"[" * 100_000), "something that is no completion"),
        (Said(body=b'{"choices": [{"message": {"refusal": "no"}}]}'), "declines"),
        (Said(body=b'{"choices": [{"message": {"content": null}}]}'), "answers nothing"),
        (Said(pieces=(b"x" * 100_000 for _ in range(1000))), "answers more than 2 MB"),
        (completion(hostile.PROSE), "the answer is no JSON"),
        (completion(hostile.ORDERS), "the answer is no JSON"),
        (completion('{"tell": ["999"]}'), "names no statement"),
        (completion("x" * 300_000), "far too long"),
        (completion('{"statements": ["The dam burst."]}'), "not of the form"),
    ],
)
def test_whatever_comes_back_the_brief_is_the_program_s_and_says_why(world, said, fault):
    with scripted.serving(lambda _: said) as server:
        told = world.tell_asking(OpenAIEditor(base_url=server.url, model=scripted.MODEL))
    plain = world.tell(lambda _: None)
    assert told.rows() == plain.rows()
    assert told.brief.bottom_line == plain.brief.bottom_line
    assert fault in told.brief.editor.parts[0].reply.fault
    assert "Choice" not in {one.label for one in told.page().facts}
    assert "burst" not in str(told.brief.sections)


@pytest.mark.parametrize("body", [hostile.PROSE, hostile.ORDERS, '{"tell": ["999"]}'])
def test_an_edition_is_made_of_rubbish_too_and_verifies(desk, asked, body):
    asked(lambda _: completion(body))
    brief, printed = desk.build_saying()
    assert "the program's own choice stands" in printed
    page = (desk.folder / "output" / "brief.md").read_text(encoding="utf-8")
    assert "with the help of" not in page
    assert "burst" not in json.dumps(brief["sections"])
    assert desk.verify()


@pytest.mark.parametrize("pieces", [None, drip()])
def test_a_server_that_is_late_is_waited_for_once_and_no_longer(desk, asked, pieces):
    never = Said(wait=3600.0) if pieces is None else Said(pieces=pieces)
    server = asked(lambda _: never, timeout=0.5)
    brief = desk.build()
    assert len(server.bodies) == 1
    first, *rest = faults(brief).values()
    assert "does not answer in" in first
    assert all("was not asked" in one for one in rest)
    assert desk.verify()


def test_nobody_listening_is_said_in_words(desk, asked):
    asked(choosing(tell_all))
    name_editor(desk, "http://127.0.0.1:9/v1")
    desk.run("check")
    brief = desk.build()
    assert "can't be reached" in next(iter(faults(brief).values()))


def test_a_busy_server_is_asked_once_more(desk, asked):
    answers = iter([Said(status=429, headers=BUSY)])
    server = asked(lambda body: next(answers, None) or choosing(tell_all)(body))
    brief = desk.build()
    assert set(faults(brief).values()) == {""}
    assert len(server.bodies) == 4


def test_what_was_never_answered_is_asked_again_by_force(desk, asked):
    down = [Said(status=500)]
    server = asked(lambda body: down.pop() if down else choosing(tell_last)(body))
    brief, printed = desk.build_saying()
    assert "build --force" in printed
    assert "Nothing changed" in desk.run("build", "--formats", "markdown,json")[1]
    again = desk.build("--force")
    assert set(faults(again).values()) == {""}
    assert told(again) != told(brief)
    assert len(server.bodies) == 4


@pytest.mark.parametrize(
    ("options", "sent", "fault"),
    [
        ({"requests": 1}, 1, "the limit is 1 requests"),
        ({"tokens": 2_000}, 1, "the limit is 2,000 tokens"),
        ({"minutes": 0.000001}, 1, "the limit is 1e-06 minutes"),
    ],
)
def test_a_build_stops_asking_at_its_limits(desk, asked, options, sent, fault):
    server = asked(choosing(tell_all), **options)
    brief = desk.build()
    assert len(server.bodies) <= sent
    assert fault in list(faults(brief).values())[-1] or "while the build" in str(faults(brief))
    assert desk.verify()


def test_a_server_that_does_not_count_tokens_is_held_to_the_estimate(desk, asked):
    def silent(body):
        return completion(json.dumps(tell_all(body)), prompt_tokens=0, completion_tokens=0)

    asked(silent)
    said = desk.run("check")[2]
    tokens = int(re.search(r"about ([\d,]+) tokens in all", said)[1].replace(",", ""))
    server = asked(silent, tokens=tokens * 2 // 3)
    brief = desk.build()
    assert 1 <= len(server.bodies) < 3
    assert "tokens" in list(faults(brief).values())[-1]


def test_asking_a_busy_server_again_counts_as_a_request(desk, asked):
    server = asked(lambda _: Said(status=429, headers=BUSY), requests=1)
    brief = desk.build()
    assert len(server.bodies) == 1
    assert "is busy" in next(iter(faults(brief).values()))


def test_the_key_comes_from_the_environment_and_stands_nowhere(desk, asked, monkeypatch):
    monkeypatch.setenv("OSS_KEY", "sk-very-secret")
    server = asked(choosing(tell_all), api_key_env="OSS_KEY")
    desk.build()
    assert set(server.keys) == {"Bearer sk-very-secret"}
    for file in desk.folder.rglob("*"):
        assert not file.is_file() or b"sk-very-secret" not in file.read_bytes()


def test_without_its_key_nobody_is_asked(desk, asked, monkeypatch):
    monkeypatch.delenv("OSS_KEY", raising=False)
    server = asked(choosing(tell_all), api_key_env="OSS_KEY")
    assert "has no OSS_KEY" in desk.run("check")[2]
    brief = desk.build()
    assert not server.bodies
    assert "has no OSS_KEY" in next(iter(faults(brief).values()))


def test_what_a_server_wants_besides_is_sent_as_numbers_and_truth_values(desk, asked):
    more = {"cache_prompt": False, "top_k": 40, "min_p": 0.5, "stop": ["x", "1"], "tag": "no one"}
    server = asked(choosing(tell_all), more=more, temperature=None)
    desk.build()
    sent = {name: server.bodies[0][name] for name in more}
    assert sent == more | {"stop": ["x", 1]}
    assert "temperature" not in server.bodies[0]


def test_the_form_of_an_answer_holds_numbers_alone(desk, asked):
    server = asked(choosing(tell_all))
    desk.build()
    for body in server.bodies:
        schema = scripted.schema_of(body)
        assert schema["additionalProperties"] is False
        assert schema["required"] == list(schema["properties"])
        for one in schema["properties"].values():
            assert one["type"] == "array"
            assert one["items"]["type"] == "string"
            assert all(set(name) <= set("0123456789a+=q") for name in one["items"]["enum"])
        assert body["response_format"]["json_schema"]["strict"] is True
        assert body["temperature"] == 0.0
