"""Words that turn each other round: two sentences that differ in such a pair don't say the same."""

_PAIRS = (
    "open close", "opened closed", "opens closes", "reopened closed", "opening closing", "rise fall", "rose fell",
    "rises falls", "increase decrease", "increased decreased", "increase reduce", "increased reduced",
    "increase cut", "increased cut", "grow shrink", "grew shrank", "raise lower", "raised lowered", "gain lose",
    "gained lost", "win lose", "won lost", "accept reject", "accepted rejected", "accept refuse",
    "accepted refused", "support oppose", "supported opposed", "supports opposes", "confirm deny",
    "confirmed denied", "arrive leave", "arrived left", "arrive depart", "arrived departed", "enter exit",
    "entered left", "begin end", "began ended", "start stop", "started stopped", "start end", "started ended",
    "continue stop", "continued stopped", "allow ban", "allowed banned", "permit forbid", "permitted forbade",
    "lift impose", "lifted imposed", "hire dismiss", "hired fired", "appoint dismiss", "appointed dismissed",
    "join quit", "joined left", "buy sell", "bought sold", "import export", "imports exports", "attack defend",
    "attacked defended", "strengthen weaken", "strengthened weakened", "before after", "above below", "over under",
    "more less", "more fewer", "most least", "first last", "first second", "early late", "north south",
    "northern southern", "northern eastern", "northern western", "southern eastern", "southern western",
    "east west", "eastern western", "up down", "high low", "higher lower", "large small", "major minor",
    "success failure", "succeeded failed", "alive dead", "guilty innocent", "guilty acquitted", "deploy withdraw",
    "deployed withdrew", "deployed withdrawn", "deployment withdrawal", "advance retreat", "advanced retreated",
    "all some", "all most", "always never", "with without", "for against", "legal illegal", "public private",
    "military civilian", "new former", "ally enemy", "man woman", "men women", "his her", "he she", "day night",
    "morning evening", "morning night", "expand shrink", "create destroy", "created destroyed", "built destroyed",
    "won defeated", "approve veto", "approved vetoed", "approve reject", "approved rejected", "freed jailed",
    "released arrested", "released detained",
)  # fmt: skip
_TURNING = ("un", "in", "im", "il", "ir", "dis", "non", "mis")  # "likely" and "unlikely"

_OPPOSITES: dict[str, frozenset[str]] = {
    word: frozenset(
        other for pair in _PAIRS if word in pair.split() for other in pair.split() if other != word
    )
    for word in sorted({word for pair in _PAIRS for word in pair.split()})
}


def opposed(left: frozenset[str], right: frozenset[str]) -> bool:
    """Tell whether one set of lower-case words has a word that the other one turns round."""
    ours, theirs = left - right, right - left
    if any(_OPPOSITES.get(word, frozenset()) & theirs for word in ours):
        return True
    return any(
        f"{prefix}{word}" in other
        for prefix in _TURNING
        for one, other in ((ours, theirs), (theirs, ours))
        for word in one
    )
