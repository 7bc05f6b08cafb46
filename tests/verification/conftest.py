"""True briefs to try the proof on: one of the five articles, one of an invented topic."""

import json
import os
import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest

from briefing import cli
from briefing.verification import evidence, verify
from briefing.walk.notebook import Notebook
from tests.projects.laden import lay_laden

ROOT = Path(__file__).resolve().parents[2]
TOPIC = ROOT / "tests" / "projects" / "topic"


READ, TAGGED = {}, {}  # files and articles, by all that what is made of them hangs on
NOTED = Notebook()


@pytest.fixture(scope="module", autouse=True)
def _work_out_once():
    """What pure functions give of the very same articles is worked out once for all briefs that are
    judged, as for all previews of a desk: a forgery differs from the true brief in one place."""
    read_article, tag_again, make_audit = evidence.read_article, verify.tag_again, verify.Audit

    def read_once(found, supplied, readers):
        asked = found, supplied, tuple(readers), found.file.read_bytes()
        if asked not in READ:
            READ[asked] = read_article(found, supplied, readers)
        return READ[asked]

    def tag_once(audit, document):
        taggers = audit.desk.job and tuple(audit.desk.job.taggers.items())
        asked = document, audit.brief.names, taggers
        if asked not in TAGGED:
            TAGGED[asked] = tag_again(audit, document)
        return TAGGED[asked]

    def go_on(**given):
        notebook = Notebook(before=dict(NOTED.now), now=NOTED.now)
        return make_audit(**given, notebook=notebook)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(evidence, "read_article", read_once)
        patch.setattr(verify, "tag_again", tag_once)
        patch.setattr(verify, "Audit", go_on)
        yield


@dataclass(frozen=True, kw_only=True)
class Desk:
    """A folder with a config and its articles, and the true brief.json of a trial there."""

    folder: Path
    true: dict

    @property
    def brief(self):
        """Give where the true brief lies."""
        return self.folder / "trial" / "brief.json"


def _desk(folder):
    before = Path.cwd()
    os.chdir(folder)
    try:
        assert cli.run_command(["build", "--output", "trial", "--formats", "json", "-q"]) == 0
    finally:
        os.chdir(before)
    return Desk(folder=folder, true=json.loads((folder / "trial" / "brief.json").read_bytes()))


@pytest.fixture(scope="session")
def seeded(tmp_path_factory):
    """The five articles with the shipped config."""
    folder = tmp_path_factory.mktemp("seeded")
    shutil.copytree(ROOT / "seeds", folder / "seeds")
    for name in ("config.yaml", "analyst.yaml"):
        if (ROOT / name).exists():
            shutil.copy(ROOT / name, folder / name)
    return _desk(folder)


@pytest.fixture(scope="session")
def invented(tmp_path_factory):
    """Four invented articles about a harbour, two of them versions of one."""
    folder = tmp_path_factory.mktemp("invented") / "desk"
    shutil.copytree(TOPIC, folder)
    return _desk(folder)


@pytest.fixture(scope="session")
def laden(tmp_path_factory):
    """A desk with two editions that hold all that a brief can; the newest is the true brief."""
    config = lay_laden(tmp_path_factory.mktemp("laden") / "desk")
    brief = json.loads((config.parent / "output" / "brief.json").read_bytes())
    return Desk(folder=config.parent, true=brief)


@pytest.fixture(params=["seeded", "invented"])
def desk(request):
    """Each of the two desks in turn."""
    return request.getfixturevalue(request.param)
