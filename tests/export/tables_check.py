#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 khabar authors
# SPDX-License-Identifier: MIT
"""tables_check.py KHABAR: the tables and the description of a release say what SPARQL answers over its graphs.

The answers are Oxigraph's, the description is read by rdflib. Exit codes: 0 they agree, 1 not.
"""
from __future__ import annotations

import csv
import gzip
import hashlib
import json
import sys
import tempfile
from collections import Counter
from pathlib import Path

import pyoxigraph
import rdflib

from common import QUADS, ROOT, current, export, many, write

PREFIXES = """PREFIX khb: <https://w3id.org/khabar/ns#>
PREFIX sem: <http://semanticweb.cs.vu.nl/2009/11/sem/>
PREFIX wgs84: <http://www.w3.org/2003/01/geo/wgs84_pos#>
PREFIX schema: <https://schema.org/>
PREFIX dcterms: <http://purl.org/dc/terms/>
"""
ACTUAL = "?event a khb:Event . FILTER NOT EXISTS { ?event a khb:NonActualEvent }"
VOID = rdflib.Namespace("http://rdfs.org/ns/void#")
DCAT = rdflib.Namespace("http://www.w3.org/ns/dcat#")
SPDX = rdflib.Namespace("http://spdx.org/rdf/terms#")
problems: list[str] = []


def equal(what: str, found: object, expected: object) -> None:
    if found != expected:
        problems.append(f"{what}: {found}, SPARQL says {expected}")


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, strict=True))


def answer(store: pyoxigraph.Store, query: str) -> list[tuple[str, ...]]:
    solutions = store.query(PREFIXES + query, use_default_graph_as_union=True)
    return [tuple("" if value is None else value.value for value in solution) for solution in solutions]


def number(store: pyoxigraph.Store, query: str) -> int:
    return int(answer(store, query)[0][0] or 0)


def check_events(store: pyoxigraph.Store, release: Path) -> None:
    events = rows(release / "events.csv")
    equal("events.csv: events", sorted(row["event_id"] for row in events), sorted(e for e, in answer(store, f"SELECT ?event {{ {ACTUAL} }}")))
    dates = answer(store, f"""SELECT ?event ?begin ?end ?id ?published ?publisher {{ {ACTUAL} ?event khb:reportedIn ?article .
        ?article dcterms:identifier ?id .
        OPTIONAL {{ ?event sem:hasEarliestBeginTimeStamp ?begin ; sem:hasLatestEndTimeStamp ?end }}
        OPTIONAL {{ ?article schema:datePublished ?published }} OPTIONAL {{ ?article schema:publisher ?publisher }} }}""")
    columns = ("event_id", "event_date", "end_date", "article_id", "published", "source")
    flat = sorted((*row[:5], row[5].replace("\n", " ")) for row in dates)
    equal("events.csv: dates and sources", sorted(tuple(row[name] for name in columns) for row in events), flat)
    for name in {row["khabar_type"] for row in events} - {"Strike"}:
        expected = number(store, f"SELECT (COUNT(?event) AS ?n) {{ {ACTUAL} ?event a khb:{name} }}")
        equal(f"events.csv: {name}", sum(row["khabar_type"] == name for row in events), expected)
    # The shipped query of killed by event, and the same for the injured.
    killed = (ROOT / "ontology" / "queries" / "killed_by_article.rq").read_text(encoding="utf-8")
    for outcome, column in (("Killed", "fatalities"), ("Injured", "injured")):
        solutions = store.query(killed.replace("khb:Killed", f"khb:{outcome}"), use_default_graph_as_union=True)
        expected = sorted((s["event"].value, s["lowest"].value, s["highest"].value if s["highest"] else s["lowest"].value) for s in solutions)
        found = sorted((row["event_id"], row[column], row[column + "_max"]) for row in events if row[column])
        equal(f"events.csv: {column}", found, expected)


def check_casualties(store: pyoxigraph.Store, release: Path) -> None:
    expected = answer(store, f"""SELECT ?event ?outcome ?scope ?minimum ?maximum ?quantifier {{ {ACTUAL} ?event khb:casualties ?figure .
        ?figure khb:outcome ?outcome ; khb:scope ?scope ; khb:quantifier ?quantifier .
        OPTIONAL {{ ?figure khb:minimum ?minimum }} OPTIONAL {{ ?figure khb:maximum ?maximum }} }}""")
    names = ("event_id", "outcome", "scope", "minimum", "maximum", "quantifier")
    found = [tuple(row[name] for name in names) for row in rows(release / "casualties.csv")]
    local = [(row[0], *(value.removeprefix("https://w3id.org/khabar/ns#") for value in row[1:])) for row in expected]
    equal("casualties.csv", sorted(found), sorted(local))


def check_map(store: pyoxigraph.Store, release: Path) -> None:
    features = json.loads((release / "events.geojson").read_text(encoding="utf-8"))["features"]
    found = sorted((f["properties"]["event"], *map(str, f["geometry"]["coordinates"])) for f in features)
    expected = answer(store, f"SELECT ?event ?long ?lat {{ {ACTUAL} ?event khb:place ?place . ?place wgs84:lat ?lat ; wgs84:long ?long }}")
    equal("events.geojson", [(e, float(x), float(y)) for e, x, y in found], sorted((e, float(x), float(y)) for e, x, y in expected))


def check_incidents(store: pyoxigraph.Store, release: Path) -> None:
    members = answer(store, f"SELECT ?incident ?event {{ ?event khb:incident ?incident . {ACTUAL} }}")
    table = rows(release / "incidents.csv")
    equal("incidents.csv: members", sorted((row["incident_id"], e) for row in table for e in row["events"].split()), sorted(members))
    reports = Counter(incident for incident, _ in members)
    equal("incidents.csv: reports", {row["incident_id"]: int(row["reports"]) for row in table}, dict(reports))
    for what, column in (("MIN", "event_date"), ("MAX", "end_date")):
        property_ = "sem:hasEarliestBeginTimeStamp" if what == "MIN" else "sem:hasLatestEndTimeStamp"
        expected = dict(answer(store, f"SELECT ?incident ({what}(?day) AS ?d) {{ ?event khb:incident ?incident ; {property_} ?day . {ACTUAL} }} GROUP BY ?incident"))
        equal(f"incidents.csv: {column}", {row["incident_id"]: row[column] for row in table if row[column]}, expected)
    every = number(store, "SELECT (COUNT(*) AS ?n) { ?event a khb:Event FILTER NOT EXISTS { ?event khb:incident ?incident } }")
    equal("events without an incident", every, 0)
    tolls: dict[str, list[int]] = {}
    events = {row["event_id"]: row for row in rows(release / "events.csv")}
    for row in table:
        reported = [events[e] for e in row["events"].split()]
        for column, pick in (("fatalities", min), ("fatalities_max", max), ("injured", min), ("injured_max", max)):
            values = [int(event[column]) for event in reported if event[column]]
            equal(f"incidents.csv: {column} of {row['incident_id']}", row[column], str(pick(values)) if values else "")


def check_description(store: pyoxigraph.Store, release: Path) -> None:
    graph = rdflib.Graph().parse(str(release / "void.ttl"), format="turtle")
    base = "https://w3id.org/khabar/data/release/" + release.name
    dataset = rdflib.URIRef(base)
    equal("void.ttl: triples", int(graph.value(dataset, VOID.triples)), len(store))
    for part in ("articles", "incidents", "knowledge"):
        count = sum(1 for _ in pyoxigraph.parse(gzip.decompress((release / f"{part}.nq.gz").read_bytes()), pyoxigraph.RdfFormat.N_QUADS))
        equal(f"void.ttl: triples of {part}", int(graph.value(rdflib.URIRef(f"{base}#{part}"), VOID.triples)), count)
    partitions = {str(graph.value(node, VOID["class"])): int(graph.value(node, VOID.entities)) for node in graph.objects(dataset, VOID.classPartition)}
    kinds = {kind: int(count) for kind, count in answer(store, "SELECT ?c (COUNT(DISTINCT ?x) AS ?n) { ?x a ?c } GROUP BY ?c")}
    equal("void.ttl: classes", partitions, {kind: kinds.get(kind, 0) for kind in partitions})
    equal("void.ttl: event classes", {kind for kind in partitions if kind.endswith(("Event", "Article", "Incident", "CasualtyFigure"))},
          {"https://w3id.org/khabar/ns#" + name for name in ("Event", "Article", "Incident", "CasualtyFigure")})
    listed = set()
    for node in graph.objects(dataset, DCAT.distribution):
        path = release / str(node).rsplit("/", 1)[1]
        listed.add(path.name)
        content = path.read_bytes()
        equal(f"void.ttl: size of {path.name}", int(graph.value(node, DCAT.byteSize)), len(content))
        equal(f"void.ttl: sum of {path.name}", str(graph.value(graph.value(node, SPDX.checksum), SPDX.checksumValue)), hashlib.sha256(content).hexdigest())
    equal("void.ttl: files", listed, {path.name for path in release.iterdir()} - {"void.ttl", "SHA256SUMS"})


def main() -> int:
    khabar = sys.argv[1]
    with tempfile.TemporaryDirectory(prefix="khabar-tables-") as name:
        work = Path(name)
        articles = many(64)
        articles[0]["publisher"] = "line\nbreak, \"quotes\" and commas"
        export(khabar, work / "state", write(work / "a.jsonl", articles[:40]))
        export(khabar, work / "state", write(work / "b.jsonl", articles[32:]))
        release = current(work / "state")
        store = pyoxigraph.Store()
        for file in QUADS:
            store.load(gzip.decompress((release / file).read_bytes()), pyoxigraph.RdfFormat.N_QUADS)
        for check in (check_events, check_casualties, check_map, check_incidents, check_description):
            check(store, release)
    print(*problems, f"{len(problems)} differences between tables and SPARQL", sep="\n")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
