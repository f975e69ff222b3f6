"""`python -m whosays` is the same as `whosays`."""

from whosays.cli import main

main()
