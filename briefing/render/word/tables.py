"""Tables of a .docx: a row of heads that is repeated on each page, rules between rows, no grid."""

from collections.abc import Iterator, Sequence

from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from docx.shared import Emu
from docx.table import Table, _Cell

from briefing.render.view import Table as TableView
from briefing.render.word.elements import Element, make_element

# Of the table's width, what the narrowest and the widest column may have at least and at most.
_NARROWEST, _WIDEST = 0.14, 0.78
# Longest cells decide over a column's width, but not in proportion: they wrap.
_LONGEST_COUNTED = 160
_RULE = {"w_val": "single", "w_sz": "4", "w_space": "0", "w_color": "B9BEC6"}


def add_table(place: WordDocument | _Cell, texts: Sequence[Sequence[str]]) -> Table:
    """An empty table with a cell for each of `texts`, row by row: the words that it will hold.

    The first row is the heads.
    """
    columns = max(map(len, texts))
    table = place.add_table(rows=len(texts), cols=columns)
    table.autofit = False
    _draw_rules(table)
    for row in table.rows:
        row._tr.get_or_add_trPr().append(make_element("w:cantSplit"))  # noqa: SLF001
    table.rows[0]._tr.get_or_add_trPr().append(make_element("w:tblHeader"))  # noqa: SLF001
    _set_widths(table, texts, columns)
    return table


def add_figures(place: WordDocument | _Cell, figures: TableView) -> None:
    """The table behind a picture, where there is one."""
    if not figures.rows:
        return
    rows = [figures.columns, *([cell.text for cell in row.cells] for row in figures.rows)]
    table = add_table(place, rows)
    for texts, cells in zip(rows, list_cells(table), strict=True):
        for text, cell in zip(texts, cells, strict=False):
            cell.text = text


def list_cells(table: Table) -> Iterator[tuple[_Cell, ...]]:
    """The cells row by row; python-docx's own way walks the whole table for each."""
    for row in table._tbl.tr_lst:  # noqa: SLF001
        yield tuple(_Cell(cell, table) for cell in row.tc_lst)


def mirror_tables(document: WordDocument) -> None:
    """Let the first column stand on the right, as where text runs from right to left."""
    for table in document.tables:
        table._tbl.tblPr.append(make_element("w:bidiVisual"))  # noqa: SLF001


def _draw_rules(table: Table) -> None:
    sides = [make_element(f"w:{side}", **_RULE) for side in ("top", "bottom", "insideH")]
    properties: Element = table._tbl.tblPr  # noqa: SLF001
    layout = properties.find(qn("w:tblLayout"))
    borders = make_element("w:tblBorders", *sides)
    if layout is None:
        properties.append(borders)
    else:
        layout.addprevious(borders)


def _set_widths(table: Table, texts: Sequence[Sequence[str]], columns: int) -> None:
    """Share the width by what columns hold; each has room for its longest word."""
    whole = sum(column.width or 0 for column in table.columns)
    shares = _share_columns(texts, columns)
    widths = [Emu(int(whole * share / sum(shares))) for share in shares]
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
    for cells in list_cells(table):
        for cell, width in zip(cells, widths, strict=False):
            cell.width = width


def _share_columns(texts: Sequence[Sequence[str]], columns: int) -> list[float]:
    """How much of the width each column asks for, beside the others."""
    held = [_column_room([row[n] for row in texts if n < len(row)]) for n in range(columns)]
    return [min(max(one / sum(held), _NARROWEST), _WIDEST) for one in held]


def _column_room(texts: Sequence[str]) -> int:
    """How much room a column asks for, in characters: as its fullest cell, but never so little
    that a word breaks.
    """
    longest = max((len(word) for text in texts for word in text.split()), default=0)
    fullest = max((min(len(text), _LONGEST_COUNTED) for text in texts), default=0)
    return max(fullest, longest * 2)
