# The single entrance: `make check` is what has to hold before a change lands.
PYTHON ?= python
AS_OF = 2026-11-23

.PHONY: check check-deep test bench exports lint

check: lint test

lint:
	ruff check .
	ruff format --check .
	mypy
	lint-imports

test:
	pytest

# The property tests with ten times the examples, the kill test a hundred times.
check-deep: lint
	EMCAL_DEEP=1 pytest

bench:
	$(PYTHON) -m tests.benchmarks

# The exports of seeds/, byte-identical on every machine: the day they are made for stands above.
exports:
	rm -f exports/*
	emcal build seeds -o exports --register exports/.emcal.db --as-of $(AS_OF)
	rm -f exports/.emcal.db*
