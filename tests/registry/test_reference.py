import dataclasses
import json
from pathlib import Path

import jsonschema
import pytest
import yaml

from briefing.registry import page, reference, schema
from briefing.registry.declared import FAMILIES
from briefing.render import published

ROOT = Path(__file__).parents[2]
STAGES = [(family, kind) for family in FAMILIES for kind in family.kinds]


@pytest.mark.golden
def test_the_page_of_options_is_current(golden):
    golden(ROOT / "docs/options.md", page.options_page())


@pytest.mark.golden
def test_the_schema_is_current(golden):
    golden(ROOT / "docs/config.schema.json", schema.config_schema())


@pytest.mark.golden
def test_the_schema_of_briefs_is_current(golden):
    golden(ROOT / "docs/brief.schema.json", published.brief_schema())


@pytest.mark.parametrize(
    ("family", "kind"), [pytest.param(*one, id=f"{one[0].key}-{one[1]}") for one in STAGES]
)
def test_every_option_of_every_stage_says_what_it_means(family, kind):
    heading = f"mail: {family.key}" if family.inside else family.key
    chapter = page.options_page().split(f"\n### `{heading}`\n")[1]
    chapter = chapter.split(f"#### `kind: {kind}`\n")[1].split("\n#")[0]
    for field in dataclasses.fields(family.kinds[kind]):
        if field.name in family.ours:
            continue
        row = next(line for line in chapter.splitlines() if line.startswith(f"| `{field.name}` |"))
        assert row.split(" | ")[-1].strip(" |"), f"{kind}: {field.name} is not explained"


@pytest.fixture(scope="module")
def validator():
    found = json.loads(schema.config_schema())
    jsonschema.Draft202012Validator.check_schema(found)
    return jsonschema.Draft202012Validator(found)


@pytest.fixture
def shipped():
    return yaml.safe_load((ROOT / "config.yaml").read_text(encoding="utf-8"))


def test_the_shipped_config_fits_the_schema(validator, shipped):
    assert [error.message for error in validator.iter_errors(shipped)] == []


@pytest.mark.parametrize(
    "spoil",
    [
        lambda config: config.update(sectons=[]),
        lambda config: config.pop("sections"),
        lambda config: config["brief"].update(titel="x"),
        lambda config: config["sections"][0].update(statments=8),
        lambda config: config["sections"][0].update(kind="digset"),
        lambda config: config["sections"][0].update(statements="eight"),
        lambda config: config["sources"][0].pop("kind"),
        lambda config: config["tags"].update(x={"trems": ["a"]}),
        lambda config: config["outputs"].append({"kind": "odt"}),
        lambda config: config.update(mail={"from": "a@b", "server": {"password": "x"}}),
    ],
)
def test_the_schema_refuses_what_the_program_refuses(validator, shipped, spoil):
    spoil(shipped)
    assert not validator.is_valid(shipped)


def test_the_schema_lets_a_stage_of_ones_own_pass(validator, shipped):
    shipped["sources"].append({"kind": "package.module:Stage", "anything": 1})
    assert validator.is_valid(shipped)


def test_writing_makes_every_file(tmp_path):
    reference.write_reference(tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "analyst.schema.json",
        "brief.schema.json",
        "config.schema.json",
        "options.md",
        "sources.schema.json",
        "theme.schema.json",
    ]


DESK = {
    "analyst.schema.json": ROOT / "analyst.yaml",
    "sources.schema.json": ROOT / "tests/projects/topic/articles/sources.yaml",
    "theme.schema.json": ROOT / "examples/house/house/theme.yaml",
}
SPOILT = {
    "analyst.schema.json": (
        {"pins": []},
        {"pin": [{"path": "a.txt"}]},
        {"pin": [{"path": "a.txt", "passage": "four"}]},
        {
            "judgements": [
                {"text": "So.", "likelihood": "likely", "confidence": "very", "cites": []}
            ]
        },
    ),
    "sources.schema.json": (
        {"a.txt": {"kid": "report"}},
        {"a.txt": {"reliability": "G"}},
        ["a.txt"],
    ),
    "theme.schema.json": ({"colors": {}}, {"fonts": {"text": {"family": "Fira"}}}),
}


@pytest.mark.golden
@pytest.mark.parametrize("name", DESK)
def test_the_schemas_of_a_desk_are_current(golden, name):
    golden(ROOT / "docs" / name, schema.desk_schemas()[name])


@pytest.mark.parametrize("name", DESK)
def test_the_schemas_of_a_desk_take_what_is_right_and_refuse_what_is_wrong(name):
    found = json.loads(schema.desk_schemas()[name])
    jsonschema.Draft202012Validator.check_schema(found)
    checked = jsonschema.Draft202012Validator(found)
    plain = yaml.safe_load(DESK[name].read_text(encoding="utf-8"))
    assert [one.message for one in checked.iter_errors(plain)] == []
    for wrong in SPOILT[name]:
        assert not checked.is_valid(wrong), wrong


def test_the_shipped_config_leads_an_editor_to_the_schema():
    first = (ROOT / "config.yaml").read_text(encoding="utf-8").splitlines()[0]
    assert first == "# yaml-language-server: $schema=docs/config.schema.json"
