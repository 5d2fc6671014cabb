#!/bin/sh
# Sets up .venv for the Makefile. Run from the project's folder:
#   sh scripts/setup.sh place            is .venv usable here? if not, its stamps go
#   sh scripts/setup.sh run PYTHON       .venv, requirements/run.txt, this package (editable)
#   sh scripts/setup.sh dev PYTHON       requirements/dev.txt and shapes.txt on top
#   sh scripts/setup.sh more             requirements/more.txt and Node's tools on top
# Everything installed is pinned by hash; pip's words are shown only when it fails.
set -eu

python=${2:-python3}
inside=.venv/bin/python
log=.venv/pip.log

say() { printf '%s\n' "$@" >&2; }

# A virtual environment knows its place by heart: after the folder was moved
# or copied, or Python was removed, it has to be made anew.
usable() {
    [ -f .venv/place ] && [ "$(cat .venv/place)" = "$(pwd -P)" ] &&
        "$inside" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null
}

make_venv() {
    if ! "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
        have=
        command -v "$python" >/dev/null && have=$("$python" --version 2>&1 | head -n 1)
        say "ต้องใช้ Python 3.11 ขึ้นไป แต่ \"$python\" คือ: ${have:-ไม่พบ}" \
            "ติดตั้งจาก https://www.python.org/downloads/ หรือระบุตัวที่มี เช่น: make PYTHON=python3.12" \
            "Python 3.11 or later is needed, but \"$python\" is: ${have:-not found}" \
            "Install one from https://www.python.org/downloads/ or name the one you have: make PYTHON=python3.12"
        exit 2
    fi
    rm -rf .venv
    if ! why=$("$python" -m venv .venv 2>&1); then
        rm -rf .venv
        say "$why" "" \
            "สร้าง .venv ไม่ได้ ถ้าเป็น Debian หรือ Ubuntu ให้ติดตั้ง: sudo apt-get install python3-venv" \
            "Could not make .venv. On Debian or Ubuntu: sudo apt-get install python3-venv"
        exit 2
    fi
    pwd -P >.venv/place
}

install() {
    if "$inside" -m pip --disable-pip-version-check --no-input install --quiet "$@" >"$log" 2>&1; then
        return 0
    fi
    cat "$log" >&2
    say ""
    if grep -qiE 'NewConnectionError|NameResolution|getaddrinfo|Temporary failure|Name or service not known|ConnectTimeout|ReadTimeout|timed out|Connection (refused|reset|broken|aborted)|Network is unreachable|Max retries|ProxyError|SSLError|CERTIFICATE_VERIFY_FAILED|No matching distribution found' "$log"; then
        say "ติดต่อคลังแพ็กเกจของ Python (pypi.org) ไม่ได้ หรือคลังสำรองที่ใช้ไม่มีรุ่นนี้: ตรวจอินเทอร์เน็ต ไฟร์วอลล์ หรือพร็อกซี (HTTPS_PROXY) แล้วสั่งซ้ำ" \
            "Python's package registry (pypi.org) is out of reach, or the mirror in use lacks this version:" \
            "check the network, the firewall or the proxy (HTTPS_PROXY), then run the same command again."
    elif grep -qi 'do not match the hashes' "$log"; then
        say "แพ็กเกจที่ได้มาไม่ตรงกับที่ตรึงไว้ จึงไม่ติดตั้ง: ถ้าใช้คลังสำรองให้ตรวจคลังนั้น" \
            "A package is not the one that was pinned, so it was not installed: if you use a mirror, look at the mirror."
    else
        say "pip ติดตั้งไม่สำเร็จ เหตุผลอยู่ด้านบน" \
            "pip could not install; the reason is above."
    fi
    exit 2
}

case ${1:-} in
place)
    usable || rm -f .venv/run.stamp .venv/dev.stamp .venv/more.stamp
    ;;
run)
    usable || make_venv
    say "กำลังเตรียมเครื่องมือใน .venv (setting up .venv)"
    install --require-hashes -r requirements/run.txt
    install --no-deps --no-build-isolation --editable .
    : >.venv/run.stamp
    ;;
dev)
    say "กำลังเตรียมเครื่องมือทดสอบใน .venv (setting up the test tools)"
    install --require-hashes -r requirements/dev.txt
    install --require-hashes --no-deps -r requirements/shapes.txt
    : >.venv/dev.stamp
    ;;
more)
    say "กำลังเตรียมเครื่องมือตรวจหน้าเว็บ (setting up the tools that check pages)"
    install --require-hashes -r requirements/more.txt
    "$inside" scripts/node_tools.py .venv/node || exit 2
    : >.venv/more.stamp
    ;;
*)
    say "usage: sh scripts/setup.sh place|run|dev|more [PYTHON]"
    exit 2
    ;;
esac
