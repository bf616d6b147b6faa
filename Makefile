# Two commands for a newcomer: `make demo` and `make test`. Both set up .venv first.
PYTHON ?= python3
BIN := .venv/bin

.DEFAULT_GOAL := help
.PHONY: help demo test quick check format lint types bench lock clean

help: ## Show what can be made
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

# The stamp is newer than both files exactly when .venv holds what they ask for.
.venv/stamp: requirements.txt pyproject.toml
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@echo "Installing what the newsroom needs into .venv (a minute or two, once) …"
	@$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	@$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

demo: .venv/stamp ## File the samples, publish one at its minute, and serve them (ARGS=--once ends by itself)
	@$(BIN)/newsroom demo $(ARGS)

# Many tests wait for a whole minute or a process: they come first, and more run at once than there
# are cores, so that others compute meanwhile. Each file stays whole, for what its tests share.
test: .venv/stamp ## Run the tests
	$(BIN)/pytest -q --numprocesses 5 --dist loadfile --no-loadscope-reorder $(ARGS)

quick: .venv/stamp ## Run the tests that wait for nothing
	$(BIN)/pytest -q --numprocesses auto --dist loadfile -m "not waits" $(ARGS)

check: format lint types test ## Format, lint, types and tests: what has to pass

format: .venv/stamp
	$(BIN)/ruff format --check .

lint: .venv/stamp
	$(BIN)/ruff check .

types: .venv/stamp
	$(BIN)/mypy

bench: .venv/stamp ## Measure, and print the figures
	$(BIN)/python -m benchmarks $(ARGS)

lock: .venv/stamp ## Pin requirements.txt anew from pyproject.toml
	$(BIN)/pip-compile --quiet --generate-hashes --allow-unsafe --extra dev --extra build --strip-extras \
	  --no-emit-index-url --no-emit-find-links --no-emit-trusted-host --no-header --output-file requirements.txt pyproject.toml

clean: ## Remove what was set up
	rm -rf .venv build *.egg-info
