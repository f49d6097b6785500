# make run    the reading room on this machine, at http://127.0.0.1:8000 (PORT=8123 for another port)
# make test   every check: style, types, migrations, tests on SQLite and PostgreSQL, pages in a browser
# make lighthouse looks at four pages with Lighthouse (wants Node and Chromium; not part of make test)
# make bench  measures lists and whole pages on a made-up collection, small enough for two minutes
# make format mends the style; make lock renews the locked requirements; make clean removes what make made
# make messages collects the sentences of the interface for translation (needs gettext) and compiles what is translated

PYTHON ?= python3
PORT ?= 8000
BIN := .venv/bin
export LOCAL ?= 1

# A stamp names the requirements and the Python that it was made with: when either changes, the stamp is missing.
sum = $(shell { cat $(1); $(PYTHON) -V; } 2>&1 | cksum | cut -d ' ' -f 1)
RUN_STAMP := .venv/.run-$(call sum,requirements.txt)
TEST_STAMP := .venv/.test-$(call sum,requirements-dev.txt)

.PHONY: run test lint types migrations tests lighthouse bench format messages lock clean

run: $(RUN_STAMP)
	@$(BIN)/python -c 'import socket; socket.create_server(("127.0.0.1", $(PORT))).close()' 2>/dev/null || { \
		echo "Port $(PORT) is not free: another program uses it. Name another one: make run PORT=8001" >&2; exit 1; }
	@$(BIN)/python manage.py migrate --verbosity 0
	@$(BIN)/python manage.py import_records fixtures --verbosity 0
	@echo "The reading room is at http://127.0.0.1:$(PORT)/ (Ctrl-C closes it)."
	@exec env DJANGO_RUNSERVER_HIDE_WARNING=true $(BIN)/python manage.py runserver --noreload 127.0.0.1:$(PORT)

test: lint types migrations tests

lint: $(TEST_STAMP)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(TEST_STAMP)
	$(BIN)/mypy

migrations: $(TEST_STAMP)
	DATABASE_URL=sqlite:// $(BIN)/python manage.py makemigrations --check --dry-run

tests: $(TEST_STAMP)
	$(BIN)/python tests/run.py $(ARGS)

lighthouse: $(RUN_STAMP)
	$(BIN)/python -m benchmarks.lighthouse

BENCH_DATABASE ?= sqlite:///$(CURDIR)/var/bench.sqlite3
BENCH = DATABASE_URL=$(BENCH_DATABASE) INDEX_PATH=var/bench.index SEARCH_DIR=var/bench.search $(BIN)/python -m

bench: $(RUN_STAMP)
	@mkdir -p var && rm -rf var/bench.*
	$(BENCH) benchmarks.generate 20000
	$(BENCH) benchmarks.facets 2
	$(BENCH) benchmarks.pages 8145 100

format: $(TEST_STAMP)
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

messages: $(TEST_STAMP)
	$(BIN)/python manage.py makemessages --verbosity 0 --no-location --no-obsolete --no-wrap \
		--locale ru --locale kk --locale uz --ignore '.venv/*' --ignore 'tests/*' --ignore 'benchmarks/*' --ignore 'fixtures/*'
	$(BIN)/python manage.py compilemessages --verbosity 0 --ignore '.venv/*'

LOCK = $(BIN)/uv pip compile pyproject.toml --quiet --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-header --upgrade

lock: $(TEST_STAMP)
	$(LOCK) --output-file requirements.txt
	$(LOCK) --output-file requirements-dev.txt --group dev --constraint requirements.txt

clean:
	rm -rf .venv staticfiles .pytest_cache .mypy_cache .ruff_cache .hypothesis

INSTALL = $(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes

$(RUN_STAMP):
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
		echo "Python 3.11 or newer is needed, and '$(PYTHON)' is $$($(PYTHON) -V 2>&1). Name another one: make PYTHON=python3.12" >&2; \
		exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { \
		echo "$(PYTHON) cannot create environments. On Debian or Ubuntu: apt install python3-venv" >&2; \
		exit 1; }
	@[ "$$($(BIN)/python -V 2>&1)" = "$$($(PYTHON) -V 2>&1)" ] && $(BIN)/python -m pip --version >/dev/null 2>&1 || { \
		echo "Making an environment in .venv ..."; $(PYTHON) -m venv --clear .venv; }
	@echo "Installing what requirements.txt names ..."
	@$(INSTALL) -r requirements.txt
	@rm -f .venv/.run-* && touch $@

$(TEST_STAMP): $(RUN_STAMP)
	@echo "Installing what requirements-dev.txt names ..."
	@$(INSTALL) -r requirements-dev.txt
	@rm -f .venv/.test-* && touch $@
