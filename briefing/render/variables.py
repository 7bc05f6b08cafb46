"""A style sheet's variables put in where they stand, before a printer that would work each out for
every element.

WeasyPrint resolves `var()` element by element, which is a tenth of a PDF's time; and a page's
margin boxes see no variable at all. Only variables that `:root` alone defines are put in: what
changes from element to element stays.
"""

import re

_ROOT = re.compile(r":root\s*\{([^{}]*)\}")
_DECLARED = re.compile(r"""--([\w-]+)\s*:((?:[^;"'()]|"[^"]*"|'[^']*'|\([^()]*\))*)""")
_NAME = re.compile(r"--([\w-]+)\s*:")
_USED = re.compile(r"var\(\s*--([\w-]+)\s*\)")
_DEEPEST = 8  # variables that stand for variables


def solve_variables(style: str) -> str:
    """`style` with the variables of its outermost `:root` rules put in, the last definition of
    each.

    A `var()` with a fallback, of a variable that is not defined there, or of one that is defined
    elsewhere too, stays as it is. The `:root` rules stay, for styles that are not in this sheet.
    """
    values: dict[str, str] = {}
    elsewhere: set[str] = set()
    place = depth = 0
    for rule in _ROOT.finditer(style):
        between = style[place : rule.start()]
        elsewhere.update(_NAME.findall(between))
        depth += between.count("{") - between.count("}")
        found = {name: value.strip() for name, value in _DECLARED.findall(rule[1])}
        if depth:
            elsewhere.update(found)
        else:
            values |= found
        place = rule.end()
    elsewhere.update(_NAME.findall(style[place:]))
    known = {name: value for name, value in values.items() if name not in elsewhere}
    for _ in range(_DEEPEST):
        put = _USED.sub(lambda used: known.get(used[1], used[0]), style)
        if put == style:
            break
        style = put
    return style
