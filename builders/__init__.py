"""Builders of the knowledge files in `src/whosays`: run by hand, checked by tests, never part of the wheel."""
