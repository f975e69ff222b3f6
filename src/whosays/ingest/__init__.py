"""Where reports come from: files and folders, as captures of their bytes."""

from whosays.ingest.files import captures

__all__ = ["captures"]
