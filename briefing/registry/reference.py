"""The options of a brief, as a page for people and as JSON Schemas for editors, and the JSON
Schema of brief.json.

They are made of the declarations that read a config and a brief, so they can't say anything else:

    python -m briefing.registry.reference docs
"""

import sys
from pathlib import Path

from briefing.registry.page import options_page
from briefing.registry.schema import config_schema, desk_schemas
from briefing.render.published import brief_schema


def write_reference(folder: Path) -> None:
    """Write options.md and the schemas of brief.json and of all files of a desk into `folder`."""
    for name, text in desk_schemas().items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")
    (folder / "options.md").write_text(options_page(), encoding="utf-8", newline="\n")
    (folder / "config.schema.json").write_text(config_schema(), encoding="utf-8", newline="\n")
    (folder / "brief.schema.json").write_text(brief_schema(), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    write_reference(Path(sys.argv[1]))
