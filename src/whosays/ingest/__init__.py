"""Where reports come from: files and folders, as captures of their bytes."""

from whosays.ingest.files import captures, count

__all__ = ["captures", "count"]
