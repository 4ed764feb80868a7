"""The tables, and the version that tells whether a database has them as they are here."""

from datetime import UTC, datetime

from sqlalchemy import JSON, Column, Integer, MetaData, String, Table, Text, UniqueConstraint

VERSION = 1

metadata = MetaData()

versions = Table("qa_version", metadata, Column("version", Integer, primary_key=True))

# Nowhere is "", which may be unique where NULL may not.
dismissals = Table(
    "qa_dismissals",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("at", String(32), nullable=False),
    Column("fingerprint", String(16), nullable=False),
    Column("check", String(200), nullable=False),
    Column("reason", String(32), nullable=False),
    Column("entry", String(200)),
    Column("text", Text, nullable=False),
    Column("comment", Text, nullable=False),
    Column("article", String(200), nullable=False),
    Column("user", String(100)),
    UniqueConstraint("fingerprint", "article", name="qa_dismissed_once"),
)

proposals = Table(
    "qa_proposals",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("at", String(32), nullable=False),
    Column("phrase", String(200), nullable=False),
    Column("replacements", JSON, nullable=False),
    Column("why", Text, nullable=False),
    Column("language", String(40), nullable=False),
    Column("severity", String(16), nullable=False),
    Column("user", String(100)),
    Column("status", String(16), nullable=False),
    Column("keeper", String(100)),
    Column("remark", Text, nullable=False),
    Column("decided", String(32)),
)


def now() -> str:
    """Return the time as the tables keep it."""
    return datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
