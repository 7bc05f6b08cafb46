"""Datelines that have lost their dash: "TOLM, Sorrel A judge ruled …", "VELLIN The union …".

Pages set the towns apart by type, which a text doesn't keep. Outlets also print the first words of
an article in capitals ("VELLIN BRIDGE was …"), so towns alone are taken for a dateline only where
the word behind them can't be part of a name with them.
"""

from briefing.language import late, wordlist
from briefing.languages.en.lexicon import OFFICES, RANKS
from briefing.languages.en.names.lists import COUNTRIES, DEMONYMS, DICTIONARY, GIVEN, PLACES

_TOWN = r"[A-Z][A-Z.'’-]*[A-Z](?: [A-Z][A-Z.'’-]*[A-Z])*"
_TOWNS = late.pattern(
    rf"(?P<towns>{_TOWN}(?:/{_TOWN})*)"
    r"(?:, (?P<land>[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*)?))?"
    r" (?=[“\"]?(?P<next>[A-Z][a-z’'-]+|A\b|U\.|\d))"
)
_FIRM = late.pattern(r"(?:[A-Z][\w&’'-]* ){1,3}(?:Inc|Corp|Ltd|Plc|PLC|AG|SA|NV|Co)\b")
_OPENERS = wordlist.read("en", "words/opening_uses").words("filed")
_ABBREVIATED = 4  # letters: "NASA"
_ARTICLES = frozenset({"A", "An", "The"})
_SHORT_STATE = late.pattern(r"[A-Z][a-z]{1,4}\.|[A-Z]\.[A-Z]\.")


def unmarked_dateline(text: str, start: int, end: int) -> int:
    """Where a dateline without a dash ends that opens a sentence; `start` where none does."""
    found = _TOWNS.match(text, start, end)
    if found is None:
        return start
    if found["land"] is not None:
        return _behind_land(text, found.start("land"), found["land"], start)
    towns = [town.lower() for town in found["towns"].split("/")]
    told = all(town in PLACES and town not in COUNTRIES for town in towns)
    if found["next"] in _ARTICLES and all(map(_may_be_town, towns)):
        return found.end()  # no name goes on so
    firm = _FIRM.match(text, found.end()) is not None
    return found.end() if told and (firm or _opens_article(found["next"], towns[0])) else start


def _behind_land(text: str, place: int, land: str, start: int) -> int:
    """Where a state's name ends that stands behind a town's and a comma, with the space behind it;
    `start` where none of a word or two stands there.
    """
    for words in (land, land.partition(" ")[0]):
        known = words.lower() in PLACES or _SHORT_STATE.fullmatch(words) is not None
        if known and text[place + len(words) : place + len(words) + 1] == " ":
            return place + len(words) + 1
    return start


def _may_be_town(word: str) -> bool:
    """Whether a word in capitals may be a town's name that no list has: no state and no
    abbreviation.
    """
    return word not in COUNTRIES and (word in PLACES or len(word) > _ABBREVIATED)


def _opens_article(word: str, town: str) -> bool:
    """Whether a word behind a town's name opens a sentence, and is no part of a name with it."""
    low = word.lower()
    opens = low in _OPENERS or low.removesuffix("s") in OFFICES or low in RANKS
    if opens or low in DEMONYMS or low in PLACES or not low.isalpha():
        return True
    return low not in DICTIONARY and town not in GIVEN
