"""The casebook's tables. Columns for what people filter and sort by; the whole value beside them as JSON.

Open `casebook.sqlite` with any SQLite tool: `select category, count(*) from event group by category`.
"""

from __future__ import annotations

from sqlalchemy import Column, Float, ForeignKey, Index, Integer, MetaData, String, Table, Text

VERSION = 1
metadata = MetaData()

about = Table("casebook", metadata, Column("version", Integer, nullable=False))

capture = Table(
    "capture",
    metadata,
    Column("sha256", String, primary_key=True),
    Column("path", Text, nullable=False),
    Column("document", String, nullable=False, index=True),
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
# What looks at all documents at once is written anew whenever a document is added.
linked = Table(
    "linked",
    metadata,
    Column(
        "kind", String, nullable=False
    ),  # incidents, contradictions, reactions, relations, expectations, unknowns, documents
    Column("position", Integer, nullable=False),
    Column("id", String),
    Column("json", Text, nullable=False),
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
Index("linked_kind", linked.c.kind, linked.c.position)
