"""Plural forms by the rules of CLDR: which of a language's forms a whole number takes.

Rules are data, in CLDR's own syntax (Unicode Technical Standard 35, part 3, "Language Plural
Rules"): `n % 10 = 2..4 and n % 100 != 12..14`. Only whole numbers are counted here, so `n` and `i`
are the number and `v`, `w`, `f`, `t`, `c` and `e` are nought.
"""

from collections.abc import Mapping

from briefing.language import late

FORMS = ("zero", "one", "two", "few", "many", "other")
"""The names of forms, in CLDR's order; `other` has no rule and takes what no rule takes."""

_RELATION = late.pattern(
    r"(?P<operand>[nivwftce])(?:\s*%\s*(?P<modulus>[0-9]+))?\s*(?P<sign>!?=)\s*"
    r"(?P<ranges>[0-9]+(?:\.\.[0-9]+)?(?:\s*,\s*[0-9]+(?:\.\.[0-9]+)?)*)"
)
_WHOLE = frozenset("ni")


def find_form(number: int, rules: Mapping[str, str]) -> str:
    """The form that a number takes: of the first rule that holds, else `other`.

    Raises ValueError for a rule that is none.
    """
    size = abs(number)
    return next((form for form, rule in rules.items() if rule_holds(rule, size)), "other")


def rule_holds(rule: str, number: int) -> bool:
    """Whether one rule holds of a number from nought on. Raises ValueError for what is no rule."""
    return any(
        all(_relation_holds(one.strip(), number) for one in part.split(" and "))
        for part in rule.split(" or ")
    )


def _relation_holds(relation: str, number: int) -> bool:
    found = _RELATION.fullmatch(relation)
    if found is None:
        message = f"not a plural rule: {relation!r}"
        raise ValueError(message)
    value = number if found["operand"] in _WHOLE else 0
    if found["modulus"]:
        value %= int(found["modulus"])
    within = any(_range_holds(one.strip(), value) for one in found["ranges"].split(","))
    return within == (found["sign"] == "=")


def _range_holds(given: str, value: int) -> bool:
    first, _, last = given.partition("..")
    return int(first) <= value <= int(last or first)
