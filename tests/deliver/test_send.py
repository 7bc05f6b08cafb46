"""What a reader gets, edition after edition: their sections, what is new to them, what was
withdrawn."""

import email
import email.policy
import json
from datetime import UTC, datetime

import pytest

from briefing.mailing.send import SendOptions, send_due
from briefing.state import journal

NEWS = "The northern quay handled 900 containers on 7 April 2025, the port authority said.\n"
MORE = (
    "A storm sank the ferry Lark at the southern quay on 9 April 2025, the port authority said.\n"
)
MONDAY = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


def outbox(project):
    """Give what lies in the outbox, by recipient, oldest first."""
    found = {}
    for path in sorted(
        (project.folder / "output/outbox/new").glob("*"), key=lambda path: path.stat().st_mtime_ns
    ):
        one = email.message_from_bytes(path.read_bytes(), policy=email.policy.default)
        found.setdefault(one["To"].addresses[0].addr_spec, []).append(one)
    return found


def text(message):
    return " ".join(message.get_body(("plain",)).get_content().split())


def html(message):
    return message.get_body(("html",)).get_content()


def start(project, mail):
    project.configure(mail).build()
    return project


def following(project, article):
    """Make another edition of another article."""
    project.write("one.txt", article)
    project.build()


def article(project):
    return (project.folder / "articles/one.txt").read_text(encoding="utf-8")


def without(project, words):
    return "\n\n".join(line for line in article(project).split("\n\n") if words not in line)


def test_nothing_goes_before_an_analyst_lets_it_go(project):
    start(project, "recipients: [{to: ann@example.org}]")
    assert project.run("send") == (0, "Brief 1 waits for approval: briefing approve lets it go\n")
    assert project.run("send", "--status") == (
        0,
        "Brief 1 waits for approval: briefing approve lets it go\n",
    )
    code, said = project.run("send", "--dry-run")
    assert code == 0
    assert "1 message in" in said
    assert not (project.folder / "output/outbox").exists()
    shelf = project.folder / "output/editions"
    journal.append_event(
        shelf,
        {"event": "approved", "edition": 1, "who": "Ruth Adeyemi", "at": "2026-03-02T09:00:00Z"},
    )
    assert project.run("send", "--status")[0] == 1
    assert project.run("send") == (
        0,
        "Brief 1: put into the outbox for 1; 1 of 1 readers have theirs in the outbox\n",
    )
    following(project, article(project) + "\n" + NEWS)
    code, said = project.run("send")
    assert (code, said.splitlines()) == (
        0,
        [
            "Brief 1: nothing to send: 1 of 1 readers have theirs in the outbox",
            "Brief 2 waits for approval: briefing approve lets it go",
        ],
    )


def test_an_edition_that_lacks_a_format_is_not_sent(project):
    start(project, "after: build\nrecipients: [{to: ann@example.org}]")
    config = project.config.read_text(encoding="utf-8")
    project.config.write_text(
        config.replace("{kind: json}", "{kind: json}, {kind: html}"), encoding="utf-8"
    )
    assert project.run("send") == (0, "Brief 1 is not sent: it lacks brief.html\n")
    project.build()
    assert project.run("send")[1].startswith("Brief 1: put into the outbox for 1"), "renewed"


def test_a_test_copy_goes_where_it_is_asked_and_counts_for_nothing(project):
    start(project, "recipients: [{to: ann@example.org, sections: [people]}]")
    code, said = project.run("send", "--to", "boss@example.org")
    assert (code, said.startswith("boss@example.org: test copy of brief 1 sent")) == (0, True)
    project.run("send", "--to", "ann@example.org")
    found = outbox(project)
    assert found["boss@example.org"][0]["Subject"].startswith(
        "TLP:CLEAR | Test copy, not released | Harbour works"
    )
    assert "Works" in text(found["boss@example.org"][0])
    assert "1. Works" not in text(found["ann@example.org"][0])
    assert project.run("send", "--status") == (
        0,
        "Brief 1 waits for approval: briefing approve lets it go\n",
    )
    assert project.run("send", "--to", "nobody")[0] == 2
    assert project.run("send", "--to", "a@b.example", "--dry-run")[0] == 2


def test_a_reader_sees_their_sections_and_a_bottom_line_of_them(project):
    start(
        project,
        "after: build\nrecipients: [{to: ann@example.org, sections: [people], formats: [json, "
        "markdown]}]",
    )
    project.run("send")
    (found,) = outbox(project)["ann@example.org"]
    attached = {part.get_filename(): part.get_content() for part in found.iter_attachments()}
    brief = json.loads(attached["Harbour works - Brief 1.json"])
    assert [section["slug"] for section in brief["sections"]] == ["people"]
    own = {statement["id"] for section in brief["sections"] for statement in section["statements"]}
    assert own >= set(brief["bottom_line"]) != set()
    assert "dredging" not in text(found) + html(found) + attached["Harbour works - Brief 1.md"]


def test_the_whole_brief_is_sent_as_the_edition_has_it(project):
    start(project, "after: build\nrecipients: [{to: ann@example.org, formats: [json, markdown]}]")
    for number in (1, 2):
        project.run("send")
        found = outbox(project)["ann@example.org"][-1]
        parts = [part.get_payload(decode=True) for part in found.iter_attachments()]
        kept = project.folder / f"output/editions/000{number}"
        assert parts == [(kept / name).read_bytes() for name in ("brief.json", "brief.md")]
        following(project, article(project) + "\n" + NEWS)


def test_new_means_since_the_last_edition_that_this_reader_was_sent(project):
    ann, bo = "{to: ann@example.org}", "{to: bo@example.org, cadence: {every: month}}"
    start(project, f"after: build\nrecipients: [{ann}, {bo}]")
    for day, addition in ((0, ""), (1, NEWS), (2, MORE)):
        if addition:
            following(project, article(project) + "\n" + addition)
        report = send_due(
            project.config, SendOptions(clock=lambda day=day: MONDAY.replace(day=2 + day))
        )
    assert [row.standing.state for row in report.rows] == ["served", "waiting"]
    assert "every month on 1" in report.rows[1].standing.words
    send_due(project.config, SendOptions(clock=lambda: MONDAY.replace(month=4, day=1)))
    found = outbox(project)
    assert len(found["ann@example.org"]) == 3
    assert "1 new since brief 2, the last you were sent" in text(found["ann@example.org"][2])
    assert "2 new since brief 1, the last you were sent" in text(found["bo@example.org"][1])
    first, second = found["bo@example.org"]
    assert second["In-Reply-To"] == second["References"] == first["Message-ID"]


def test_what_was_mailed_and_is_withdrawn_is_told_even_to_whoever_chose_other_sections_since(
    project,
):
    start(project, "after: build\nrecipients: [{to: ann@example.org}]")
    project.run("send")
    project.configure(
        "after: build\nrecipients: [{to: ann@example.org, sections: [people], send_when: material}]"
    )
    following(project, without(project, "reopened") + "\n")
    project.run("send")
    found = outbox(project)["ann@example.org"][1]
    assert "WITHDRAWN: The northern quay reopened on 3 March 2025" in text(found)
    assert "reopened on 3 March 2025" in html(found)
    assert "withdrawn" in found["Subject"]
    following(
        project,
        article(project)
        + "\nThe pilots of the port wait for a new boat, the master of the quay said.\n",
    )
    project.run("send")
    assert all("reopened" not in text(one) for one in outbox(project)["ann@example.org"][2:])


def test_a_correction_follows_what_was_told_whatever_is_chosen_since(project):
    start(project, "after: build\nrecipients: [{to: ann@example.org}]")
    project.run("send")
    project.configure("after: build\nrecipients: [{to: ann@example.org, sections: [people]}]")
    following(project, article(project).replace("3 March 2025", "5 March 2025"))
    project.run("send")
    found = outbox(project)["ann@example.org"][1]
    assert "CHANGED: The northern quay reopened on 5 March 2025" in text(found)
    assert "Was: The northern quay reopened on 3 March 2025" in text(found)
    assert project.run("send")[1].startswith("Brief 2: nothing to send")


def test_a_withdrawal_waits_in_the_record_for_whoever_did_not_get_the_edition_in_between(project):
    start(project, "after: build\nrecipients: [{to: ann@example.org, cadence: {every: week}}]")
    send_due(project.config, SendOptions(clock=lambda: MONDAY))
    old = article(project)
    following(project, without(project, "reopened"))
    assert (
        send_due(project.config, SendOptions(clock=lambda: MONDAY.replace(day=3)))
        .rows[0]
        .standing.state
        == "waiting"
    )
    following(project, without(project, "reopened") + "\n" + NEWS)
    send_due(project.config, SendOptions(clock=lambda: MONDAY.replace(day=9)))
    assert "WITHDRAWN: The northern quay reopened" in text(outbox(project)["ann@example.org"][1])
    assert "reopened" in old


@pytest.mark.parametrize(("send_when", "sent"), [("always", 2), ("news", 1), ("material", 1)])
def test_nothing_new_is_no_mail_unless_every_edition_is_wanted(project, send_when, sent):
    start(
        project,
        f"after: build\nsend_when: {send_when}\nrecipients: [{{to: ann@example.org, sections: "
        f"[people]}}]",
    )
    project.run("send")
    following(project, article(project) + "\n" + NEWS)
    code, said = project.run("send")
    assert code == 0
    assert len(outbox(project)["ann@example.org"]) == sent
    assert ("with nothing new" in said) == (sent == 1)


def test_groups_and_the_file_of_readers_say_what_their_readers_get(project):
    (project.folder / "articles").parent.joinpath("readers.csv").write_text(
        "to;name;group;language\nbo@example.org;Bo;port;\ncy@example.org;Cy;;ar\n", encoding="utf-8"
    )
    group = "{port: {sections: [people], language: de}}"
    start(project, f"after: build\ngroups: {group}\nrecipients_file: readers.csv")
    assert project.run("send") == (
        0,
        "Brief 1: put into the outbox for 2; 2 of 2 readers have theirs in the outbox\n",
    )
    found = outbox(project)
    assert "Ausgabe 1" in found["bo@example.org"][0]["Subject"]
    assert "dredging" not in text(found["bo@example.org"][0])
    assert 'dir="rtl"' in html(found["cy@example.org"][0])
    assert found["cy@example.org"][0]["To"].addresses[0].display_name == "Cy"


def test_readers_of_one_selection_share_one_rendition(project):
    people = ", ".join(f"{{to: a{n}@example.org, sections: [people]}}" for n in range(5))
    whole = ", ".join(f"{{to: b{n}@example.org}}" for n in range(5))
    start(project, f"after: build\nrecipients: [{people}, {whole}]")
    assert send_due(project.config, SendOptions()).renditions == 2
    assert sum(len(found) for found in outbox(project).values()) == 10


def test_the_record_outlives_the_store(project):
    start(project, "after: build\nrecipients: [{to: ann@example.org}]")
    project.run("send")
    for path in project.folder.glob("config.yaml.db*"):
        path.unlink()
    assert project.run("send") == (
        0,
        "Brief 1: nothing to send: 1 of 1 readers have theirs in the outbox\n",
    )
    code, said = project.run("send", "--status")
    assert code == 0
    assert "ann@example.org: sent 20" in said
    assert "[outbox <harbour.1." in said
    code, said = project.run("send", "--status", "--json")
    (reader,) = json.loads(said)["readers"]
    assert (reader["state"], reader["owed"], reader["receipt"]["outcome"]) == (
        "served",
        False,
        "sent",
    )


def test_a_password_file_that_others_can_read_is_refused(project):
    (project.folder / "secret").write_text("quay", encoding="utf-8")
    (project.folder / "secret").chmod(0o644)
    server = "{host: 127.0.0.1, port: 9, user: desk, password_file: secret}"
    start(project, f"after: build\nserver: {server}\nrecipients: [{{to: ann@example.org}}]")
    code, said = project.run("send")
    assert code == 2
    assert "'secret' can be read by others (chmod 600 secret)" in said
    (project.folder / "secret").chmod(0o600)
    code, said = project.run("send")
    assert (code, "can't be reached" in said) == (1, True)
    project.config.write_text(
        project.config.read_text(encoding="utf-8").replace(
            "password_file: secret", "password_env: NO_SUCH"
        ),
        encoding="utf-8",
    )
    code, said = project.run("send")
    assert (code, "the environment has no NO_SUCH" in said) == (2, True)


def test_without_mail_in_the_config_there_is_nobody_to_send_to(project):
    start(project, "after: build")
    config = project.config.read_text(encoding="utf-8")
    project.config.write_text(config[: config.index("mail:")], encoding="utf-8")
    code, said = project.run("send")
    assert (code, "there is nobody to send to" in said) == (2, True)
