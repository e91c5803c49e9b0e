# Palabre. `make run` serves the demo; `make test` checks everything. `make help` lists the rest.
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
.PHONY: help run release site serve-bin test lint unit journeys bench tools tools-test

TARGET := $(or $(CARGO_TARGET_DIR),target)
SITE := $(TARGET)/site
WASM_PROFILE := wasm-release
WASM := $(TARGET)/wasm32-unknown-unknown/$(WASM_PROFILE)
WASM_OPT := style/node_modules/.bin/wasm-opt -Oz --enable-bulk-memory --enable-nontrapping-float-to-int --enable-reference-types --enable-sign-ext --enable-mutable-globals --enable-multivalue
# What people run is built by `make release`; `make run` and the journeys want a quick link.
PROFILE ?= fast
PALABRE := $(TARGET)/$(PROFILE)/palabre
DEMO ?= demo.db
# cargo-nextest runs each test in a process of its own; without it cargo's own runner serves.
NEXTEST := $(shell command -v cargo-nextest >/dev/null && echo cargo nextest run || echo cargo test)

help: ## this list
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

run: tools site serve-bin ## build what is missing, fill demo.db with the demo process, serve it on http://127.0.0.1:3000
	@if [ ! -f $(DEMO) ]; then echo "· Filling $(DEMO) with the demo process"; $(PALABRE) --database sqlite:$(DEMO) demo; fi
	@echo "· Serving http://127.0.0.1:3000 (Ctrl-C stops)"
	@$(PALABRE) --database sqlite:$(DEMO) demo --show
	@$(PALABRE) --database sqlite:$(DEMO) serve --assets $(SITE)

test: lint unit journeys ## everything: formatting, lints, rules, both databases, router, browser
	@echo "· All of it passed"

lint: tools ## formatting and lints, warnings refused
	cargo fmt --check
	cargo clippy --locked --workspace --all-targets -- -D warnings
	cargo clippy --locked -p app --lib --target wasm32-unknown-unknown --features hydrate -- -D warnings
	cargo clippy --locked -p editor --lib --target wasm32-unknown-unknown -- -D warnings

unit: tools-test ## rules, the store on both databases, the router
	app/store/tests/with-postgres.sh $(NEXTEST) --locked --workspace

journeys: tools-test site ## the browser's journeys; one of them: make journeys ONLY=survey
	@cargo build --locked -p server --bin palabre
	cd end2end && CARGO_TARGET_DIR=$(abspath $(TARGET)) ../app/store/tests/with-postgres.sh node_modules/.bin/playwright test $(ONLY)

bench: tools site ## figures of this machine: pages, votes and responses a second, memory (docs/performance.md)
	cargo bench --locked -p domain --bench opinions --profile $(PROFILE)
	SITE=$(abspath $(SITE)) cargo bench --locked -p server --bench http --profile $(PROFILE)
	SITE=$(abspath $(SITE)) cargo bench --locked -p server --bench drafts --profile $(PROFILE)

tools-test: ## fetch the database server, the browser and the packages that the tests need
	@missing=""; \
	ls /usr/lib/postgresql/*/bin/pg_ctl >/dev/null 2>&1 || missing="$$missing postgresql"; \
	command -v chromium >/dev/null || missing="$$missing chromium"; \
	command -v psql >/dev/null || missing="$$missing postgresql-client"; \
	if [ -n "$$missing" ]; then \
	  if [ "$$(id -u)" = 0 ]; then sudo=""; elif command -v sudo >/dev/null; then sudo=sudo; else echo "Please install:$$missing (apt-get install$$missing)"; exit 1; fi; \
	  echo "· Installing$$missing"; $$sudo apt-get update -qq; DEBIAN_FRONTEND=noninteractive $$sudo apt-get install -qq -y $$missing >/dev/null; \
	fi
	@[ end2end/node_modules/.package-lock.json -nt end2end/package-lock.json ] || { echo "· Fetching the browser tests' packages"; (cd end2end && npm ci --no-audit --no-fund --silent && touch node_modules/.package-lock.json); }

release: tools ## the binary for real use, optimised across crates: target/release/palabre and target/site
	cargo build --locked -p server --bin palabre --release
	$(MAKE) site

serve-bin:
	@echo "· Building the server (minutes the first time, seconds afterwards)"
	@cargo build --locked -p server --bin palabre --profile $(PROFILE)

tools: ## fetch the wasm target and the style tools if they are missing
	@command -v cargo >/dev/null || { echo "Rust is missing: install it with rustup (https://rustup.rs)"; exit 1; }
	@command -v npm >/dev/null || { echo "Node is missing: install Node 20 or later"; exit 1; }
	@[ -d "$$(rustc --print sysroot)/lib/rustlib/wasm32-unknown-unknown" ] || { echo "· Fetching the wasm target"; rustup target add wasm32-unknown-unknown; }
	@[ style/node_modules/.package-lock.json -nt style/package-lock.json ] || { echo "· Fetching the style tools"; (cd style && npm ci --no-audit --no-fund --silent && touch node_modules/.package-lock.json); }

site: tools ## scripts, styles and fonts, bundled and compressed
	@echo "· Building the islands"
	@cargo build --locked -p app --lib --target wasm32-unknown-unknown --profile $(WASM_PROFILE) --features hydrate
	@echo "· Building the editor of articles"
	@cargo build --locked -p editor --lib --target wasm32-unknown-unknown --profile $(WASM_PROFILE)
	@if [ ! -f $(SITE)/.built ] || [ $(WASM)/app.wasm -nt $(SITE)/.built ] || [ $(WASM)/editor.wasm -nt $(SITE)/.built ] || [ -n "$$(find style -path style/node_modules -prune -o -newer $(SITE)/.built -type f -print -quit)" ]; then \
	  echo "· Bundling scripts and styles"; rm -rf $(SITE).new; mkdir -p $(SITE).new; \
	  for pair in app:palabre editor:editor; do name=$${pair#*:}; \
	    cargo run --locked --quiet -p bindgen -- $(WASM)/$${pair%:*}.wasm $(SITE).new $$name; \
	    $(WASM_OPT) $(SITE).new/$${name}_bg.wasm -o $(SITE).new/small.wasm; mv $(SITE).new/small.wasm $(SITE).new/$${name}_bg.wasm; \
	    style/node_modules/.bin/esbuild --minify --format=esm --log-level=error --allow-overwrite --outfile=$(SITE).new/$$name.js $(SITE).new/$$name.js; \
	  done; \
	  style/node_modules/.bin/lightningcss --bundle --minify --targets 'chrome >= 90, firefox >= 90, safari >= 14.1' style/main.css -o $(SITE).new/palabre.css; \
	  cp -r style/fonts style/canopy.svg style/favicon.svg $(SITE).new/; \
	  node style/compress.mjs $(SITE).new; touch $(SITE).new/.built; rm -rf $(SITE); mv $(SITE).new $(SITE); \
	fi
