"""Made-up news: topics, events told by several outlets, later versions of an article, and what
pages leave in the text.

Article `n` of a seed is the same on every machine and whatever the number of articles, so a corpus
grows by adding files. Names are put together from syllables; nobody and no place is meant.
"""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

_FIRST_DAY = date(2024, 1, 1)
_DAYS = 700
TOPICS_APART = 20  # a brief about a part is about one topic of so many
_PER_EVENT = 5  # articles that tell one event, versions among them
_PER_TOPIC = 40  # events of one topic, with its places, people and bodies
_VERSION = 0.15  # share of articles that are a later version of the one before
_HALF = 0.5
_NOISE = 0.5  # share of articles with what a page leaves in the text

_ONSETS = "b br d dr f g gr h k kr l m n p pr r s sk st t tr v vl z zh".split()
_VOWELS = "a e i o u ai ei".split()
_CODAS = "n r l s k m sh v t nd rk st".split()
_OUTLETS = (
    "Courier Herald Observer Gazette Tribune Dispatch Monitor Standard Chronicle Bulletin".split()
)
_OFFICES = (
    "Foreign Minister",
    "President",
    "General",
    "Defence Minister",
    "Governor",
    "Prime Minister",
)
_ORGANS = (
    "Border Council",
    "Relief Committee",
    "Transport Authority",
    "Armed Forces",
    "Water Board",
    "Peace Institute",
)
_ACTS = (
    ("{who} arrived in {place} on {day} for talks with the {body}", "talks"),
    ("{many} soldiers were deployed near {place} on {day}, the {body} said", "deploy"),
    (
        "The {body} signed an agreement worth {many} million dollars in {place} on {day}",
        "agreement",
    ),
    (
        "An explosion near {place} killed {few} people and wounded {many} others on {day}",
        "explosion",
    ),
    ("Floods in {place} forced {many} families from their homes on {day}", "floods"),
    ("{who} announced on {day} that {many} prisoners would be released in {place}", "release"),
)
_AGAIN = (
    "According to the {body}, {many} {things} were counted in {place} by the end of {day}",
    "{who} told reporters in {place} that the {things} would {verb} before the {season}",
    "Officials in {place} said on {day} that {few} {things} had been {past}",
    "“We will not {verb} the {things} of {place},” {who} said on {day}",
    "The {body} {verb3} {few} {things} along the {adjective} road to {place}",
    "Analysts at the {body} expect the {adjective} {things} to {verb} within {few} months",
    "Residents of {place} have {past} the {adjective} {things} since {month} {year}",
    "It is not clear whether the {body} will {verb} the {things}",
    "{who}, who has led the {body} since {year}, called the {things} {adjective}",
    "Trade in {adjective} {things} between {place} and {other} fell by {many} percent in {month}",
    "He added that the {things} were {adjective} and would be {past} soon",
    (
        "Meanwhile, the {things} in {other} remained {adjective}, with {few} {things2} "
        "{past} since "
        "{month}"
    ),
)
_NOUNS = (
    "checkpoints convoys hospitals schools bridges pipelines farms markets harbours airfields "
    "patrols shipments depots"
    " villages borders tunnels warehouses generators clinics mines orchards ferries refineries "
    "reservoirs barracks"
    " workshops routes camps laboratories archives courts prisons shelters mosques churches "
    "factories stations turbines"
    " vineyards quarries embassies satellites engineers teachers nurses miners drivers farmers "
    "fishermen merchants"
).split()
_VERBS = (
    "open close inspect repair replace abandon expand secure protect finance evacuate restore "
    "guard divide".split()
)
_ADJECTIVES = (
    "northern southern eastern western narrow disputed ruined temporary joint foreign local armed "
    "civilian costly"
    " fragile vital remote crowded ageing hidden flooded neutral rural coastal urban damaged "
    "strategic regional"
).split()
_OPENINGS = (
    "Earlier this week",
    "In the same period",
    "By contrast",
    "Despite the {adjective} {things}",
    "After weeks of {adjective} talks",
    "As the {season} drew near",
    "In a second statement",
    "At the same time",
    "For the first time since {year}",
    "Under the plan",
)
_ENDINGS = (
    ", a spokesman said",
    ", after the {adjective} {things} had been {past}",
    ", despite protests by {things}",
    ", as it did in {month} {year}",
    " without a vote",
    ", {few} days after the {things} were {past}",
    ", two diplomats with knowledge of the {things} said",
    " and to {verb} the {adjective} {things}",
    ", a step that {things} had long asked for",
    ", which the {things} of {other} deny",
)
_SEASONS = ("winter", "summer", "harvest", "election", "new year", "spring")
_LEFTOVERS = (
    "Sign up to our newsletter for the latest news",
    "Read more: {place} waits for the {season}",
    "Related articles",
    "Share this article on Facebook",
    "A view of {place} on {day}. Photo: {outlet}",
    "Support independent journalism: donate today",
    "Advertisement",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """One made-up article: its file's name and its text."""

    name: str
    text: str


def article(number: int, seed: str = "news") -> Made:
    """Give article `number` (from 0) of a seed: about 350 words in lines, one line a paragraph."""
    chance = random.Random(f"{seed} {number}")  # noqa: S311 - made-up news keeps no secret
    if number % _PER_EVENT and chance.random() < _VERSION:
        return Made(name=_name(number), text=_later(article(number - 1, seed).text, number, seed))
    event = number // _PER_EVENT
    slots = _slots(event, seed)
    outlet = f"The {_word(event // _PER_TOPIC % 7, seed)} {chance.choice(_OUTLETS)}"
    title = random.Random(f"{seed} event {event}").choice(_ACTS)[1]  # noqa: S311
    lines = [
        f"{slots['place']}: {title} and what follows",
        f"By {_person(event, seed, 3)}, {outlet}",
        "",
    ]
    lines += [f"{slots['day']} – {_lead(event, seed, slots, chance)}"]
    lines += [_paragraph(slots, chance) for _ in range(chance.randint(7, 14))]
    if chance.random() < _NOISE:
        for line in chance.sample(_LEFTOVERS, 3):
            lines.insert(
                chance.randint(4, len(lines)), _filled(line, {**slots, "outlet": outlet}, chance)
            )
    return Made(name=_name(number), text="\n\n".join(line for line in lines if line) + "\n")


def write(folder: Path, numbers: Sequence[int], seed: str = "news") -> None:
    """Write articles into `folder`, a thousand to a subfolder."""
    for number in numbers:
        made = article(number, seed)
        path = folder / made.name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(made.text, encoding="utf-8")


def sentences(count: int, seed: str = "news") -> list[str]:
    """Give `count` clean sentences of one topic, as they would come out of some twenty-sentence
    articles.
    """
    found: list[str] = []
    number = 0
    while len(found) < count:
        chance = random.Random(f"{seed} sentences {number}")  # noqa: S311
        slots = _slots(number // _PER_EVENT, seed)
        found.append(_lead(number // _PER_EVENT, seed, slots, chance))
        found += [_sentence(chance.choice(_AGAIN), slots, chance) for _ in range(19)]
        number += 1
    return found[:count]


def terms(count: int) -> list[str]:
    """Give `count` terms as an analyst would write them: words, beginnings, phrases, and names,
    most of them rare.
    """
    words = [*_NOUNS[::3], *(f"{verb}*" for verb in _VERBS[::3])]
    words += [f"{one} {other}" for one, other in zip(_ADJECTIVES, _NOUNS, strict=False)]
    words += [_word(number, "news place") for number in range(count)]
    return words[:count]


CONFIG = """\
brief: {title: Made-up news, slug: made-up, as_of: latest, language: en}
sources: [{kind: folder, path: articles}]
tags:
  talks: {terms: [talks, agreement, prisoners, negotiat*, Foreign Minister]}
  forces: {terms: [soldiers, checkpoints, patrols, airfields, armed & borders, "Armed Forces"]}
  aid: {terms: [families, hospitals, clinics, shelters, Relief Committee, floods]}
  trade: {terms: [trade, pipelines, harbours, markets, percent, million]}
sections:
  - {slug: talks, title: Talks, kind: digest, tags: [talks], statements: 8}
  - {slug: actors, title: Actors, kind: actors, tags: [talks, forces], statements: 6}
  - {slug: forces, title: Forces, kind: digest, tags: [forces], statements: 8}
  - {slug: aid, title: Relief, kind: digest, tags: [aid], statements: 8}
  - {slug: views, title: Views, kind: positions, tags: [trade], statements: 6}
outputs: [{kind: json}]
output: output
"""


def _name(number: int) -> str:
    return f"{number // 1000:03d}/{number:06d}.txt"


def _later(text: str, number: int, seed: str) -> str:
    """Give a later version of an article: one paragraph more and, often, another number."""
    chance = random.Random(f"{seed} later {number}")  # noqa: S311
    lines = text.rstrip("\n").split("\n\n")
    lines.insert(
        chance.randint(3, len(lines)), _paragraph(_slots(number // _PER_EVENT, seed), chance)
    )
    return "\n\n".join(lines) + "\n"


def _slots(event: int, seed: str) -> dict[str, str]:
    """Give what an event is about. Places, people and bodies are its topic's, the rest its own."""
    chance = random.Random(f"{seed} event {event}")  # noqa: S311
    topic = event // _PER_TOPIC
    day = _FIRST_DAY + timedelta(days=chance.randrange(_DAYS))
    home = _word(topic, seed)
    return {
        "who": f"{chance.choice(_OFFICES)} {_person(topic, seed, chance.randrange(12))}",
        "place": _word(topic * 31 + chance.randrange(20), f"{seed} place"),
        "other": _word(topic * 31 + chance.randrange(20), f"{seed} place"),
        "body": f"{home} {chance.choice(_ORGANS)}",
        "many": str(chance.randint(13, 900)),
        "few": str(chance.randint(2, 12)),
        "day": f"{day.day} {day:%B} {day.year}",
        "month": f"{day:%B}",
        "year": str(day.year - 1),
    }


def _lead(event: int, seed: str, slots: dict[str, str], chance: random.Random) -> str:
    act = random.Random(f"{seed} event {event}").choice(_ACTS)[0]  # noqa: S311
    ending = chance.choice(
        ("", ", officials said", f", the {slots['body']} confirmed", ", according to state media")
    )
    return act.format(**slots) + ending + "."


def _paragraph(slots: dict[str, str], chance: random.Random) -> str:
    return " ".join(
        _sentence(chance.choice(_AGAIN), slots, chance) for _ in range(chance.randint(1, 3))
    )


def _sentence(form: str, slots: dict[str, str], chance: random.Random) -> str:
    """Fill one form: half of the numbers are its event's, and names come full or short as in
    news.
    """
    own = dict(slots)
    if chance.random() < _HALF:
        own |= {"many": str(chance.randint(13, 900)), "few": str(chance.randint(2, 12))}
    if chance.random() < _HALF:
        own["who"] = slots["who"].rpartition(" ")[2]
    if chance.random() < _HALF:
        own["body"] = slots["body"].rpartition(" ")[2].lower()
    opening = chance.choice(_OPENINGS) if chance.random() < _HALF / 2 else ""
    ending = chance.choice(_ENDINGS) if chance.random() < _HALF and not form.startswith("“") else ""
    begun = f"{opening}, {form[0].lower()}{form[1:]}" if opening and form[0] not in "“{" else form
    return _filled(begun + ending, own, chance) + "."


def _filled(form: str, slots: dict[str, str], chance: random.Random) -> str:
    verb = chance.choice(_VERBS)
    past = verb + ("d" if verb.endswith("e") else "ed")
    return form.format(
        **slots,
        things=chance.choice(_NOUNS),
        things2=chance.choice(_NOUNS),
        adjective=chance.choice(_ADJECTIVES),
        season=chance.choice(_SEASONS),
        verb=verb,
        verb3=verb + "s",
        past=past,
    )


def _word(number: int, seed: str) -> str:
    """Give a name of two or three syllables."""
    chance = random.Random(f"{seed} word {number}")  # noqa: S311
    syllables = [
        chance.choice(_ONSETS) + chance.choice(_VOWELS) + chance.choice(("", chance.choice(_CODAS)))
        for _ in range(chance.randint(2, 3))
    ]
    return "".join(syllables).capitalize()


def _person(topic: int, seed: str, place: int) -> str:
    return (
        f"{_word(topic * 97 + place, f'{seed} given')} "
        f"{_word(topic * 97 + place, f'{seed} family')}"
    )


def about(count: int, apart: int) -> str:
    """Give an `about` to which one topic of `apart` belongs, of those of `count` articles."""
    topics = range(0, max(1, count // (_PER_EVENT * _PER_TOPIC)), apart)
    names = sorted({_word(topic, "news") for topic in topics})
    listed = ", ".join(f"'\"{name}\"'" for name in names)
    return f"about: {{terms: [{listed}]}}\n"
