"""The casebook's tables. Columns for what people filter and sort by; the whole value beside them as JSON.

Open `casebook.sqlite` with any SQLite tool: `select category, count(*) from event group by category`.
"""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Float,
    ForeignKey,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
)

# Compared by their bytes everywhere: by names and order of blocks and times linking finds its way.
Exact = Text().with_variant(Text(collation="C"), "postgresql")
VERSION = 3  # 1 kept what linking found in one table, written anew for each report; 2 did not count
metadata = MetaData()

about = Table("casebook", metadata, Column("version", Integer, nullable=False))

capture = Table(
    "capture",
    metadata,
    Column("sha256", String, primary_key=True),
    Column("path", Text, nullable=False),
    Column("document", String, nullable=False, index=True),
)
# The bytes as received, where there is no folder to keep them in.
evidence = Table(
    "evidence",
    metadata,
    Column("sha256", String, primary_key=True),
    Column("suffix", String, nullable=False),
    Column("data", LargeBinary, nullable=False),
)
document = Table(
    "document",
    metadata,
    Column("id", String, primary_key=True),
    Column("path", Text),
    Column("url", Text),
    Column("publisher", Text),
    Column("origin", Text),
    Column("title", Text),
    Column("byline", Text),
    Column("published", Text),
    Column("published_from", Text),
    Column("copy_of", String),
    Column("text", Text, nullable=False),
    Column("record", Text, nullable=False),  # the DocumentRecord as JSON, as coded: linking starts from here
)
event = Table(
    "event",
    metadata,
    Column("id", String, primary_key=True),
    Column("document", String, ForeignKey("document.id", ondelete="CASCADE"), index=True),
    Column("incident", String, index=True),
    Column("category", String),
    Column("mode", String),
    Column("cameo", String),
    Column("actor", Text),
    Column("recipient", Text),
    Column("place", Text),
    Column("lat", Float),
    Column("lon", Float),
    Column("time", Text),
    Column("author", String),
    Column("sentence", Text),
    Column("rule", String),
    Column("json", Text, nullable=False),
)
stance = Table(
    "stance",
    metadata,
    Column("event", String, ForeignKey("event.id", ondelete="CASCADE"), index=True),
    Column("source", Text),
    Column("value", String),
    Column("evidence", Text),
)

# ---------------------------------------------------------------- what the reports say together

incident = Table(
    "incident",
    metadata,
    Column("id", String, primary_key=True),
    Column("told", Exact, nullable=False, index=True),  # when it was first told: the order of incidents
    Column("category", String),
    Column("mode", String),
    Column("headline", Text),
    Column("origins", Integer),
    Column("background", Boolean),
    Column("json", Text, nullable=False),
)
contradiction = Table(
    "contradiction",
    metadata,
    Column("id", String, primary_key=True),
    Column("incident", String, nullable=False, index=True),
    Column("position", Integer, nullable=False),
    Column("field", String),
    Column("scope", String),
    Column("json", Text, nullable=False),
)

# ---------------------------------------------------------------- how linking finds what a report concerns

source = Table(
    "source",
    metadata,
    Column("id", String, primary_key=True),
    Column("day", String, nullable=False),
    Column("publisher", Text),
    Column("wire", Text),
    Column("origin", Text),
    Column("copy_of", String),
    Column("marks", Integer, nullable=False),
)
mark = Table(
    "mark",
    metadata,
    Column("mark", BigInteger, primary_key=True),
    Column("document", String, primary_key=True, index=True),
    sqlite_with_rowid=False,
)
repeat = Table(  # both ways round
    "repeat",
    metadata,
    Column("document", String, primary_key=True),
    Column("other", String, primary_key=True),
)
block = Table(
    "block",
    metadata,
    Column("name", Exact, primary_key=True),
    Column("size", Integer, nullable=False),
    sqlite_with_rowid=False,
)
mention = Table(
    "mention",
    metadata,
    Column("event", String, primary_key=True),
    Column("document", String, nullable=False, index=True),
    Column("told", Exact, nullable=False),
    Column("block", Exact, nullable=False, index=True),
    Column("category", String, nullable=False),
    Column("mode", String),
    Column("stem", Text, nullable=False),
    Column("trigger", Text, nullable=False),
    Column("sentence", String, nullable=False),
    Column("actors", Text, nullable=False),
    Column("recipients", Text, nullable=False),
    Column("first", Integer),
    Column("last", Integer),
    Column("background", Boolean, nullable=False),
    Column("bare", Boolean, nullable=False),
    Column("place", Text),
    Column("place_id", String),
    Column("country", String),
    Column("wide", Boolean, nullable=False),
    Column("counted", String),
    Column("least", Float),
    Column("most", Float),
    Column("own", Boolean, nullable=False),
    Column("incident", String, index=True),
)

failure = Table(
    "failure",
    metadata,
    Column("path", Text, nullable=False),
    Column("step", String, nullable=False),
    Column("message", Text, nullable=False),
    Column("transient", Integer, nullable=False),
)
# Append-only: nothing that a person decided is erased.
decision = Table(
    "decision",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("who", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("what", String, nullable=False),
    Column("target", String, nullable=False, index=True),
    Column("json", Text, nullable=False),
)
