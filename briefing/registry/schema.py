"""The JSON Schema of config.yaml, which editors complete and check it by."""

import json
from collections.abc import Callable
from typing import Any

from briefing.registry.declared import FAMILIES, StageFamily, field_meanings, first_paragraph
from briefing.settings import settings, typed

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
        if family.inside:
            place["anyOf"] = [*variants, _OWN, {"type": "null"}]
        elif family.key == "tags":
            place["additionalProperties"] = {"anyOf": [*variants, _OWN]}
        else:
            place.update({"type": "array", "items": {"anyOf": [*variants, _OWN]}})
    whole = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "config.yaml of a brief",
        **{key: value for key, value in root.items() if key != "title"},
        "$defs": dict(sorted(definitions.items())),
    }
    return json.dumps(whole, indent=1, ensure_ascii=False) + "\n"


def _schema_of(kind: Any, definitions: dict[str, Any]) -> dict[str, Any]:  # noqa: ANN401 - any dataclass
    from pydantic import ConfigDict, TypeAdapter  # noqa: PLC0415 - slow to import

    config = ConfigDict(extra="forbid", alias_generator=typed.key_of)
    made = TypeAdapter(tuple[kind], config=config).json_schema()
    definitions.update(made.get("$defs", {}))
    found: dict[str, Any] = made["prefixItems"][0]
    return found


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
    if family.key == "sections":
        properties["terms"] = {
            "type": "array",
            "description": "Terms of a tag of its own, instead of `tags`.",
        }
    definitions[name] = {
        **found,
        "description": first_paragraph(stage),
        "properties": {"kind": {"const": kind}, **properties},
        "required": [*([] if kind == family.default else ["kind"]), *found.get("required", [])],
    }
    return reference
