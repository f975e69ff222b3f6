"""Arrays that a model's folder may hold beside its graphs."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from whosays.errors import ModelError


def stored(path: Path, names: tuple[str, ...], what: str) -> list[NDArray[Any]] | None:
    """The arrays of these names; None where the model has no such file.

    Raises:
        ModelError: the file is there and cannot be read; `what` says what it is.
    """
    if not path.is_file():
        return None
    try:
        with np.load(path, allow_pickle=False) as found:
            return [found[name] for name in names]
    except (OSError, ValueError, KeyError) as error:
        raise ModelError(f"the model's {what} {path} cannot be read: {error}") from error
