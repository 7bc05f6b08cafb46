"""A .docx is a zip; here it gets the same bytes whenever it holds the same files."""

import io
import zipfile
from datetime import UTC, datetime

# The first day that a zip can name.
_NO_DAY = datetime(1980, 1, 1, tzinfo=UTC)
_PLAIN_FILE = 0o600 << 16


def fix_package(content: bytes, made: datetime | None) -> bytes:
    """The zip `content` packed anew: its files in their order, all of the time `made`, aware UTC.

    None stands for 1 January 1980, and so does any time before it.
    """
    when = max(made or _NO_DAY, _NO_DAY)
    written = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as given,
        zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as packed,
    ):
        for name in given.namelist():
            entry = zipfile.ZipInfo(name, when.timetuple()[:6])
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = _PLAIN_FILE
            packed.writestr(entry, given.read(name))
    return written.getvalue()
