"""A small brief, and its desk served by a process of its own."""

import os
import re
import signal
import subprocess
import sys
import time
import uuid
from dataclasses import dataclass, field
from pathlib import Path

import httpx
import pytest

SERVE = ("-m", "briefing", "serve")
CONFIG = """\
# The brief of the harbour.
brief: {title: Harbour works, as_of: 2025-03-20, theme: theme}
sources: [{kind: folder, path: articles}]
tags:
  works: {terms: [quay, dredg*, channel, crane*, هيئة]}
  talks: {terms: [owners, wages, strike]}
sections:
  - {slug: works, title: Works, kind: digest, tags: [works], statements: 8}
  - {slug: talks, title: Talks, kind: digest, tags: [talks], statements: 3}
outputs: [{kind: html}, {kind: json}]
mail:
  from: desk@harbour.example
  courier: {kind: outbox}
  recipients: [{to: reader@harbour.example, name: A Reader, sections: [works]}]
"""
ARTICLES = {
    "a.txt": """\
Northern quay reopens after dredging

Harbour Gazette, 5 March 2025

The northern quay reopened on 3 March 2025 after four months of dredging, the port authority said.

The harbour master, Ruth Adeyemi, said that the southern quay would close for repairs in May 2025.

About 40 dockers met the owners of the port on 6 March 2025, and their leader, Ivo Castren, spoke of wages.
""",
    "b.txt": """\
Two cranes arrive

Vellin Post, 10 March 2025

Two new cranes arrived at the southern quay on 9 March 2025, according to the shipping register.

Each crane lifts ninety tonnes, and the channel beside it is eleven metres deep.

The owners of the port offered the dockers a rise in wages of four per cent on 8 March 2025.
""",
    "c.txt": """\
Fishermen ask for a channel of their own

Vellin Post, 13 March 2025

Fishermen of the old town asked the port authority on 12 March 2025 for a channel of their own.

The dredging of a second channel would cost four million euros, the port authority said.

Divers found a sunken barge beside the northern quay on 11 March 2025.
""",
}
ROOT = Path(__file__).resolve().parents[2]
ADDRESS = re.compile(r"http://([^/\s]+)/\?token=(\S+)")
PATIENCE = 120  # seconds; a busy machine takes its time


def lay(folder: Path) -> Path:
    """Lay out the project; give its config."""
    (folder / "articles").mkdir(parents=True)
    (folder / "theme").mkdir()
    (folder / "theme" / "theme.yaml").write_text("colours: {accent: '#0b5563'}\n")
    (folder / "config.yaml").write_text(CONFIG)
    for name, text in ARTICLES.items():
        (folder / "articles" / name).write_text(text)
    return folder / "config.yaml"


@dataclass(kw_only=True)
class Served:
    """A desk at work. `client` is let in; `host` is where it listens."""

    folder: Path
    process: subprocess.Popen
    address: str
    host: str
    client: httpx.Client = field(init=False)

    def __post_init__(self):
        self.client = httpx.Client(base_url=f"http://{self.host}", timeout=PATIENCE)
        assert self.client.get(self.address).status_code == 303

    @property
    def analyst(self):
        path = self.folder / "analyst.yaml"
        return path.read_text() if path.exists() else ""

    def post(self, path, /, **fields):
        return self.client.post(path, data=fields, headers={"Origin": f"http://{self.host}"})

    def number(self):
        return self.client.get("/state").json()["number"]

    def renewed(self, number):
        """Wait until the brief was made more often than `number`; give how often."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            now = self.client.get("/state", params={"seen": number}).json()["number"]
            if now > number:
                return now
        pytest.fail("the brief was not made anew")

    def until(self, holds):
        """Wait until something holds, looking again after each time that the brief was made."""
        number = -1
        while not holds():
            number = self.renewed(number)

    def settle(self):
        """Wait until what stands there was made of the files as they are, and nothing older is on
        its way: a title is read before the analyst's file, so a brief with it knows all acts.
        """
        config = self.folder / "config.yaml"
        was = config.read_text()
        for title in ("Settling", "Harbour works"):
            config.write_text(was.replace("Harbour works", title))
            self.until(lambda title=title: f">{title}</h1>" in self.page())

    def page(self):
        """The brief as it would be now."""
        return self.client.get("/brief.html").text

    def queued(self, words):
        """The name of the statement in the queue that has these words, None while none has them."""
        page = self.client.get("/review").text
        found = re.search(rf'href="/review/([^"]+)"[^>]*>(?:(?!</a>).)*{re.escape(words)}', page)
        return found and found.group(1)

    def item(self, words):
        """The name and the seal of the statement that has these words."""
        name = self.queued(words)
        assert name, self.client.get("/review").text.partition("<main")[2].partition("<script")[0]
        return name, self.about(name)

    def about(self, name):
        """The fields by which a form on a statement names its passage."""
        page = self.client.get(f"/review/{name}").text
        fields = ("path", "passage", "seal")
        return {one: re.search(rf'name="{one}" value="([^"]+)"', page).group(1) for one in fields}


def list_counting():
    """The options by which a desk that is started counts its own lines, where ours are counted.

    What it counted is written when it ends, and put together with what the tests counted.
    """
    place = os.environ.get("SLIPCOVER_COVERAGE_DIR")
    if place is None:
        return ()
    source = f"{ROOT}/briefing/desk,{ROOT}/briefing/decisions"
    file = f"{place}/coverage-gw-{uuid.uuid4()}.json"  # the name of a worker's own
    return ("-m", "slipcover", "--branch", "--source", source, "--json", "--out", file)


def start(config, *arguments, **variables):
    """Start `briefing serve` on any free port; give the process and the line that it printed."""
    process = subprocess.Popen(
        [sys.executable, *list_counting(), *SERVE, "-c", str(config), "--port", "0", *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={
            # A program that counts by itself would take the folder of the tests' counts away.
            **{name: of for name, of in os.environ.items() if not name.startswith("SLIPCOVER_")},
            "PYTHONDONTWRITEBYTECODE": "1",
            "SOURCE_DATE_EPOCH": "1742500000",
            **variables,
        },
    )
    return process, process.stdout.readline()


@pytest.fixture
def serve(tmp_path):
    """A function that serves another brief, whose config has `more` at its end."""
    config, running = lay(tmp_path / "other"), []
    text = config.read_text()

    def serving(more, **variables):
        config.write_text(text + more)
        process, line = start(config, **variables)
        running.append(process)
        return process, line

    yield serving
    for process in running:
        process.send_signal(signal.SIGINT)
        process.wait(timeout=PATIENCE)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """The project's folder."""
    return lay(tmp_path_factory.mktemp("desk") / "project").parent


@pytest.fixture(scope="module")
def desk(folder):
    """The desk of the project, with its first brief made."""
    process, line = start(folder / "config.yaml")
    found = ADDRESS.search(line)
    if not found:
        process.kill()
        pytest.fail(f"no address: {line!r} {process.stderr.read()}")
    served = Served(folder=folder, process=process, address=found.group(0), host=found.group(1))
    served.renewed(0)
    yield served
    served.client.close()
    process.send_signal(signal.SIGINT)
    assert process.wait(timeout=PATIENCE) in {0, 130}
