"""A database is made ready once, and nothing is told of its password."""

import sqlite3
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path

import pytest
from databases import sqlite
from sqlalchemy import select, update

from qa.errors import QAError
from qa.web.store import connecting
from qa.web.store.connecting import Store, UnavailableError, opened
from qa.web.store.tables import VERSION, dismissals, versions


@pytest.fixture
def store(database: str) -> Iterator[Store]:
    store = opened(database)
    yield store
    store.close()


def test_a_database_is_made_ready_when_it_is_opened_first(database: str) -> None:
    for _ in range(2):
        store = opened(database)
        with store.begin() as connection:
            assert connection.execute(select(versions.c.version)).scalars().all() == [VERSION]
            assert connection.execute(select(dismissals)).all() == []
        store.close()


def test_several_servers_may_start_at_once(database: str) -> None:
    with ThreadPoolExecutor(4) as threads:
        stores = list(threads.map(opened, [database] * 4))
    with stores[0].begin() as connection:
        assert len(connection.execute(select(versions)).all()) == 1
    for store in stores:
        store.close()


def test_tables_of_another_version_are_left_alone(store: Store, database: str) -> None:
    with store.begin() as connection:
        connection.execute(update(versions).values(version=99))
    with pytest.raises(QAError, match="version 99, not 1"):
        opened(database)


def test_what_fails_is_not_kept(store: Store) -> None:
    with suppress(ZeroDivisionError), store.begin() as connection:
        connection.execute(update(versions).values(version=99))
        raise ZeroDivisionError
    with store.begin() as connection:
        assert connection.execute(select(versions.c.version)).scalar() == VERSION


@pytest.mark.parametrize(
    "url",
    [
        "postgresql://anna:s3cret@127.0.0.1:1/qa",
        "postgresql://anna:s3cret@127.0.0.1:1/qa?sslmode=verify-full",
        "mysql://anna:s3cret@127.0.0.1/qa",
        "anna:s3cret",
    ],
)
def test_a_password_is_never_told(url: str) -> None:
    with pytest.raises(QAError) as caught:
        opened(url)
    assert "s3cret" not in f"{caught.value.message} {caught.value.hint}"


def test_a_file_that_is_no_database_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "serve.db").write_text("This is an article and no database at all.\n" * 50)
    with pytest.raises(QAError, match="cannot be opened: file is not a database"):
        opened(sqlite(tmp_path))


def test_a_database_that_is_locked_does_not_answer(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connecting, "_SECONDS", 0.1)
    store = opened(sqlite(tmp_path))
    other = sqlite3.connect(tmp_path / "serve.db", isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    with pytest.raises(UnavailableError, match="locked"), store.begin():
        pass
    other.close()
    with pytest.raises(UnavailableError, match="a moment ago"), store.begin():
        pass
    monkeypatch.setattr(store, "_resting", 0.0)
    with store.begin() as connection:
        assert connection.execute(select(dismissals)).all() == []
    store.close()


def test_the_usual_place_is_the_users_folder_of_data(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("QA_DATA_DIR", raising=False)
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert connecting.usual() == f"sqlite:///{tmp_path}/qa/serve.db"
    opened(connecting.usual()).close()
    assert (tmp_path / "qa").stat().st_mode & 0o077 == 0
    monkeypatch.setenv("QA_DATA_DIR", "/var/lib/qa")
    assert connecting.usual() == "sqlite:////var/lib/qa/serve.db"
