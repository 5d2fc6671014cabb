# โปร่งใส · Prongsai.  `make help` lists what there is.
# Plain POSIX make: GNU make 3.81 (macOS) and BSD make run it too. Every path
# is relative, so the folder may stand anywhere, spaces in its name included.

PYTHON ?= python3
PY = .venv/bin/python
RUN = .venv/run.stamp
DEV = .venv/dev.stamp
MORE = .venv/more.stamp

# In the order written, even under -j: the stamps share one .venv.
.NOTPARALLEL:

.PHONY: site serve examples test test-all test-more screenshots lint format bench bench-verify lock clean distclean help place

# The default: the site of content/ in site/
site: place $(RUN)
	@$(PY) -m prongsai build

serve: place $(RUN)
	@$(PY) -m prongsai serve

examples: place $(RUN)
	@bad=; for folder in examples/*/; do \
		[ -f "$${folder}mkdocs.yml" ] || continue; \
		echo "== $${folder%/}"; \
		$(PY) -m prongsai build --project "$${folder%/}" --site-dir "$$PWD/$${folder}site" || bad="$$bad $${folder%/}"; \
	done; \
	if [ -n "$$bad" ]; then echo "สร้างไม่สำเร็จ (failed):$$bad" >&2; exit 1; fi

# All that must hold before a change goes in. Nothing in here is optional.
test: place $(DEV) lint
	@$(PY) scripts/chromium.py .venv/chromium-path
	@PRONGSAI_CHROMIUM="$$(cat .venv/chromium-path)" $(PY) -m pytest -n auto --maxprocesses 4 --dist loadfile --no-loadscope-reorder

# `make test test-all` runs the tests once.
test-all: test test-more

# What takes longer or needs more: Lighthouse and the HTML checker (Node and Java come from PyPI), screenshots.
# One after the other: two measurements at once would disturb each other.
test-more: place $(DEV) $(MORE) examples
	@$(PY) scripts/chromium.py .venv/chromium-path
	@$(PY) scripts/firefox.py .venv/firefox-path
	@PRONGSAI_CHROMIUM="$$(cat .venv/chromium-path)" $(PY) -m pytest -m more
	@$(PY) benchmarks/bench.py --quick
	@$(PY) benchmarks/verify.py --quick
	@$(PY) scripts/replay.py

# Takes the kept screenshots anew after a change of the design; look at the difference before committing it.
screenshots: place $(DEV)
	@$(PY) scripts/chromium.py .venv/chromium-path
	@PRONGSAI_CHROMIUM="$$(cat .venv/chromium-path)" PRONGSAI_REWRITE=1 \
		$(PY) -m pytest -q -m more tests/quality/test_screenshots.py

# Every component with its states on one page for maintainers; of no town's site.
gallery: place $(DEV)
	@$(PY) scripts/gallery.py .gallery/index.html

lint: place $(DEV)
	@$(PY) -m ruff check .
	@$(PY) -m ruff format --check .
	@$(PY) -m mypy
	@.venv/bin/lint-imports --no-logo --no-cache

format: place $(DEV)
	@$(PY) -m ruff check --fix .
	@$(PY) -m ruff format .

bench: place $(DEV)
	@$(PY) benchmarks/bench.py
	@$(PY) scripts/chromium.py .venv/chromium-path
	@PRONGSAI_CHROMIUM="$$(cat .venv/chromium-path)" $(PY) -m benchmarks.search

# Three other link checkers are installed into .venv/bench-tools for it (needs npm).
bench-verify: place $(DEV)
	@$(PY) benchmarks/verify.py

# Pins the newest versions that pyproject.toml allows, by hash, for every platform.
lock: place $(RUN)
	@$(PY) -m pip --disable-pip-version-check install --quiet uv
	@set -e; compile() { $(PY) -m uv --no-config pip compile --quiet --upgrade --universal --python-version 3.11 \
		--generate-hashes --no-emit-index-url --no-emit-find-links --custom-compile-command "make lock" "$$@"; }; \
	compile pyproject.toml requirements/build.in --output-file requirements/run.txt; \
	compile pyproject.toml requirements/build.in --extra dev --constraint requirements/run.txt \
		--output-file requirements/dev.txt; \
	compile requirements/replay.in --output-file requirements/replay.txt; \
	compile requirements/shapes.in --no-deps --output-file requirements/shapes.txt; \
	compile requirements/more.in --output-file requirements/more.txt

clean:
	@rm -rf site examples/*/site .prongsai examples/*/.prongsai build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache .gallery .site-*
	@find . -name .venv -prune -o -name .git -prune -o -type d -name __pycache__ -prune -exec rm -rf {} +

distclean: clean
	@rm -rf .venv

help:
	@echo "make            สร้างเว็บไซต์จาก content/ ไว้ที่ site/          the site of content/ into site/"
	@echo "make serve      เปิดดูระหว่างแก้ไข ปรับตามทันที               look at it while you edit"
	@echo "make examples   สร้างเว็บไซต์ตัวอย่างทุกแห่ง                    the sites of all examples"
	@echo "make test       ตรวจทั้งหมด รวมเบราว์เซอร์ Chromium           every check, Chromium's too"
	@echo "make test-all   ตรวจทั้งหมด ตัวอย่าง และวัดความเร็ว             the same, examples and benchmark"
	@echo "make screenshots ถ่ายภาพหน้าเว็บไว้เทียบใหม่                  the kept pictures of pages anew"
	@echo "make gallery    หน้ารวมส่วนประกอบของหน้าเว็บ                   all components on one page"
	@echo "make lint       ตรวจรูปแบบ ชนิดข้อมูล และชั้นของโปรแกรม        style, types, floors"
	@echo "make format     จัดรูปแบบโปรแกรม                           put the style right"
	@echo "make bench      วัดเวลาและหน่วยความจำ                       time and memory"
	@echo "make bench-verify  วัดการเปิดดูหลักฐานเทียบโปรแกรมตรวจลิงก์อื่น       visits beside other link checkers"
	@echo "make lock       ตรึงรุ่นของแพ็กเกจใหม่                        pin the dependencies anew"
	@echo "make clean      ลบสิ่งที่สร้างขึ้น (distclean: รวม .venv)         remove what was built (distclean: .venv too)"
	@echo "                เลือก Python เอง: make PYTHON=python3.12"

place:
	@sh scripts/setup.sh place

$(RUN): requirements/run.txt pyproject.toml
	@sh scripts/setup.sh run "$(PYTHON)"

$(DEV): $(RUN) requirements/dev.txt requirements/shapes.txt
	@sh scripts/setup.sh dev "$(PYTHON)"

$(MORE): $(DEV) requirements/more.txt tests/quality/package-lock.json
	@sh scripts/setup.sh more
