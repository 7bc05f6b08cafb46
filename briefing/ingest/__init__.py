"""From a source to a `Document`: finding, decoding, describing and marking."""

from briefing.ingest.article import read, read_all
from briefing.ingest.folder import Folder, Found
from briefing.ingest.supplied import Supplied

__all__ = ["Folder", "Found", "Supplied", "read", "read_all"]
