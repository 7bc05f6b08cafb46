import textwrap
from pathlib import Path

import pytest

from briefing import registry
from briefing.errors import UserError
from briefing.registry.declared import FAMILIES
from briefing.sections.actors import Actors
from briefing.tag import Terms

ROOT = Path(__file__).parents[2]
CONFIG = """\
brief: {title: Harbour works}
sources: [{kind: folder, path: articles, include: ['*.txt']}]
tags:
  works: {terms: [quay, dredg*]}
sections:
  - {slug: works, title: Works, tags: [works], statements: 3}
  - {slug: who, title: Who, kind: actors, terms: [authority]}
outputs: [{kind: json}]
"""


@pytest.fixture
def load(tmp_path):
    """A function that writes a config beside one article and makes its stages."""

    def making(text):
        (tmp_path / "articles").mkdir(exist_ok=True)
        (tmp_path / "articles/one.txt").write_text(
            "The northern quay reopened.\n", encoding="utf-8"
        )
        (tmp_path / "config.yaml").write_text(text, encoding="utf-8")
        return registry.load_stages(tmp_path / "config.yaml")

    return making


def test_the_shipped_config_makes_its_stages():
    _, stages = registry.load_stages(ROOT / "config.yaml")
    assert list(stages.sections) == [
        "background",
        "key_actors",
        "russian_basing",
        "israeli_presence",
        "analyst_views",
    ]
    assert list(stages.writers) == ["markdown", "html", "pdf", "json"]


def test_options_reach_their_stages(load):
    _, stages = load(CONFIG)
    assert stages.sources[0].include == ("*.txt",)
    assert stages.taggers == {
        "works": Terms(terms=("quay", "dredg*")),
        "who": Terms(terms=("authority",)),
    }
    assert stages.sections["works"].statements == 3
    assert stages.sections["who"] == Actors(slug="who", title="Who", tags=("who",))


def test_without_outputs_every_format_is_written(load):
    _, stages = load(CONFIG.replace("outputs: [{kind: json}]\n", ""))
    assert list(stages.writers) == ["markdown", "html", "pdf", "json"]


def test_mistakes_of_settings_and_of_options_come_together(load):
    with pytest.raises(UserError) as caught:
        load(
            CONFIG.replace("{title: Harbour works}", "{titel: x}").replace(
                "statements: 3", "statments: 3"
            )
        )
    assert [(problem.line, problem.message) for problem in caught.value.problems] == [
        (1, "'brief' lacks 'title'"),
        (1, "unknown key 'titel'"),
        (6, "unknown key 'statments'"),
    ]


@pytest.mark.parametrize("family", [one.kinds for one in FAMILIES])
def test_every_kind_is_a_frozen_dataclass(family):
    assert all(stage.__dataclass_params__.frozen for stage in family.values())


OWN = """
    from dataclasses import dataclass

    @dataclass(frozen=True)
    class Fixed:
        name: str
        def __call__(self, base, readers): return ()
        def watched(self, base): return None

    @dataclass
    class Loose:
        def __call__(self, base, readers): return ()
        def watched(self, base): return None

    @dataclass(frozen=True)
    class Deaf:
        def __call__(self): return ()
        def watched(self, base): return None

    @dataclass(frozen=True)
    class Mute:
        def watched(self, base): return None

    @dataclass(frozen=True)
    class Section:
        slug: str
        def __call__(self, material): return None
"""


@pytest.fixture
def own(tmp_path, monkeypatch):
    """A module of stages that a user might write, where Python finds it."""
    (tmp_path / "own_stages.py").write_text(textwrap.dedent(OWN), encoding="utf-8")
    (tmp_path / "own_broken.py").write_text("1 / 0\n", encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)


@pytest.mark.usefixtures("own")
def test_a_stage_of_ones_own_is_made_like_any_other(load):
    _, stages = load(
        CONFIG.replace(
            "kind: folder, path: articles, include: ['*.txt']", "kind: own_stages:Fixed, name: x"
        )
    )
    assert stages.sources[0].name == "x"


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        ("own_stages:Loose", "'own_stages:Loose' is not frozen: write @dataclass(frozen=True)"),
        ("own_stages:Deaf", "'own_stages:Deaf' has a __call__ that does not take (base, readers)"),
        ("own_stages:Mute", "'own_stages:Mute' can't be called: a source has a __call__"),
        ("own_stages:None_such", "'own_stages' has no 'None_such'"),
        (
            "own_broken:Stage",
            "'own_broken' fails when imported: ZeroDivisionError: division by zero",
        ),
        (":Stage", "':Stage' names no module"),
    ],
)
@pytest.mark.usefixtures("own")
def test_a_stage_of_ones_own_that_does_not_conform_is_refused(load, kind, said):
    with pytest.raises(UserError) as caught:
        load(CONFIG.replace("kind: folder", f'kind: "{kind}"').replace(", include: ['*.txt']", ""))
    assert said in [problem.message for problem in caught.value.problems]


@pytest.mark.usefixtures("own")
def test_a_section_of_ones_own_has_what_routing_asks(load):
    with pytest.raises(UserError, match=r"'own_stages:Section' lacks kind, .*tags.*rank"):
        load(CONFIG.replace("kind: actors", "kind: own_stages:Section"))


def test_the_names_of_an_editions_files_are_not_for_choosing(load):
    with pytest.raises(
        UserError, match=r"8:24: error: unknown key 'name' \(an edition's files have fixed names\)"
    ):
        load(CONFIG.replace("{kind: json}", "{kind: json, name: ../x}"))


@pytest.mark.usefixtures("own")
def test_options_of_ones_own_stage_are_checked_too(load):
    with pytest.raises(UserError, match=r"2:36: error: unknown key 'path'"):
        load(
            CONFIG.replace(
                "kind: folder, path: articles, include: ['*.txt']",
                "kind: own_stages:Fixed, path: x",
            )
        )


def test_code_beside_the_config_is_not_run(load, tmp_path):
    (tmp_path / "beside.py").write_text("raise SystemExit\n", encoding="utf-8")
    with pytest.raises(UserError, match="'beside' can't be imported"):
        load(CONFIG.replace("kind: folder", "kind: beside:Stage"))
