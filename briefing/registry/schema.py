"""The JSON Schemas of config.yaml and the desk's other files, which editors complete and check them
by.
"""

import json
from collections.abc import Callable
from typing import Any

from briefing.registry.declared import FAMILIES, StageFamily, field_meanings, first_paragraph
from briefing.settings import analyst, running, settings, sidecar, theme, typed

_OWN = {
    "type": "object",
    "required": ["kind"],
    "properties": {
        "kind": {
            "type": "string",
            "pattern": r"^[\w.]+:\w+$",
            "description": "A stage of your own.",
        }
    },
}


def config_schema() -> str:
    """The JSON Schema (2020-12) of config.yaml, as text."""
    definitions: dict[str, Any] = {}
    root = _schema_of(settings.File, definitions)
    root = definitions.pop(root["$ref"].rsplit("/", 1)[1])
    for family in FAMILIES:
        variants = [
            _variant_schema(family, kind, stage, definitions)
            for kind, stage in family.kinds.items()
        ]
        place = (definitions[family.inside] if family.inside else root)["properties"][family.key]
        place.pop("anyOf", None)
        if family.inside or family.single:
            place["anyOf"] = [*variants, _OWN, {"type": "null"}]
        elif family.key == "tags":
            place["additionalProperties"] = {"anyOf": [*variants, _OWN]}
        else:
            place.update({"type": "array", "items": {"anyOf": [*variants, _OWN]}})
    asked = root["properties"]["about"]
    asked["anyOf"] = [{"$ref": "#/$defs/Terms"}, {"type": "null"}]
    readers = definitions["MailSettings"]["properties"]["recipients"]
    readers["items"] = {"anyOf": [readers["items"], {"type": "string"}]}
    return _write_schema("config.yaml of a brief", root, definitions)


def desk_schemas() -> dict[str, str]:
    """The JSON Schemas of the files beside a config, as text, by the name of the schema's file."""
    found = {}
    for name, kind in (("analyst", analyst.Analyst), ("theme", theme.ThemeSettings)):
        definitions: dict[str, Any] = {}
        reference = _schema_of(kind, definitions)
        root = definitions.pop(reference["$ref"].rsplit("/", 1)[1])
        found[f"{name}.schema.json"] = _write_loose(f"{name}.yaml of a brief", root, definitions)
    definitions = {}
    entry = _schema_of(sidecar.SidecarEntry, definitions)
    root = {
        "type": "object",
        "description": "By file of the folder, what is known of it.",
        "additionalProperties": {"anyOf": [entry, {"type": "null"}]},
    }
    found["sources.schema.json"] = _write_loose("sources.yaml of a folder", root, definitions)
    return found


def _write_loose(title: str, root: dict[str, Any], definitions: dict[str, Any]) -> str:
    """As `_write_schema`, where text may look like a number or a truth value to an editor: `was:
    1973`, a seal of digits alone.
    """
    for one in (root, *definitions.values()):
        for value in one.get("properties", {}).values():
            _loosen(value)
    return _write_schema(title, root, definitions)


def _loosen(node: dict[str, Any]) -> None:
    if node.get("type") == "string" and "enum" not in node:
        node["type"] = ["string", "number", "boolean"]
    for part in node.get("anyOf", ()):
        _loosen(part)
    if isinstance(node.get("items"), dict):
        _loosen(node["items"])


def _write_schema(title: str, root: dict[str, Any], definitions: dict[str, Any]) -> str:
    whole = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": title,
        **{key: value for key, value in root.items() if key != "title"},
        "$defs": dict(sorted(definitions.items())),
    }
    return json.dumps(whole, indent=1, ensure_ascii=False) + "\n"


# `kind` is any annotation that an option may have.
def _schema_of(kind: Any, definitions: dict[str, Any]) -> dict[str, Any]:  # noqa: ANN401
    from pydantic import ConfigDict, TypeAdapter  # noqa: PLC0415 - slow to import

    config = ConfigDict(extra="forbid", alias_generator=typed.key_of)
    made = TypeAdapter(tuple[kind], config=config).json_schema()
    definitions.update(made.get("$defs", {}))
    found: dict[str, Any] = made["prefixItems"][0]
    return found


_PRIVATE = {"type": "boolean", "description": "Whether nothing of it is sent to an editor."}


def _common_properties(family: StageFamily, definitions: dict[str, Any]) -> dict[str, Any]:
    """What stands beside the options of every stage of a family, whatever its kind."""
    if family.key == "sections":
        terms = {
            "type": "array",
            "description": "Terms of a tag of its own, instead of `tags`.",
        }
        return {"terms": terms, "private": _PRIVATE}
    if family.key == "sources":
        return {"private": _PRIVATE}
    if family.key != "editor":
        return {}
    name = _schema_of(running.EditorSettings, definitions)["$ref"].rsplit("/", 1)[1]
    texts = field_meanings(running.EditorSettings)
    found = definitions.pop(name)["properties"]
    return {
        key: {**value, "description": texts[key]} for key, value in found.items() if key != "kind"
    }


def _variant_schema(
    family: StageFamily, kind: str, stage: Callable[..., Any], definitions: dict[str, Any]
) -> dict[str, Any]:
    """The schema of one kind: its stage's options and `kind` itself."""
    reference = _schema_of(stage, definitions)
    name = reference["$ref"].rsplit("/", 1)[1]
    found = definitions[name]
    texts = field_meanings(stage)
    properties = {
        key: {**value, "description": texts.get(key, "")}
        for key, value in found["properties"].items()
        if key not in family.ours
    }
    properties.update(_common_properties(family, definitions))
    definitions[name] = {
        **found,
        "description": first_paragraph(stage),
        "properties": {"kind": {"const": kind}, **properties},
        "required": [*([] if kind == family.default else ["kind"]), *found.get("required", [])],
    }
    return reference
