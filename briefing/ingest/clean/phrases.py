"""What furniture says: whole-line phrases of web pages, by kind and reason.

Each pattern is matched against a whole folded line (lower case, single spaces, straight
apostrophes). Repetitions are bounded, so that no line costs more than a constant. News speaks of
reports, support and shares too: a pattern must name something that only a page says of itself.
"""

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class NoisePhrase:
    """A way of saying something: the kind and reason of the mark, and the pattern of the line.

    Each line that the pattern fits holds one of `holds`, where there are any: looking for these
    takes a hundredth of the time, and hardly any line of an article has one.
    """

    kind: str
    reason: str
    pattern: re.Pattern[str]
    holds: tuple[str, ...] = ()

    def fits(self, line: str) -> bool:
        """Whether a folded line says this and nothing else."""
        return (not self.holds or any(part in line for part in self.holds)) and bool(
            self.pattern.fullmatch(line)
        )


BUTTONS: frozenset[str] = frozenset(
    line.strip()
    for line in """
    accept|about us|about the author|ad|advertise|advertise with us|advertisement|advertisements|anzeige
    article continues below|article continues below advertisement|back to top|bookmark|caption|careers|click to enlarge
    close|comment|comments|contact us|continue reading|continue reading below|cookie policy|cookies|copy link
    e-mail|email|email the author|email this|enlarge|enlarge image|explore further|facebook|flipboard|follow
    follow on twitter|follow us|follow us on|font size|gallery|hide caption|home|iframe|iklan|image|image caption
    image copyright|instagram|latest news|learn more|leave a comment|link copied|linkedin|listen
    listen to this article|live|load more|loading|log in|log out|login|media caption|menu|my account|newsletter
    newsletters|next|pause|permalink|photo|photos|pin it|pinterest|play|play video|post a comment|previous|print
    print this|privacy|privacy notice|privacy policy|promoted|publicidad|publicidade|publicité|pubblicità|read more
    reddit|register|reklama|related tags|report an error|save|save article|search|see more|select language|share
    share this|share this article|share this story|shares|sharing is caring!|sharing is caring|show more|sign in
    sign up|skip to content|skip to main content|smartnews|sorry!|sponsored|sponsored content|story continues
    story continues below|story continues below advertisement|story continues below gallery|subscribe|subscribe now
    subscriber services|tap to unmute|telegram|terms and conditions|terms of service|terms of use|text size
    toggle caption|translate|tumblr|tweet|twitter|video|videos|view all|view author archive|view comments|view gallery
    view more|watch live|werbung|whatsapp|youtube|реклама
    """.replace("\n", "|").split("|")
    if line.strip()
)
"""Lines that are a button or a label and nothing else."""

SHARING: frozenset[str] = frozenset(
    "share tweet print email e-mail mail pin save copy link facebook twitter x whatsapp linkedin reddit pinterest "
    "telegram instagram messenger flipboard tumblr sms viber line wechat this article story post page on via to "
    "by with and or comment comments like follow us send".split()
)
"""Words that bars of share buttons are made of."""

_NETWORK = r"(?:facebook|twitter|instagram|youtube|telegram|whatsapp|linkedin|tiktok|pinterest|flipboard|threads)"
_ABOUT_LINKS = r"(?=.*\b(?:links?|purchases?|bought|buy|products?|post|page|retailers?|sales?)\b)"
_OWN = (
    r"(?:article|story|report|post|piece|content|essay|interview|text|transcript|commentary|column)"
)
_UNQUOTED = r"(?!.*[“”\"])"

_LABELS: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("metadata", "a label of the page", (
        r"(?:first |last )?(?:published|updated|posted|modified|created)\s?:?",
        r"(?:date|time|sources?|by|authors?|written by|reporting by|editing by|citation|read time|location)\s?:?",
        r"more information\s?:?",
    )),
    ("metadata", "keywords of the page", (
        r"(?:tags?|filed under|topics?|categor(?:y|ies)|keywords|posted in|in this story|labels|section)\s?:.*",
    )),
    ("metadata", "reading time or a count", (
        r"\d[\d,.]*k? ?-?(?:min(?:ute)?s?(?: read)?|shares?|comments?|views?|likes?|reads?|replies|followers)(?: ago)?",
        r"\d+ (?:minutes?|hours?|days?|weeks?|months?) ago",
    )),
    ("metadata", "a time of publication", (
        r"(?:last )?(?:updated|published|posted)(?: (?:at|on)\b|:).{0,50}\d[\d:.]*(?: ?[ap]\.?m\.?)?(?: \w{2,4})?",
    )),
    ("byline", "names who worked on it", (
        r"(?:additional|further) (?:reporting|writing|research) (?:and \w+ )?by\b.{0,160}",
        r"\(?reporting by [^.]{3,120}(?:;|,? editing by).{0,120}",
        r"\(?(?:writing|editing|translation) by [^.]{3,80}\.?\)?",
    )),
    ("metadata", "a reference to the page", (
        r"(?:retrieved|accessed)(?: on)? .{0,20}\d{4}.{0,20}",
        r"from https?://\S+",
    )),
    ("widget", "a counter", (r"\d{1,3} ?(?:of|/) ?\d{1,3}", r"\d{9,}")),
    ("widget", "a bare address", (
        r"(?:https?://|www\.)\S+", r"\S+@\S+\.\w+", r"@\w{2,30}", r"[\w-]+\.(?:com|org|net|co\.uk)",
    )),
    ("widget", "code of the page", (
        r"\[/?\w+[ =][^\]]*\].*",
        r".{0,40}requires javascript.{0,40}",
        r".{0,60}enable javascript.{0,60}",
        r".{0,30}browser (?:does not|doesn't) support.{0,80}",
        r"</?[a-z][a-z0-9]{0,9}(?: [a-z-]+=[^>]*)?/?>",
    )),
    ("widget", "sizes of the font", (r"([a-z])(?:[ +-]{1,2}\1[+-]?){1,4}",)),
)  # fmt: skip

_DISCLAIMERS: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("disclaimer", "says who translated or edited it", (
        rf"(?:this|the) {_OWN} (?:was|is|has been) (?:\w+ )?translated\b.{{0,500}}",
        rf"this {_OWN} (?:was|is|has been) (?:\w+ )?edited\b.{{0,500}}",
        r"translat(?:ed|ion) (?:from .{0,40})?(?:by|from|:).{0,120}",
    )),
    ("disclaimer", "says what is not vouched for", (
        r".{0,60}\b(?:has|have) not (?:independently )?verified the (?:content|accuracy) of this\b.{0,200}",
        (r"(?:the )?(?:views?|opinions?)(?:,? (?:and|or|thoughts|opinions|views|information|investment|tips|the)){0,6}"
        r"(?: \w+){0,2} expressed (?:here|in|by|are|on|within)\b.{0,400}"),
        r".{0,120}\bdo(?:es)? not necessarily (?:reflect|represent)\b.{0,250}",
        r"responsibility for the (?:information|content|views|opinions|accuracy)\b.{0,300}",
        r"disclaimer\b.{0,600}",
    )),
    ("disclaimer", "says where it first appeared", (
        rf"this {_OWN}(?: \S+){{0,6}} (?:originally |first |previously )(?:appeared|published|posted)\b.{{0,250}}",
        rf"this {_OWN} (?:was|is|has been) (?:re)?published\b.{{0,250}}",
        r"the post .{1,200} appeared first on .{1,80}",
        r"(?:originally|first) (?:appeared|published|posted) (?:in|on|at|by)\b.{0,160}",
        r"republished (?:from|with|under)\b.{0,200}",
    )),
    ("disclaimer", "states rights", (
        r".{0,200}(?:©|copyright @|copyright ©) ?(?:19|20)\d\d\b.{0,160}",
        r".{0,120}\ball rights reserved\b.{0,200}",
        r"(?:©|\(c\)|copyright) ?(?:\d{4}|[\w ]{2,40}\d{4})\b.{0,200}",
        r".{0,40}\bsubject to copyright\b.{0,200}",
        r".{0,80}\bmay (?:not )?be (?:reproduced|republished|redistributed) (?:without|in whole)\b.{0,200}",
        r".{0,30}\b(?:reproduced|republished) without\b.{0,200}",
    )),
    ("disclaimer", "says that links earn money", (
        (rf"{_ABOUT_LINKS}.{{0,200}}\b(?:may|might|will|could)(?: also)? (?:earn|receive|get|collect) "
        r"(?:an? )?(?:small )?"
        r"(?:affiliate|commission|share of the sales?|portion of (?:the )?sales?)\b.{0,200}"),
        r".{0,80}\baffiliate links?\b.{0,200}",
    )),
    ("disclaimer", "notes a correction", (
        r"(?:correction|clarification|editor'?s'? note)s?(?: \([^)]{0,40}\))? ?:.{0,500}",
        rf"this {_OWN} (?:was|has been) (?:\w+ )?(?:corrected|updated|amended)\b.{{0,400}}",
        rf"an earlier version of this {_OWN}\b.{{0,400}}",
    )),
)  # fmt: skip

_APPEALS: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("appeal", "asks to follow or subscribe", (
        (r"(?:please |you can |be sure to |don't forget to )?"
        r"(?:follow|like (?:us|our)|join (?:us|our|the)|find (?:us|me)|"
        r"subscribe|sign up|connect with|get in touch)\b.{0,160}"
        rf"\b(?:newsletters?|inbox|{_NETWORK}|channel|podcast|mailing list|e-?mail|forums?|updates)\b.{{0,160}}"),
        r"(?:please )?follow\b.{0,80}@\w+.{0,80}",
        r"follow (?:\S+ ){1,5}coverage\b.{0,120}",
    )),
    ("appeal", "asks to subscribe", (
        (r"(?:subscribe|sign up|register|log in|sign in|become a (?:member|subscriber|supporter|patron)|"
        r"download (?:the|our)|buy (?:the|a) subscription|already a subscriber)\b.{0,140}"),
    )),
    ("appeal", "offers a newsletter", (
        (r"(?:get|receive|want|have)\b.{0,140}\b(?:newsletters?|your inbox|e-?mail alerts|letterbox|"
        r"subscriptions? service|delivered (?:to|through|straight))\b.{0,400}"),
    )),
    ("appeal", "belongs to a form", (
        r"thanks? (?:you )?for (?:signing up|subscribing)\b.{0,60}",
        r".{0,30}\berror processing your\b.{0,40}",
        r"keep an eye on your inbox\b.{0,80}",
        r"please (?:enter|provide) (?:a valid|your) e-?mail\b.{0,60}",
    )),
    ("appeal", "asks readers who liked it", (
        r"if you (?:enjoyed|liked|like|value|appreciate) (?:this|our|reading)\b.{0,300}",
    )),
    ("appeal", "asks for money", (
        rf"{_UNQUOTED}.{{0,120}}\b(?:needs?|rel(?:y|ies)|depends?) (?:on )?your (?:support|help|donations?)\b.{{0,99}}",
        (r"(?:please )?(?:donate|make a (?:donation|contribution)|help us|support (?:us|our)\b|"
        r"support (?:independent|quality|free|local) (?:journalism|media|press|news|reporting))\b.{0,140}"),
        (r"(?:for (?:just|only|as little as) )?(?:[$€£¥]|us\$|usd |eur )\d+(?:[.,]\d+)? (?:a|per) "
        r"(?:day|week|month|year)\b.{0,80}"),
    )),
    ("appeal", "asks to click", (
        r"(?:click|tap|press) (?:here|on|the|below|to)\b.{0,120}",
        r".{0,100}\bby clicking here\b.{0,20}",
        r".{0,160}\bclick here(?: (?:to|for)\b.{0,60})?\.{0,3}",
    )),
    ("appeal", "asks for tips or comments", (
        r"(?:have|got|do you have)\b.{0,60}\b(?:tips?|story to share|a comment|a question|something to add)\b.{0,200}",
        r"(?:send|submit|share) (?:us )?(?:your|a) (?:tips?|stor(?:y|ies)|letters?|comments?|photos?|ideas)\b.{0,99}",
        r"(?:let us know|tell us|what do you think)\b.{0,120}\b(?:comments?|below|@\w+)\b.{0,60}",
    )),
    ("appeal", "promotes a programme", (
        r"(?:listen|watch|tune in|catch)\b.{0,100}\b(?:listen back|live at|on demand|iplayer|catch up|here)\b.{0,60}",
    )),
    ("appeal", "says how to reach the writer", (
        r"(?=.*(?:@|twitter|e-?mail)).{0,160}\bcan be (?:reached|contacted|followed) (?:at|on|by|via)\b.{0,200}",
        r"(?=.*(?:@|twitter|e-?mail)).{0,160}\bmay be (?:reached|contacted) (?:at|on|by|via)\b.{0,200}",
        r"(?:contact|reach|email|e-mail|write to) (?:the )?(?:\w+ ){1,4}(?:at|on|via) \S*@\S+.{0,60}",
    )),
    ("appeal", "asks to accept cookies", (
        r".{0,80}\b(?:we|this (?:web)?site|our partners) (?:and our partners )?uses? cookies\b.{0,300}",
        r"by (?:continuing|using|browsing|clicking)\b.{0,80}\byou (?:agree|accept|consent)\b.{0,200}",
    )),
)  # fmt: skip

# What one of must stand in a line of this reason, for the patterns that may begin anywhere in it.
_HOLDS: dict[str, tuple[str, ...]] = {
    "says what is not vouched for": ("verified", "expressed", "necessarily", "responsibility", "disclaimer"),
    "states rights": ("©", "copyright", "(c)", "all rights reserved", "reproduced", "republished", "redistributed"),
    "says that links earn money": ("affiliate", "commission", "share of the sale", "portion of "),
    "asks for money": (
        "your ", "donate", "make a ", "help us", "support", "$", "€", "£", "¥", "usd ", "eur ",
    ),
    "asks to click": ("click", "tap", "press"),
    "says how to reach the writer": ("@", "twitter", "mail"),
    "asks to accept cookies": ("cookies", "you "),
    "a bare address": ("http", "www.", "@", ".com", ".org", ".net", ".co.uk"),
    "offers a newsletter": (
        "newsletter", "your inbox", "mail alerts", "letterbox", "subscription service", "subscriptions service",
        "delivered ",
    ),
    "asks readers who liked it": ("if you ",),
    "code of the page": ("[", "javascript", "browser", "<"),
    "belongs to a form": ("signing up", "subscribing", "error processing", "inbox", "mail"),
}  # fmt: skip

PHRASES: tuple[NoisePhrase, ...] = tuple(
    NoisePhrase(
        kind=kind,
        reason=reason,
        pattern=re.compile("|".join(f"(?:{pattern})" for pattern in patterns)),
        holds=_HOLDS.get(reason, ()),
    )
    for kind, reason, patterns in (*_LABELS, *_DISCLAIMERS, *_APPEALS)
)
"""All phrases; the first that fits a line is what it says."""

_LETTERS = (
    "sizes of the font"  # it refers back to a group by number, so it can't stand among others
)
_LONGEST_LETTERS = 17
_AT_START = re.compile(
    "|".join(
        f"(?:{one.pattern.pattern})" for one in PHRASES if not one.holds and one.reason != _LETTERS
    )
)


def possible_phrases(text: str) -> tuple[NoisePhrase, ...]:
    """The phrases that some line of a folded text may be: those with nothing to hold, or whose
    parts it holds.
    """
    return tuple(
        phrase
        for phrase in PHRASES
        if not phrase.holds or any(part in text for part in phrase.holds)
    )


def recognise_phrase(line: str, among: tuple[NoisePhrase, ...] = PHRASES) -> tuple[str, str] | None:
    """The kind and reason of the first phrase that a folded line is, or None: most lines are
    none.

    Two quick looks tell that of nearly all of them. `among` are the phrases that are `possible` in
    its text.
    """
    quick = len(line) <= _LONGEST_LETTERS or _AT_START.fullmatch(line) is not None
    if quick or any(phrase.fits(line) for phrase in among if phrase.holds):
        return next(((phrase.kind, phrase.reason) for phrase in among if phrase.fits(line)), None)
    return None
