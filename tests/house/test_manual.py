"""The manual says what the program does: every command, every option, no link that leads nowhere."""

import re
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urldefrag

import pytest

from briefing.cli import manual

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.golden
def test_the_page_of_commands_is_current(golden):
    golden(ROOT / "docs/commands.md", manual.commands_page())


@pytest.mark.golden
def test_the_man_page_is_current(golden):
    golden(ROOT / "docs/briefing.1", manual.man_page())


@pytest.mark.parametrize("command", manual.list_commands(), ids=lambda one: one.name)
def test_every_option_of_a_command_is_in_the_manual(command):
    chapter = manual.commands_page().split(f"\n## {command.name}\n")[1].split("\n## ")[0]
    for parameter in command.params:
        for written in getattr(parameter, "secondary_opts", []) + parameter.opts:
            if written.startswith("-"):
                assert written in chapter
                assert written.replace("-", "\\-") in manual.man_page()
    assert all(meaning for _, meaning in manual.list_options(command))


def test_no_page_names_an_option_that_no_command_has():
    known = {
        word
        for command in manual.list_commands()
        for written, _ in manual.list_options(command)
        for word in re.findall(r"--[a-z][a-z-]*", written)
    } | {"--version", "--help"}
    for path in (ROOT / "README.md", *(ROOT / "docs").glob("*.md")):
        text = path.read_text(encoding="utf-8")
        for line in re.findall(r"`(briefing [^`]*)`|^ {4,}(briefing .*)$", text, re.MULTILINE):
            named = re.findall(r"(?<![\w-])--[a-z][a-z-]*", line[0] or line[1].partition("#")[0])
            assert set(named) <= known, (path.name, line)


class Links(HTMLParser):
    """What a page links to, and what in it can be linked to."""

    def __init__(self):
        super().__init__()
        self.links, self.names = [], set()

    def handle_starttag(self, _tag, attributes):
        found = dict(attributes)
        self.links += [found[name] for name in ("href", "src") if found.get(name)]
        self.names |= {found[name] for name in ("id", "name") if found.get(name)}


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    pytest.importorskip("mkdocs")
    folder = tmp_path_factory.mktemp("build")
    command = [sys.executable, str(ROOT / "tools/pages.py"), str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return folder / "site"


def test_no_link_of_the_site_is_dead(site):
    pages = {}
    for path in site.rglob("*.html"):
        pages[path.resolve()] = found = Links()
        found.feed(path.read_text(encoding="utf-8"))
    dead = []
    for path, page in pages.items():
        for link in page.links:
            address, fragment = urldefrag(unquote(link))
            if re.match(r"[a-z]+:|//|/", address) or path.name == "404.html":
                continue
            target = (path.parent / address.partition("?")[0]).resolve() if address else path
            target = target / "index.html" if target.is_dir() else target
            known = pages[target].names if target in pages else {fragment}
            if not target.is_file() or (fragment and fragment not in known):
                dead.append((path.name, link))
    assert dead == []


def test_the_site_holds_every_page_and_loads_nothing_from_elsewhere(site):
    names = {path.stem for path in site.glob("*.html")}
    assert {path.stem for path in (ROOT / "docs").glob("*.md")} <= names
    assert (site / "briefing.1").is_file()
    for path in site.glob("*.html"):
        text = path.read_text(encoding="utf-8")
        assert not re.findall(r"<(?:script|img|link)[^>]*(?:src|href)=\"https?:[^>]*", text)


def test_the_man_page_is_read_without_a_warning():
    groff = subprocess.run(["sh", "-c", "command -v groff"], capture_output=True, check=False)
    if groff.returncode:
        pytest.skip("no groff")
    command = ["groff", "-man", "-Tascii", "-P-bcou", "-ww", str(ROOT / "docs/briefing.1")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert "--as-of" in done.stdout
