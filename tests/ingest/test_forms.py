"""An article says the same whatever form it comes in."""

import json
import shutil
from pathlib import Path

import pytest

from briefing.edition.build import BuildOptions, build_edition
from tests.ingest import forms

ROOT = Path(__file__).resolve().parents[2]


def told(folder):
    """Build the project's own brief in `folder`, JSON only, and give its statements, section by
    section."""
    build_edition(
        folder / "config.yaml", BuildOptions(formats=("json",), output=folder / "trial", jobs=1)
    )
    brief = json.loads((folder / "trial" / "brief.json").read_text("utf-8"))
    assert not [one for one in brief["sources"] if one["quarantined"]]
    return {
        section["slug"]: [" ".join(one["text"].split()) for one in section["statements"]]
        for section in brief["sections"]
    }


def desk(folder, ending, make):
    """Lay out the project's config with the five articles in another form."""
    (folder / "seeds").mkdir(parents=True)
    shutil.copy(ROOT / "config.yaml", folder)
    known = (ROOT / "seeds" / "sources.yaml").read_text("utf-8")
    (folder / "seeds" / "sources.yaml").write_text(known.replace(".txt:", f".{ending}:"), "utf-8")
    for file in sorted((ROOT / "seeds").glob("*.txt")):
        data = file.read_bytes()
        made = data if make is None else make(data.decode("utf-8"))
        (folder / "seeds" / f"{file.stem}.{ending}").write_bytes(made)
    return folder


@pytest.fixture(scope="module")
def plain(tmp_path_factory):
    return told(desk(tmp_path_factory.mktemp("forms") / "txt", "txt", None))


@pytest.mark.parametrize("ending", forms.MAKERS)
def test_the_five_articles_give_the_same_statements_in_every_form(tmp_path, plain, ending):
    assert sum(map(len, plain.values())) > 10
    assert told(desk(tmp_path / ending, ending, forms.MAKERS[ending])) == plain
