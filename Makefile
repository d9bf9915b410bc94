# Every target sets up what it needs first; see tools/bootstrap.py.
# make run ARGS="…" hands arguments on; make test PYTHON=python3.12 chooses a Python.

LAUNCHER := $(firstword $(foreach name,python3 python3.13 python3.12 python3.11 python3.14 python,\
	$(shell command -v $(name) 2>/dev/null)))

.PHONY: run test check bench lint format types translations screenshots lock clean

run test check bench lint format types translations screenshots:
	@test -n "$(LAUNCHER)" || { echo "No Python found. Install Python 3.11 or newer, on Debian and Ubuntu: apt-get install python3 python3-venv" >&2; exit 1; }
	@"$(LAUNCHER)" tools/bootstrap.py $(if $(PYTHON),--python "$(PYTHON)") $@ $(ARGS)

# Needs uv on the path (python3 -m pip install uv). UPGRADE=--upgrade moves every pin.
COMPILE := uv pip compile pyproject.toml $(UPGRADE) --universal --python-version 3.11 --generate-hashes \
	--quiet --no-emit-index-url --no-emit-find-links --no-annotate --custom-compile-command "make lock"

lock:
	$(COMPILE) --output-file requirements.txt
	$(COMPILE) --extra dev --constraint requirements.txt --output-file requirements-dev.txt

clean:
	rm -rf .venv .venv.lock .coverage .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache build dist *.egg-info
	find assessor ui resources tests tools benchmarks -name __pycache__ -type d -prune -exec rm -rf {} + 2>/dev/null || true
