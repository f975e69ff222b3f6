"""The command line: reports in, a casebook and a brief out; and ways to look at what was coded.

Commands import what they need when they run, so that `--help` answers at once.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from whosays.errors import WhosaysError

if TYPE_CHECKING:
    from whosays.config import Settings
    from whosays.record.event import Event
    from whosays.record.span import Span
    from whosays.record.whole import Record
    from whosays.record.world import Candidate

app = typer.Typer(
    name="whosays",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode="markdown",
    context_settings={"help_option_names": ["-h", "--help"]},
    help="Reads news reports and records who did what to whom, where and when, **and who says so**.",
)

ReportPaths = Annotated[list[Path], typer.Argument(metavar="REPORT...", help="HTML or text files, or folders of them.")]
CasebookPath = Annotated[
    str, typer.Argument(metavar="CASEBOOK", help="The folder that `whosays brief` left, or a postgresql:// address.")
]
FormatName = Annotated[str, typer.Option("--format", "-f", help="json (everything), jsonl or csv (the events).")]
OutputFile = Annotated[Path | None, typer.Option("--output", "-o", help="A file; standard output if not given.")]
OutputFolder = Annotated[
    str,
    typer.Option(
        "--output", "-o", metavar="DIR", help="The casebook's folder, made if new; or a postgresql:// address."
    ),
]
SettingsFile = Annotated[
    Path | None, typer.Option("--config", help="Settings as TOML (`model`, `actors`, `threads`, `batch`).")
]
ActorsFile = Annotated[Path | None, typer.Option("--actors", help="A TSV of your own actors; its entries win.")]
Title = Annotated[str | None, typer.Option("--title", help="The brief's title; the leading incident's if not given.")]


def _show_version(asked: bool) -> None:  # noqa: FBT001 - typer calls it
    from importlib.metadata import version

    if asked:
        sys.stdout.write(f"whosays {version('whosays')}\n")
        raise typer.Exit


Version = Annotated[
    bool, typer.Option("--version", help="Show the version and exit.", callback=_show_version, is_eager=True)
]


@app.callback()
def _whosays(*, version: Version = False) -> None:
    """What is asked of whosays itself."""


@app.command()
def brief(
    reports: ReportPaths,
    output: OutputFolder = "casebook",
    title: Title = None,
    actors: ActorsFile = None,
    config: SettingsFile = None,
) -> None:
    """Read reports into a casebook and write its brief, DIR/brief.html.

    Reports that the casebook already has are not read again, so a run that was interrupted can be repeated.

    Examples:

        whosays brief examples/reports

        whosays brief monday/ tuesday/ statement.html -o border-incident --title "The border incident"
    """
    from datetime import UTC, datetime

    from whosays import pipeline, publish
    from whosays.casebook import Casebook, write_whole

    settings = _settings(config, actors)
    with Casebook.open(output, create=True) as casebook, _progress(reports) as on_done:
        record = pipeline.fill(casebook, reports, settings, on_done)
        page = casebook.folder / "brief.html"
    write_whole(page, publish.brief(record, title=title, coded_on=datetime.now(UTC).date().isoformat()))
    _say(publish.summary(record))
    if not record.documents:
        _stop("nothing could be read; see the reasons above", status=1)
    _say(f"[bold]{page}[/bold] is ready to open or send on.")


@app.command()
def add(
    reports: ReportPaths,
    output: OutputFolder = "casebook",
    actors: ActorsFile = None,
    config: SettingsFile = None,
) -> None:
    """Read reports into a casebook as `brief` does, and write no brief: for large casebooks that grow by the day.

    Example:

        whosays add today/ -o border-incident
    """
    from whosays import pipeline
    from whosays.casebook import Casebook

    settings = _settings(config, actors)
    with Casebook.open(output, create=True) as casebook, _progress(reports) as on_done:
        failures = pipeline.add(casebook, reports, settings, on_done)
        some = bool(casebook.known())
    for failure in failures:
        _say(f"{failure.path}: {failure.message}")
    if not some:
        _stop("nothing could be read; see the reasons above", status=1)


@app.command()
def export(
    casebook: CasebookPath,
    output_format: FormatName = "json",
    output: OutputFile = None,
    acled: Annotated[bool, typer.Option("--acled", help="With csv: also the dead as ACLED would count them.")] = False,  # noqa: FBT002
) -> None:
    """Write a casebook's record for other tools.

    Examples:

        whosays export casebook --format csv -o events.csv

        whosays export casebook --format csv --acled -o events.csv

        whosays export casebook --format jsonl | jq .trigger.text
    """
    import io

    from whosays import publish
    from whosays.casebook import write_whole

    if output_format not in publish.FORMATS:
        _stop(f"no such format: {output_format}; there are {', '.join(publish.FORMATS)}")
    if acled and output_format != "csv":
        _stop("--acled adds a column to the table; say --format csv too")
    text = io.StringIO()
    publish.write_export(_record(casebook), output_format, text, acled=acled)
    if output is None:
        sys.stdout.write(text.getvalue())
    else:
        write_whole(output, text.getvalue())


@app.command()
def explain(
    casebook: CasebookPath,
    event: Annotated[str, typer.Argument(metavar="EVENT", help="An event's id, or the beginning of one.")],
    *,
    weighed: Annotated[
        bool,
        typer.Option(
            "--weighed",
            help="Also what the words for places, pronouns and nouns may stand for, with scores; reads the report again.",
        ),
    ] = False,
    actors: ActorsFile = None,
    config: SettingsFile = None,
) -> None:
    """Tell why an event was coded: the sentence, the rule or score, and the evidence of each role and stance.

    Examples:

        whosays explain casebook 3f9a

        whosays explain casebook 3f9a --weighed
    """
    from whosays import publish

    record = _record(casebook)
    try:
        _say(publish.explain(record, event, _weighed(record, _settings(config, actors)) if weighed else None))
    except LookupError as error:
        _stop(str(error.args[0]))


def _weighed(record: Record, settings: Settings) -> Callable[[Event], list[tuple[Span, list[Candidate]]]]:
    """What the words of an event's place, participants and sources may stand for."""
    from whosays import pipeline

    documents = {document.id: document for document in record.documents}

    def weighed(event: Event) -> list[tuple[Span, list[Candidate]]]:
        found = pipeline.weigher(documents[event.document], pipeline.load_tools(settings))
        places = [(event.place.span, found.places(event.place.span))] if event.place is not None else []
        sources = [stance.source for stance in event.stances if stance.source is not None]
        spans = dict.fromkeys(one.span for one in (*event.actor, *event.recipient, *sources))
        return [*places, *((span, found.parties(span)) for span in spans)]

    return weighed


@app.command()
def watch(
    casebook: CasebookPath,
    *,
    settled: Annotated[bool, typer.Option("--all", help="Also what was met or withdrawn.")] = False,
) -> None:
    """List what the reports say is to come, by due date: announced, promised, threatened, demanded.

    Examples:

        whosays watch casebook

        whosays watch casebook --all
    """
    from whosays import publish

    _say(publish.watchlist(_record(casebook), settled=settled))


@app.command()
def schema() -> None:
    """Print the record's JSON Schema.

    Example:

        whosays schema > record.schema.json
    """
    import json

    from whosays.record.schema import schema as record_schema

    sys.stdout.write(json.dumps(record_schema(), indent=1, ensure_ascii=False) + "\n")


def _settings(config: Path | None, actors: Path | None) -> Settings:
    from dataclasses import replace

    from whosays.config import load_settings

    settings = load_settings(config)
    return settings if actors is None else replace(settings, actors=actors)


def _record(where: str) -> Record:
    from whosays import pipeline
    from whosays.casebook import Casebook

    with Casebook.open(where) as casebook:
        return pipeline.read(casebook)


@contextmanager
def _progress(reports: list[Path]) -> Iterator[Callable[[str], None]]:
    """Show on standard error which report was just finished with, how many of all there were, and the time it takes."""
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TextColumn,
        TimeElapsedColumn,
        TimeRemainingColumn,
    )

    from whosays import ingest

    columns = (
        BarColumn(20),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        TimeRemainingColumn(),
        TextColumn("{task.description}", markup=False),
    )
    console = Console(stderr=True)
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as progress:
        task = progress.add_task("loading the model", total=ingest.count(reports))
        yield lambda path: progress.update(task, advance=1, description=Path(path).name)


def _say(what: object) -> None:
    from rich.console import Console

    Console(highlight=False).print(what)


def _stop(message: str, *, status: int = 2) -> NoReturn:
    from rich.console import Console

    Console(stderr=True, highlight=False).print(f"[bold]whosays:[/bold] {message}", markup=True)
    raise typer.Exit(status)


def _write_any_sign() -> None:
    """Into files and pipes UTF-8 and line ends as they are, whatever the system is set to; on a screen that lacks a sign, "?"."""
    for stream in (sys.stdout, sys.stderr):
        if not isinstance(stream, TextIOWrapper):
            continue
        if stream.isatty():
            stream.reconfigure(errors="replace")
        else:
            stream.reconfigure(encoding="utf-8", newline="")


def main() -> None:
    """Run the command line; an error that was foreseen becomes one line and exit status 2."""
    _write_any_sign()
    try:
        app()
    except WhosaysError as error:
        sys.stderr.write(f"whosays: {error}\n")
        raise SystemExit(2) from error
