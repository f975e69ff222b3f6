"""What many tests need: the real tools, loaded once, and the examples as coded by them."""

from __future__ import annotations

from pathlib import Path

import hypothesis
import pytest

from whosays import ingest, pipeline
from whosays.config import Settings
from whosays.lexicon import Lexicon
from whosays.pipeline import Tools
from whosays.record.document import Failure
from whosays.record.reading import Reader
from whosays.record.whole import DocumentRecord, Record

# How long an example takes says nothing on a busy machine; speed is measured in bench/.
hypothesis.settings.register_profile("unhurried", deadline=None)
hypothesis.settings.load_profile("unhurried")

EXAMPLES = Path(__file__).parent.parent / "examples" / "reports"


@pytest.fixture(scope="session")
def tools() -> Tools:
    """Model, lexicon and world, as shipped."""
    return pipeline.load_tools(Settings(threads=1))


@pytest.fixture(scope="session")
def reader(tools: Tools) -> Reader:
    return tools.reader


@pytest.fixture(scope="session")
def lexicon(tools: Tools) -> Lexicon:
    return tools.lexicon


@pytest.fixture(scope="session")
def example_documents(tools: Tools) -> tuple[DocumentRecord, ...]:
    """The records of the example reports, one by one."""
    results = list(pipeline.code_reports(ingest.captures([EXAMPLES]), tools))
    assert not [result for result in results if isinstance(result, Failure)]
    return tuple(result[1] for result in results if not isinstance(result, Failure))


@pytest.fixture(scope="session")
def example_record(example_documents: tuple[DocumentRecord, ...]) -> Record:
    """The examples, linked."""
    return pipeline.understand(example_documents)
