"""Settings of a run: defaults that work, a TOML file for those who want others, checked before anything is read."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, fields
from pathlib import Path

from whosays.errors import ConfigError


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What a run can be told.

    `model` is a folder with another model in the shipped one's format, or "spacy:NAME" for an installed spaCy pipeline; `actors` a TSV of the user's own actors, whose
    entries win over the register; `threads` how many the model may use (0: as many as there are cores); `batch` how
    many reports are read together.
    """

    model: Path | None = None
    actors: Path | None = None
    threads: int = 0
    batch: int = 16

    def __post_init__(self) -> None:
        for name in ("model", "actors"):
            path: Path | None = getattr(self, name)
            if path is not None and not path.exists() and not str(path).startswith("spacy:"):
                message = f"{name}: there is nothing at {path}"
                raise ConfigError(message)
        if self.threads < 0:
            raise ConfigError("threads: must be 0 (as many as there are cores) or more")
        if self.batch < 1:
            raise ConfigError("batch: must be 1 or more")


def load_settings(path: Path | None) -> Settings:
    """Settings from a TOML file; the defaults where there is none.

    Raises:
        ConfigError: the file cannot be read, is no TOML, or names a setting that does not exist.
    """
    if path is None:
        return Settings()
    try:
        values = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else error
        message = f"cannot read the settings in {path}: {reason}"
        raise ConfigError(message) from error
    known = {field.name for field in fields(Settings)}
    strange = sorted(values.keys() - known)
    if strange:
        message = f"{path}: no such setting: {', '.join(strange)}; there are {', '.join(sorted(known))}"
        raise ConfigError(message)
    defaults = Settings()
    return Settings(
        model=_path(values, "model", path),
        actors=_path(values, "actors", path),
        threads=_count(values, "threads", path, defaults.threads),
        batch=_count(values, "batch", path, defaults.batch),
    )


def _path(values: dict[str, object], name: str, file: Path) -> Path | None:
    value = values.get(name)
    if value is None:
        return None
    if not isinstance(value, str):
        message = f"{file}: {name} must be a path, not {value!r}"
        raise ConfigError(message)
    if value.startswith("spacy:"):
        return Path(value)
    return file.parent / value  # paths in a settings file are seen from where the file lies


def _count(values: dict[str, object], name: str, file: Path, default: int) -> int:
    value = values.get(name, default)
    if not isinstance(value, int) or isinstance(value, bool):
        message = f"{file}: {name} must be a whole number, not {value!r}"
        raise ConfigError(message)
    return value
