"""Footnotes of a .docx, which python-docx can't write: a part of the package of our own."""

from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import XmlPart
from docx.oxml.ns import qn

from briefing.render.word.elements import Element, make_element
from briefing.render.word.styles import FOOTNOTE, FOOTNOTE_MARK, find_style_id

_CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
# The lines that part notes from text are footnotes too, by these numbers (17.11.9).
_SEPARATORS = (("separator", "-1"), ("continuationSeparator", "0"))


class Footnotes:
    """The notes of one document, in the order of their marks, numbered from 1.

    The document's styles must hold those of notes.
    """

    __slots__ = ("_document", "_links", "_root")

    def __init__(self, document: WordDocument) -> None:
        """Begin without notes."""
        self._document = document
        self._root = make_element("w:footnotes")
        self._links: list[tuple[Element, str]] = []
        for kind, number in _SEPARATORS:
            line = make_element("w:p", make_element("w:r", make_element(f"w:{kind}")))
            self._root.append(make_element("w:footnote", line, w_type=kind, w_id=number))

    def add(self) -> tuple[Element, Element]:
        """A new note: its mark for the text, a run, and its paragraph, to be filled."""
        number = str(len(self._root) - len(_SEPARATORS) + 1)
        paragraph = make_element(
            "w:p",
            make_element("w:pPr", self._name_style("w:pStyle", FOOTNOTE)),
            self._marked_run(make_element("w:footnoteRef")),
        )
        self._root.append(make_element("w:footnote", paragraph, w_id=number))
        return self._marked_run(make_element("w:footnoteReference", w_id=number)), paragraph

    def _marked_run(self, mark: Element) -> Element:
        properties = make_element("w:rPr", self._name_style("w:rStyle", FOOTNOTE_MARK))
        return make_element("w:r", properties, mark)

    def _name_style(self, tag: str, name: str) -> Element:
        return make_element(tag, w_val=find_style_id(self._document, name))

    def link(self, hyperlink: Element, address: str) -> None:
        """Let an element in a note lead to an address outside the document."""
        self._links.append((hyperlink, address))

    def attach(self) -> None:
        """Put the notes into the document, in place of those that it had."""
        main = self._document.part
        for name, relation in list(main.rels.items()):
            if relation.reltype == RELATIONSHIP_TYPE.FOOTNOTES:
                del main.rels[name]
        part = XmlPart(PackURI("/word/footnotes.xml"), _CONTENT_TYPE, self._root, main.package)
        for hyperlink, address in self._links:
            name = part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
            hyperlink.set(qn("r:id"), name)
        main.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
        _name_separators(self._document)


def _name_separators(document: WordDocument) -> None:
    """Say in the settings which notes are lines, as Word does (17.11.10)."""
    settings = document.settings.element
    for old in settings.findall(qn("w:footnotePr")):
        settings.remove(old)
    named = make_element(
        "w:footnotePr", *(make_element("w:footnote", w_id=number) for _, number in _SEPARATORS)
    )
    compatibility = settings.find(qn("w:compat"))
    if compatibility is None:
        settings.append(named)
    else:
        compatibility.addprevious(named)
