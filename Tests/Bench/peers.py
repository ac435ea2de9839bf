"""Times one other engine on one suite: python3 peers.py ENGINE SUITE FOLDER; lines of JSON, as `ibid-bench run` prints them.

Tables are loaded from the same files, untimed, into the engine's own memory. Each query runs once to warm up (that result is
checked) and five times for the clock; a run ends when the whole result is in memory. Two threads. Exit status 3: not installed.

    duckdb         texts as VARCHAR, results as Arrow tables
    duckdb-table   the same, results as tables of its own
    duckdb-enum    texts as ENUM, that is coded by a dictionary as in Ibid
    polars         the streaming engine, texts as String
    polars-eager   the in-memory engine
    polars-coded   the streaming engine, texts as Categorical
    datafusion     tables in memory
    chdb           Memory tables, results as Memory tables
    pyarrow        reading of files only
"""

import gc
import importlib
import json
import os
import sys
import time

THREADS = 2
RUNS = 5
HERE = os.path.dirname(os.path.abspath(__file__))
ENGINES = ["duckdb", "duckdb-table", "duckdb-enum", "polars", "polars-eager", "polars-coded", "datafusion", "chdb", "pyarrow"]


def suites_of(engine):
    """Suites that an engine takes part in; coded texts make no difference to joins by number."""
    if engine == "pyarrow":
        return ["files"]
    if engine in ("duckdb", "polars", "datafusion", "chdb"):
        return ["groupby", "join", "docs", "groups", "shapes", "files"]
    # Polars' SQL has no functions of texts for Categorical.
    more = {"duckdb-enum": ["shapes"], "polars-coded": ["join"]}.get(engine, ["join", "shapes"])
    return ["groupby", "docs", "groups"] + more


def memory_mb(name):
    with open("/proc/self/status") as status:
        return next((int(line.split()[1]) // 1024 for line in status if line.startswith(name)), 0)


def reset_peak():
    try:
        with open("/proc/self/clear_refs", "w") as file:
            file.write("5")
    except OSError:
        pass


def arrow_check(table, order):
    """Rows, the sum of all numbers, and the order of one column of an Arrow table."""
    import pyarrow as pa
    import pyarrow.compute as pc

    total = 0.0
    for column in table.columns:
        kind = column.type
        if pa.types.is_integer(kind) or pa.types.is_floating(kind) or pa.types.is_decimal(kind):
            numbers = column.cast(pa.float64(), safe=False).drop_null()
            # Engines differ in what the deviation of one row is: NaN or nothing.
            total += pc.sum(numbers.filter(pc.is_finite(numbers))).as_py() or 0.0
    check = {"rows": table.num_rows, "sum": total}
    if order and table.num_rows:
        values = table[order].to_numpy()
        check["first"] = float(values[0])
        check["falls"] = bool((values[1:] <= values[:-1]).all())
    return check


class DuckDB:
    types = {"text": "VARCHAR", "string": "VARCHAR", "int": "INTEGER", "float": "DOUBLE", "date": "DATE", "money<GBP>": "DECIMAL(18,2)"}

    def __init__(self, engine, folder):
        import duckdb

        self.mode, self.folder = engine, folder
        self.connection = duckdb.connect(":memory:", config={"threads": THREADS})

    def load(self, name, columns):
        types = ", ".join(f"'{column}': '{self.types[kind]}'" for column, kind in columns.items())
        source = f"read_csv('{self.folder}/{name}.csv', header=true, columns={{{types}}})"
        self.connection.execute(f"CREATE TABLE {name} AS SELECT * FROM {source}")
        texts = [column for column, kind in columns.items() if kind == "text"]
        if self.mode == "duckdb-enum" and texts:
            for column in texts:
                self.connection.execute(f"CREATE TYPE {name}_{column} AS ENUM (SELECT DISTINCT {column} FROM {name} ORDER BY 1)")
            coded = ", ".join(f"{column}::{name}_{column} AS {column}" for column in texts)
            self.connection.execute(f"CREATE TABLE coded AS SELECT * REPLACE ({coded}) FROM {name}")
            self.connection.execute(f"DROP TABLE {name}")
            self.connection.execute(f"ALTER TABLE coded RENAME TO {name}")

    def query(self, query):
        sql = query.get("duckdb", query["sql"]).replace("regexp_like(", "regexp_matches(")
        if self.mode != "duckdb-table":
            return lambda: self.connection.sql(sql).to_arrow_table()
        return lambda: self.connection.execute("CREATE OR REPLACE TEMP TABLE answer AS " + sql)

    def check(self, result, order):
        if self.mode == "duckdb-table":
            result = self.connection.sql("SELECT * FROM answer").to_arrow_table()
        return arrow_check(result, order)

    def file(self, path):
        read = "read_json" if path.endswith("jsonl") else "read_csv"
        return lambda: self.connection.execute(f"CREATE OR REPLACE TABLE t AS SELECT * FROM {read}('{path}')")


class DataFusion:
    def __init__(self, engine, folder):
        from datafusion import SessionConfig, SessionContext

        self.folder = folder
        self.context = SessionContext(SessionConfig().with_target_partitions(THREADS))

    def load(self, name, columns):
        import pyarrow as pa

        types = {"text": pa.string_view(), "string": pa.string_view(), "int": pa.int32(), "float": pa.float64(), "date": pa.date32(), "money<GBP>": pa.decimal128(18, 2)}
        schema = pa.schema([(column, types[kind]) for column, kind in columns.items()])
        self.context.register_csv(name + "_file", f"{self.folder}/{name}.csv", schema=schema)
        self.context.sql(f"CREATE TABLE {name} AS SELECT * FROM {name}_file").collect()

    def query(self, query):
        return lambda: self.context.sql(query["sql"]).collect()

    def check(self, result, order):
        import pyarrow as pa

        return arrow_check(pa.Table.from_batches([batch for batch in result if batch.num_rows] or result), order)

    def file(self, path):
        def run():
            for name in ("t", "t_file"):
                self.context.sql(f"DROP TABLE IF EXISTS {name}").collect()
            if path.endswith("jsonl"):
                self.context.register_json("t_file", path, file_extension=".jsonl")
            else:
                self.context.register_csv("t_file", path)
            self.context.sql("CREATE TABLE t AS SELECT * FROM t_file").collect()

        return run


class ChDB:
    types = {"text": "String", "string": "String", "int": "Int32", "float": "Float64", "date": "Date32", "money<GBP>": "Decimal(18, 2)"}

    def __init__(self, engine, folder):
        from chdb import session

        self.folder = folder
        self.session = session.Session()

    def load(self, name, columns):
        types = ", ".join(f"{column} {self.types[kind]}" for column, kind in columns.items())
        self.session.query(f"CREATE TABLE {name} ENGINE = Memory AS SELECT * FROM file('{self.folder}/{name}.csv', CSVWithNames, '{types}')")

    def query(self, query):
        sql = query.get("chdb", query["sql"]).replace("regexp_like(", "match(").replace("date_trunc('month', published)", "toStartOfMonth(published)")
        for year in ("2018", "2020", "2021"):
            sql = sql.replace(f"DATE '{year}-01-01'", f"toDate32('{year}-01-01')")
        # Two inserting threads would lose the order.
        inserting = 1 if "order" in query else THREADS
        settings = f" SETTINGS max_threads = {THREADS}, max_insert_threads = {inserting}, join_use_nulls = 1"

        def run():
            self.session.query("DROP TABLE IF EXISTS answer")
            self.session.query("CREATE TABLE answer ENGINE = Memory AS " + sql + settings)

        return run

    def check(self, result, order):
        lines = str(self.session.query("DESCRIBE TABLE answer", "TabSeparated")).strip().split("\n")
        kinds = dict(line.split("\t")[:2] for line in lines)
        numbers = [name for name, kind in kinds.items() if "Int" in kind or "Float" in kind]
        total = " + ".join(f"ifNull(sumIf(toFloat64(`{name}`), isFinite(`{name}`)), 0)" for name in numbers) or "0."
        rows, total = str(self.session.query(f"SELECT count(), {total} FROM answer", "TabSeparated")).split()
        check = {"rows": int(rows), "sum": float(total)}
        if order:
            values = self.session.query(f"SELECT {order} FROM answer SETTINGS max_threads = 1", "ArrowTable")[order].to_numpy()
            check["first"] = float(values[0])
            check["falls"] = bool((values[1:] <= values[:-1]).all())
        return check

    def file(self, path):
        form = "JSONEachRow" if path.endswith("jsonl") else "CSVWithNames"

        def run():
            self.session.query("DROP TABLE IF EXISTS t")
            self.session.query(f"CREATE TABLE t ENGINE = Memory AS SELECT * FROM file('{path}', {form}) SETTINGS max_threads = {THREADS}")

        return run


class Polars:
    def __init__(self, engine, folder):
        import polars

        self.mode, self.folder, self.polars, self.tables = engine, folder, polars, {}

    def load(self, name, columns):
        pl = self.polars
        types = {"text": pl.String, "string": pl.String, "int": pl.Int32, "float": pl.Float64, "date": pl.Date, "money<GBP>": pl.Float64}
        frame = pl.read_csv(f"{self.folder}/{name}.csv", schema={column: types[kind] for column, kind in columns.items()})
        if self.mode == "polars-coded":
            frame = frame.with_columns(pl.col(column).cast(pl.Categorical) for column, kind in columns.items() if kind == "text")
        self.tables[name] = frame.rechunk()

    def query(self, query):
        tables = {name: table.lazy() for name, table in self.tables.items()}
        frame = polars_query(self.polars, query["id"], tables)
        if frame is None:
            frame = self.polars.SQLContext(tables).execute(query["sql"])
        return lambda: frame.collect(engine="in-memory" if self.mode == "polars-eager" else "streaming")

    def check(self, result, order):
        total = 0.0
        for column in result.get_columns():
            if column.dtype.is_numeric():
                numbers = column.cast(self.polars.Float64).drop_nulls()
                total += float(numbers.filter(numbers.is_finite()).sum() or 0.0)
        check = {"rows": result.height, "sum": total}
        if order:
            check["first"] = result[order][0]
            check["falls"] = result[order].is_sorted(descending=True)
        return check

    def file(self, path):
        if path.endswith("jsonl"):
            return lambda: self.polars.read_ndjson(path)
        return lambda: self.polars.read_csv(path)


def polars_query(pl, name, t):
    """The query of that name as Polars writes it; None where that is to be told in SQL."""
    from datetime import date

    if name[0] == "s":
        return None
    c = pl.col
    joins = {"j1": ("small", "id1", "inner"), "j2": ("medium", "id2", "inner"), "j3": ("medium", "id2", "left"), "j4": ("medium", "id5", "inner"), "j5": ("big", "id3", "inner")}
    if name in joins:
        other, key, how = joins[name]
        return t["x"].join(t[other], on=key, how=how)
    if name[0] == "g":
        g = t["g1"]
        return {
            "g01": lambda: g.group_by("id1").agg(c("v1").sum()),
            "g02": lambda: g.group_by("id1", "id2").agg(c("v1").sum()),
            "g03": lambda: g.group_by("id3").agg(c("v1").sum(), c("v3").mean()),
            "g04": lambda: g.group_by("id4").agg(c("v1", "v2", "v3").mean()),
            "g05": lambda: g.group_by("id6").agg(c("v1", "v2", "v3").sum()),
            "g06": lambda: g.group_by("id4", "id5").agg(m=c("v3").median(), s=c("v3").std()),
            "g07": lambda: g.group_by("id3").agg(r=c("v1").max() - c("v2").min()),
            "g08": lambda: g.group_by("id6").agg(c("v3").top_k(2)).explode("v3"),
            "g09": lambda: g.group_by("id2", "id4").agg(r2=pl.corr("v1", "v2") ** 2),
            "g10": lambda: g.group_by("id1", "id2", "id3", "id4", "id5", "id6").agg(c("v3").sum(), n=pl.len()),
        }[name]()
    if name[0] == "n":
        key = {"n1": "one", "n10": "ten", "nN": "each"}[name]
        return t["plain"].group_by(key).agg(s=c("value").sum(), n=pl.len())
    a, sterling = t["amounts"], c("currency") == "GBP"
    return {
        "d01": lambda: a.filter(sterling, c("kind") == "money", c("published") >= date(2018, 1, 1), c("published") < date(2021, 1, 1))
        .select("doc", "issuer", "published", "amount").sort("amount", "doc", descending=[True, False]).head(100),
        "d02": lambda: a.group_by("issuer", m=c("published").dt.truncate("1mo")).agg(s=c("amount").sum(), n=pl.len(), a=c("amount").mean()),
        "d03": lambda: t["passages"].filter(c("sentence").str.contains("small boat", literal=True)),
        "d04": lambda: t["passages"].filter(c("sentence").str.contains("[£$€][0-9]+([.][0-9]+)? (million|billion|m|bn)")),
        "d05": lambda: a.group_by("issuer").agg(n=c("subject").n_unique()),
        "d06": lambda: a.select("issuer", "doc", "amount", r=c("amount").rank("min", descending=True).over("issuer")).filter(c("r") <= 3),
        "d07": lambda: a.select("doc", "amount").sort("amount", descending=True),
        "d08": lambda: a.filter(c("kind") == "money").join(t["papers"].filter(c("lang") == "en"), on="doc").group_by("source").agg(n=pl.len(), s=c("amount").sum()),
        "d09": lambda: a.filter(sterling, c("amount") > 1000, c("published") >= date(2020, 1, 1)).select(s=c("amount").sum(), n=pl.len()),
        "d10": lambda: a.group_by("kind", "currency").agg(n=pl.len(), s=c("amount").sum(), low=c("amount").min(), high=c("amount").max()),
    }[name]()


class PyArrow:
    def __init__(self, engine, folder):
        import pyarrow

        pyarrow.set_cpu_count(THREADS)

    def file(self, path):
        if path.endswith("jsonl"):
            from pyarrow import json as reader

            return lambda: reader.read_json(path)
        from pyarrow import csv as reader

        return lambda: reader.read_csv(path)


def timed(run, check, runs):
    """Milliseconds of each run, the peak of memory, and the check of the run that warmed up."""
    result = run()
    line = {"check": check(result) if check else None}
    del result
    gc.collect()
    reset_peak()
    line["ms"] = []
    gc.disable()
    for _ in range(runs):
        start = time.perf_counter()
        result = run()
        line["ms"].append((time.perf_counter() - start) * 1000)
        del result
    gc.enable()
    line["peak_mb"] = memory_mb("VmHWM:")
    return line


def main(engine, suite, folder):
    for name in ("POLARS_MAX_THREADS", "OMP_NUM_THREADS", "TOKIO_WORKER_THREADS"):
        os.environ[name] = str(THREADS)
    package = engine.split("-")[0]
    try:
        version = importlib.import_module(package).__version__
        # Results are compared as Arrow tables.
        importlib.import_module("pyarrow")
    except ImportError:
        sys.exit(3)
    kinds = {"duckdb": DuckDB, "polars": Polars, "datafusion": DataFusion, "chdb": ChDB, "pyarrow": PyArrow}
    with open(os.path.join(HERE, "queries.json")) as file:
        plan = json.load(file)[suite]
    peer = kinds[package](engine, folder)
    start = time.perf_counter()
    for name, columns in plan["tables"].items():
        peer.load(name, columns)
    gc.collect()
    print(json.dumps({"version": version, "loaded_s": time.perf_counter() - start, "loaded_mb": memory_mb("VmRSS:")}), flush=True)
    for query in plan["queries"]:
        try:
            if "file" in query:
                line = timed(peer.file(os.path.join(folder, query["file"])), None, 3)
            else:
                line = timed(peer.query(query), lambda result: peer.check(result, query.get("order")), RUNS)
        except Exception as problem:  # one query that fails should not end the others
            line = {"error": f"{type(problem).__name__}: {problem}"[:300]}
        print(json.dumps({"query": query["id"], **line}), flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:4])
