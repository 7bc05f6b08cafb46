"""`verify` holds pages and mails to the editions at hand."""

import pytest

from tests.deliver.conftest import ARTICLE

READER = "after: build\nrecipients: [{to: ann@example.org, formats: [json, markdown]%s}]"


@pytest.fixture
def mailed(project):
    """A function that builds and sends; gives the newest mail's file."""

    def send(more=""):
        project.configure(READER % more).build()
        project.run("send")
        return max(
            (project.folder / "output/outbox/new").glob("*"),
            key=lambda path: path.stat().st_mtime_ns,
        )

    return send


def test_a_mail_is_held_to_the_edition_that_is_attached(project, mailed):
    mail = mailed()
    code, said = project.run("verify", str(mail))
    assert code == 0, said
    assert "is the brief.json of edition 1" in said
    assert "is the brief.md of edition 1" in said
    assert "the words of the mail itself" in said
    assert project.run("verify", "--strict", str(mail))[0] == 1


def test_an_altered_attachment_is_refused_or_named(project, mailed):
    mail = mailed()
    content = mail.read_bytes()
    for name in (b".json", b".md"):
        head, part, rest = content.rpartition(b"Content-Disposition: attachment;")
        while name not in rest[:200]:
            head, part, rest = head.rpartition(b"Content-Disposition: attachment;")
        start = rest.index(b"\r\n\r\n") + 40
        altered = rest[:start] + (b"QQ" if rest[start : start + 2] != b"QQ" else b"RR")
        mail.write_bytes(head + part + altered + content[len(head + part + altered) :])
        code, said = project.run("verify", str(mail))
        assert code == 1 or "made for this reader, or altered" in said


def test_a_readers_own_copy_is_checked_as_one(project, mailed):
    mail = mailed(", sections: [people]")
    code, said = project.run("verify", str(mail))
    assert code == 0, said
    assert "a reader's copy, cut to people" in said
    assert "made for this reader, or altered" in said


def test_a_page_is_held_to_the_edition_it_is_of(project, mailed):
    mailed()
    page = project.folder / "output/brief.md"
    away = project.folder / "from-a-reader.md"
    away.write_bytes(page.read_bytes())
    code, said = project.run("verify", str(away))
    assert (code, "from-a-reader.md: is the brief.md of edition 1" in said) == (0, True), said
    project.write("one.txt", ARTICLE + "\nThe quay was closed again on 9 April 2025, it said.\n")
    project.build()
    assert "of edition 1" in project.run("verify", str(away))[1]
    away.write_bytes(page.read_bytes() + b"\n")
    code, said = project.run("verify", str(away))
    assert (code, "is no file of editions 1, 2 at hand" in said) == (1, True), said


@pytest.mark.parametrize("name", ["feed.atom", "feed.json"])
def test_a_feed_is_no_brief(project, mailed, name):
    mailed()
    (project.folder / name).write_text("{}", encoding="utf-8")
    assert project.run("verify", name)[0] == 2
