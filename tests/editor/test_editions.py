"""From `check` to the edition and back: what is sent, kept, replayed, told and explained."""

import json
import shutil

import pytest

from tests.editor import scripted
from tests.editor.conftest import name_editor, told
from tests.editor.scripted import choosing, content_of, tell_all, tell_last


def test_nothing_is_sent_before_check_has_said_what_would_be(desk):
    with scripted.serving(choosing(tell_last)) as server:
        name_editor(desk, server.url)
        brief, printed = desk.build_saying()
        assert "editor" not in brief
        assert "briefing check" in printed
        assert not server.bodies
        code, _, said = desk.run("check")
        assert code == 0
        assert not server.bodies
        assert "section “The dam”: its title, 12 statements of 4 sources, 2 questions" in said
        assert "section “People”: its title, " in said
        assert server.url in said
        assert "private, never sent: section notes" in said
        assert "private, never sent: 1 source" in said
        edited = desk.build()
        assert edited["editor"]["model"] == scripted.MODEL
        assert server.bodies


@pytest.mark.parametrize("change", ["place", "model", "private"])
def test_what_goes_elsewhere_or_is_more_waits_for_another_check(desk, asked, change):
    first = asked(choosing(tell_all))
    desk.build()
    sent = len(first.bodies)
    if change == "place":
        second = asked(choosing(tell_last))
        name_editor(desk, first.url.replace("127.0.0.1", "localhost"), model="another-model")
        first, sent = second, len(second.bodies)
        name_editor(desk, second.url + "/", model="another-model")
    elif change == "model":
        name_editor(desk, first.url, model="another-model")
    else:
        config = desk.folder / "config.yaml"
        text = config.read_text(encoding="utf-8")
        config.write_text(text.replace("statements: 3, private: true", "statements: 3"))
    _, printed = desk.build_saying("--force")
    assert "the editor is not asked" in printed
    assert len(first.bodies) == sent
    desk.run("check")
    desk.build("--force")
    assert len(first.bodies) > sent


def test_what_is_sent_is_what_check_says(desk, asked):
    server = asked(choosing(tell_all))
    announced = json.loads(desk.run("check", "--requests")[1])
    desk.build()
    sent = [
        {
            "about": one["about"],
            "instructions": body["messages"][0]["content"],
            "content": content_of(body),
            "schema": scripted.schema_of(body),
        }
        for body, one in zip(server.bodies, announced, strict=True)
    ]
    *sections, opening = sent
    assert sections == announced[:-1]
    shown = {s["text"] for one in sections for s in one["content"]["statements"]}
    shown |= {text for one in sections for text in one["content"]["told_already"]}
    words = {word for text in shown for word in text.split()}
    for one in opening["content"]["statements"]:  # of what was told, so shortened or joined
        assert set(one["text"].rstrip(".").split()) <= words | {one["text"].rstrip(".").split()[-1]}
    assert {key for body in server.bodies for key in body} == {
        "messages",
        "model",
        "response_format",
        "max_tokens",
        "stream",
        "temperature",
    }


def test_a_private_section_and_a_private_source_never_leave(desk, asked):
    memo = desk.folder / "articles" / "memo2.txt"
    memo.write_text(
        "A note on the dam\n\nOss, 9 May 2025\n\nThe dam keeper Otto Quist wrote that the wall of the dam leaks"
        " at two places, and that the reservoir loses 40 litres a minute.\n",
        encoding="utf-8",
    )
    (desk.folder / "articles" / "sources.yaml").write_text("memo2.txt: {private: true}\n")
    server = asked(choosing(tell_last))
    brief = desk.build()
    assert "Otto Quist" in json.dumps(brief["sections"])
    assert "Lena Brandt" in json.dumps(brief["sections"])
    assert server.raw
    for data in server.raw:
        text = data.decode()
        for word in (
            "Otto Quist",
            "Lena Brandt",
            "Karl Moos",
            "memo asks",
            "For the desk alone",
            "notes",
        ):
            assert word not in text
    assert desk.verify()


def test_a_rebuild_asks_nobody_and_tells_the_same(desk):
    with scripted.serving(choosing(tell_last)) as server:
        name_editor(desk, server.url)
        desk.run("check")
        first = desk.build()
        sent = len(server.bodies)
    # nobody listens from here on: whoever asks fails, and the brief would say so
    again, printed = desk.build_saying("--force")
    assert "3 answers kept from before, nothing sent" in printed
    assert len(server.bodies) == sent
    plain = [
        {k: v for k, v in one.items() if k not in {"edition", "changes"}} for one in (first, again)
    ]
    for one in plain:
        for section in one["sections"]:
            for statement in section["statements"]:
                del statement["change"]
    assert plain[0] == plain[1]
    assert first["edition"]["fingerprint"] == again["edition"]["fingerprint"]
    assert desk.verify()


@pytest.mark.parametrize("lost", ["store", "editions", "both but one"])
def test_the_same_bytes_come_of_whatever_keeps_the_answers(desk, lost):
    with scripted.serving(choosing(tell_last)) as server:
        name_editor(desk, server.url)
        desk.run("check")
        desk.build()
    before = (desk.folder / "output" / "editions" / "0001" / "brief.json").read_bytes()
    if lost == "editions":
        shutil.rmtree(desk.folder / "output")
    else:
        for file in desk.folder.glob("config.yaml.db*"):
            file.unlink()
    brief, printed = desk.build_saying("--force")
    assert "nothing sent" in printed
    now = json.loads(before)
    assert (
        brief["sections"][0]["statements"][0]["text"] == now["sections"][0]["statements"][0]["text"]
    )
    assert brief["editor"] == now["editor"]
    assert told(brief) == told(now)


def test_the_same_inputs_give_the_same_bytes_in_any_folder(desk, tmp_path, monkeypatch):
    with scripted.serving(choosing(tell_last)) as server:
        name_editor(desk, server.url)
        desk.run("check")
        edition = desk.build()
    twin = tmp_path / "twin"
    shutil.copytree(desk.folder, twin)
    for file in twin.glob("config.yaml.db*"):
        file.unlink()
    for folder in (desk.folder, twin):
        monkeypatch.chdir(folder)
        assert desk.run("build", "--output", "trial", "--formats", "markdown,html,json")[0] == 0
    for name in ("brief.md", "brief.html", "brief.json"):
        assert (desk.folder / "trial" / name).read_bytes() == (twin / "trial" / name).read_bytes()
    trial = json.loads((twin / "trial" / "brief.json").read_bytes())
    assert trial["editor"] == edition["editor"]
    assert told(trial) == told(edition)


def test_a_changed_article_asks_only_about_the_sections_that_it_serves(desk, asked):
    server = asked(choosing(tell_all))
    desk.build()
    sent = len(server.bodies)
    article = desk.folder / "articles" / "b_courier.txt"
    text = article.read_text(encoding="utf-8")
    article.write_text(text.replace("two metres since", "three metres since"), encoding="utf-8")
    desk.build()
    assert server.subjects[sent:] == ["The dam", "opening"]
    assert desk.verify()


def test_without_an_editor_for_once_the_program_chooses(desk, asked):
    server = asked(choosing(tell_last))
    edited = desk.build()
    sent = len(server.bodies)
    plain = desk.build("--no-editor")
    assert "editor" not in plain
    assert told(plain) != told(edited)
    assert desk.verify()
    again = desk.build()
    assert told(again) == told(edited)
    assert len(server.bodies) == sent


def test_diff_and_explain_say_what_the_editor_changed(desk, asked):
    plain = desk.build("--no-editor")
    asked(choosing(tell_last))
    brief = desk.build()
    own, now = told(plain)["dam"], told(brief)["dam"]
    texts = {s["key"]: s for b in (plain, brief) for x in b["sections"] for s in x["statements"]}
    lines = desk.run("diff")[1]
    head = f"editor {scripted.MODEL}, dam:"
    for key in set(now) - set(own):
        assert f"{head} told: {texts[key]['text'][:60]}" in lines
    for key in set(own) - set(now):
        assert f"{head} left out: {texts[key]['text'][:60]}" in lines
    fresh = next(key for key in now if key not in own)
    assert (
        f"chosen by the editor, {scripted.MODEL}: the program by itself would not tell it"
        in (desk.run("explain", texts[fresh]["id"])[1])
    )
    said = "".join(
        desk.run("explain", f"articles/{name}:{number}")[1]
        for name in ("a_post.txt", "c_review.txt", "d_blog.txt")
        for number in range(3, 8)
    )
    assert f"left out by the editor, {scripted.MODEL}, in dam: the program by itself would" in said
    assert f"chosen by the editor, {scripted.MODEL}, in dam, and refused: no room" in said
    assert json.loads(desk.run("diff", "--json")[1])["editor"]


def test_a_look_asks_nobody(desk, asked):
    server = asked(choosing(tell_last))
    desk.build()
    sent = len(server.bodies)
    article = desk.folder / "articles" / "b_courier.txt"
    text = article.read_text(encoding="utf-8")
    article.write_text(text.replace("two metres since", "three metres since"), encoding="utf-8")
    for command in (["check"], ["explain", "1.1"], ["sources"], ["passages"], ["verify"], ["diff"]):
        desk.run(*command)
    desk.run("build", "--output", "trial", "--formats", "json")
    assert len(server.bodies) == sent


def test_an_editor_of_the_user_s_own_is_a_stage(desk, monkeypatch):
    package = desk.folder / "own_desk"
    package.mkdir()
    (package / "__init__.py").write_text("")
    (package / "chief.py").write_text(
        '''
import json
from dataclasses import dataclass
from briefing.model import EditorAnswer

@dataclass(frozen=True, slots=True, kw_only=True)
class Chief:
    """Tells what mentions a word first.

    word: what it looks for.
    """
    word: str
    model: str = "our rule"
    place: str = "this machine"
    unready: str = ""

    def __call__(self, request):
        told = json.loads(request.content)["statements"]
        ranked = sorted(told, key=lambda one: self.word not in one["text"])
        return EditorAnswer(text=json.dumps({"tell": [one["number"] for one in ranked]}))
''',
        encoding="utf-8",
    )
    monkeypatch.syspath_prepend(str(desk.folder))
    name_editor(desk, "unused")
    config = desk.folder / "config.yaml"
    plain = config.read_text(encoding="utf-8").split("\neditor:")[0]
    config.write_text(f"{plain}\neditor: {{kind: 'own_desk.chief:Chief', word: siren}}\n")
    assert desk.run("check")[0] == 0
    brief = desk.build()
    assert brief["editor"]["model"] == "our rule"
    people = brief["sections"][1]["statements"]
    assert "siren" in people[0]["text"] or any("siren" in one["text"] for one in people)
    assert desk.verify()


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ({"base_url": "ftp://x"}, "is not a web address"),
        ({"base_url": "http://me:secret@h/v1"}, "holds a secret"),
        ({"model": " "}, "'model' is blank"),
        ({"timeout": 0}, "leaves no time"),
        ({"share": 0}, "is no share"),
        ({"share": 1.5}, "is no share"),
        ({"requests": 0}, "leaves nothing to ask with"),
        ({"kind": "openia"}, "did you mean 'openai'"),
        ({"modle": "x"}, "did you mean 'model'"),
        ({"minutes": "soon"}, "is not a number"),
    ],
)
def test_a_wrong_editor_is_one_line_at_its_place(desk, options, words):
    name_editor(desk, "http://127.0.0.1:9/v1", **options)
    code, _, err = desk.run("check")
    assert code == 2
    line = next(one for one in err.splitlines() if words in one)
    assert line.startswith("config.yaml:")
    assert "error" in line


@pytest.mark.parametrize(
    ("url", "heard"),
    [
        ("http://127.0.0.1:9/v1", False),
        ("http://127.8.8.8:9/v1", False),
        ("http://localhost:9/v1", False),
        ("http://[::1]:9/v1", False),
        ("https://far.example/v1", False),
        ("http://far.example/v1", True),
        ("http://localhost.far.example/v1", True),
        ("http://127.far.example/v1", True),
    ],
)
def test_what_goes_over_the_network_in_the_clear_is_warned_of(desk, url, heard):
    name_editor(desk, url)
    _, out, err = desk.run("check")
    assert ("not encrypted" in out + err) == heard


def test_a_private_mark_that_is_no_truth_value_is_refused_and_kept_private(desk):
    config = desk.folder / "config.yaml"
    text = config.read_text(encoding="utf-8")
    config.write_text(text.replace("path: desk, private: true", "path: desk, private: perhaps"))
    code, _, err = desk.run("check")
    assert code == 2
    assert "config.yaml:4:" in err
