"""EDTF dates in words for a reader."""

from briefing.language.edtf import bounds, is_valid

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
SEASONS = {"21": "spring", "22": "summer", "23": "autumn", "24": "winter"}
_DOUBT = {"~": "about ", "?": "possibly ", "%": "possibly about "}
_PARTS = ("early", "mid", "late")
_QUALIFIERS = "~?%"


def date_words(edtf: str) -> str:
    """Say an EDTF date in British English: "17 November 2025", "17–24 November 2025", "late 2024".

    Raises ValueError for what is not a valid date. `~` is said as "about", `?` as "possibly"; an
    interval with an approximate end on both sides that is a third of a month, of a year or of a
    decade is said as "early", "mid" or "late".
    """
    bounds(edtf)
    first, slash, last = edtf.partition("/")
    if not slash:
        return _qualified_point(first)
    if first == "..":
        return f"until {_qualified_point(last)}"
    if last == "..":
        return f"since {_qualified_point(first)}"
    part = _part_words(first, last)
    if part:
        return part
    if first[-1] == last[-1] == "~":
        return f"about {_interval_words(first[:-1], last[:-1])}"
    if first[-1] in _QUALIFIERS or last[-1] in _QUALIFIERS:
        return f"{_qualified_point(first)} – {_qualified_point(last)}"
    return _interval_words(first, last)


def thirds_of(base: str) -> tuple[tuple[str, str], ...]:
    """The early, middle and late part of a month, a year or a decade as pairs of EDTF ends."""
    if base.endswith("X"):
        start = base[:-1]
        pairs = ((start + "0", start + "3"), (start + "4", start + "6"), (start + "7", start + "9"))
    elif "-" in base:
        end = bounds(base)[1].isoformat()
        pairs = ((base + "-01", base + "-10"), (base + "-11", base + "-20"), (base + "-21", end))
    else:
        pairs = (
            (base + "-01", base + "-04"),
            (base + "-05", base + "-08"),
            (base + "-09", base + "-12"),
        )
    return tuple((f"{first}~", f"{last}~") for first, last in pairs)


def _part_words(first: str, last: str) -> str:
    """Say "late 2024" where the interval is such a part, else nothing."""
    for base in (first[:7], first[:4], first[:3] + "X"):
        if not is_valid(base) or base[4:] in {f"-{code}" for code in SEASONS}:
            continue
        for name, pair in zip(_PARTS, thirds_of(base), strict=True):
            if pair == (first, last):
                joint = "-" if name == "mid" else " "
                return name + joint + _plain_point(base).removeprefix("the ")
    return ""


def _qualified_point(point: str) -> str:
    if point[-1] in _QUALIFIERS:
        return _DOUBT[point[-1]] + _plain_point(point[:-1])
    return _plain_point(point)


def _plain_point(point: str) -> str:
    """Say a point that has no qualifier."""
    if point.endswith("XX"):
        return f"the {_ordinal_word(int(point[:2]) + 1)} century"
    if point.endswith("X"):
        return f"the {point[:3]}0s"
    year, _, rest = point.partition("-")
    if not rest:
        return year
    if rest in SEASONS:
        return f"{SEASONS[rest]} {year}"
    month, _, day = rest.partition("-")
    name = f"{MONTHS[int(month) - 1]} {year}"
    return f"{int(day)} {name}" if day else name


def _interval_words(first: str, last: str) -> str:
    """Say an interval of two points without qualifiers, what they share only once."""
    same_kind = len(first) == len(last) and "X" not in first + last
    if same_kind and len(first) == len("2025"):
        return f"{first}–{last}"
    seasons = first[5:7] in SEASONS or last[5:7] in SEASONS
    if same_kind and not seasons and first[:4] == last[:4]:
        month, other = MONTHS[int(first[5:7]) - 1], _plain_point(last)
        if len(first) == len("2025-11"):
            return f"{month}–{other}"
        if first[:7] == last[:7]:
            return f"{int(first[8:])}–{other}"
        return f"{int(first[8:])} {month} – {other}"
    return f"{_plain_point(first)} – {_plain_point(last)}"


def _ordinal_word(number: int) -> str:
    teens = range(11, 14)
    ending = "th" if number % 100 in teens else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"
