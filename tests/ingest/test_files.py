"""Files and folders become captures; what cannot be had says so, and the rest goes on."""

from __future__ import annotations

import json
from pathlib import Path

from whosays.ingest import captures, count
from whosays.record.document import Capture, Failure


def test_a_folder_is_read_in_the_order_of_its_names_and_hidden_files_are_left(tmp_path: Path) -> None:
    for name in ("b.txt", "a.html", ".hidden.txt", "picture.png"):
        (tmp_path / name).write_text(name)
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "c.md").write_text("c")
    assert [Path(one.path).name for one in captures([tmp_path])] == ["a.html", "b.txt", "c.md"]


def test_a_document_that_is_not_read_is_named_and_told_how_it_would_be(tmp_path: Path) -> None:
    for name in ("a.html", "b.PDF", "c.docx"):
        (tmp_path / name).write_text(name)
    read, *failures = captures([tmp_path])
    assert isinstance(read, Capture)
    assert [Path(one.path).name for one in failures] == ["b.PDF", "c.docx"]
    assert all(isinstance(one, Failure) and "save it as" in one.message for one in failures)


def test_a_folder_without_reports_says_so(tmp_path: Path) -> None:
    (tmp_path / "picture.png").write_text("x")
    (found,) = captures([tmp_path])
    assert isinstance(found, Failure)
    assert "holds no reports" in found.message
    assert ".html" in found.message


def test_what_came_of_reports_is_no_report(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text("a")
    (tmp_path / "casebook" / "evidence").mkdir(parents=True)
    for name in ("casebook.sqlite", "brief.html", "evidence/0.html"):
        (tmp_path / "casebook" / name).write_text(name)
    assert [Path(one.path).name for one in captures([tmp_path])] == ["a.html"]
    (alone,) = captures([tmp_path / "casebook"])
    assert isinstance(alone, Failure)
    assert "is a casebook" in alone.message


def test_what_is_counted_is_what_is_given(tmp_path: Path) -> None:
    for name in ("a.html", "b.txt", "c.pdf", "d.png"):
        (tmp_path / name).write_text(name)
    asked = [tmp_path, tmp_path / "nowhere", tmp_path / "a.html"]
    assert count(asked) == len(list(captures(asked))) == 5


def test_a_file_that_tells_of_its_folder_is_no_report_unless_it_is_asked_for(tmp_path: Path) -> None:
    for name in ("README.md", "LICENSE.txt", "readmes-of-war.txt"):
        (tmp_path / name).write_text(name)
    assert [Path(one.path).name for one in captures([tmp_path])] == ["readmes-of-war.txt"]
    assert [Path(one.path).name for one in captures([tmp_path / "README.md"])] == ["README.md"]


def test_the_same_bytes_are_read_once_and_the_copy_is_named(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text("same")
    (tmp_path / "two.txt").write_text("same")
    first, second = captures([tmp_path])
    assert isinstance(first, Capture)
    assert isinstance(second, Failure)
    assert "one.txt" in second.message


def test_a_path_that_is_not_there_is_a_failure_that_may_pass(tmp_path: Path) -> None:
    (tmp_path / "there.txt").write_text("text")
    missing, there = captures([tmp_path / "nowhere.txt", tmp_path / "there.txt"])
    assert isinstance(missing, Failure)
    assert missing.transient
    assert isinstance(there, Capture)


def test_a_folder_may_say_of_its_reports_what_a_feed_would(tmp_path: Path) -> None:
    (tmp_path / "01.html").write_text("<p>text")
    said = {"01": {"url": "https://x.example/1", "publisher": "X", "published": "2025-03-11"}}
    (tmp_path / "meta.json").write_text(json.dumps(said))
    (found,) = captures([tmp_path])
    assert isinstance(found, Capture)
    assert (found.url, found.given_publisher, found.given_published) == ("https://x.example/1", "X", "2025-03-11")


def test_a_broken_meta_file_is_as_if_it_were_not_there(tmp_path: Path) -> None:
    (tmp_path / "01.html").write_text("<p>text")
    (tmp_path / "meta.json").write_text("{not json")
    (found,) = captures([tmp_path])
    assert isinstance(found, Capture)
    assert found.url is None


def test_a_file_that_is_too_large_is_refused_unread(tmp_path: Path) -> None:
    big = tmp_path / "big.html"
    with big.open("wb") as file:
        file.truncate(100 * 1024 * 1024)
    (found,) = captures([big])
    assert isinstance(found, Failure)
    assert "too large" in found.message
