"""What there is, is documented: every command and option, every setting, every column; and the README's own claims."""

from __future__ import annotations

import re
import tomllib
from dataclasses import fields
from pathlib import Path

import pytest
import typer

from whosays.casebook.tables import metadata
from whosays.cli import app
from whosays.config import Settings
from whosays.publish.export import COLUMNS, FATALITIES
from whosays.record.whole import Record

ROOT = Path(__file__).parent.parent
USING = (ROOT / "docs" / "using.md").read_text(encoding="utf-8")
RECORD = (ROOT / "docs" / "record.md").read_text(encoding="utf-8")
README = (ROOT / "README.md").read_text(encoding="utf-8")
COMMANDS = typer.main.get_command(app).commands  # type: ignore[attr-defined]


@pytest.mark.parametrize("command", sorted(COMMANDS))
def test_every_command_and_option_is_documented(command: str) -> None:
    assert f"whosays {command}" in USING
    for parameter in COMMANDS[command].params:
        if parameter.param_type_name == "option" and parameter.name != "help":
            assert any(option in USING for option in parameter.opts), parameter.opts


def test_every_setting_is_documented() -> None:
    for field in fields(Settings):
        assert f"| `{field.name}` |" in USING


def test_every_column_is_documented() -> None:
    for column in (*COLUMNS, FATALITIES):
        assert f"`{column}`" in RECORD


def test_every_table_of_a_casebook_is_documented() -> None:
    told = RECORD.split("## The casebook's tables")[1]
    for table in metadata.tables:
        assert f"`{table}`" in told


def test_every_list_of_the_record_is_documented() -> None:
    for field in fields(Record):
        assert f"`{field.name}`" in RECORD


@pytest.mark.parametrize(
    "file", ["README.md", "CONTRIBUTING.md", *sorted(str(p.relative_to(ROOT)) for p in (ROOT / "docs").glob("*.md"))]
)
def test_links_to_files_lead_somewhere(file: str) -> None:
    text = (ROOT / file).read_text(encoding="utf-8")
    for target in re.findall(r"\]\(([^)#]+)[^)]*\)", text):
        if not target.startswith("http"):
            assert ((ROOT / file).parent / target).exists(), target


def test_the_readme_has_two_commands() -> None:
    assert re.findall(r"^```sh (\w+)$", README, re.MULTILINE) == ["first", "second"]


def test_every_floor_has_a_runner() -> None:
    for task in tomllib.loads((ROOT / "bench" / "tasks.toml").read_text(encoding="utf-8"))["task"]:
        assert (ROOT / "bench" / task["runner"] / "run.py").is_file()
