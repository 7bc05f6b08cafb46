"""Who wrote a letter inside a letter, and when: blocks of headers, and lines such as "On Monday
Ruth wrote:".
"""

import re
from collections.abc import Mapping, Sequence
from datetime import date

from briefing.ingest.html.values import clean_value
from briefing.ingest.mail import days
from briefing.language import wordlist

_LIST = wordlist.read("mul", "letters")

_ROLES = {
    label: role
    for role in ("from", "sent", "to", "copy", "subject", "other")
    for label in _LIST.entries(role)
}
WROTE = re.compile(
    "|".join(
        rf"(?<!\w){re.escape(one)}(?!\w)" if one[0].isascii() else re.escape(one)
        for one in sorted(_LIST.words("wrote"), key=len, reverse=True)
    ),
    re.IGNORECASE,
)
_ENDS = (":", "：", *_LIST.entries("wrote at the end"))
_ROUND_NAMES = _LIST.words("wrote", "round names")
_HEADER = re.compile(
    r"[\s>|]*\*{0,2}(?P<label>[^\W\d_][^:：*<>]{0,30}?)\*{0,2} ?[:：]\*{0,2}(?P<value>\s.*|)$"
)
ADDRESS = re.compile(r"[^\s<>\"'(\[:,;]+@[^\s<>\"')\],;:]+")
_FEWEST_ROLES = 2
MOST_IN_HEADER = 400
_MOST_HEADERS = 40  # lines of a block of headers, long lists of addresses included


def header_of(line: str) -> "tuple[str, str] | None":
    """The role and the value of a line that is a mail program's header, in any of its
    languages.
    """
    if len(line) > MOST_IN_HEADER:
        return None
    found = _HEADER.match(line)
    role = _ROLES.get(" ".join(found["label"].split()).casefold()) if found else None
    return (role, found["value"].strip()) if found and role else None


def header_block_end(lines: Sequence[str], at: int) -> int:
    """Where a block of headers that begins at `at` ends, 0 where none begins."""
    roles: set[str] = set()
    end = at
    for line in lines[at : at + _MOST_HEADERS]:
        header = header_of(line)
        if header is None and not (roles and _is_more_addresses(line)):
            break
        roles.update({header[0]} if header else ())
        end += 1
    told = "from" in roles and roles & {"sent", "subject"}
    return end if len(roles) >= _FEWEST_ROLES and told else 0


def _is_more_addresses(line: str) -> bool:
    """Whether a line only goes on with a list of addresses."""
    return line.rstrip().endswith((";", ">", ",")) and ADDRESS.search(line) is not None


def header_values(lines: Sequence[str]) -> Mapping[str, str]:
    """The values of headers by their roles, the first of each."""
    found: dict[str, str] = {}
    for role, value in filter(None, map(header_of, lines)):
        found.setdefault(role, value)
    return found


def read_introduction(text: str, latest: date | None) -> "tuple[str, date | None] | None":
    """Who wrote and when where a line says so before a quotation."""
    if not text.endswith(_ENDS) or len(text) > MOST_IN_HEADER:
        return None
    day = days.find_day(text, latest)
    if day is None and not ADDRESS.search(text) and not WROTE.search(text):
        return None
    return _sender_in(text), day


def _sender_in(text: str) -> str:
    """The name of who wrote, out of a line that introduces a quotation."""
    tail = re.split(r"[\d:：]+[.,]?|,", _naming_part(text).strip(" <(\"'[:："))[-1]
    words = tail.strip(" <>()\"'[].,:：").split()
    while words and words[0].casefold() in _ROUND_NAMES:
        words = words[1:]
    return clean_value(" ".join(words))


def _naming_part(text: str) -> str:
    """The part of an introduction that may hold a name: what stands between the verb and an
    address, behind the verb where that is no day, else before both.
    """
    address, wrote = ADDRESS.search(text), WROTE.search(text)
    if wrote is None:
        return text[: address.start()] if address else text
    if address is None:
        behind = text[wrote.end() :]
        named = days.find_day(behind) is None and behind.strip(" :：")
        return behind if named else text[: wrote.start()]
    if wrote.end() <= address.start():
        return text[wrote.end() : address.start()]
    return text[: min(address.start(), wrote.start())]


def name_in(value: str) -> str:
    """The name in a header that says who sent a letter, without addresses."""
    plain = re.sub(r"\[?mailto:[^\]\s>]+\]?|<[^>]*>|\[[^\]]*\]", " ", value)
    return clean_value(ADDRESS.sub(" ", plain).strip(" \"'<>()*;,"))
