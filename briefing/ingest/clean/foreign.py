"""Lines in another language than the article."""

from collections.abc import Iterator

from briefing.ingest import tongues
from briefing.ingest.clean.page import CleanPage, Finding

_FEWEST_WORDS = 8  # fewer words of a neighbouring language may be a name or a title


def mark_foreign(page: CleanPage) -> Iterator[Finding]:
    """Mark lines in another script than the document's, and longer ones in another language.

    Without a known language of the document nothing is foreign to it.
    """
    if page.language is None:
        return
    own = tongues.main_script("".join(line.text for line in page.lines if line.prose)[:20_000])
    latin = own in {None, "latin"} and tongues.is_latin("".join(line.text for line in page.lines))
    for index, line in enumerate(page.lines):
        if not page.open(index) or (latin and line.words < _FEWEST_WORDS):
            continue
        if tongues.is_plainly(line.folded, page.language):
            continue
        script = tongues.main_script(line.text[:2000])
        if own and script and script != own:
            if (
                script != "latin" and page.language != "ja"
            ):  # names, addresses and code are Latin everywhere
                yield Finding(
                    index=index, kind="foreign", reason="is in another script than the article"
                )
        elif line.words >= _FEWEST_WORDS and (
            spoken := tongues.foreign_language(line.text, page.language)
        ):
            yield Finding(index=index, kind="foreign", reason=f"is in another language ({spoken})")
