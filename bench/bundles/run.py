"""Code gold bundles: one JSON export for each bundle folder. Only `docs/` is read.

python bench/bundles/run.py --input BUNDLE... --output FOLDER
"""

from __future__ import annotations

import argparse
import json
import logging
from pathlib import Path

from whosays import ingest, pipeline
from whosays.config import Settings
from whosays.record.codec import to_json
from whosays.record.document import Failure

log = logging.getLogger("bundles")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--input", nargs="+", type=Path, required=True, metavar="BUNDLE")
    parser.add_argument("--output", type=Path, required=True, metavar="FOLDER")
    parser.add_argument("--model", type=Path, help="folder of another model")
    options = parser.parse_args()
    options.output.mkdir(parents=True, exist_ok=True)
    tools = pipeline.load_tools(Settings(model=options.model))
    for bundle in _bundles(options.input):
        results = list(pipeline.code_reports(ingest.captures([bundle / "docs"]), tools))
        for result in results:
            if isinstance(result, Failure):
                log.warning("%s: %s: %s", result.path, result.step, result.message)
        record = pipeline.understand([result[1] for result in results if not isinstance(result, Failure)])
        export = json.dumps(to_json(record), ensure_ascii=False)
        (options.output / f"{bundle.name}.json").write_text(export, encoding="utf-8")


def _bundles(paths: list[Path]) -> list[Path]:
    """The bundles among the folders, and those inside a folder that holds bundles."""
    found = [one for path in paths for one in ([path] if (path / "docs").is_dir() else sorted(path.iterdir()))]
    return [one for one in found if (one / "docs").is_dir()]


if __name__ == "__main__":
    main()
