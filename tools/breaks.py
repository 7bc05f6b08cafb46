"""Where a module can be broken in one small place, and the module with that place broken.

Nothing is run here and nothing is written: sources go in, sources come out.
"""

import ast
import copy
import random
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice, zip_longest
from pathlib import Path

PROBE = "mutants_seen"  # the module in the copy of the tree that holds what was reached
Same = tuple[str, str, str, str]  # path, function, what was there, what is


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """A stretch of the code and the tests that answer for it, both as globs; one may match
    nothing.
    """

    name: str
    code: tuple[str, ...]
    tests: tuple[str, ...]


COMPARISONS: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
}
ARITHMETIC: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Div,
    ast.Div: ast.Mult,
    ast.FloorDiv: ast.Mult,
    ast.Mod: ast.Mult,
    ast.Pow: ast.Mult,
    ast.BitAnd: ast.BitOr,
    ast.BitOr: ast.BitAnd,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Mutant:
    """One break: the file from the tree's root, its line, the function it is in ("" outside of
    all), the statement that reaches it, what was there, what is, the whole text.
    """

    room: Room
    path: str
    line: int
    function: str
    statement: str
    before: str
    after: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """A node of a module, by its place in `ast.walk`, and the nodes it might be swapped for."""

    number: int
    change: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a node stands: the innermost statement, by its place in `ast.walk`, and the names of
    the classes and functions around that statement; `inside` where one of them is a function.
    """

    statement: int
    names: tuple[str, ...] = ()
    inside: bool = False


def replacements(node: ast.AST) -> tuple[ast.AST, ...]:
    """Return what a node can be swapped for; nothing where it isn't one of the kinds that are
    broken.
    """
    match node:
        case ast.Compare(ops=[op]) if type(op) in COMPARISONS:
            return (_with(node, ops=[COMPARISONS[type(op)]()]),)
        case ast.BoolOp(op=op):
            return (_with(node, op=ast.Or() if isinstance(op, ast.And) else ast.And()),)
        case ast.BinOp(op=op) | ast.AugAssign(op=op) if type(op) in ARITHMETIC:
            swapped: ast.AST = _with(node, op=ARITHMETIC[type(op)]())
            return (swapped, ast.Pass()) if isinstance(node, ast.AugAssign) else (swapped,)
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            return (operand,)
        case ast.Constant(value=value):
            return _other_constant(value)
        case ast.Return(value=ast.expr() as value):
            return _other_return(value)
        case ast.Expr(value=ast.Call()) | ast.Raise() | ast.Continue() | ast.Break():
            return (ast.Pass(),)
        case ast.If(test=ast.Name(id="TYPE_CHECKING")):  # never so when the program runs
            return ()
        case ast.If(orelse=[]):
            return (ast.Pass(),)
    return ()


def _with(node: ast.AST, **fields: object) -> ast.AST:
    made = copy.copy(node)
    for name, value in fields.items():
        setattr(made, name, value)
    return made


def _other_constant(value: object) -> tuple[ast.AST, ...]:
    match value:
        case bool():
            return (ast.Constant(value=not value),)
        case int() | float():
            return (ast.Constant(value=value + 1), ast.Constant(value=value - 1))
        case str():
            return (ast.Constant(value=f"{value}~"),)
    return ()


def _other_return(value: ast.expr) -> tuple[ast.AST, ...]:
    match value:
        case ast.Constant(value=None | bool()):  # the constant itself is broken already
            return ()
        case ast.Compare() | ast.BoolOp() | ast.UnaryOp(op=ast.Not()):
            return (ast.Return(value=ast.UnaryOp(op=ast.Not(), operand=value)),)
    return (ast.Return(value=ast.Constant(value=None)),)


def _untouched(node: ast.AST) -> Iterator[ast.AST | None]:
    """Yield the children of a node that say nothing when the program runs, or that a docstring
    is.
    """
    match node:
        case ast.FunctionDef() | ast.AsyncFunctionDef():
            yield from (*node.decorator_list, node.returns)
        case ast.ClassDef():
            yield from node.decorator_list
        case ast.arg() | ast.AnnAssign():
            yield node.annotation
        case ast.Expr(value=ast.Constant()):
            yield node.value
        case ast.Assign(targets=[ast.Name(id="__all__")]):
            yield node.value
        case ast.Subscript(value=ast.Name(id="Literal")):  # an annotation by another name
            yield node.slice
        case ast.JoinedStr():  # messages, nearly all
            yield from (part for part in node.values if isinstance(part, ast.Constant))
        case ast.Raise():  # what an error says is for readers
            yield from (node.exc, node.cause)


def sites(tree: ast.AST) -> list[Site]:
    """Return all the places of a module where it can be broken, and each way to break it."""
    skipped = {
        id(below)
        for node in ast.walk(tree)
        for child in _untouched(node)
        if child is not None
        for below in ast.walk(child)
    }
    return [
        Site(number=number, change=change)
        for number, node in enumerate(ast.walk(tree))
        if id(node) not in skipped
        for change in range(len(replacements(node)))
    ]


class _Swap(ast.NodeTransformer):
    """Puts one node in the place of another."""

    def __init__(self, old: ast.AST, new: ast.AST) -> None:
        self.old, self.new = old, new

    def visit(self, node: ast.AST) -> ast.AST:
        return self.new if node is self.old else self.generic_visit(node)


def places(tree: ast.Module) -> list[Place]:
    """Return the place of every node of a module, in the order of `ast.walk`."""
    numbers = {id(node): number for number, node in enumerate(ast.walk(tree))}
    found = {id(tree): Place(statement=0)}
    for node in ast.walk(tree):  # a node comes before what is in it
        around = _places_below(node, found[id(node)])
        for child in ast.iter_child_nodes(node):
            here = numbers[id(child)] if isinstance(child, ast.stmt) else around.statement
            found[id(child)] = replace(around, statement=here)
    return [found[id(node)] for node in ast.walk(tree)]


def _places_below(node: ast.AST, place: Place) -> Place:
    match node:
        case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name):
            return replace(place, names=(*place.names, name), inside=True)
        case ast.ClassDef(name=name):
            return replace(place, names=(*place.names, name))
    return place


def name_statement(path: str, number: int) -> str:
    """Return the name under which a statement says that it was reached."""
    return f"{path}:{number}"


def add_probes(path: str, source: str) -> str:
    """Return a module's source in which each statement, before it runs, says that it does."""
    tree = ast.parse(source)
    numbers = {id(node): number for number, node in enumerate(ast.walk(tree))}
    for node in list(ast.walk(tree)):
        for field in ("body", "orelse", "finalbody"):
            block = getattr(node, field, None)
            if isinstance(block, list):
                setattr(node, field, [
                    one for below in block for one in _probe_first(path, numbers, below)
                ])  # fmt: skip
    first = next((n for n, one in enumerate(tree.body) if not _comes_first(one)), 0)
    tree.body.insert(first, ast.parse(f"import {PROBE} as _{PROBE}").body[0])
    return ast.unparse(ast.fix_missing_locations(tree)) + "\n"


def _probe_first(path: str, numbers: Mapping[int, int], node: ast.stmt) -> list[ast.stmt]:
    if _comes_first(node):
        return [node]
    name = name_statement(path, numbers[id(node)])
    return [*ast.parse(f"_{PROBE}.seen.add({name!r})").body, node]


def _comes_first(node: ast.stmt) -> bool:
    """Tell whether nothing may stand before a statement: a docstring, an import of the future."""
    match node:
        case ast.Expr(value=ast.Constant()) | ast.ImportFrom(module="__future__"):
            return True
    return False


def mutant(room: Room, path: str, source: str, site: Site) -> Mutant:
    """Return the mutant of a module's source that a site asks for."""
    tree = ast.parse(source)
    place = places(tree)[site.number]
    old = next(islice(ast.walk(tree), site.number, None))
    new = ast.copy_location(replacements(old)[site.change], old)
    before, after = _headline(old), _headline(new)
    made = ast.fix_missing_locations(_Swap(old, new).visit(tree))
    line = getattr(old, "lineno", 0)
    text = ast.unparse(made) + "\n"
    return Mutant(
        room=room,
        path=path,
        line=line,
        function=".".join(place.names) if place.inside else "",
        statement=name_statement(path, place.statement),
        before=before,
        after=after,
        text=text,
    )


def _headline(node: ast.AST) -> str:
    lines = ast.unparse(node).splitlines()
    return lines[0] + (" …" if len(lines) > 1 else "")


def sample(
    root: Path, rooms: Sequence[Room], count: int, seed: int, same: Collection[Same] = ()
) -> list[Mutant]:
    """Return up to `count` mutants, as many from each room as from any other while it has some
    left; none of those that `same` knows to mean what the code means.
    """
    drawn = [
        (one for one in draw_mutants(root, room, seed) if tell_apart(one) not in same)
        for room in rooms
    ]
    return list(islice(_take_turns(drawn), count))


def draw_mutants(root: Path, room: Room, seed: int) -> Iterator[Mutant]:
    """Yield all mutants of a room, in an order that the seed decides."""
    found = [(path, site) for path in find_files(root, room.code) for site in _read(path)]
    random.Random(f"{seed} {room.name}").shuffle(found)  # noqa: S311 - a sample, no secret
    for path, site in found:
        name = path.relative_to(root).as_posix()
        yield mutant(room, name, path.read_text("utf-8"), site)


def _take_turns(rows: Sequence[Iterator[Mutant]]) -> Iterator[Mutant]:
    """Yield one of each row in turn, until all have run out."""
    for turn in zip_longest(*rows):
        yield from (one for one in turn if one is not None)


def tell_apart(broken: Mutant) -> Same:
    """Return what a mutant is known by in the list of those that mean the same."""
    return broken.path, broken.function, broken.before, broken.after


def _read(path: Path) -> list[Site]:
    return sites(ast.parse(path.read_text("utf-8")))


def find_files(root: Path, globs: Sequence[str]) -> list[Path]:
    """Return what the globs match, in their order, each once."""
    return list(dict.fromkeys(path for glob in globs for path in sorted(root.glob(glob))))
