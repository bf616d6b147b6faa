# Two commands for a newcomer: `make demo` and `make test`. Both set up .venv first, each with what it needs.
PYTHON ?= python3
BIN := .venv/bin
# What was compiled is kept, whoever asks for the contrary: tests start hundreds of processes.
export PYTHONDONTWRITEBYTECODE :=

.DEFAULT_GOAL := help
.PHONY: help demo test quick check format lint types bench pictures goldens lock clean

help: ## Show what can be made
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

PIP := $(BIN)/pip --quiet --disable-pip-version-check

# The lists are whole, so pip adds nothing to them: --no-deps. Else it would fetch what Argos declares
# and the newsroom never imports (LEFT_OUT).
INSTALL := $(PIP) install --no-deps

# A stamp is newer than the files it follows exactly when .venv holds what they ask for.
.venv/stamp: requirements.txt pyproject.toml
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@echo "Installing what runs the newsroom into .venv (about a minute, once) …"
	@$(INSTALL) --require-hashes -r requirements.txt
	@$(INSTALL) --no-build-isolation -e .
	@touch $@

.venv/dev-stamp: requirements-dev.txt .venv/stamp
	@echo "Installing what tests, lints and measures it (about a minute, once) …"
	@$(INSTALL) --require-hashes -r requirements-dev.txt
	@touch $@

demo: .venv/stamp ## File the samples, publish one at its minute, and serve them (ARGS=--once ends by itself, ARGS=--verbose lists every feed)
	@$(BIN)/newsroom demo $(ARGS)

# Many tests wait for a whole minute or a process: they come first, and more run at once than there
# are cores, so that others compute meanwhile. Each file stays whole, for what its tests share.
test: .venv/dev-stamp ## Run the tests
	$(BIN)/pytest -q --numprocesses 4 --dist loadfile --no-loadscope-reorder $(ARGS)

quick: .venv/dev-stamp ## Run the tests that wait for nothing
	$(BIN)/pytest -q --numprocesses auto --dist loadfile -m "not waits" --hypothesis-profile quick $(ARGS)

check: format lint types test ## Format, lint, types and tests: what has to pass

format: .venv/dev-stamp
	$(BIN)/ruff format --check .

lint: .venv/dev-stamp
	$(BIN)/ruff check .

types: .venv/dev-stamp
	$(BIN)/mypy

bench: .venv/dev-stamp ## Measure, and print the figures
	$(BIN)/python -m benchmarks $(ARGS)

pictures: .venv/dev-stamp ## Make README's pictures anew, from a demonstration's own run (needs chromium)
	$(BIN)/python -m benchmarks.pictures

# A test that misses its picture draws it, and fails so that somebody looks at it.
goldens: .venv/dev-stamp ## Draw the pictures anew that pages are compared with (needs chromium), to be looked at
	rm -f tests/golden/screens/*.png
	-@$(BIN)/pytest -q --tb=no tests/browser/test_goldens.py -k looks_as_agreed
	@ls tests/golden/screens

LOCK := $(BIN)/pip-compile --quiet --generate-hashes --extra build --strip-extras --no-header \
  --no-emit-index-url --no-emit-find-links --no-emit-trusted-host --annotation-style line

# MiniSBD and what only it needs: Argos declares it for its own way from a text to its translation,
# which tests and `make bench` walk and the newsroom does not. pip-tools leaves out what it is told is
# unsafe; naming these replaces its own list, so pip and setuptools stay in.
LEFT_OUT := minisbd onnxruntime flatbuffers protobuf filelock

# What tests is pinned under what runs, so that tests run what will run. Pins stay where they still fit;
# ARGS=--upgrade takes the newest of all, ARGS="--upgrade-package flask" of one.
lock: .venv/dev-stamp ## Pin requirements.txt and requirements-dev.txt anew from pyproject.toml
	$(LOCK) $(LEFT_OUT:%=--unsafe-package %) $(ARGS) --output-file requirements.txt pyproject.toml
	$(LOCK) --allow-unsafe $(ARGS) --extra dev --constraint requirements.txt --output-file requirements-dev.txt pyproject.toml

clean: ## Remove what was set up
	rm -rf .venv build *.egg-info
