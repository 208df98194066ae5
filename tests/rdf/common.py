# SPDX-FileCopyrightText: 2026 khabar authors
# SPDX-License-Identifier: MIT
"""What the RDF checks share: where things are, reading graphs with both engines, answers that can be compared."""
from __future__ import annotations

import logging
import warnings
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from decimal import Decimal, InvalidOperation
from pathlib import Path

import pyoxigraph
import rdflib
from rdflib.util import guess_format

HERE = Path(__file__).resolve().parent
ONTOLOGY = HERE.parent.parent / "ontology"
SHAPES = ONTOLOGY / "shapes.ttl"
QUERIES = ONTOLOGY / "queries"
KHB = "https://w3id.org/khabar/ns#"
XSD = "http://www.w3.org/2001/XMLSchema#"
SKIPPED = 77  # exit code: what the test needs is not installed

QUAD_FORMATS = {"trig", "nquads"}
NUMBERS = {XSD + name for name in (
    "integer", "decimal", "double", "float", "int", "long", "short", "byte", "nonNegativeInteger", "positiveInteger",
    "unsignedInt", "unsignedLong")}
BOOLEANS = {"true": "1", "false": "0"}

Row = tuple[str, ...]

rdflib.NORMALIZE_LITERALS = False  # literals stay as they are written


def say(text: str) -> None:
    """Results go to standard output, line by line."""
    print(text, flush=True)


@contextmanager
def rdflib_warnings() -> Iterator[list[str]]:
    """Collects what rdflib logs or warns of: ill-typed literals, IRIs that do not look valid; not its own deprecations."""
    seen: list[str] = []
    handler = logging.Handler(logging.WARNING)
    handler.emit = lambda record: seen.append(record.getMessage())  # type: ignore[method-assign]
    logger = logging.getLogger("rdflib")
    logger.addHandler(handler)
    propagate, logger.propagate = logger.propagate, False
    try:
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always")
            yield seen
            seen += [str(w.message) for w in caught if not issubclass(w.category, DeprecationWarning)]
    finally:
        logger.removeHandler(handler)
        logger.propagate = propagate


def rdflib_format(path: Path) -> str:
    """The format that the file's extension stands for, by rdflib's name."""
    found = guess_format(str(path))
    if found is None:
        raise ValueError(f"{path}: unknown extension")
    return found


def rdflib_dataset(path: Path) -> rdflib.Dataset:
    """The file as rdflib reads it, its named graphs kept."""
    dataset = rdflib.Dataset()
    dataset.parse(str(path), format=rdflib_format(path))
    return dataset


def rdflib_union(paths: Iterable[Path]) -> rdflib.Graph:
    """All triples of the files in one graph, whatever named graph they stand in."""
    union = rdflib.Graph()
    for path in paths:
        if rdflib_format(path) in QUAD_FORMATS:
            for subject, predicate, value, _ in rdflib_dataset(path).quads():
                union.add((subject, predicate, value))
        else:
            union.parse(str(path), format=rdflib_format(path))
    return union


def oxigraph_quads(path: Path) -> set[pyoxigraph.Quad]:
    """The file as Oxigraph reads it."""
    return set(pyoxigraph.parse(path=str(path)))


def oxigraph_store(path: Path) -> pyoxigraph.Store:
    """An in-memory Oxigraph store of the file."""
    store = pyoxigraph.Store()
    store.load(path=str(path))
    return store


def queries() -> list[Path]:
    """The shipped queries, in the order of their names."""
    return sorted(QUERIES.glob("*.rq"))


def cell(kind: str, value: str, datatype: str = "", language: str = "") -> str:
    """One value of an answer in a form that engines agree on: numbers without type and needless zeros, true as 1."""
    if kind == "iri":
        return f"<{value}>"
    if language:
        return f"{value}@{language.lower()}"
    if datatype in NUMBERS:
        try:
            return f"{Decimal(value).normalize():f}"
        except InvalidOperation:
            return value
    if datatype == XSD + "boolean":
        return BOOLEANS.get(value, value)
    return value


def oxigraph_cell(term: object) -> str:
    """A term of Oxigraph as a cell; what is not bound is empty."""
    if term is None:
        return ""
    if isinstance(term, pyoxigraph.NamedNode):
        return cell("iri", term.value)
    if isinstance(term, pyoxigraph.Literal):
        return cell("literal", term.value, term.datatype.value, term.language or "")
    return str(term)


def rdflib_cell(term: object) -> str:
    """A term of rdflib as a cell; what is not bound is empty."""
    if term is None:
        return ""
    if isinstance(term, rdflib.URIRef):
        return cell("iri", str(term))
    if isinstance(term, rdflib.Literal):
        return cell("literal", str(term), str(term.datatype or ""), term.language or "")
    return str(term)


def oxigraph_answer(store: pyoxigraph.Store, query: str) -> tuple[Row, list[Row]]:
    """Variables and sorted rows of a SELECT over the union of all graphs."""
    solutions = store.query(query, use_default_graph_as_union=True)
    assert isinstance(solutions, pyoxigraph.QuerySolutions)
    names = tuple(variable.value for variable in solutions.variables)
    return names, sorted(tuple(oxigraph_cell(row[name]) for name in names) for row in solutions)


def rdflib_answer(union: rdflib.Graph, query: str) -> tuple[Row, list[Row]]:
    """Variables and sorted rows of a SELECT over one graph.

    A GROUP BY over no solutions has no groups; rdflib 7 answers one row without any value, which is left out.
    """
    result = union.query(query)
    names = tuple(str(variable) for variable in result.vars or ())
    rows = (tuple(rdflib_cell(row.get(rdflib.Variable(name))) for name in names) for row in result.bindings)
    return names, sorted(row for row in rows if any(row))


def differences(left: str, rows: list[Row], right: str, others: list[Row], limit: int = 5) -> list[str]:
    """What stands only in one of two answers, one line each."""
    lines = []
    for name, mine, theirs in ((left, rows, others), (right, others, rows)):
        rest = list(theirs)
        only = [row for row in mine if row not in rest or rest.remove(row)]  # type: ignore[func-returns-value]
        lines += [f"  only in {name}: {' | '.join(row)}" for row in only[:limit]]
        if len(only) > limit:
            lines.append(f"  and {len(only) - limit} more only in {name}")
    return lines
