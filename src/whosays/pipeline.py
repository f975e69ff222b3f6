"""The whole path of a report on one screen: start reading here.

    bytes ─ ingest ─▶ Capture ─ extract ─▶ Document ─ reader ─▶ Reading ─ coding ─▶ Coded ─ resolve ─▶ DocumentRecord
    all DocumentRecords ─ link ─▶ incidents, origins, contradictions ─ situation ─▶ Record

The first line is per document and knows no other document; the second looks at all of them at once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from itertools import islice
from pathlib import Path

from whosays import coding, extract, ingest, lexicon, link, reader, resolve, situation
from whosays.casebook import Casebook
from whosays.config import Settings
from whosays.errors import DocumentError
from whosays.lexicon import Lexicon
from whosays.record.document import Capture, Document, Failure
from whosays.record.reading import Reader, Reading
from whosays.record.whole import DocumentRecord, Record
from whosays.resolve import Weigher, World

Found = Capture | Failure
Result = tuple[Capture, DocumentRecord] | Failure


@dataclass(frozen=True, slots=True, kw_only=True)
class Tools:
    """What the path needs and loads once: the model, the knowledge of words, the knowledge of the world."""

    reader: Reader
    lexicon: Lexicon
    world: World


def load_tools(settings: Settings) -> Tools:
    """Load model, lexicon and world; about a second."""
    return Tools(
        reader=reader.load(settings.model, threads=settings.threads),
        lexicon=lexicon.load(),
        world=resolve.load_world(settings.actors),
    )


def code_reports(captures: Iterable[Found], tools: Tools, *, batch: int = 16) -> Iterator[Result]:
    """Take reports from bytes to their own records, a batch at a time; what fails comes out as a `Failure`."""
    stream = iter(captures)
    while group := list(islice(stream, batch)):
        read: list[tuple[Capture, Document]] = []
        for capture in group:
            if isinstance(capture, Failure):
                yield capture
                continue
            try:
                read.append((capture, extract.extract(capture)))
            except DocumentError as error:
                yield Failure(path=capture.path, step="extract", message=str(error), transient=error.transient)
        readings = tools.reader.read([document for _, document in read])
        for (capture, _), reading in zip(read, readings, strict=True):
            yield _code_one(capture, reading, tools)


def _code_one(capture: Capture, reading: Reading, tools: Tools) -> Result:
    try:
        reading = coding.prepare(reading, tools.lexicon)
        coded = coding.code_prepared(reading, tools.lexicon)
        return capture, resolve.resolve(reading, coded, tools.world)
    except Exception as error:  # noqa: BLE001 - one report's surprise must not cost the others theirs; it is reported
        return Failure(path=capture.path, step="coding", message=f"{type(error).__name__}: {error}")


def oddities(document: Document, today: date) -> Iterator[str]:
    """What was odd about a report that was read all the same; a day's grace for time zones."""
    yield from document.notes
    stated = document.day
    if len(stated) == len("2025-01-12") and date.fromisoformat(stated) > today + timedelta(days=1):
        yield f"the stated date of publication, {stated}, is in the future"


def understand(records: Sequence[DocumentRecord]) -> Record:
    """Look at all documents at once: origins, incidents, contradictions, reactions, ties, what is to come."""
    return situation.assess(records, link.link(records))


def weigher(document: Document, tools: Tools) -> Weigher:
    """Answers what else the words of a report may have stood for; the report is read again for it."""
    (reading,) = tools.reader.read([document])
    reading = coding.prepare(reading, tools.lexicon)
    return resolve.weigher(reading, coding.code_prepared(reading, tools.lexicon), tools.world)


def fill(casebook: Casebook, paths: Sequence[Path], settings: Settings, on_done: Callable[[str], None]) -> Record:
    """Add reports to a casebook and read the whole of it."""
    add(casebook, paths, settings, on_done)
    return read(casebook)


def add(casebook: Casebook, paths: Sequence[Path], settings: Settings, on_done: Callable[[str], None]) -> list[Failure]:
    """Add reports to a casebook, each linked with what is there in a transaction of its own; what could not be read.

    Reports that the casebook has (by the hash of their bytes) are not read again, so an interrupted run goes on where
    it stopped. `on_done` is called with each report's path when it is finished with, or known.
    """
    casebook.catch_up(link.update)
    casebook.forget_missing()
    new = _new(ingest.captures(paths), casebook.known(), on_done)
    failures = []
    for result in code_reports(new, load_tools(settings), batch=settings.batch):
        if isinstance(result, Failure):
            failures.append(result)
        on_done(_keep(casebook, result))
    return failures


def _new(found: Iterable[Found], known: frozenset[str], on_done: Callable[[str], None]) -> Iterator[Found]:
    """What the casebook does not have yet."""
    for item in found:
        if isinstance(item, Capture) and item.sha256 in known:
            on_done(item.path)
        else:
            yield item


def _keep(casebook: Casebook, result: Result) -> str:
    """Keep a report, linked with those that it concerns, or why it could not be read; its path."""
    if isinstance(result, Failure):
        casebook.add_failure(result)
        return result.path
    capture, found = result
    held = casebook.path_of(found.document.id)
    if held in {None, capture.path}:
        casebook.add(capture, found, link.update)
        notes = list(oddities(found.document, datetime.now(UTC).date()))
    else:
        casebook.add_copy(capture, found.document.id)
        notes = [f"the same text as {held}; kept once"]
    if notes:
        casebook.add_failure(Failure(path=capture.path, step="note", message="; ".join(notes)))
    return capture.path


def read(casebook: Casebook) -> Record:
    """A casebook's whole record: what its reports say, what linking found, and what follows from the two."""
    casebook.catch_up(link.update)
    records = list(casebook.document_records())
    record = situation.assess(records, casebook.linked(records))
    return replace(record, decisions=casebook.decisions(), failures=casebook.failures())
