# Two commands do everything on a fresh machine with Python 3.11 or newer, git and make:
#   make demo   reads the demo stories and prints the record
#   make test   runs the tests and every check that CI runs

PYTHON ?= python3
BIN := .venv/bin

.PHONY: help demo test check format bench scores train docs wheel lock clean

help:
	@echo "make demo    install what is needed and read the demo stories"
	@echo "make test    install what is needed and run all tests and checks"
	@echo "make check   style, types and layers only"
	@echo "make format  put the code into house style"
	@echo "make bench   scores on the gold sets of GOLD=DIR (../shared/gold), held to their floors"
	@echo "make scores  measure all of it anew and renew docs/why/benchmarks.md"
	@echo "make train   train the learned heads anew from GOLD and training/ into OUT (an hour and more; needs torch)"
	@echo "make docs    renew the parts of the docs that are made from the program"
	@echo "make wheel   build the wheel and try it in an empty environment"
	@echo "make lock    renew the pinned requirements (needs uv)"

.venv/.run: requirements/run.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(0 if sys.version_info >= (3, 11) else "Dateline needs Python 3.11 or newer; this is " + sys.version.split()[0] + ". Call make with PYTHON=/path/to/a/newer/python3")'
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@echo "Installing the pinned requirements into .venv, which takes a minute or two ..."
	@$(BIN)/python -m pip install -qq --disable-pip-version-check --require-hashes -r requirements/run.lock
	@$(BIN)/python -m pip install -qq --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

.venv/.dev: .venv/.run requirements/dev.lock
	@echo "Installing the pinned tools for development into .venv, which takes a minute ..."
	@$(BIN)/python -m pip install -qq --disable-pip-version-check --require-hashes -r requirements/dev.lock
	@touch $@

demo: .venv/.run
	@sh demo/demo.sh $(BIN)/dateline

test: .venv/.dev check
	$(BIN)/python -m pytest

check: .venv/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: .venv/.dev
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

GOLD ?= ../shared/gold
bench: .venv/.dev
	$(BIN)/dateline bench --gold $(GOLD) --floors gold/floors.json

scores: .venv/.dev
	$(BIN)/python tools/scores.py --gold $(GOLD)
	$(BIN)/python tools/reference.py docs/why/benchmarks.md docs/reference/bench.md

.venv/.train: .venv/.dev pyproject.toml
	@echo "Installing the pinned packages for training into .venv, which takes some minutes ..."
	@$(BIN)/python -m pip install -qq --disable-pip-version-check --no-build-isolation -e '.[train]'
	@touch $@

# Large tensors come and go at each step: memory that is given back to the system each time costs a third of the time.
OUT ?= src/dateline/encoder/model
train: export MALLOC_MMAP_THRESHOLD_ = 4294967296
train: export MALLOC_TRIM_THRESHOLD_ = 8589934592
train: .venv/.train
	$(BIN)/python -m training --gold $(GOLD) --out $(OUT) $(addprefix --extra ,$(EXTRA))

docs: .venv/.dev
	$(BIN)/python tools/reference.py

wheel: .venv/.dev
	rm -rf dist
	$(BIN)/python -m build --no-isolation --wheel --outdir dist
	sh tools/try_wheel.sh dist/*.whl

lock:
	uv pip compile pyproject.toml --group install --constraint requirements/constraints.txt --universal --python-version 3.11 --generate-hashes --no-header --no-annotate --quiet -o requirements/run.lock
	uv pip compile pyproject.toml --group dev --constraint requirements/constraints.txt --universal --python-version 3.11 --generate-hashes --no-header --no-annotate --quiet -o requirements/dev.lock

clean:
	rm -rf .venv dist build .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
