"""Bylines in the forms that pages have: who wrote it, whatever stands before and behind the
names.
"""

import re

from briefing.ingest.clean.page import fold_text
from briefing.language import late, wordlist
from briefing.languages.en.lexicon import MONTHS, WEEKDAYS
from briefing.languages.en.names.lists import DICTIONARY, GIVEN

_WORDS = wordlist.read("en", "words/bylines")
_OTHERS = wordlist.read("mul", "bylines")
_PATTERNS = wordlist.patterns("en", "words/stated_patterns")
_COLON = _WORDS.words("needs colon") | _OTHERS.words("needs colon")
_OPENINGS = sorted(
    _WORDS.words("opening") | _OTHERS.words("opening"), key=lambda one: (-len(one), one)
)
_OPEN = late.pattern(
    rf"[\s|•·–—-]*(?P<words>{'|'.join(map(re.escape, _OPENINGS))})(?P<colon>\s*:)?\s+",
    re.IGNORECASE,
)
_DAYS = frozenset(word for day in (*MONTHS, *WEEKDAYS) for word in (day, day[:3], f"{day[:3]}."))
_ENDS = _WORDS.words("ends") | _OTHERS.words("ends") | _DAYS
_COMPANY = _WORDS.words("company")
_NOBODY = _WORDS.words("nobody")
_OFFICES = wordlist.read("mul", "offices").words("offices")
_WORD = late.pattern(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_FEWEST_LETTERS = 4  # of a domain's label that a house is known by
_PAPERS = wordlist.read("en", "words/mastheads").words("last")
_PARTICLES = _WORDS.words("particles")
_TOKEN = late.pattern(r"[^\s,;|•·/()]+|[,;|•·/()]")
_NAME_WORD = late.pattern(r"[^\W\d_](?:[\w'’.-]*[^\W_]\.?|\.)?")
_JOINING = _WORDS.words("joining")
_PLACED = _PATTERNS["writes_from"]  # may stand between two names
_MOST_NAMES, _MOST_WORDS = 6, 5
_FEWEST_WORDS = 2


def names_start(line: str, start: int = 0) -> int | None:
    """Where the names of a byline begin in a line that is read from `start`, None where no word
    opens one there.
    """
    match = _OPEN.match(line, start)
    if match is None or (fold_text(match["words"]) in _COLON and not match["colon"]):
        return None
    return match.end()


def read_names(line: str, start: int = 0) -> tuple[str, int]:
    """The names that stand at `start`, and where they end; an empty string where none does.

    A name has two words or more that begin with a capital, particles between them; a word that
    opens something else (a month, "Follow", a job) ends it. A paper's name is nobody's. Several are
    joined by commas and "and"; where places stand between them ("in Vellin and"), by commas alone.
    """
    first = _name_end(line, start)
    if first is None:
        return "", start
    parts, end, apart = [line[start:first].strip()], first, False
    while len(parts) < _MOST_NAMES and (following := _following_name(line, end)):
        at, reached, placed = following
        parts.append(line[at:reached].strip())
        end, apart = reached, apart or placed
    found = ", ".join(parts) if apart else line[start:end].strip()
    return ("", start) if fold_text(found) in _NOBODY else (found, end)


def _following_name(line: str, end: int) -> tuple[int, int, bool] | None:
    """Where the name behind another that ends at `end` begins and ends, and whether a place stands
    between the two ("in Vellin and"); None where no name follows.
    """
    placed = _PLACED.match(line, end)
    at = _next_name(line, placed.end() if placed else end)
    reached = None if at is None else _name_end(line, at)
    if at is None or reached is None or (placed and not _begins_as_person(line[at:])):
        return None
    return at, reached, placed is not None


def is_nobody(name: str) -> bool:
    """Whether what stands for an author is no person's name: "admin", "web desk"."""
    return fold_text(name) in _NOBODY


def is_office(name: str, host: str = "") -> bool:
    """Whether a sender's name is an office's or a house's and no person's.

    It has a word of offices in it, unless it begins with a given name, or it is the name of the
    `host` that the sender writes from: "Altona Herald" at altonaherald.example.
    """
    words = [word.casefold() for word in _WORD.findall(name)]
    label = max(host.casefold().replace("-", "").split(".")[:-1], key=len, default="")
    tight = "".join(words).replace("-", "")
    if len(label) >= _FEWEST_LETTERS and tight.startswith(label):
        return True
    parts = {part for word in words for part in (word, *word.split("-"))}
    return bool(parts & _OFFICES) and not _begins_as_person(name)


def is_account(name: str) -> bool:
    """Whether a sender's name is that of an account and no person's: one word with a line or a
    figure in it, or without a capital in a script that has them.
    """
    signed = "_" in name or any(map(str.isdigit, name))
    return len(name.split()) == 1 and (signed or (name.islower() and name.isascii()))


def _begins_as_person(name: str) -> bool:
    """Whether the first word of a name is a given name and nothing else."""
    first = name.split(maxsplit=1)[0].casefold() if name.strip() else ""
    return first in GIVEN and first not in DICTIONARY


def names_persons(line: str) -> bool:
    """Whether a line is nothing but names, the first of which begins with a given name."""
    return bool(line) and persons_alone(line) == line


def persons_alone(line: str) -> str:
    """The names in a line that holds nothing else but the place they write from ("in Vellin"); the
    first begins with a given name. Empty where there is anything else.
    """
    if not _begins_as_person(line):
        return ""
    found, end = read_names(line)
    rest = line[end:]
    return found if found and (not rest or _PLACED.fullmatch(rest)) else ""


def _next_name(line: str, at: int) -> int | None:
    """Where the next name begins behind a comma or "and" at `at`; None where nothing joins one."""
    joined = False
    for match in _TOKEN.finditer(line, at):
        if match[0].casefold() not in _JOINING:
            return match.start() if joined else None
        joined = True
    return None


def _is_small(letter: str) -> bool:
    """Whether a letter is a small one; those of scripts without capitals are not."""
    return letter != letter.upper()


def _name_end(line: str, at: int) -> int | None:
    """Where the name that begins at `at` ends, None where there is no name."""
    count, end, pending = 0, at, 0
    for match in _TOKEN.finditer(line, at):
        word = match[0]
        folded = word.casefold().rstrip(".")
        if word in _PARTICLES and count:
            pending += 1
            continue
        if not _NAME_WORD.fullmatch(word) or _is_small(word[0]) or folded in _ENDS:
            break
        count, end, pending = count + 1, match.end(), 0
        if count == _MOST_WORDS:
            break
    if count < _FEWEST_WORDS or line[at:end].rsplit(maxsplit=1)[-1].casefold() in _PAPERS:
        return None
    return end


def ends_byline(line: str, at: int) -> bool:
    """Whether a byline may end at `at`: nothing follows, a sign that parts, or a word that opens
    else.
    """
    rest = line[at:].lstrip()
    if not rest or rest[0] in ",;|•·–—-/(@\t" or fold_text(rest) in _COMPANY:
        return True
    first = _TOKEN.match(rest)
    if first is None:
        return False
    word = first[0].casefold().rstrip(".:")
    return word in _ENDS or word[0].isdigit() or "@" in word
