from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from emcal.register.sqlite import SqliteStorage
from emcal.register.storage import Storage
from tests.register.contract import StorageContract
from tests.register.memory import MemoryStorage


class TestSqliteStorage(StorageContract):
    @pytest.fixture
    def storage(self, tmp_path: Path) -> Iterator[Storage]:
        storage = SqliteStorage(str(tmp_path / "emcal.db"), write=True)
        yield storage
        storage.close()


class TestMemoryStorage(StorageContract):
    @pytest.fixture
    def storage(self) -> Storage:
        return MemoryStorage()
