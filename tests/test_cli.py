"""The command line, run as a person runs it."""

from __future__ import annotations

import csv
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

EXAMPLES = Path(__file__).parent.parent / "examples" / "reports"


def whosays(*args: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "whosays", *map(str, args)]
    return subprocess.run(command, cwd=cwd, capture_output=True, text=True, encoding="utf-8", timeout=300, check=False)


@pytest.fixture(scope="module")
def casebook(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("run")
    done = whosays("brief", EXAMPLES, "-o", "lake", cwd=folder)
    assert done.returncode == 0, done.stderr
    return folder / "lake"


def test_brief_leaves_a_casebook_and_a_page(casebook: Path) -> None:
    assert (casebook / "casebook.sqlite").is_file()
    page = (casebook / "brief.html").read_text(encoding="utf-8")
    assert "Migingo" in page
    assert "http://" not in page.replace("http://www.w3.org", "")  # nothing is fetched when it is opened


def test_evidence_is_kept_as_received(casebook: Path) -> None:
    kept = {path.read_bytes() for path in (casebook / "evidence").iterdir()}
    assert {path.read_bytes() for path in EXAMPLES.glob("0*")} <= kept


def test_the_summary_counts_reports_and_names_who_speaks(tmp_path: Path) -> None:
    done = whosays("brief", EXAMPLES, cwd=tmp_path)
    assert "6 reports" in done.stdout
    assert "Uganda" in done.stdout


def test_a_second_run_reads_nothing_again_and_changes_nothing(casebook: Path) -> None:
    before = whosays("export", casebook, cwd=casebook.parent).stdout
    done = whosays("brief", EXAMPLES, "-o", casebook, cwd=casebook.parent)
    assert done.returncode == 0
    assert whosays("export", casebook, cwd=casebook.parent).stdout == before


def test_reports_that_are_added_one_by_one_give_the_same_record_as_all_at_once(casebook: Path, tmp_path: Path) -> None:
    reports = sorted(path for path in EXAMPLES.iterdir() if path.suffix != ".json")
    for some in (reports[3:], reports[:3]):
        done = whosays("add", *some, "-o", "lake", cwd=tmp_path)
        assert done.returncode == 0, done.stderr
    one, other = (json.loads(whosays("export", path, cwd=tmp_path).stdout) for path in (casebook, tmp_path / "lake"))
    for kind in ("incidents", "contradictions", "reactions", "events"):
        assert other[kind] == one[kind]


def test_json_export_has_the_lists_of_the_record(casebook: Path) -> None:
    record = json.loads(whosays("export", casebook, cwd=casebook.parent).stdout)
    assert {"documents", "events", "attributions", "incidents", "contradictions", "reactions"} <= record.keys()
    assert len(record["documents"]) == 6


def test_csv_export_opens_as_a_table_with_one_row_an_event(casebook: Path) -> None:
    done = whosays("export", casebook, "--format", "csv", "-o", "events.csv", cwd=casebook.parent)
    assert done.returncode == 0, done.stderr
    with (casebook.parent / "events.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    events = json.loads(whosays("export", casebook, cwd=casebook.parent).stdout)["events"]
    assert len(rows) == len(events)


def test_explain_names_the_rule_and_shows_the_sentence(casebook: Path) -> None:
    event = json.loads(whosays("export", casebook, cwd=casebook.parent).stdout)["events"][0]
    done = whosays("explain", casebook, event["id"], cwd=casebook.parent)
    assert done.returncode == 0, done.stderr
    assert event["why"]["rule"] in done.stdout


def test_explain_shows_what_was_weighed_the_chosen_place_first(casebook: Path) -> None:
    events = json.loads(whosays("export", casebook, cwd=casebook.parent).stdout)["events"]
    event = next(one for one in events if one["place"] and one["place"]["id"])
    done = whosays("explain", casebook, event["id"], "--weighed", cwd=casebook.parent)
    assert done.returncode == 0, done.stderr
    lines = done.stdout.splitlines()
    (heading,) = [at for at, line in enumerate(lines) if line.startswith("weighed")]
    assert event["place"]["name"] in lines[heading + 1]
    assert "weighed" not in whosays("explain", casebook, event["id"], cwd=casebook.parent).stdout


def test_watch_lists_what_is_to_come_by_due_date_each_thing_once(casebook: Path) -> None:
    done = whosays("watch", casebook, cwd=casebook.parent)
    days = re.findall(r"^(\d{4}-\d\d-\d\d)", done.stdout, re.MULTILINE)
    assert days
    assert days == sorted(days)
    assert done.stdout.count("border post") == 1
    assert "overdue" in done.stdout


def test_watch_shows_what_was_met_only_when_asked(casebook: Path) -> None:
    record = json.loads(whosays("export", casebook, cwd=casebook.parent).stdout)
    settled = [one for one in record["expectations"] if one["outcome"] in {"met", "withdrawn"}]
    short, long = (whosays("watch", casebook, *more, cwd=casebook.parent).stdout for more in ((), ("--all",)))
    assert (long != short) == bool(settled)


def test_explain_of_an_unknown_event_is_one_helpful_line(casebook: Path) -> None:
    done = whosays("explain", casebook, "zzzz", cwd=casebook.parent)
    assert done.returncode == 2
    assert "zzzz" in done.stderr
    assert "Traceback" not in done.stderr


def test_schema_is_json_schema(tmp_path: Path) -> None:
    schema = json.loads(whosays("schema", cwd=tmp_path).stdout)
    assert schema["$schema"].startswith("https://json-schema.org/")


def test_nothing_readable_is_exit_status_one_and_says_why(tmp_path: Path) -> None:
    (tmp_path / "empty.html").write_bytes(b"")
    (tmp_path / "picture.html").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20)
    done = whosays("brief", "empty.html", "picture.html", "not-there.txt", cwd=tmp_path)
    assert done.returncode == 1
    for name in ("empty.html", "picture.html", "not-there.txt"):
        assert name in done.stdout
    assert "Traceback" not in done.stderr


def test_one_bad_report_does_not_cost_the_others_theirs(tmp_path: Path) -> None:
    (tmp_path / "broken.html").write_bytes(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n")
    done = whosays("brief", "broken.html", EXAMPLES / "01.html", cwd=tmp_path)
    assert done.returncode == 0
    assert "broken.html" in done.stdout
    assert "1 report" in done.stdout


def test_the_same_text_on_two_pages_is_kept_once_and_noted(tmp_path: Path) -> None:
    story = "Peru's army shelled a village near Puno on Monday, the mayor said. Two farmers were killed in the attack."
    for name, chrome in (("a", ""), ("b", "<nav>Home</nav>")):
        page = f"<html><body>{chrome}<article><p>{story}</p></article></body></html>"
        (tmp_path / f"{name}.html").write_text(page, encoding="utf-8")
    done = whosays("brief", "a.html", "b.html", cwd=tmp_path)
    assert "1 report" in done.stdout
    assert "note: b.html: the same text as a.html" in done.stdout
    record = json.loads(whosays("export", "casebook", cwd=tmp_path).stdout)
    assert [one["path"] for one in record["documents"]] == ["a.html"]
    assert whosays("brief", "a.html", "b.html", cwd=tmp_path).stdout == done.stdout


def test_all_that_was_odd_about_a_report_is_noted(tmp_path: Path) -> None:
    head = '<meta property="article:published_time" content="2099-01-01">'
    page = f"<html><head>{head}</head><body><article><p>Peru's army shelled S\xe3o P\xe9rez. The mayor said that nobody was hurt.</p>"
    (tmp_path / "odd.html").write_bytes(page.encode("windows-1252"))
    done = whosays("brief", "odd.html", cwd=tmp_path).stdout
    assert "windows-1252" in done
    assert "2099-01-01" in done


def test_a_folder_that_is_no_casebook_is_named_and_left_alone(tmp_path: Path) -> None:
    done = whosays("export", tmp_path, cwd=tmp_path)
    assert done.returncode == 2
    assert str(tmp_path.name) in done.stderr
    assert not list(tmp_path.iterdir())


def test_an_unknown_format_lists_those_that_there_are(casebook: Path) -> None:
    done = whosays("export", casebook, "--format", "xlsx", cwd=casebook.parent)
    assert done.returncode == 2
    assert "csv" in done.stderr


def test_acleds_count_is_not_left_out_silently(casebook: Path) -> None:
    done = whosays("export", casebook, "--acled", cwd=casebook.parent)
    assert done.returncode == 2
    assert "--format csv" in done.stderr


def test_a_folder_given_for_a_file_is_one_helpful_line(casebook: Path) -> None:
    done = whosays("export", casebook, "-o", casebook, cwd=casebook.parent)
    assert done.returncode == 2
    assert len(done.stderr.splitlines()) == 1


def test_what_is_piped_is_utf_8_whatever_the_system_is_set_to(casebook: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONIOENCODING", "cp1252")
    event = whosays("export", casebook, "--format", "csv", cwd=casebook.parent).stdout.splitlines()[1].split(",")[0]
    done = whosays("explain", casebook, event, cwd=casebook.parent)
    assert done.returncode == 0, done.stderr
    assert "●" in done.stdout


def test_the_version_is_told(tmp_path: Path) -> None:
    assert re.fullmatch(r"whosays \d+\.\d+\.\d+\n", whosays("--version", cwd=tmp_path).stdout)


def test_help_has_an_example_for_every_command(tmp_path: Path) -> None:
    for command in ("brief", "add", "export", "explain", "watch", "schema"):
        assert f"whosays {command} " in whosays(command, "--help", cwd=tmp_path).stdout
