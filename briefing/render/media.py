"""What kinds of files an edition has, by the ending of their names: the types that mail and feeds
name.
"""

from collections.abc import Mapping

UNKNOWN = "application/octet-stream"
_TYPES: Mapping[str, str] = {
    "html": "text/html",
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "md": "text/markdown",
    "json": "application/json",
}


def find_type(name: str) -> str:
    """The media type of a file by its name's ending; `UNKNOWN` for one that is none of ours."""
    return _TYPES.get(name.rpartition(".")[2], UNKNOWN)
