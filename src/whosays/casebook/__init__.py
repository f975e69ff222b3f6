"""The store: a folder with one SQLite file that any tool can open, and the evidence as it was received."""

from whosays.casebook.files import write_whole
from whosays.casebook.store import Casebook

__all__ = ["Casebook", "write_whole"]
