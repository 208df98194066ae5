# SPDX-FileCopyrightText: 2026 khabar authors
# SPDX-License-Identifier: MIT
"""Validation with pySHACL: SHACL Core as it stands, no inference, no advanced features."""
from __future__ import annotations

from functools import cache
from typing import NamedTuple

import pyshacl
import rdflib
from rdflib.namespace import RDF, SH

from common import SHAPES

SHAPES_NAMESPACE = "https://w3id.org/khabar/shapes#"


class Violation(NamedTuple):
    """One validation result, terms shortened."""

    shape: str
    focus: str
    value: str
    message: str


@cache
def shapes() -> rdflib.Graph:
    """ontology/shapes.ttl."""
    return rdflib.Graph().parse(str(SHAPES))


def shape_name(term: object) -> str:
    """khbs:NAME for a shape of ours."""
    return str(term).replace(SHAPES_NAMESPACE, "khbs:")


def validate(data: rdflib.Graph, meta: bool = False) -> list[Violation]:
    """All violations of the shapes in the graph, sorted; with meta the shapes themselves are validated first."""
    conforms, report, text = pyshacl.validate(
        data, shacl_graph=shapes(), inference="none", advanced=False, meta_shacl=meta)
    if not isinstance(report, rdflib.Graph):
        raise ValueError(text)
    found = [
        Violation(shape_name(report.value(result, SH.sourceShape)), str(report.value(result, SH.focusNode)),
                  str(report.value(result, SH.value) or ""), str(report.value(result, SH.resultMessage) or ""))
        for result in report.subjects(RDF.type, SH.ValidationResult)
        if report.value(predicate=SH.result, object=result) is not None
    ]
    if not conforms and not found:
        raise ValueError(text)
    return sorted(found)
