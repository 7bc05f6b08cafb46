"""`briefing new DIR`: a brief that is ready for its first articles."""

import os
from collections.abc import Iterator
from pathlib import Path

from briefing.errors import Problem, UserError, refusal_reason

_CONFIG = """\
# yaml-language-server: $schema=config.schema.json
# What this brief is made of. Check it with `briefing check`; paths are relative to this file.

brief:
  title: {title}
  marking: TLP:CLEAR      # shown on every page
  # audience: who reads it
  # contact: whom they ask
  as_of: latest           # or a date: 2025-11-24
  # window: 30d           # older articles are background, not news

sources:
  - {{kind: folder, path: sources}}
{feeds}
# outlets:                # what you know of them; reliability is an Admiralty letter
#   The Daily Example: {{country: GB, reliability: B, note: why}}

# A tag finds passages by its terms: words, phrases, begin*, this & that, -not this.
# tags:
#   ports: {{terms: [harbour, port*, "sea trade"]}}

# A section takes the passages of its tags; one without tags takes them all.
sections:
  - {{slug: developments, title: Developments, kind: digest, statements: 10}}
  - {{slug: key_actors, title: Key actors, kind: actors}}
  - {{slug: views, title: Views, kind: positions}}

outputs:
  - {{kind: markdown}}
  - {{kind: html}}
  - {{kind: pdf}}
  - {{kind: json}}

output: output
"""

_SIDECAR = """\
# yaml-language-server: $schema=../sources.schema.json
# What you know of an article and its file does not say. Every key is optional: leave out what is
# not known.
#
# article.txt:
#   title: Its headline
#   outlet: Who published it
#   author: Its byline
#   published: 2025-11-17          # or 2025-11, or a range: 2025-11-17/2025-11-24
#   url: https://example.org/article
#   kind: report                   # analysis, opinion, interview, …
#   reliability: B                 # Admiralty letter, A to F
#   note: What a reader should know of it
"""

_SOURCES = """\
Put the articles here, one file each. This file, other README files, hidden files and YAML files
are not read as articles. `sources.yaml` says what you know of an article and its file does not.
"""

_README = """\
# {title}

1. Put articles into `sources/`, one file each.
2. Say in `config.yaml` which sections the brief has.
3. Run `briefing build`. The brief is in `output/`: brief.md, brief.html, brief.pdf and brief.json.

`briefing check` finds mistakes, `briefing sources` lists what was read, `briefing verify`
replays every statement against its source.
"""


def lay_out(folder: Path, feeds: Path | None = None) -> Iterator[str]:
    """Write a new brief's files into `folder` and give what to tell the user. `feeds` is an OPML
    file whose feeds become sources.

    Raises UserError, with nothing written, where one of the files is there already or can't be
    made, or the list is none.
    """
    listed = _list_feeds(feeds) if feeds is not None else ()
    title = (
        " ".join(folder.absolute().name.replace("_", " ").replace("-", " ").split()).capitalize()
        or "Brief"
    )
    files = {
        "config.yaml": _CONFIG.format(title=_quote_yaml(title), feeds="".join(listed)),
        "README.md": _README.format(title=title),
        **_schemas(),
        "sources/README.md": _SOURCES,
        "sources/sources.yaml": _SIDECAR,
    }
    taken = [folder / name for name in files if os.path.lexists(folder / name)]
    if taken:
        raise UserError(
            *(_file_problem(path, "is there already; nothing was written") for path in taken)
        )
    for name, text in files.items():
        _write_new(folder / name, text)
    config = folder / "config.yaml"
    if listed:
        count = f"{len(listed)} feed{'s' * (len(listed) != 1)}"
        yield f"made {folder} with {count}: briefing build --online -c {config} asks for them"
        return
    yield (
        f"made {folder}: put articles into {folder / 'sources'}, "
        f"then run briefing build -c {config}"
    )


def _list_feeds(feeds: Path) -> tuple[str, ...]:
    """The lines of the config that follow the feeds of a list."""
    from briefing.ingest.opml import read_list  # noqa: PLC0415 - only where there is a list

    return tuple(
        f"  - {{kind: feed, url: {_quote_yaml(one.url)}}}{_comment(one.title)}\n"
        for one in read_list(feeds, str(feeds))
    )


def _comment(title: str) -> str:
    shown = "".join(char for char in title if char.isprintable())[:80].strip()
    return f"   # {shown}" if shown else ""


def _schemas() -> dict[str, str]:
    """What editors complete the desk's files by, beside the config."""
    from briefing.registry.schema import config_schema, desk_schemas  # noqa: PLC0415 - all rooms

    wanted = ("analyst.schema.json", "sources.schema.json")
    return {"config.schema.json": config_schema(), **{one: desk_schemas()[one] for one in wanted}}


def _write_new(path: Path, text: str) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except OSError as error:
        raise UserError(_file_problem(path, f"can't be made: {refusal_reason(error)}")) from None


def _quote_yaml(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{"".join(char for char in escaped if char.isprintable())}"'


def _file_problem(path: Path, message: str) -> Problem:
    return Problem(path=str(path), line=0, column=0, message=message)
