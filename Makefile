# The commands of this project. Everything they need is made or named by the project's own files.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.made
PEERS := presidio-analyzer==2.2.366 scrubadub==2.0.1

.PHONY: env run test check shots bench accuracy rules weights clean

env: $(STAMP)

$(STAMP): pyproject.toml constraints.txt
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Primum needs Python 3.11 or newer.")'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e ".[test]"
	touch $(STAMP)

# Opens the window; without a display, does the main job headless and says where the results are.
run: env
	$(BIN)/python packaging/run.py

test: env
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest

check: env
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

# Every screen, both themes, 1280x800 and 1920x1080, 130 % text, into build/shots.
shots: env
	QT_QPA_PLATFORM=offscreen $(BIN)/python packaging/shots.py build/shots

bench: env
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m tests.bench

# Precision and recall of the checks on the labelled texts, beside free peers where they install.
accuracy: env
	test -x build/peers/bin/python || { $(PYTHON) -m venv build/peers && \
	  build/peers/bin/python -m pip install --quiet --disable-pip-version-check $(PEERS); } || true
	PRIMUM_PEERS_PYTHON=build/peers/bin/python $(BIN)/python -m tests.accuracy

# Compile resources/rules/*.yaml into the pack that the app reads.
rules: env
	$(BIN)/python -m app.checks.compile

# Learn from resources/examples and tests/corpus/work.jsonl what sentences are like; a few minutes.
weights: env
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e ".[learn]"
	$(BIN)/python packaging/learn.py

clean:
	rm -rf build dist $(VENV)
