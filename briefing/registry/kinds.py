"""The kinds that a config may name, family by family.

Each dict's annotation is where the type checker proves that a stage conforms.
"""

from collections.abc import Callable, Mapping

from briefing.ingest.folder import Folder
from briefing.render.json import Json
from briefing.stages import Source, Summarizer, Tagger, Writer
from briefing.summarize.actors import Actors
from briefing.summarize.digest import Digest
from briefing.summarize.positions import Positions
from briefing.tag import Terms

SOURCES: Mapping[str, Callable[..., Source]] = {"folder": Folder}
TAGGERS: Mapping[str, Callable[..., Tagger]] = {"terms": Terms}
SUMMARIZERS: Mapping[str, Callable[..., Summarizer]] = {
    "digest": Digest,
    "actors": Actors,
    "positions": Positions,
}
WRITERS: Mapping[str, Callable[..., Writer]] = {"json": Json}
