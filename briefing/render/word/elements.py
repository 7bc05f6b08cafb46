"""Small pieces of WordprocessingML (ECMA-376, part 1, 17): made, named, put in their places."""

import hashlib
import re
from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

Element = Any  # of lxml, in classes of python-docx
_LONGEST_NAME = 40
_UNFIT = re.compile(r"\W", re.ASCII)


def make_element(tag: str, *children: Element, **attributes: str) -> Element:
    """An element by its prefixed name ("w:p"), attributes by theirs with "_" for ":"."""
    element = OxmlElement(tag)
    for name, value in attributes.items():
        element.set(qn(name.replace("_", ":", 1)), value)
    element.extend(children)
    return element


def make_field(code: str) -> Element:
    """A field that Word works out, such as PAGE; "1" is shown until then."""
    return make_element("w:fldSimple", make_element("w:r", make_text("1")), w_instr=f" {code} ")


def make_text(text: str) -> Element:
    """A run's text, white space at its ends kept."""
    element = make_element("w:t")
    element.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    element.text = text
    return element


def bookmark_name(anchor: str) -> str:
    """A bookmark's name for an HTML id: of letters, digits and "_", 40 at most, as Word asks."""
    name = _UNFIT.sub("_", anchor)
    name = name if name[:1].isalpha() else f"b_{name}"
    if len(name) <= _LONGEST_NAME:
        return name
    return f"b_{hashlib.sha256(anchor.encode()).hexdigest()[: _LONGEST_NAME - 2]}"
