"""A forger sends a brief and, beside it, the article as it would have to read: what lies where the
config says is the source, and no copy is."""

import json
import shutil

import pytest

from briefing.verification.verify import verify_brief
from tests.projects.desk import TOPIC
from tests.verification.test_cherries import trial

NAME = "b_courier.txt"


@pytest.fixture(scope="module")
def sent(tmp_path_factory):
    """A true project, and in a folder of it what the forger sent: a brief with its articles."""
    folder = tmp_path_factory.mktemp("beside") / "desk"
    forger = folder.parent / "forger"
    for one in (folder, forger):
        shutil.copytree(TOPIC, one)
        (one / "analyst.yaml").unlink()
    article = forger / "articles" / NAME
    said = article.read_text(encoding="utf-8")
    article.write_text(said.replace("16 vessels", "61 vessels"), encoding="utf-8")
    node = trial(forger)
    assert "61 vessels" in json.dumps(node["sections"])
    apart = folder / "apart"
    shutil.copytree(forger / "articles", apart / "articles")
    (apart / "brief.json").write_text(json.dumps(node), encoding="utf-8")
    return folder


def test_a_forged_article_beside_the_brief_is_no_source_where_the_config_is_at_hand(sent):
    verdict = verify_brief(sent / "apart" / "brief.json", sent, sent / "config.yaml")
    assert any(NAME in line for line in verdict.failures)


def test_without_the_config_it_is_named_that_the_source_reads_otherwise(sent):
    verdict = verify_brief(sent / "apart" / "brief.json", sent)
    assert verdict.failures == ()
    assert "sections[].statements" in verdict.unchecked
    assert any(NAME in note and "reads otherwise" in note for note in verdict.notes)


def test_a_source_that_is_said_to_lie_where_the_forger_put_it_is_refused(sent):
    node = json.loads((sent / "apart" / "brief.json").read_bytes())
    for one in node["sources"]:
        if one["path"].endswith(NAME):
            one["path"] = f"apart/articles/{NAME}"
    place = sent / "apart" / "moved.json"
    place.write_text(json.dumps(node), encoding="utf-8")
    verdict = verify_brief(place, sent, sent / "config.yaml")
    place.unlink()
    assert any(NAME in line for line in verdict.failures)


def test_a_brief_that_lies_beside_its_own_articles_is_accepted(sent, tmp_path):
    moved = tmp_path / "moved"
    shutil.copytree(sent / "apart", moved)
    verdict = verify_brief(moved / "brief.json", tmp_path / "nowhere")
    assert verdict.failures == ()
    assert "sections[].statements" not in verdict.unchecked
