# shellcheck shell=sh disable=SC2154
# Read by packaging/run and packaging/test, which set `root` first: brings .venv up to date.
# It is quick when nothing has changed: one checksum, and asking the interpreter for its version.

environment=$root/.venv
marks=$environment/aac-setup

# The first Python that is new enough; a Debian with python3-minimal alone lacks modules.
find_python() {
    for candidate in "${AAC_PYTHON:-python3}" python3.13 python3.12 python3.11 python3.14; do
        if "$candidate" -c 'import sys, argparse, json, subprocess, tomllib, venv
sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            command -v "$candidate"
            return
        fi
    done
    echo "Python 3.11 or newer is needed: sudo apt-get install -y python3 python3-venv" >&2
    return 1
}

# What the set-up depends on, as one word; moving the checkout breaks its environment too.
stamp() {
    (cd "$root" && cat pyproject.toml packaging/constraints.txt packaging/setup_environment.py \
        packaging/project.py packaging/system_packages.py && echo "$root") | cksum | tr ' ' -
}

# prepare run|test: everything but llama-cpp-python.
prepare() {
    expected=$(stamp)
    version=$("$environment/bin/python" -V 2>/dev/null) || version=none
    # Word by word, so that spaces do not matter; only the tests have further extras.
    # shellcheck disable=SC2086
    extras=$([ "$1" != test ] || echo ${AAC_EXTRAS:-})
    if [ "$(cat "$marks/$1" 2>/dev/null)" != "$expected
$version${extras:+
$extras}" ] || [ -e "$root/.setup.unfinished" ]; then
        python=$(find_python) || exit 1
        "$python" -Es "$root/packaging/setup_environment.py" "$1" "$expected" || exit
    fi
}

# engine start|wait: llama-cpp-python, whose compilation takes minutes; see build_engine.py.
engine() {
    [ -z "${AAC_NO_COMPILE:-}" ] || return 0
    installed=$(cat "$marks/engine-ready" 2>/dev/null) || installed=none
    grep -qx "llama-cpp-python==$installed" "$root/packaging/constraints.txt" && return 0
    python=$(find_python) || return 1
    "$python" -Es "$root/packaging/build_engine.py" "$1"
}
