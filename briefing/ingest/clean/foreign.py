"""Lines in another language than the article."""

from collections.abc import Iterator

from briefing.ingest import tongues
from briefing.ingest.clean.page import CleanPage, Finding, Line

_MOST_READ = 20_000  # characters of prose that tell a document's script
_FEWEST_WORDS = 8  # fewer words of a neighbouring language may be a name or a title


def mark_foreign(page: CleanPage) -> Iterator[Finding]:
    """Mark lines in another script than the document's, and longer ones in another language.

    Without a known language of the document nothing is foreign to it.
    """
    if page.language is None:
        return
    own = _prose_script(page)
    latin = own in {None, "latin"} and tongues.is_latin("".join(line.text for line in page.lines))
    for index, line in enumerate(page.lines):
        if not page.open(index) or (latin and line.words < _FEWEST_WORDS):
            continue
        reason = _find_reason(line, page.language, own, latin=latin)
        if reason:
            yield Finding(index=index, kind="foreign", reason=reason)


def _prose_script(page: CleanPage) -> str | None:
    """The script that most of a document's prose stands in."""
    prose = "".join(line.text for line in page.lines if line.prose)
    return tongues.main_script(prose[:_MOST_READ])


def _find_reason(line: Line, language: str, own: str | None, *, latin: bool) -> str:
    """Why a line is foreign to a document in `language` whose main script is `own`, "" where it is
    not; in a `latin` document no letter is of another script.
    """
    if tongues.is_plainly(line.folded, language, latin=latin):
        return ""
    script = own if latin else tongues.main_script(line.text[:2000])
    if own and script and script != own:
        # Names, addresses and code are Latin everywhere.
        apart = script != "latin" and language != "ja"
        return "is in another script than the article" if apart else ""
    spoken = line.words >= _FEWEST_WORDS and tongues.foreign_language(line.text, language)
    return f"is in another language ({spoken})" if spoken else ""
