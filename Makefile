# Every target sets up what it needs: system packages first (see .ci/packages), then the build.
SHELL := /bin/bash
PREFIX ?= /usr/local
SWIFT ?= swift
BULKHEAD := .build/release/bulkhead
SOAK_MINUTES ?= 10
export SWIFT_BACKTRACE := enable=no

.PHONY: run demo help build test lint format bench soak schemes pictures frames order install clean

run: build            ## open the demo workspace
	@$(BULKHEAD) demo

demo: run             ## the same

help:                 ## list the targets
	@sed -nE 's/^([a-z]+):[^#]*## /\1\t/p' $(firstword $(MAKEFILE_LIST)) | expand -t 12

build:                ## the two programs, as they are installed
	@.ci/packages build
	$(SWIFT) build -c release --product bulkhead
	$(SWIFT) build -c release --product bulkhead-session

test:                 ## every test, and 20 seconds of fuzzing a target; long ones are under soak
	@.ci/packages build test
	$(SWIFT) build --build-tests
	$(SWIFT) test --skip-build
	Tests/Fuzz/run 20

lint: build           ## format, direction of imports, what the executable links
	@.ci/packages build test
	$(SWIFT) format lint --strict --recursive Package.swift Sources Tests
	@.ci/lint

format:               ## bring every Swift file into the project's form
	$(SWIFT) format --in-place --recursive Package.swift Sources Tests

bench: build          ## speed beside public programs, in one run
	@.ci/packages build test bench
	Tests/Benchmarks/run

soak: build           ## seeded faults, then fresh worlds for SOAK_MINUTES=10: the long tests
	@.ci/packages build test soak
	Tests/Soak/run $(SOAK_MINUTES)

schemes:              ## every scheme of a copy of tinted-theming/schemes: make schemes SCHEMES=DIR
	@test -d "$(SCHEMES)" || { echo "make schemes SCHEMES=DIR, a folder of base16 and base24 files" >&2; exit 2; }
	@.ci/packages build test
	SCHEMES=$(abspath $(SCHEMES)) $(SWIFT) test --filter SchemeTests

pictures: build       ## draw the pictures of the README anew, of the real program
	@.ci/packages build test
	python3 Tests/Generators/pictures.py $(BULKHEAD) Sources/bulkhead/Documentation.docc/Resources

frames:               ## record the golden frames anew; look at the difference before it is committed
	@.ci/packages build test
	RECORD_FRAMES=1 $(SWIFT) test --filter 'CanvasTests|ScreensTests'

order:                ## list anew what a start runs, for the linker to lay side by side
	@.ci/packages build test bench
	WITH_SYMBOLS=1 $(SWIFT) build -c release --product bulkhead
	python3 Tests/Generators/order.py $(BULKHEAD) Sources/bulkhead/start.order

install: build        ## into PREFIX=/usr/local, beneath DESTDIR where it is given
	install -D -m 755 $(BULKHEAD) $(DESTDIR)$(PREFIX)/bin/bulkhead
	install -D -m 755 .build/release/bulkhead-session $(DESTDIR)$(PREFIX)/libexec/bulkhead/bulkhead-session

clean:                ## remove what was built
	rm -rf .build
