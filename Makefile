# Every target sets up what it needs: system packages first (see .ci/packages), then the build.
SHELL := /bin/bash
PREFIX ?= /usr/local
SWIFT ?= swift
BULKHEAD := .build/release/bulkhead
SOAK_MINUTES ?= 10
export SWIFT_BACKTRACE := enable=no

.PHONY: run demo build test lint format bench soak schemes frames pictures docs install clean

run: build            ## open the demo workspace
	@$(BULKHEAD) demo

demo: run

build:
	@.ci/packages build
	$(SWIFT) build -c release --product bulkhead
	$(SWIFT) build -c release --product bulkhead-session

test:                 ## every test; long ones are under soak
	@.ci/packages build test
	$(SWIFT) build --build-tests
	$(SWIFT) test --skip-build

lint: build           ## format, direction of imports, what the executable links
	@.ci/packages build
	$(SWIFT) format lint --strict --recursive Package.swift Sources Tests
	@.ci/lint

format:
	$(SWIFT) format --in-place --recursive Package.swift Sources Tests

bench: build          ## speed beside public programs, in one run
	@.ci/packages build test bench
	Tests/Benchmarks/run

soak: build           ## mutants, long rounds, fuzzing: hours
	@.ci/packages build test
	Tests/Soak/run $(SOAK_MINUTES)

schemes:              ## every scheme of a copy of tinted-theming/schemes: make schemes SCHEMES=DIR
	@test -d "$(SCHEMES)" || { echo "make schemes SCHEMES=DIR, a folder of base16 and base24 files" >&2; exit 2; }
	@.ci/packages build test
	SCHEMES=$(abspath $(SCHEMES)) $(SWIFT) test --filter SchemeTests

frames:               ## record the golden frames anew; look at the difference before it is committed
	@.ci/packages build test
	RECORD_FRAMES=1 $(SWIFT) test --filter 'CanvasTests|ScreensTests'

install: build
	install -D -m 755 $(BULKHEAD) $(DESTDIR)$(PREFIX)/bin/bulkhead
	install -D -m 755 .build/release/bulkhead-session $(DESTDIR)$(PREFIX)/libexec/bulkhead/bulkhead-session

clean:
	rm -rf .build
