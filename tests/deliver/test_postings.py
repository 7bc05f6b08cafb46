"""What a posting is in the form of each service, and what a room is asked and answers."""

import json
from dataclasses import replace
from datetime import timedelta

import pytest
from rogue_web import WebScript, WebServer

from briefing.deliver import chat
from briefing.deliver.channel import NewsList, PostedLine, Posting
from briefing.deliver.courier import Unreached
from briefing.deliver.plan import DeliveryPolicy
from briefing.deliver.webhook import Webhook

POSTING = Posting(
    id="quay.7.ab",
    number=7,
    folder_name="0007",
    slug="quay",
    title="Quay & <lock>",
    marking="TLP:GREEN",
    edition="Edition 7",
    date="9 March 2025",
    opening="1 new.",
    heading="Bottom line",
    bottom_line=(PostedLine(text="The quay opened.", note="The Post"),),
    news=(
        NewsList(
            heading="new",
            lines=(PostedLine(text="A crane fell."), PostedLine(text="It rained.", note="moved")),
            more="And {count} more",
            hidden=3,
        ),
    ),
    files={},
)
LINK = "https://desk.example/?a=1&b=2|3"


def plain(text):
    return {"type": "plain_text", "text": text, "emoji": False}


def run(text, **style):
    return {"type": "RichTextBlock", "inlines": [{"type": "TextRun", "text": text, **style}]}


SUBTITLE = "TLP:GREEN | Edition 7 | 9 March 2025"
FORMS = {
    "slack": {
        "text": "TLP:GREEN ¦ Edition 7 ¦ 9 March 2025: Quay &amp; &lt;lock&gt;",
        "blocks": [
            {"type": "header", "text": plain("Quay & <lock>")},
            {"type": "context", "elements": [plain(SUBTITLE)]},
            {"type": "section", "text": plain("Bottom line\n• The quay opened. (The Post)")},
            {"type": "section", "text": plain("1 new.")},
            {
                "type": "section",
                "text": plain("new\n• A crane fell.\n• It rained. (moved)\n• And 3 more"),
            },
            {
                "type": "section",
                "text": {
                    "type": "mrkdwn",
                    "text": "<https://desk.example/?a=1&amp;b=2¦3|Edition 7>",
                },
            },
        ],
        "unfurl_links": False,
        "unfurl_media": False,
    },
    "teams": {
        "type": "message",
        "attachments": [
            {
                "contentType": "application/vnd.microsoft.card.adaptive",
                "contentUrl": None,
                "content": {
                    "$schema": "http://adaptivecards.io/schemas/adaptive-card.json",
                    "type": "AdaptiveCard",
                    "version": "1.4",
                    "body": [
                        run("Quay & <lock>", size="Large", weight="Bolder"),
                        run(SUBTITLE, isSubtle=True),
                        run("Bottom line", weight="Bolder"),
                        run("• The quay opened. (The Post)"),
                        run("1 new.", weight="Bolder"),
                        run("new", weight="Bolder"),
                        run("• A crane fell."),
                        run("• It rained. (moved)"),
                        run("• And 3 more"),
                    ],
                    "actions": [{"type": "Action.OpenUrl", "title": "Edition 7", "url": LINK}],
                },
            }
        ],
    },
    "mattermost": {
        "text": "\n".join(
            [
                "#### Quay & &lt;lock\\>",
                "TLP:GREEN \\| Edition 7 \\| 9 March 2025",
                "",
                "**Bottom line**",
                "",
                "- The quay opened\\. \\(The Post\\)",
                "",
                "**1 new\\.**",
                "",
                "",
                "**new**",
                "",
                "- A crane fell\\.",
                "- It rained\\. \\(moved\\)",
                "- And 3 more",
                "",
                f"[Edition 7](<{LINK}>)",
            ]
        )
    },
    "json": {
        "id": "quay.7.ab",
        "title": "Quay & <lock>",
        "slug": "quay",
        "marking": "TLP:GREEN",
        "edition": 7,
        "date": "9 March 2025",
        "opening": "1 new.",
        "bottom_line": ["The quay opened."],
        "bottom_line_notes": ["The Post"],
        "news": [
            {
                "heading": "new",
                "lines": ["A crane fell.", "It rained."],
                "notes": ["", "moved"],
                "hidden": 3,
            }
        ],
        "link": LINK,
    },
}


@pytest.mark.parametrize("form", sorted(FORMS))
def test_a_posting_is_this_json_in_each_form(form):
    assert json.loads(chat.write_json(form, POSTING, LINK)) == FORMS[form]


@pytest.mark.parametrize("form", sorted(FORMS))
def test_where_an_edition_lies_nowhere_no_link_leads_there(form):
    made = chat.write_json(form, replace(POSTING, marking=""), "").decode()
    assert "desk.example" not in made
    assert "Action.OpenUrl" not in made
    assert "mrkdwn" not in made
    assert "](<" not in made
    assert form == "json" or '"Edition 7' in made or "Edition 7 \\\\| 9" in made


@pytest.mark.parametrize(
    ("count", "length", "told"), [(12, 9, 12), (13, 9, 12), (12, 1400, 6), (40, 4000, 3)]
)
def test_as_many_news_are_told_as_a_service_takes(count, length, told):
    lines = tuple(PostedLine(text="x" * length) for _ in range(count))
    news = (NewsList(heading="new", lines=lines, more="", hidden=2),)
    [made] = json.loads(chat.write_json("json", replace(POSTING, news=news), ""))["news"]
    assert (len(made["lines"]), made["hidden"]) == (told, 2 + count - told)


@pytest.mark.parametrize(("octets", "shown"), [(15_000, 12), (15_001, 6)])
def test_lists_are_shortened_where_a_posting_passes_what_services_take(octets, shown):
    news = (replace(POSTING.news[0], lines=POSTING.news[0].lines * 6),)
    bare = replace(POSTING, title="", news=news)
    title = "x" * (octets - len(chat.write_json("json", bare, "")))
    made = json.loads(chat.write_json("json", replace(bare, title=title), ""))
    assert len(made["news"][0]["lines"]) == shown


@pytest.mark.parametrize(
    ("length", "shown"), [(150, "x" * 150), (151, "x" * 149 + "…"), (400, "x" * 149 + "…")]
)
def test_slack_gets_a_title_as_long_as_it_takes(length, shown):
    made = json.loads(chat.write_json("slack", replace(POSTING, title="x" * length), ""))
    assert made["blocks"][0]["text"]["text"] == shown


@pytest.mark.parametrize(("last", "blocks"), [(1398, 1), (1399, 2)])
def test_a_block_of_slack_is_filled_to_its_last_sign(last, blocks):
    # 2,900 signs: a heading of 93, and two lines, each with its break, bullet and space
    lines = (PostedLine(text="x" * 1403), PostedLine(text="y" * last))
    news = (NewsList(heading="n" * 93, lines=lines, more=""),)
    made = json.loads(chat.write_json("slack", replace(POSTING, news=news), ""))["blocks"]
    texts = [one["text"]["text"] for one in made[4:]]
    assert len(texts) == blocks
    assert "\n".join(texts) == "\n".join(["n" * 93, "• " + "x" * 1403, "• " + "y" * last])


def room(**options):
    return Webhook(**{"name": "desk", "url_env": "DESK_HOOK", "timeout": 1, **options})


def test_a_room_is_posted_to_after_approval_where_there_are_news_and_tried_six_times():
    channel = Webhook(url_env="DESK_HOOK")
    assert (channel.kind, channel.name, channel.form) == ("webhook", "webhook", "json")
    assert (channel.after, channel.send_when, channel.timeout) == ("approval", "news", 30)
    assert channel.policy == DeliveryPolicy(
        unanswered="leave", attempts=6, retry_after=timedelta(minutes=15)
    )
    kind, shown = room(link="https://desk.example/{edition}/").preview(POSTING)
    assert (kind, json.loads(shown)["link"]) == ("json.json", "https://desk.example/0007/")


@pytest.mark.parametrize("few", ["attempts", "retry_after", "timeout"])
def test_a_room_is_tried_at_least_once_and_waited_for(few):
    assert getattr(room(**{few: 1}), few) == 1
    with pytest.raises(ValueError, match="are 1 at least"):
        room(**{few: 0})


@pytest.mark.parametrize(
    ("address", "fit"),
    [
        ("http://localhost:1/x", True),
        ("http://127.0.0.1:1/x", True),
        ("http://[::1]:1/x", True),
        ("https://hooks.example:1/x", True),
        ("https://hooks.example/x", True),
        ("ftp://localhost/x", False),
        ("http://hooks.example/x", False),
        ("https://hooks.example:0/x", False),
        ("https:///x", False),
        ("https://höoks.example/x", False),
        ("https://hooks.example/x\x7f", False),
    ],
)
def test_a_room_has_an_address_that_keeps_what_is_posted_from_others(
    tmp_path, monkeypatch, address, fit
):
    monkeypatch.setenv("DESK_HOOK", f" {address}\n")
    if fit:
        with room()(tmp_path) as opened:
            assert (opened.address.geturl(), opened.timeout, opened.name) == (address, 1.0, "desk")
            assert (opened.trusted is not None) == address.startswith("https:")
    else:
        with pytest.raises(Unreached, match=r"^desk: the environment's DESK_HOOK holds "):
            room()(tmp_path).__enter__()


def test_a_file_that_is_not_there_is_named_and_so_are_certificates(tmp_path, monkeypatch):
    with pytest.raises(Unreached, match=r"^desk: 'hook' can't be read: no such file"):
        room(url_env="", url_file="hook")(tmp_path).__enter__()
    monkeypatch.setenv("DESK_HOOK", "https://hooks.example/x")
    with pytest.raises(Unreached, match=r"^desk: 'ca\.pem' can't be read: no such file"):
        room(ca_file="ca.pem")(tmp_path).__enter__()


@pytest.mark.parametrize(
    ("action", "fate", "words"),
    [
        ("429", "deferred", "429 "),
        ("302", "refused", "302 "),
        ("404", "refused", "404 "),
        ("500", "ambiguous", "500 "),
        ("503", "deferred", "503 "),
        ("taken", "ambiguous", "the connection was lost after the whole posting was sent: "),
    ],
)
def test_what_a_room_answers_is_told_in_its_words(tmp_path, monkeypatch, action, fate, words):
    with WebServer(WebScript()) as server:
        server.script.plan = [action]
        monkeypatch.setenv("DESK_HOOK", server.url)
        with room()(tmp_path) as opened:
            answer = opened.post(POSTING, lambda: None)
    assert (answer.fate, answer.words[: len(words)]) == (fate, words)
    assert len(answer.words) > len(words)
    [(_, asked)] = server.script.requests
    assert asked["content-type"] == "application/json; charset=utf-8"
    assert (asked["user-agent"], asked["idempotency-key"]) == ("briefing", "quay.7.ab")
    assert asked["connection"] == "close"


def test_a_room_that_is_not_there_is_named_by_its_host_alone(tmp_path, monkeypatch):
    with WebServer(WebScript()) as server:
        monkeypatch.setenv("DESK_HOOK", server.url)
    committed = []
    with (
        room()(tmp_path) as opened,
        pytest.raises(
            Unreached, match=r"^desk: 127\.0\.0\.1 can't be reached: connection refused$"
        ),
    ):
        opened.post(POSTING, lambda: committed.append(1))
    assert committed == []
