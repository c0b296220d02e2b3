"""What the tests of reading share: the codebook's tables for layout."""

import pytest

from dateline.codebook.layout import Layout, read_layout
from dateline.codebook.tables import Tables


@pytest.fixture(scope="session")
def layout() -> Layout:
    tables = Tables()
    vocabulary = read_layout(tables)
    assert tables.problems == []
    return vocabulary
