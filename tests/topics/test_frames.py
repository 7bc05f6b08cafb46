"""No word of English is left in a brief of another language, in whatever is made of it.

Two languages are not written in Latin letters: whatever in their briefs is, and is no name, file or
format, was left in English. The others have the same keys (`tests/language/test_phrases.py`).
"""

import email
import html
import re
import shutil
from email import policy
from pathlib import Path

import pypdfium2
import pytest

from briefing import cli
from briefing.language.phrases import read_phrases

HERE = Path(__file__).resolve().parent
UNREAD = {
    "empty.txt": b"",
    "binary.txt": b"\x00\x01\x02\xff\xfe\x93\x81\x00binary",
    "broken.pdf": b"%PDF-1.4 broken",
    "broken.docx": b"PK\x03\x04broken",
    "page.html": b"<html><head><title>x</title></head><body></body></html>",
    "data.json": b'{"a": 1}',
    "broken.json": b'{"a": ',
    "feed.xml": b'<rss version="2.0"><channel><title>x</title></channel></rss>',
    "code.txt": b"def f(x):\n    return x\n\nclass A:\n    pass\n",
}
NAMES = frozenset(
    "TLP GREEN Natural Earth sha256 PDF JSON XML zip Word Windows UTF briefing config yaml "
    "desk example org urn uuid txt pdf docx html json xml".split()
)
PATH = re.compile(r"\S*(?:/|@|&#64;|\.(?:txt|pdf|docx|html|json|xml|md)\b|:[0-9a-f]{4})\S*")
WORD = re.compile(r"(?<![\w#&.-])[A-Za-z][A-Za-z0-9]+")


def latin_words(text: str) -> set[str]:
    """Words in Latin letters that are no name, path or address; ids of statements aside, which a
    paper from right to left may give from its end: df97fa-26s for s-26df97fa.
    """
    bare = re.sub(r"s-[0-9a-f]{8}|\b[0-9a-f]+-[0-9a-f]+s\b", " ", PATH.sub(" ", text))
    bare = re.sub(r"\[\^?[\w-]+\]", " ", bare)
    return {word for word in WORD.findall(bare) if word not in NAMES and not is_digest(word)}


def is_digest(word: str) -> bool:
    return re.fullmatch(r"[0-9a-f]{8,}", word) is not None


def shown(page: str) -> str:
    """The words that a page shows or says aloud."""
    bare = re.sub(r"(?s)<(script|style)\b.*?</\1>", " ", page)
    said = re.findall(r'(?:title|alt|aria-label|placeholder)="([^"]*)"', bare)
    return html.unescape(" ".join((*said, re.sub(r"<[^>]+>", " ", bare))))


def paper(path: Path) -> str:
    opened = pypdfium2.PdfDocument(path)
    return "\n".join(page.get_textpage().get_text_range() for page in opened)


def document(path: Path) -> str:
    import docx

    opened = docx.Document(path)
    cells = (cell.text for table in opened.tables for row in table.rows for cell in row.cells)
    return "\n".join((*(one.text for one in opened.paragraphs), *cells))


@pytest.fixture(scope="module", params=["ar", "ru"])
def made(request, tmp_path_factory):
    """A second edition with files that can't be read, changes, and a mail; its folder."""
    code = request.param
    folder = tmp_path_factory.mktemp(code)
    shutil.copytree(HERE / code, folder, dirs_exist_ok=True)
    for name, content in UNREAD.items():
        (folder / "articles" / name).write_bytes(content)
    config = ["-c", str(folder / "config.yaml")]
    mail = (
        "mail: {from: desk@example.org, after: approval, "
        "server: {host: 127.0.0.1, port: 2525, security: none}, recipients: [{to: a@example.org}]}\n"
    )
    with (folder / "config.yaml").open("a", encoding="utf-8") as out:
        out.write(mail)
    assert cli.run_command(["build", *config]) == 0
    assert cli.run_command(["approve", *config]) == 0
    gone = folder / "articles" / "5.txt"
    gone.unlink()
    listed = folder / "articles" / "sources.yaml"
    kept = [line for line in listed.read_text("utf-8").splitlines() if not line.startswith("5.txt")]
    listed.write_text("\n".join(kept) + "\n", "utf-8")
    changed = folder / "articles" / "1.txt"
    changed.write_text(changed.read_text("utf-8").replace("2025", "2024", 1), "utf-8")
    assert cli.run_command(["build", *config]) == 0
    assert cli.run_command(["approve", *config]) == 0
    assert cli.run_command(["send", "--dry-run", *config]) == 0
    return code, folder / "output"


def test_no_english_word_is_on_a_page_paper_or_feed(made):
    _, output = made
    texts = {
        "md": re.sub("<br>", " ", (output / "brief.md").read_text("utf-8")),
        "html": shown((output / "brief.html").read_text("utf-8")),
        "pdf": paper(output / "brief.pdf"),
        "docx": document(output / "brief.docx"),
        "atom": shown(shown((output / "feed.atom").read_text("utf-8"))),
    }
    found = {name: sorted(latin_words(text)) for name, text in texts.items()}
    assert not any(found.values()), found


def test_no_english_word_is_in_a_mail(made):
    _, output = made
    (letter,) = (output / "dry-run").rglob("*.eml")
    message = email.message_from_bytes(letter.read_bytes(), policy=policy.default)
    parts = [message.get_body((kind,)).get_content() for kind in ("plain", "html")]
    assert [sorted(latin_words(shown(part))) for part in (message["subject"], *parts)] == [[]] * 3


def test_why_a_source_is_set_aside_is_said_in_the_language_of_the_brief(made):
    code, output = made
    words, text = read_phrases(code), (output / "brief.md").read_text("utf-8")
    for key in ("empty", "pdf_broken", "zip_broken", "page_no_text", "json_none", "feed_empty"):
        assert str(words.texts[f"noted_{key}"]) in text


def test_every_note_is_known_in_every_language():
    english = read_phrases("en")
    notes = [key for key in english.texts if key.startswith("noted_")]
    for code in ("ar", "de", "es", "fr", "ru"):
        words = read_phrases(code)
        same = [key for key in notes if words.texts[key] == english.texts[key]]
        assert set(same) <= {"noted_name"}
