"""Folders that a browser saves beside a page: its pictures, scripts and frames, and no articles."""

from collections.abc import Collection, Iterable
from pathlib import PurePosixPath

from briefing.language import wordlist

_ENDS = tuple(sorted(wordlist.read("mul", "saved_pages").words("folders")))
_PAGES = frozenset({".html", ".htm", ".xhtml", ".xht"})


def page_stems(paths: Iterable[str]) -> frozenset[str]:
    """The paths of the pages among some files, without their endings."""
    pure = map(PurePosixPath, paths)
    return frozenset(str(one.with_suffix("")) for one in pure if one.suffix.casefold() in _PAGES)


def may_be_saved(folder: str) -> bool:
    """Whether a folder is called as browsers call one beside a page."""
    return folder.casefold().endswith(_ENDS)


def is_saved_with(folder: str, stems: Collection[str]) -> bool:
    """Whether a folder holds what was saved with one of the pages of these stems."""
    folded = folder.casefold()
    return any(folder[: -len(end)] in stems for end in _ENDS if folded.endswith(end))


def lies_beside_page(path: str, stems: Collection[str]) -> bool:
    """Whether a file lies in such a folder, however deep."""
    return any(is_saved_with(str(one), stems) for one in PurePosixPath(path).parents)
