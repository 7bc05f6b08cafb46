"""Chat rooms and folders: what they get, and what becomes of it."""

import json
import re
import warnings
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rogue_web import WebScript, WebServer

from briefing.deliver import chat
from briefing.deliver.channel import NewsList, PostedLine, Posting
from briefing.mailing.send import SendOptions, send_due

NOW = datetime(2026, 1, 1, tzinfo=UTC)
ROOM = '{kind: webhook, name: desk-room, url_env: DESK_HOOK, form: json, timeout: 1, link: "https://desk.example/{edition}/brief.html"}'


@pytest.fixture
def service(monkeypatch):
    with WebServer(WebScript()) as server:
        monkeypatch.setenv("DESK_HOOK", server.url)
        yield server


def channels(project, *entries, mail=""):
    """The project with channels, and with mail only where some is asked for."""
    project.configure(mail or "after: build")
    text = project.config.read_text(encoding="utf-8")
    if not mail:
        text = text[: text.index("mail:\n")]
    text += "channels:\n" + "".join(f"  - {entry}\n" for entry in entries)
    project.config.write_text(text, encoding="utf-8")
    return project


def send(project, at=NOW, **options):
    return send_due(project.config, SendOptions(clock=lambda: at, **options))


def test_a_room_gets_a_released_edition_once_with_bottom_line_and_link(project, service):
    channels(project, ROOM).build()
    waiting = send(project)
    assert service.script.taken == []
    assert "waits for approval" in waiting.outcome.message
    project.run("approve")
    with warnings.catch_warnings(record=True) as left_open:
        warnings.simplefilter("always", ResourceWarning)
        done = send(project)
    assert done.outcome.exit_code == 0, done.outcome.message
    assert [str(one.message) for one in left_open] == []
    [(path, told)] = service.script.taken
    assert path.endswith("secretpart")
    brief = json.loads((project.folder / "output/brief.json").read_text(encoding="utf-8"))
    texts = {one["id"]: one["text"] for part in brief["sections"] for one in part["statements"]}
    assert told["bottom_line"] == [texts[one] for one in brief["bottom_line"]]
    assert told["link"] == "https://desk.example/0001/brief.html"
    assert (told["title"], told["marking"]) == ("Harbour works", "TLP:CLEAR")
    assert send(project).outcome.message == "Channels: 1 of 1 have theirs"
    assert len(service.script.taken) == 1


def test_the_second_posting_tells_what_is_new_since_the_first(project, service):
    channels(project, ROOM).build()
    project.run("approve")
    send(project)
    project.write(
        "two.txt",
        "The quay was closed again on 9 March 2025 after a crane fell into the basin, the port "
        "authority said.\n",
    )
    project.build()
    project.run("approve")
    send(project, NOW + timedelta(days=1))
    told = service.script.taken[1][1]
    assert told["edition"] == 2
    assert any("crane fell" in line for part in told["news"] for line in part["lines"])
    assert all("dredging" not in line for part in told["news"] for line in part["lines"])


def test_nothing_new_is_no_reason_unless_the_room_asks_for_all(project, service):
    channels(project, ROOM, ROOM.replace("desk-room, ", "all, send_when: always, ")).build()
    project.run("approve")
    send(project)
    assert len(service.script.taken) == 2
    text = project.config.read_text(encoding="utf-8")
    # A later edition with another outlook is one that says the same.
    project.config.write_text(text.replace("title: Works", "title: Works done"), encoding="utf-8")
    project.run("build", "--force")
    code, said = project.run("approve")
    report = send(project, NOW + timedelta(days=1))
    states = {row.channel.name: row.standing.state for row in report.channels}
    assert states["desk-room"] in {"nothing", "served"}, said
    assert states["all"] == "served", code


@pytest.mark.parametrize(
    ("action", "state", "again"),
    [
        ("429", "later", 1),
        ("503", "later", 1),
        ("408", "later", 1),
        ("lie", "later", 1),
        ("half", "ambiguous", 0),
        ("404", "refused", 0),
        ("302", "refused", 0),
        ("500", "ambiguous", 0),
        ("504", "ambiguous", 0),
        ("taken", "ambiguous", 0),
        ("garbage", "ambiguous", 0),
        ("hang", "ambiguous", 0),
        ("drip", "ambiguous", 0),
    ],
)
def test_what_a_service_answers_decides_whether_it_is_tried_again(
    project, service, action, state, again
):
    channels(project, ROOM.replace("form: json", "form: json, after: build")).build()
    service.script.plan = [action]
    first = send(project)
    [row] = first.channels
    assert row.standing.state == state
    assert first.outcome.exit_code == 1
    assert "secretpart" not in first.outcome.message
    before = len(service.script.requests)
    send(project, NOW + timedelta(days=2))
    assert len(service.script.requests) - before == again


def test_a_room_that_cannot_be_reached_is_still_owed_and_no_attempt_counts(project, monkeypatch):
    with WebServer(WebScript()) as server:
        monkeypatch.setenv("DESK_HOOK", server.url)
    channels(project, ROOM.replace("form: json", "form: json, after: build")).build()
    found = send(project)
    assert found.channels[0].standing.state == "due"
    assert found.channels[0].standing.attempts == 0
    assert "can't be reached" in found.outcome.message


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("", "holds no address"),
        ("hooks.example", "holds no address"),
        ("http://hooks.example/x", "is not https"),
        ("file:///etc/passwd", "holds no address"),
        ("https://hooks.example:99999/x", "holds no address"),
        ("https://hooks.example/x y", "holds no address"),
        ("https://hooks. example/x", "holds no address"),
        ("https://hooks.example/x\r\nHost: y", "holds no address"),
    ],
)
def test_an_address_that_may_not_be_posted_to_is_named_by_its_variable(
    project, monkeypatch, address, said
):
    monkeypatch.setenv("DESK_HOOK", address)
    channels(project, ROOM.replace("form: json", "form: json, after: build")).build()
    found = send(project)
    assert said in found.outcome.message
    assert "DESK_HOOK" in found.outcome.message
    assert "hooks.example" not in found.outcome.message
    assert found.outcome.exit_code == 1


@pytest.mark.parametrize(
    "address", ["/hooks/T0/secretpartofit", "?v=1&sig=ofthesignature0", "/echo/partsofthesecret"]
)
def test_no_part_of_an_address_is_repeated_that_a_service_repeats(
    project, service, monkeypatch, address
):
    monkeypatch.setenv("DESK_HOOK", service.url.removesuffix("/hooks/T0/secretpart") + address)
    channels(project, ROOM.replace("form: json", "form: json, after: build")).build()
    last = address.rpartition("/")[2].rpartition("=")[2]
    # Two times: where the answer is cut for people stands one of them.
    service.script.echo = f"no {address} and {last}, {'x' * (270 - len(address))} {last}"
    service.script.plan = ["404"]
    answer = send(project).channels[0].receipt.answer
    assert answer.startswith("404 no")
    assert last[:6] not in answer


def test_an_address_in_a_file_that_others_read_is_refused(project, service):
    secret = project.folder / "hook"
    secret.write_text(service.url + "\n", encoding="utf-8")
    secret.chmod(0o644)
    channels(project, "{kind: webhook, url_file: hook, after: build}").build()
    assert "can be read by others" in send(project).outcome.message
    secret.chmod(0o600)
    assert send(project).outcome.exit_code == 0
    assert len(service.script.taken) == 1


def test_mail_and_channels_are_reported_together(project, service):
    mail = "after: build\nrecipients: [ann@example.org]"
    channels(project, ROOM.replace("form: json", "form: json, after: build"), mail=mail).build()
    code, said = project.run("send")
    assert (code, len(service.script.taken)) == (0, 1)
    assert "put into the outbox for 1" in said
    assert "Channels: 1 of 1 have theirs" in said
    code, said = project.run("send", "--status", "--json")
    [room] = json.loads(said)["channels"]
    assert (room["name"], room["state"], room["receipt"]["outcome"]) == (
        "desk-room",
        "served",
        "sent",
    )


def test_a_posted_edition_is_never_renewed(project, service):
    channels(project, ROOM.replace("form: json", "form: json, after: build")).build()
    send(project)
    assert service.script.taken
    text = project.config.read_text(encoding="utf-8")
    project.config.write_text(text.replace("Harbour works", "Harbour news"), encoding="utf-8")
    project.build()
    kept = sorted(path.name for path in (project.folder / "output/editions").glob("0*"))
    assert kept == ["0001", "0002"]


def test_a_dry_run_writes_what_would_be_posted_and_posts_nothing(project, service):
    channels(project, ROOM, "{kind: folder, path: copies}").build()
    (project.folder / "copies").mkdir()
    code, said = project.run("send", "--dry-run")
    assert code == 0, said
    assert "nothing was posted" in said
    assert service.script.requests == []
    assert list((project.folder / "copies").iterdir()) == []
    folder = project.folder / "output/dry-run/0001"
    assert json.loads((folder / "desk-room.json.json").read_text(encoding="utf-8"))["edition"] == 1
    assert "copies/harbour-0001/brief.json" in (folder / "folder.txt").read_text(encoding="utf-8")


def test_a_folder_gets_a_whole_copy_that_verifies_and_the_newest_beside_it(project):
    place = project.folder / "copies"
    place.mkdir()
    channels(project, "{kind: folder, path: copies, latest: true, after: build}").build()
    assert send(project).outcome.exit_code == 0
    copy, kept = place / "harbour-0001", project.folder / "output/editions/0001"
    names = sorted(path.relative_to(kept) for path in kept.rglob("*") if path.is_file())
    assert sorted(path.relative_to(copy) for path in copy.rglob("*") if path.is_file()) == names
    assert all((copy / name).read_bytes() == (kept / name).read_bytes() for name in names)
    assert (place / "harbour.md").read_bytes() == (kept / "brief.md").read_bytes()
    code, said = project.run("verify", str(copy / "brief.json"))
    assert code == 0, said
    assert not [one for one in place.rglob("*") if one.name.startswith(".part-")]


def test_a_folder_takes_chosen_files_only(project):
    (project.folder / "copies").mkdir()
    channels(project, "{kind: folder, path: copies, files: [brief.md], after: build}").build()
    send(project)
    found = [path.name for path in (project.folder / "copies").rglob("*")]
    assert sorted(found) == ["brief.md", "harbour-0001"]


def test_a_folder_that_is_not_there_is_owed_and_not_made(project):
    channels(project, "{kind: folder, path: copies, after: build}").build()
    found = send(project)
    assert found.outcome.exit_code == 1
    assert "there is no folder 'copies'" in found.outcome.message
    assert not (project.folder / "copies").exists()
    (project.folder / "copies").mkdir()
    assert send(project).outcome.exit_code == 0


def test_a_copy_that_is_there_is_left_and_another_edition_is_not_overwritten(project):
    (project.folder / "copies/harbour-0001").mkdir(parents=True)
    (project.folder / "copies/harbour-0001/brief.md").write_text("another\n", encoding="utf-8")
    channels(project, "{kind: folder, path: copies, files: [brief.md], after: build}").build()
    found = send(project)
    assert found.channels[0].standing.state == "refused"
    kept = project.folder / "copies/harbour-0001/brief.md"
    assert kept.read_text(encoding="utf-8") == "another\n"


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        ("{kind: webhok, url_env: A}", "there is no channel of the kind 'webhok'"),
        ("{kind: webhook}", "'url_env' or 'url_file'"),
        ("{kind: webhook, url_env: A, url_file: b}", "'url_env' or 'url_file'"),
        ("{kind: webhook, url_env: A, link: desk}", "is no address"),
        ("{kind: webhook, url_env: A, form: irc}", "irc"),
        ("{kind: webhook, url_env: A, attempts: 0}", "1 at least"),
        ("{kind: webhook, url_env: A, name: ann@example.org}", "is no name of a channel"),
        ("{kind: folder, path: ../elsewhere}", "leaves the project"),
        ("{kind: folder, path: articles}", "is read as a source"),
        ("{kind: folder, path: output/copies}", "lies in the output"),
        ("{kind: folder, path: config.yaml}", "is a file"),
    ],
)
def test_mistakes_in_a_channel_have_their_line(project, entry, said):
    channels(project, entry)
    code, told = project.run("check")
    assert code == 2
    assert said in told
    assert "config.yaml:" in told


def test_two_channels_of_one_name_are_a_mistake(project):
    channels(project, ROOM, ROOM)
    code, told = project.run("check")
    assert code == 2
    assert "two channels have the name 'desk-room'" in told


def told(*texts):
    return tuple(PostedLine(text=text) for text in texts)


def posting(**changes):
    words = {
        "id": "x.1.y",
        "number": 1,
        "folder_name": "0001",
        "slug": "x",
        "title": "Quay <!channel> & *bold*",
        "marking": "TLP:GREEN",
        "edition": "Brief 1",
        "date": "9 March 2025",
        "opening": "1 new.",
        "heading": "Bottom line",
        "bottom_line": (
            PostedLine(text="@all: see [this](https://evil.example) <@U1> _now_.", note="The Post"),
        ),
        "news": (NewsList(heading="new", lines=told("One.", "Two."), more="More: {count}"),),
        "files": {},
    }
    return Posting(**{**words, **changes})


def test_article_text_is_markup_in_no_service():
    slack = json.loads(chat.write_json("slack", posting(), "https://desk.example/?a=1&b=<2>"))
    kinds = [block.get("text", {}).get("type") for block in slack["blocks"]]
    assert kinds == ["plain_text", None, "plain_text", "plain_text", "plain_text", "mrkdwn"]
    assert (
        slack["blocks"][-1]["text"]["text"] == "<https://desk.example/?a=1&amp;b=&lt;2&gt;|Brief 1>"
    )
    assert "<!channel>" not in slack["text"]
    assert slack["unfurl_links"] is False
    teams = json.loads(chat.write_json("teams", posting(), "https://desk.example/"))
    card = teams["attachments"][0]["content"]
    assert {block["type"] for block in card["body"]} == {"RichTextBlock"}
    assert card["actions"] == [
        {"type": "Action.OpenUrl", "title": "Brief 1", "url": "https://desk.example/"}
    ]
    text = json.loads(chat.write_json("mattermost", posting(), ""))["text"]
    assert "@all" not in text
    assert "[this]" not in text
    assert "https://" not in text


@pytest.mark.parametrize("form", ["slack", "teams", "mattermost", "json"])
def test_every_statement_says_whose_it_is_and_what_is_dropped_says_why(form):
    dropped = PostedLine(text="The crane fell.", note="outranked by other statements")
    made = chat.write_json(
        form,
        posting(news=(NewsList(heading="withdrawn", lines=(dropped,), more=""),)),
        "",
    ).decode()
    for note in ("The Post", "outranked by other statements"):
        assert note in made
    if form == "json":  # a program gets the words alone, and the note beside them
        assert json.loads(made)["news"] == [
            {
                "heading": "withdrawn",
                "lines": ["The crane fell."],
                "notes": ["outranked by other statements"],
                "hidden": 0,
            }
        ]


# The signs before which Mattermost's reader of Markdown (github.com/mattermost/marked,
# `inline.escape`) takes a backslash away: before any other it shows it.
ESCAPED = set(r"`*{}[]()#+-.!_>|~" + "\\")
ENTITIES = {"lt": "<", "amp": "&"}


@given(st.text(alphabet="ab1 :<>&;@#$|~*_`[]()!.\\/\"'lt", max_size=30))
def test_mattermost_shows_no_backslash_of_ours_and_links_nothing(text):
    made = json.loads(chat.write_json("mattermost", posting(title=text), ""))["text"]
    head = made.partition("\n")[0].removeprefix("#### ")
    assert set(re.findall(r"\\(.)", head)) <= ESCAPED
    plain = re.sub(r"\\(.)", r"\1", head).replace("\u200b", "")
    assert re.sub("&(lt|amp);", lambda found: ENTITIES[found[1]], plain) == text
    assert "<" not in head
    assert not re.search(r":(?=[^\s\u200b\d])", head)


def test_mattermost_shows_a_marking_and_a_time_as_they_are_written():
    made = chat.write_json("mattermost", posting(date="23:09"), "")
    line = json.loads(made)["text"].split("\n")[1]
    assert line == "TLP:GREEN \\| Brief 1 \\| 23:09"


@pytest.mark.parametrize("form", ["slack", "teams", "mattermost", "json"])
def test_every_service_is_told_marking_bottom_line_news_and_link(form):
    made = chat.write_json(
        form, posting(bottom_line=told("The quay opened")), "https://desk.example/7"
    )
    said = made.decode().replace("\\\\", "")
    for wanted in ("TLP:GREEN", "The quay opened", "One.", "Two.", "https://desk.example/7"):
        assert wanted in said
    assert chat.write_json(form, posting(), "") == chat.write_json(form, posting(), "")


@pytest.mark.parametrize("form", ["slack", "teams", "mattermost", "json"])
def test_long_lists_are_cut_to_what_services_take_and_counted(form):
    lines = told(*(f"Statement {number}: " + "word " * 60 for number in range(40)))
    news = (NewsList(heading="new", lines=lines, more="More: {count}", hidden=5),)
    made = chat.write_json(form, posting(news=news), "https://desk.example/")
    assert len(made) <= 15_000
    shown = made.decode().count("Statement ")
    assert shown > 0
    if form == "json":
        [part] = json.loads(made)["news"]
        assert part["hidden"] == 45 - len(part["lines"])
    elif form == "teams":
        assert f"More: {45 - shown}" in made.decode()


def test_a_long_statement_is_not_cut_where_another_block_takes_it():
    lines = told(*(f"Statement {number}: " + "word " * 100 + "end." for number in range(10)))
    news = (NewsList(heading="new", lines=lines, more=""),)
    blocks = json.loads(chat.write_json("slack", posting(news=news), ""))["blocks"]
    texts = [block["text"]["text"] for block in blocks if block["type"] == "section"]
    assert max(map(len, texts)) <= 3000
    assert sum(text.count("end.") for text in texts) == sum(
        text.count("Statement") for text in texts
    )
