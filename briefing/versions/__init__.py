"""Which documents are one article, told by the words that their texts share."""

from briefing.versions.families import (
    before_inference,
    find_families,
    group_families,
    infer_metadata,
    web_address,
)
from briefing.versions.kin import (
    CONTAINED,
    MOST_SHARING,
    ONE_IN,
    SHARED,
    Kin,
    Shingles,
    containment,
    find_kin,
    shingles,
    smaller_size,
)

__all__ = [
    "CONTAINED",
    "MOST_SHARING",
    "ONE_IN",
    "SHARED",
    "Kin",
    "Shingles",
    "before_inference",
    "containment",
    "find_families",
    "find_kin",
    "group_families",
    "infer_metadata",
    "shingles",
    "smaller_size",
    "web_address",
]
