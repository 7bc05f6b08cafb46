"""A forger sends a mail: whatever a reader may open in it is held to the editions, wherever it stands in
it."""

import json
from email.message import EmailMessage

import pytest

from briefing.verification.formats import verify_file

MARKDOWN = "brief.md"


def mail(true=b""):
    """A mail with the true page attached."""
    message = EmailMessage()
    message["Message-ID"] = "<one@example.org>"
    message["Subject"] = "The brief"
    message.set_content("See the attached brief.")
    message.add_attachment(true, maintype="text", subtype="markdown", filename=MARKDOWN)
    return message


@pytest.fixture
def judge(laden, tmp_path):
    """Verify a mail, as it lies somewhere, with the desk's config at hand."""

    def verify(message, name="brief.eml"):
        place = tmp_path / name
        place.write_bytes(message if isinstance(message, bytes) else message.as_bytes())
        return verify_file(place, laden.folder, laden.folder / "config.yaml")

    return verify


@pytest.fixture
def page(laden):
    """The true brief.md."""
    return (laden.folder / "output" / MARKDOWN).read_bytes()


def forged(page):
    return page.replace(b"quay", b"bomb")


def in_another_part(message, page):
    inner = EmailMessage()
    inner.make_mixed()
    inner.add_attachment(page, maintype="text", subtype="markdown", filename="forged.md")
    message.attach(inner)


def in_a_forwarded_mail(message, page):
    message.add_attachment(mail(page))


def beside_a_picture(message, page):
    inner = EmailMessage()
    inner.set_content("<p>See</p>", subtype="html")
    inner.add_related(page, maintype="text", subtype="markdown", filename="forged.md")
    message.attach(inner)


def as_another_form_of_the_words(message, page):
    inner = EmailMessage()
    inner.set_content("See.")
    inner.add_alternative(page, maintype="application", subtype="pdf")
    message.attach(inner)


def shown_in_line(message, page):
    message.add_attachment(
        page, maintype="text", subtype="html", filename="forged.html", disposition="inline"
    )


PLACES = [
    in_another_part,
    in_a_forwarded_mail,
    beside_a_picture,
    as_another_form_of_the_words,
    shown_in_line,
]


def test_a_true_mail_is_accepted(judge, page):
    verdict = judge(mail(page))
    assert verdict.failures == ()
    assert verdict.unchecked == ("mail",)


@pytest.mark.parametrize("place", PLACES)
def test_what_is_attached_anywhere_is_named(judge, page, place):
    message = mail(page)
    place(message, forged(page))
    verdict = judge(message)
    assert verdict.failures or len(verdict.unchecked) > 1, verdict.notes
    message = mail(page)
    place(message, page)
    assert judge(message).unchecked == ("mail",)


@pytest.mark.parametrize("name", ["brief.pdf", "brief.html", "brief.md", "brief.docx"])
def test_a_page_that_can_be_read_as_a_mail_too_is_held_to_its_edition(judge, page, name):
    """A reader of PDF looks for its head among the first thousand bytes."""
    message = mail(page)
    message["X-Head"] = "%PDF-1.7"
    assert judge(message, name).failures


def test_a_forged_brief_that_is_forwarded_is_refused(judge, laden):
    node = json.loads(json.dumps(laden.true))
    node["sections"][0]["statements"][0]["text"] += " Nobody was told."
    message = mail((laden.folder / "output" / MARKDOWN).read_bytes())
    inner = EmailMessage()
    inner["Subject"] = "Before"
    inner.set_content("See.")
    inner.add_attachment(
        json.dumps(node).encode(), maintype="application", subtype="json", filename="brief.json"
    )
    message.add_attachment(inner)
    assert judge(message).failures


@pytest.mark.parametrize("kind", ["multipart/mixed; boundary=b{}", "message/rfc822"])
def test_a_mail_that_is_nested_without_end_is_refused(judge, kind):
    head = "Message-ID: <one@example.org>\n"
    levels = "".join(
        f"Content-Type: {kind.format(n)}\n\n{f'--b{n}' if '{}' in kind else ''}\n"
        for n in range(20_000)
    )
    assert judge((head + levels).encode()).failures
