"""Times DuckDB and Polars on the shapes of `ibid-bench`, one thread, if they are installed: python3 docs/bench/peers.py [ROWS]

Rows are drawn from the same distributions, not the same numbers. Text is dictionary-coded (ENUM, Categorical) as in Ibid; money
is DECIMAL(18,2) in DuckDB and a whole number of pence in Polars, which has no exact decimals of its own speed.
"""

import random
import sys
import time

ROWS = int(float(sys.argv[1])) if len(sys.argv) > 1 else 1_000_000
RUNS = 5


def column(draw):
    return [draw() for _ in range(ROWS)]


def make():
    random.seed(1)
    texts = ["border", "officers", "seized", "agreement", "partners", "smuggling", "gangs", "funding", "announced", "arrests", "crossing", "law"]

    def sentence(row):
        words = random.choices(texts, k=12)
        if row % 40 == 0:
            words[6] = "small boat"
        return " ".join(words) + f" {row}."

    figures = {
        "document": column(lambda: random.randrange(10_000)),
        "score": column(lambda: random.random() * 100),
        "pence": column(lambda: random.randrange(1_000_000_000)),
        "issuer": column(lambda: f"issuer {random.randrange(100)}"),
        "topic": column(lambda: f"topic {random.randrange(100_000)}"),
        "reference": column(lambda: random.randrange(100_000) * 7_919_000_003),
    }
    documents = {"id": list(range(10_000)), "title": [f"title {n}" for n in range(10_000)]}
    return figures, documents, {"text": [sentence(row) for row in range(100_000)]}


def measure(name, engine, run):
    times = []
    for count in range(RUNS + 1):
        start = time.perf_counter()
        run()
        if count:
            times.append((time.perf_counter() - start) * 1e3)
    times.sort()
    print(f"{engine:8}{name:44}{times[0]:9.1f}{times[len(times) // 2]:9.1f}")


def duckdb_times(figures, documents, texts):
    import duckdb
    import pandas

    db = duckdb.connect(config={"threads": 1})
    for name, table in [("f", figures), ("documents", documents), ("texts", texts)]:
        db.register("raw_" + name, pandas.DataFrame(table))
    db.execute("create type issuers as enum (select distinct issuer from raw_f)")
    db.execute("create type topics as enum (select distinct topic from raw_f)")
    db.execute(
        "create table figures as select document, score, (pence / 100)::decimal(18,2) as amount, issuer::issuers as issuer,"
        " topic::topics as topic, reference from raw_f"
    )
    db.execute("create table documents as from raw_documents")
    db.execute("create table texts as from raw_texts")
    queries = {
        "filter + sum of floats": "select sum(score) from figures where score > 50",
        "filter + sum of money": "select sum(amount) from figures where amount > 5000000",
        "group sum of money, 100 texts": "select issuer, sum(amount) from figures group by issuer",
        "group sum of money, 100,000 texts": "select topic, sum(amount) from figures group by topic",
        "group sum of money, 100,000 whole numbers": "select reference, sum(amount) from figures group by reference",
        "join with 10,000 documents": "select score, title from figures join documents on document = id",
        "sort by money": "select document, amount from figures order by amount desc",
        "distinct topics of 100 groups": "select issuer, count(distinct topic) from figures group by issuer",
        "whole words in 100,000 texts": r"select count(*) from texts where regexp_matches(text, '\bsmall boat\b', 'i')",
    }
    for name, query in queries.items():
        measure(name, "duckdb", lambda query=query: db.sql(query).to_arrow_table())


def polars_times(figures, documents, texts):
    import polars as pl

    f = pl.DataFrame(figures).with_columns(pl.col("issuer", "topic").cast(pl.Categorical))
    d, t = pl.DataFrame(documents), pl.DataFrame(texts)
    queries = {
        "filter + sum of floats": lambda: f.lazy().filter(pl.col("score") > 50).select(pl.col("score").sum()),
        "filter + sum of money": lambda: f.lazy().filter(pl.col("pence") > 500_000_000).select(pl.col("pence").sum()),
        "group sum of money, 100 texts": lambda: f.lazy().group_by("issuer").agg(pl.col("pence").sum()),
        "group sum of money, 100,000 texts": lambda: f.lazy().group_by("topic").agg(pl.col("pence").sum()),
        "group sum of money, 100,000 whole numbers": lambda: f.lazy().group_by("reference").agg(pl.col("pence").sum()),
        "join with 10,000 documents": lambda: f.lazy().join(d.lazy(), left_on="document", right_on="id").select("score", "title"),
        "sort by money": lambda: f.lazy().select("document", "pence").sort("pence", descending=True),
        "distinct topics of 100 groups": lambda: f.lazy().group_by("issuer").agg(pl.col("topic").n_unique()),
        "whole words in 100,000 texts": lambda: t.lazy().filter(pl.col("text").str.contains(r"(?i)\bsmall boat\b")).select(pl.len()),
    }
    for name, query in queries.items():
        measure(name, "polars", lambda query=query: query().collect())


def main():
    import importlib.util
    import os

    os.environ["POLARS_MAX_THREADS"] = "1"
    engines = {"duckdb": (duckdb_times, ["duckdb", "pandas", "pyarrow"]), "polars": (polars_times, ["polars"])}
    there = {name: run for name, (run, modules) in engines.items() if all(importlib.util.find_spec(module) for module in modules)}
    if not there:
        print("peers: neither duckdb (with pandas and pyarrow) nor polars is installed for this python3")
        return
    tables = make()
    print(f"{ROWS} rows, one thread, {RUNS} runs after a warm-up; ms")
    print(f"{'':52}{'min':>9}{'median':>9}")
    for run in there.values():
        run(*tables)


main()
