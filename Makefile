# Nothing but python3 (3.11 or later, with its venv module) and make is needed before the first `make brief`.
# Everything made on the way has a stamp in .venv, so that a second run starts one Python and no more.

PYTHON ?= python3
# Fail under this share of covered lines and branches, in per cent; 0 reports only.
COVERAGE_FLOOR ?= 95
# Worker processes of pytest: two more than processors, for many tests wait for a server or program.
JOBS ?= $(shell echo $$(( $$(nproc 2>/dev/null || echo 2) + 2 )))
# What goes to tools/mutants.py: make mutants MUTANTS='--count 20 --rooms select --floor 90'.
MUTANTS ?=

VENV := .venv
BIN := $(VENV)/bin
# What a package ships for other Pythons doesn't compile, and some machines have no shared memory for -j.
COMPILE := $(BIN)/python -m compileall -qq -j 0 $(VENV)/lib 2>/dev/null || \
  $(BIN)/python -m compileall -qq $(VENV)/lib || true
INSTALL := $(BIN)/python tools/install.py
CODE := briefing tests tools benchmarks
# Some machines keep Python from writing this by itself, and then every start compiles all anew, and each
# of pytest's workers all tests.
unexport PYTHONDONTWRITEBYTECODE
COMPILE_OURS := $(BIN)/python -m compileall -qq briefing benchmarks tools || true

# Runs a program with the libraries that were unpacked where nothing could be installed.
RUN := tools/run.sh

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help brief desk test lint soak mutants bench docs golden tools lock clean

help: ## list these targets
	@sed -n 's/^\([a-z]*\):[^#]*## /\1\t/p' Makefile | while IFS='	' read -r name what; do \
	  printf '  make %-8s %s\n' "$$name" "$$what"; done

brief: $(VENV)/.ready $(VENV)/.native ## make the brief: output/brief.md, .html, .pdf and .json
	@$(RUN) $(BIN)/python -m briefing build

desk: $(VENV)/.ready $(VENV)/.native $(VENV)/.desk ## install what the desk needs, and open it: briefing serve
	@$(RUN) $(BIN)/python -m briefing serve

test: $(VENV)/.ready $(VENV)/.native $(VENV)/.dev ## install what only tests need, then check and test everything
	@$(BIN)/python tools/testing.py --once
	@$(COMPILE_OURS)
	@echo "checking and testing: six minutes on two idle processors, this machine has $$(nproc 2>/dev/null || echo some)"
	@failed=0; checked=$$(mktemp); trap 'rm -f "$$checked"' EXIT; \
	$(MAKE) --no-print-directory lint > "$$checked" 2>&1 & lint=$$!; \
	$(RUN) $(BIN)/python -W ignore::RuntimeWarning -m slipcover --json --out .coverage.json -m pytest -n $(JOBS) --dist worksteal || failed=1; \
	wait $$lint || failed=1; cat "$$checked"; \
	$(BIN)/python -m slipcover --merge .coverage.json --out .coverage.json --skip-covered \
	  --fail-under $(COVERAGE_FLOOR) || failed=1; exit $$failed

lint: $(VENV)/.dev ## check style, types and who may import whom
	@failed=0; for check in "ruff check $(wildcard $(CODE))" mypy "lint-imports --no-logo"; do \
	  echo "$$check"; $(BIN)/$$check || failed=1; done; exit $$failed

soak: $(VENV)/.ready $(VENV)/.native $(VENV)/.dev ## run the long counts that `make test` only samples
	@$(BIN)/python tools/testing.py --once
	BRIEFING_SOAK=1 $(RUN) $(BIN)/python -m pytest -n $(JOBS) -m soak --timeout 7200

mutants: $(VENV)/.ready $(VENV)/.native $(VENV)/.dev ## break the heart in 200 small places, one at a time; name what no test notices
	@$(RUN) $(BIN)/python tools/mutants.py $(MUTANTS)

bench: $(VENV)/.ready $(VENV)/.native $(VENV)/.bench ## print speed and quality beside other programs'
	@$(RUN) $(BIN)/python -m benchmarks

docs: $(VENV)/.dev ## build the site of the docs, build/site, and the man page; no link may be dead
	@$(BIN)/python tools/pages.py

golden: $(VENV)/.ready $(VENV)/.native $(VENV)/.dev ## rewrite the expected files of the golden tests; read the diff before you commit
	BRIEFING_GOLDEN=1 $(RUN) $(BIN)/python -m pytest -n $(JOBS) -m golden

tools: $(VENV)/.dev ## install what only tests need: browser, PDF tools, a mail server
	@$(BIN)/python tools/testing.py

lock: $(VENV)/.bench ## write the lock files anew from pyproject.toml; `make lock UPGRADE=1` takes newer versions
	tools/lock.sh $(if $(UPGRADE),--upgrade)

clean: ## remove all that was made, the record of editions aside
	rm -rf $(VENV) .coverage.json build dist node_modules
	rm -rf .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
	find $(wildcard $(CODE)) -name __pycache__ -type d -prune -exec rm -rf {} +
	find output -mindepth 1 -maxdepth 1 ! -name editions ! -name .gitkeep -exec rm -rf {} +

# The environment: exact versions by hash, nothing built here, nothing fetched that no lock names.
$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "briefing needs Python 3.11 or later; \
	name one: make PYTHON=python3.12")'
	@echo 'making $(VENV)'
	@$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); \
	  echo 'python3 has no working venv module; on Debian or Ubuntu: apt-get install python3-venv' >&2; exit 1; }

$(VENV)/.locked: requirements.lock | $(VENV)/bin/python
	@echo 'installing what $< names'
	@$(INSTALL) $< --only-binary :all:
	@echo '  compiling them'
	@$(COMPILE)
	@touch $@

# The project itself, from where it stands: a path file, and a command that knows of unpacked libraries.
$(VENV)/.ready: $(VENV)/.locked
	@site=$$($(BIN)/python -c 'import sysconfig; print(sysconfig.get_path("purelib"))') && pwd > "$$site/briefing.pth"
	@printf '#!/bin/sh\nexec "%s/tools/run.sh" "%s/$(BIN)/python" -m briefing "$$@"\n' "$$PWD" "$$PWD" > $(BIN)/briefing
	@chmod +x $(BIN)/briefing
	@$(COMPILE_OURS)
	@touch $@

# Leaves its stamp only where the libraries are there, and is tried again where they aren't.
$(VENV)/.native: tools/native.py tools/packages.py | $(VENV)/.locked
	@$(BIN)/python tools/native.py

# The desk's two libraries, at the versions and hashes that the tests use.
$(VENV)/.desk: requirements-dev.lock | $(VENV)/.locked
	@echo 'installing what the desk needs'
	@sed -n '/^starlette==/,/[^\\]$$/p; /^uvicorn==/,/[^\\]$$/p; /^anyio==/,/[^\\]$$/p; /^h11==/,/[^\\]$$/p' $< > $@.lock
	@$(INSTALL) $@.lock --only-binary :all:
	@touch $@

$(VENV)/.dev: requirements-dev.lock | $(VENV)/.locked
	@echo 'installing what $< names'
	@$(INSTALL) $< --only-binary :all:
	@echo '  compiling them'
	@$(COMPILE)
	@touch $@

$(VENV)/.bench: requirements-bench.lock | $(VENV)/.dev
	@echo 'installing what $< names'
	@$(INSTALL) $< --no-build-isolation
	@touch $@
