"""What the analyst knows of a source and the file does not say."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Supplied:
    """One entry of `sources.yaml`; whatever is absent stays None.

    `published` is EDTF, `reliability` an Admiralty letter, `url` where the article stands; a
    `private` one is not sent to an editor. Values are taken as they are: who loads them has checked
    them.
    """

    title: str | None = None
    outlet: str | None = None
    author: str | None = None
    published: str | None = None
    url: str | None = None
    kind: str | None = None
    reliability: str | None = None
    note: str | None = None
    private: bool = False
