"""The furniture of web pages: lines that say by themselves that they belong to the site."""

import re
from collections.abc import Iterator
from itertools import pairwise

from briefing.ingest.clean.page import Finding, Line, Page

_LARGEST_BOX = 6
_MOST_IN_BOX = 15
_MOST_WORDS = 80  # a longer line is an article's paragraph, whatever phrase it holds

_BUTTONS = frozenset(
    """advertisement|advertisements|ad|sponsored|sponsored content|promoted|share|share this|share this article|
share this story|shares|tweet|print|email|e-mail|email this|print this|pin it|comment|comments|leave a comment|
post a comment|caption|close|image|photo|photos|gallery|video|videos|play|play video|pause|next|previous|menu|
search|home|subscribe|subscribe now|subscriber services|sign in|sign up|log in|login|log out|register|my account|
skip to content|skip to main content|back to top|story continues below gallery|story continues below|
story continues below advertisement|story continues|article continues below|article continues below advertisement|
continue reading|continue reading below|read more|show more|load more|view more|see more|explore further|
view author archive|email the author|follow on twitter|follow us|follow us on|follow|enlarge image|enlarge|
view gallery|view all|view comments|contact us|about us|advertise|advertise with us|privacy policy|privacy notice|
privacy|terms of use|terms of service|terms and conditions|cookie policy|cookies|accept|newsletters|newsletter|
careers|listen|listen to this article|save|save article|bookmark|copy link|link copied|image copyright|
image caption|media caption|font size|text size|facebook|twitter|whatsapp|linkedin|reddit|pinterest|telegram|
instagram|youtube|flipboard|tumblr|about the author|loading|loading...|permalink|report an error|hide caption|
toggle caption|click to enlarge|tap to unmute|watch live|live|anzeige|werbung|publicidade|publicidad|
publicité|pubblicità|iklan|реклама|reklama|learn more|latest news|sharing is caring|sharing is caring!|sorry|sorry!|related tags|select language|translate|iframe""".replace(
        "\n", ""
    ).split("|")
)
_SHARE_BAR = frozenset(
    "share tweet print email e-mail mail pin save copy link facebook twitter x whatsapp linkedin reddit pinterest"
    " telegram instagram messenger flipboard tumblr sms viber line wechat this article story post page on via to"
    " by with and or comment comments like follow us send".split()
)
_SHARE_WORDS = 2
_NETWORKS = r"(?:facebook|twitter|instagram|youtube|telegram|whatsapp|linkedin|tiktok|pinterest|flipboard|threads)"

_LABELS = (
    ("metadata", "a label of the page", r"(?:published|updated|posted|last updated|last modified|modified|created|"
     r"first published|date|time|source|sources|by|author|authors|written by|reporting by|editing by|"
     r"more information|citation|read time|location)\s?:?"),
    ("metadata", "keywords of the page", r"(?:tags?|filed under|topics?|categor(?:y|ies)|keywords|posted in|in this story|"
     r"labels|section)\s?:.*"),
    ("metadata", "reading time or a count", r"\d[\d,.]*k? ?-?(?:min(?:ute)?s?(?: read)?|shares?|comments?|views?|likes?|reads?|"
     r"replies|reactions|retweets|followers)(?: ago| read)?|\d+ (?:hours?|days?|weeks?|months?) ago"),
    ("metadata", "a time of publication",
     r"(?:last )?(?:updated|published|posted|modified)(?: (?:at|on)\b|:)\s?.{0,50}\d.{0,30}"),
    ("byline", "names who worked on it",
     r"(?:with )?(?:additional |further )?(?:reporting|writing|editing|research|translation) (?:and \w+ )?by\b.{0,160}"),
    ("metadata", "a reference to the page", r"(?:retrieved|accessed)(?: on)? .{0,20}\d{4}.{0,20}|from https?://\S+"),
    ("widget", "a counter", r"\d{1,3} ?(?:of|/) ?\d{1,3}|\d{9,}"),
    ("widget", "a bare address", r"(?:https?://|www\.)\S+|\S+@\S+\.\w+|@\w{2,30}|[\w-]+\.(?:com|org|net|co\.uk)"),
    ("widget", "code of the page", r"\[/?\w+[ =][^\]]*\].*|.{0,40}requires javascript.{0,40}|.{0,60}enable javascript.{0,60}|"
     r".{0,30}browser (?:does not|doesn't) support.{0,80}|</?[a-z][a-z0-9]{0,9}(?: [a-z-]+=[^>]*)?/?>"),
    ("widget", "sizes of the font", r"([a-z])(?:[ +-]{1,2}\1[+-]?){1,4}"),
)  # fmt: skip

_APPEALS = (
    ("asks to follow or subscribe", r"(?:please |you can |be sure to |don't forget to )?(?:follow|like (?:us|our)|join (?:us|our|the)|find (?:us|me)|"
     r"subscribe|sign up|connect with|get in touch)\b.{0,160}\b(?:newsletters?|inbox|" + _NETWORKS + r"|channel|podcast|@\w+|"
     r"mailing list|e-?mail|forums?|updates|group)\b.{0,160}"),
    ("asks to subscribe", r"(?:subscribe|sign up|register|log in|sign in|become a (?:member|subscriber|supporter|patron)|"
     r"download (?:the|our)|buy (?:the|a) subscription|already a subscriber)\b.{0,140}"),
    ("offers a newsletter", r"(?:get|receive|want|have)\b.{0,140}\b(?:newsletters?|your inbox|e-?mail alerts|letterbox|"
     r"subscriptions? service|delivered (?:to|through|straight))\b.{0,400}"),
    ("belongs to a form", r"thanks? (?:you )?for (?:signing up|subscribing)\b.{0,60}|.{0,30}\berror processing your\b.{0,40}|"
     r"keep an eye on your inbox\b.{0,80}|please (?:enter|provide) (?:a valid|your) e-?mail\b.{0,60}"),
    ("asks readers who liked it", r"if you (?:enjoyed|liked|like|value|appreciate) (?:this|our|reading)\b.{0,300}"),
    ("asks to follow the coverage", r"follow (?:\S+ ){1,5}coverage\b.{0,120}"),
    ("asks for money", r".{0,120}\b(?:need|needs|rely|relies|depends?) (?:on )?your (?:support|help|donations?|contributions?)\b.{0,160}|"
     r"(?:please )?(?:donate|support (?:us|our|independent|quality|free)|make a (?:donation|contribution)|"
     r"help us|contribute)\b.{0,140}|(?:for (?:just|only|as little as) )?(?:[$€£¥]|us\$|usd |eur )\d+(?:[.,]\d+)? (?:a|per) (?:day|week|month|year)\b.{0,80}"),
    ("asks to click", r"(?:click|tap|press) (?:here|on|the|below|to)\b.{0,120}|.{0,100}\bby clicking here\b.{0,20}|.{0,160}\bclick here(?: (?:to|for)\b.{0,60})?\.{0,3}"),
    ("asks for tips or comments", r"(?:have|got|do you have)\b.{0,60}\b(?:tip|tips|story to share|a comment|a question|something to add)\b.{0,200}|"
     r"(?:send|submit|share) (?:us )?(?:your|a) (?:tips?|stor(?:y|ies)|letters?|comments?|photos?|videos?|feedback|kit)\b.{0,120}|"
     r"(?:let us know|tell us|what do you think)\b.{0,120}\b(?:comments?|below|@\w+)\b.{0,60}"),
    ("promotes a programme", r"(?:listen|watch|tune in|catch)\b.{0,100}\b(?:listen back|live at|on demand|iplayer|catch up|here)\b.{0,60}"),
    ("says how to reach the writer", r".{0,160}\b(?:may|can) be (?:reached|contacted|followed) (?:at|on|by|via)\b.{0,200}|"
     r"(?:contact|reach|email|e-mail|write to) (?:the )?(?:\w+ ){1,4}(?:at|on|via) \S*@\S+.{0,60}"),
    ("asks to accept cookies", r".{0,80}\b(?:we|this (?:web)?site|our partners) (?:and our partners )?uses? cookies\b.{0,300}|"
     r"by (?:continuing|using|browsing|clicking)\b.{0,80}\b(?:you (?:agree|accept|consent))\b.{0,200}"),
)  # fmt: skip

_DISCLAIMERS = (
    ("says who translated or edited it", r"(?:this|the) (?:\w+ ){1,3}(?:was|is|has been|were) (?:\w+ )?(?:translated|edited)\b.{0,500}|"
     r"translat(?:ed|ion) (?:from .{0,40})?(?:by|from|:)\b.{0,120}"),
    ("says what is not vouched for", r".{0,200}\b(?:has|have) not (?:been )?(?:independently )?verified the (?:content|information|accuracy)\b.{0,300}|"
     r"(?:the )?(?:views?|opinions?)(?:,? (?:and|or|thoughts|opinions|views|information|investment|tips|the),?)*"
     r"(?: \w+){0,2} expressed\b.{0,400}|"
     r".{0,120}\bdo(?:es)? not (?:necessarily )?(?:reflect|represent) (?:the |those |its |our )?(?:\w+ ){0,3}"
     r"(?:views?|opinions?|position|policy|stance)\b.{0,200}|"
     r"responsibility for\b.{0,200}\blies\b.{0,120}|disclaimer\b.{0,600}"),
    ("says where it first appeared", r"(?:this|the) (?:article|story|report|post|piece|content|essay|interview)"
     r"(?: \S+){0,8} (?:was |is |has been )?(?:originally |first |previously )?(?:appeared|published|posted|republished|syndicated)\b"
     r".{0,250}|(?:originally|first) (?:appeared|published|posted) (?:in|on|at|by)\b.{0,160}|"
     r"republished (?:from|with|under)\b.{0,200}"),
    ("states rights", r".{0,200}(?:©|copyright @|copyright ©) ?(?:19|20)\d\d\b.{0,160}|.{0,120}\ball rights reserved\b.{0,200}|(?:©|\(c\)|copyright(?: ©| \(c\))?) ?(?:\d{4}|[\w ]{2,40}\d{4})\b.{0,200}|"
     r".{0,40}\bsubject to copyright\b.{0,200}|.{0,80}\bmay (?:not )?be (?:reproduced|republished|redistributed) "
     r"(?:without|in whole)\b.{0,200}|.{0,30}\b(?:reproduced|republished) without\b.{0,200}"),
    ("says that links earn money", r".{0,200}\b(?:may|might|will|could)(?: also)? (?:earn|receive|get|collect) (?:an? )?(?:small )?"
     r"(?:affiliate|commission|share of|portion of)\b.{0,200}|.{0,80}\baffiliate links?\b.{0,200}"),
    ("notes a correction", r"(?:correction|clarification|editor'?s'? note)s?(?: \([^)]{0,40}\))? ?:.{0,500}|"
     r"(?:this|an earlier version of this) (?:article|story|report|post)\b.{0,60}\b(?:corrected|updated|amended|misstated|"
     r"incorrectly)\b.{0,400}"),
)  # fmt: skip


def _compiled(kind: str, pairs: tuple[tuple[str, str], ...]) -> tuple[tuple[str, str, re.Pattern[str]], ...]:
    return tuple((kind, reason, re.compile(pattern)) for reason, pattern in pairs)


_PATTERNS = (
    *((kind, reason, re.compile(pattern)) for kind, reason, pattern in _LABELS),
    *_compiled("disclaimer", _DISCLAIMERS),
    *_compiled("appeal", _APPEALS),
)


def furniture(page: Page) -> Iterator[Finding]:
    """Mark buttons, labels, counters, appeals and disclaimers by what the line itself says."""
    for index, line in enumerate(page.lines):
        if page.open(index) and line.words <= _MOST_WORDS and (found := _recognise(line)):
            kind, reason = found
            yield Finding(index=index, kind=kind, reason=reason)


def between_appeals(page: Page) -> Iterator[Finding]:
    """Mark short lines that stand between two appeals: parts of the same box."""
    appeals = [index for index, mark in sorted(page.marked.items()) if mark.kind == "appeal"]
    for first, second in pairwise(appeals):
        if second - first > _LARGEST_BOX:
            continue
        for index in range(first + 1, second):
            if page.open(index) and page.lines[index].words <= _MOST_IN_BOX:
                yield Finding(index=index, kind="appeal", reason="stands between two appeals")


def _recognise(line: Line) -> tuple[str, str] | None:
    said = line.folded.strip(" .:|›»<>-–—•*#[]()")
    if said in _BUTTONS:
        return "widget", "a button or label of the page"
    tokens = said.replace("|", " ").replace(",", " ").split()
    if len(tokens) >= _SHARE_WORDS and all(token in _SHARE_BAR for token in tokens):
        return "widget", "a bar of share buttons"
    for kind, reason, pattern in _PATTERNS:
        if pattern.fullmatch(line.folded):
            return kind, reason
    return None
