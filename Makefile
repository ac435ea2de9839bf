# Everything a newcomer needs: `make demo`. Everything a change needs: `make test`.

# The system libraries, named here and nowhere else: libedit for the prompt, RE2 for regular expressions, libxml2 and zlib
# for web pages and office documents, pkg-config for the builds of all.
PACKAGES = libedit-dev libre2-dev libxml2-dev zlib1g-dev pkg-config

PREFIX ?= /usr/local
MAN = $(PREFIX)/share/man/man1
BASH_COMPLETIONS = $(PREFIX)/share/bash-completion/completions
ZSH_COMPLETIONS = $(PREFIX)/share/zsh/site-functions
FISH_COMPLETIONS = $(PREFIX)/share/fish/vendor_completions.d
SWIFT ?= swift
# Random queries, documents, plans, texts for the parser, programs to format and sentences of the grammar of `make soak`.
QUERIES ?= 200000
DOCUMENTS ?= 100000
PLANS ?= 50000
TEXTS ?= 200000
PROGRAMS ?= 20000
SENTENCES ?= 100000

# Rows of the tables of `make bench`, and what else bench.py is told.
ROWS ?= 1e6
BENCH ?=

# Random plans of `make sanitize`; of fewer not every step would be among them often enough.
SANITIZED_PLANS ?= 1000

BINARY = .build/release/ibid

# Where the annotated seed documents and the scorer are, if anywhere.
SHARED ?= ../shared

.PHONY: all setup build demo test test-browser soak sanitize score questions bench bench-peers install uninstall fmt clean

all: build

# Installs what is missing, if it can; says what to run where it cannot.
setup:
	@if pkg-config --exists libedit re2 libxml-2.0 zlib 2>/dev/null; then exit 0; fi; \
	command="apt-get install -y --no-install-recommends $(PACKAGES)"; \
	if ! command -v apt-get >/dev/null; then \
	  echo "Ibid needs the development files of libedit, RE2, libxml2 and zlib, and pkg-config; on Debian and Ubuntu: sudo $$command" >&2; exit 1; \
	elif test "$$(id -u)" = 0; then \
	  export DEBIAN_FRONTEND=noninteractive; apt-get update -q && $$command; \
	elif command -v sudo >/dev/null && sudo -n true 2>/dev/null; then \
	  sudo apt-get update -q && sudo $$command; \
	else \
	  echo "Some libraries are missing. Run this, then go on: sudo $$command" >&2; exit 1; \
	fi

# One file to copy anywhere: Swift's own libraries are linked in.
build: setup
	$(SWIFT) build -c release --static-swift-stdlib -Xlinker -s --product ibid
	@echo "built $(BINARY)"

demo: build
	@echo; echo "# the largest sums in pounds, and where each stands"
	$(BINARY) -c 'money | where amount >= £30m | sort amount desc | take 5 | select amount, document.title' examples/corpus
	@echo; echo "# one total, and the sentences behind it"
	$(BINARY) --quiet examples/corpus < examples/demo.ibid

# The random tests run by themselves, one after the other: they watch the time of each input, which needs the cores free
# of other tests.
test: setup
	$(SWIFT) build --build-tests
	$(SWIFT) test --skip-build --disable-xctest --skip FuzzTests
	$(SWIFT) test --skip-build --disable-xctest --no-parallel --filter FuzzTests

# HTML pages in a browser: installs Chromium where there is none, and runs the tests that need one.
test-browser: setup
	@if command -v chromium chromium-browser google-chrome chrome >/dev/null || test -n "$$IBID_BROWSER"; then :; \
	elif command -v apt-get >/dev/null && test "$$(id -u)" = 0; then \
	  export DEBIAN_FRONTEND=noninteractive; apt-get update -q && apt-get install -y --no-install-recommends chromium; \
	elif command -v apt-get >/dev/null && sudo -n true 2>/dev/null; then \
	  sudo apt-get update -q && sudo apt-get install -y --no-install-recommends chromium; \
	else \
	  echo "Install Chromium, or name a program like it in IBID_BROWSER; on Debian: sudo apt-get install chromium" >&2; exit 1; \
	fi
	$(SWIFT) build --build-tests
	$(SWIFT) test --skip-build --disable-xctest --filter PageTests

# The same tests, optimised, with far more random queries and documents. It takes minutes.
soak: setup
	@mkdir -p .build-soak
	$(SWIFT) build -c release --build-tests -Xswiftc -enable-testing --scratch-path .build-soak
	@rm -f .build-soak/log
	@for suites in "--skip FuzzTests" "--no-parallel --filter FuzzTests"; do \
	  IBID_EMBED=1 IBID_FUZZ_QUERIES=$(QUERIES) IBID_FUZZ_DOCUMENTS=$(DOCUMENTS) IBID_ORACLE_PLANS=$(PLANS) \
	  IBID_FUZZ_TEXTS=$(TEXTS) IBID_FUZZ_PROGRAMS=$(PROGRAMS) IBID_FUZZ_SENTENCES=$(SENTENCES) \
	    $(SWIFT) test -c release --skip-build --disable-xctest -Xswiftc -enable-testing --scratch-path .build-soak $$suites 2>&1 | tee -a .build-soak/log \
	    | grep -E '^(fuzz|oracle|allocations)|(Suite|run) .*(passed|failed) after|error:|✘' ; \
	done; true
	@! grep -qE '✘|error: |Fatal error' .build-soak/log

# The tests of columns and engine, and those of stopping and limits, with the sanitizers of addresses and of threads, a build of
# its own for each. Leaks are not looked for: a reference in an enum has bits of its own, and is taken for none.
sanitize: setup
	@for kind in address thread; do \
	  ASAN_OPTIONS=detect_leaks=0 TSAN_OPTIONS=suppressions=$(CURDIR)/Tests/thread-sanitizer.supp \
	  IBID_ORACLE_PLANS=$(SANITIZED_PLANS) $(SWIFT) test --sanitize=$$kind --scratch-path .build-$$kind --disable-xctest \
	    --filter "EngineTests|ColumnsTests|LimitTests" || exit 1; \
	done

# What is extracted from annotated documents against what a careful reader found in them.
score: build
	@python3 Tests/Annotated/score.py $(BINARY) $(SHARED)

# The answers of examples/questions beside the rows that a reader expects.
questions: build
	@python3 Tests/Questions/questions.py $(BINARY) $(SHARED)

# Times queries in Ibid and, where they are installed, in other engines on the same data, then the reading of documents; writes
# docs/performance.md. Data stays in perf-data/, 5 GB for ten million rows. A part of it:
# `make bench ROWS=1e7 BENCH="suites=groupby engines=ibid,duckdb"`.
bench: build
	$(SWIFT) build -c release --static-swift-stdlib --product ibid-bench
	python3 Tests/Bench/bench.py .build/release/ibid-bench $(ROWS) $(BENCH)
	@python3 docs/bench/reading.py $(BINARY) --write

# The other engines, from Python's package index.
bench-peers:
	python3 -m pip install duckdb polars datafusion pyarrow pandas chdb

# The binary, and what it says of itself: the manual page and completions for three shells.
install: build
	install -d "$(DESTDIR)$(PREFIX)/bin" "$(DESTDIR)$(MAN)" "$(DESTDIR)$(BASH_COMPLETIONS)" \
	  "$(DESTDIR)$(ZSH_COMPLETIONS)" "$(DESTDIR)$(FISH_COMPLETIONS)"
	install -s -m 755 $(BINARY) "$(DESTDIR)$(PREFIX)/bin/ibid"
	$(BINARY) --man > "$(DESTDIR)$(MAN)/ibid.1"
	$(BINARY) --completions bash > "$(DESTDIR)$(BASH_COMPLETIONS)/ibid"
	$(BINARY) --completions zsh > "$(DESTDIR)$(ZSH_COMPLETIONS)/_ibid"
	$(BINARY) --completions fish > "$(DESTDIR)$(FISH_COMPLETIONS)/ibid.fish"

uninstall:
	rm -f "$(DESTDIR)$(PREFIX)/bin/ibid" "$(DESTDIR)$(MAN)/ibid.1" "$(DESTDIR)$(BASH_COMPLETIONS)/ibid" \
	  "$(DESTDIR)$(ZSH_COMPLETIONS)/_ibid" "$(DESTDIR)$(FISH_COMPLETIONS)/ibid.fish"

fmt:
	$(SWIFT) format --in-place --recursive --parallel Package.swift Sources Tests

clean:
	$(SWIFT) package clean
	rm -rf .build-soak
