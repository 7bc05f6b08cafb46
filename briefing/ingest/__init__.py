"""From a source to a `Document`: finding, decoding, describing and marking."""

from briefing.ingest.article import glance_text, original_file, read_article
from briefing.ingest.folder import Folder
from briefing.ingest.found import Found
from briefing.ingest.reader import Reader
from briefing.ingest.supplied import Supplied

__all__ = ["Folder", "Found", "Reader", "Supplied", "glance_text", "original_file", "read_article"]
