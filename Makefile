# The single entrance: `make check` is what has to hold before a change lands.
# The tools of a virtual environment beside this file come first.
export PATH := $(CURDIR)/.venv/bin:$(PATH)
PYTHON ?= python
AS_OF = 2026-11-23

.PHONY: check check-deep test bench exports lint clients

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

# Real calendar clients against the feed; .ci/clients installs them.
clients:
	EMCAL_CLIENTS=1 EMCAL_NODE_MODULES=$(CURDIR)/.venv/node/node_modules pytest tests/clients
