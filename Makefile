# The verbs of daily work. `make check test` is what a change must pass; `make bench` measures (DATA= names the material).
PYTHON ?= python
DATA ?= ../shared

.PHONY: check test bench docs

check:
	ruff check .
	ruff format --check .
	mypy
	lint-imports

test:
	$(PYTHON) -m pytest

bench:
	$(PYTHON) bench/run.py --data $(DATA)

docs:
	$(PYTHON) -m pytest tests/test_docs.py
