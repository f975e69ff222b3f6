# The verbs of daily work. `make check test` is what a change must pass; `make bench` measures (DATA= names the material), `make scale` how
# time and memory grow with a casebook.
PYTHON ?= python
DATA ?= ../shared

.PHONY: check test bench scale docs

check:
	ruff check .
	ruff format --check .
	mypy
	lint-imports

test:
	$(PYTHON) -m pytest

bench:
	$(PYTHON) bench/run.py --data $(DATA)

scale:
	$(PYTHON) bench/scale/run.py --input examples/reports --output /dev/null

docs:
	$(PYTHON) -m pytest tests/test_docs.py
