"""Everything that can go wrong, as one tree.

    WhosaysError
    ├── ConfigError          the run was asked for something that cannot be: stops it
    │   ├── LexiconError     an entry of the lexicon contradicts its own examples or format
    │   └── ModelError       the model's files are missing, damaged or of another version
    ├── DocumentError        one report could not be read: a row in `failures`, the run goes on
    │   ├── UnreadableError  the path or its bytes cannot be had (transient: it may work later)
    │   ├── NotTextError     the bytes are no report: empty, binary, PDF, no main text
    │   └── LanguageError    the report is in a language that the reader does not read
    └── CasebookError        the store is missing, damaged, locked or of a newer version

A `ConfigError` or `CasebookError` ends the run with its message and exit status 2. A `DocumentError` is kept with
the report's name and the step that it stopped at.
"""

from __future__ import annotations


class WhosaysError(Exception):
    """Base of every error that this package raises on purpose; its text is written for the user."""


class ConfigError(WhosaysError):
    """The run was asked for something that cannot be."""


class LexiconError(ConfigError):
    """A lexicon file or entry is wrong; the message names file, line and entry."""


class ModelError(ConfigError):
    """The model's files are missing, damaged or of another version."""


class DocumentError(WhosaysError):
    """One report could not be read."""

    transient = False


class UnreadableError(DocumentError):
    """The path or its bytes cannot be had; another try may succeed."""

    transient = True


class NotTextError(DocumentError):
    """The bytes hold no report."""


class LanguageError(DocumentError):
    """The report is in a language that the reader does not read."""


class CasebookError(WhosaysError):
    """The store is missing, damaged, locked or of a newer version."""
