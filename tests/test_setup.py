"""Setting up: locks, marks, the background build's record, and packaging/run itself."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from importlib import metadata
from pathlib import Path
from types import ModuleType, SimpleNamespace

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).resolve().parent.parent
PARTS = ("packaging/run", "packaging/prepare.sh", "packaging/constraints.txt", "pyproject.toml")


@pytest.fixture
def scripts(monkeypatch: pytest.MonkeyPatch) -> SimpleNamespace:
    """The modules in packaging/, which is no package."""
    monkeypatch.syspath_prepend(str(ROOT / "packaging"))
    names = ("project", "system_packages", "engine_wheel", "build_engine", "setup_environment")
    modules: dict[str, ModuleType] = {name: __import__(name) for name in names}
    return SimpleNamespace(**modules)


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A copy that counts as set up, whose aac-app tells its arguments and its screen."""
    root = tmp_path / "check out"
    for part in PARTS:
        (root / part).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / part, root / part)
    for module in (ROOT / "packaging").glob("*.py"):
        shutil.copy(module, root / "packaging")
    marks = root / ".venv" / "aac-setup"
    marks.mkdir(parents=True)
    program = root / ".venv" / "bin" / "aac-app"
    program.parent.mkdir()
    program.write_text('#!/bin/sh\nprintf "<%s>" "$@"\necho " $DISPLAY"\nexit 7\n')
    program.chmod(0o755)
    (root / ".venv" / "bin" / "python").symlink_to(sys.executable)
    source = f"root='{root}'; . '{root}/packaging/prepare.sh'; stamp"
    stamp = subprocess.run(["sh", "-c", source], capture_output=True, text=True, check=True).stdout
    (marks / "run").write_text(f"{stamp.strip()}\nPython {sys.version.split()[0]}\n")
    return root


@pytest.fixture
def run(checkout: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., object]:
    """Call packaging/run of the copy, with no compiling and no screen but what is given."""

    def call(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [checkout / "packaging" / "run", *arguments],
            capture_output=True,
            text=True,
            check=False,
            env=os.environ | {"AAC_NO_COMPILE": "1"} | environment,
        )

    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    return call


@pytest.fixture
def build(scripts: SimpleNamespace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> object:
    """A build for a checkout with nothing in it, and an empty cache."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    project = scripts.project.Project(tmp_path / "checkout")
    return scripts.build_engine.EngineBuild(project, "1.2.3")


def test_what_the_engine_needs_is_installed_before_it(scripts):
    try:
        required = metadata.requires("llama-cpp-python") or []
    except metadata.PackageNotFoundError:
        pytest.skip("needs llama-cpp-python")
    names = {Requirement(line).name.lower() for line in required if "extra ==" not in line}
    assert {name.replace("_", "-") for name in names} <= set(scripts.project.ENGINE_NEEDS)


def test_the_engine_is_not_among_the_first_requirements(scripts):
    wanted = scripts.project.Project(ROOT).requirements("dev")
    names = {scripts.project.requirement_name(line) for line in wanted}
    assert {"pyside6-essentials", "pytest", "setuptools", "numpy"} <= names
    assert scripts.project.ENGINE not in names


def test_the_engine_has_a_version(scripts):
    project = scripts.project.Project(ROOT)
    assert project.pinned(scripts.project.ENGINE).count(".") >= 1
    with pytest.raises(scripts.project.SetupError, match="no version of nothing"):
        project.pinned("nothing")


def test_a_renamed_package_counts_under_its_old_name(scripts):
    listing = (
        "ii \tespeak-ng\t\n"
        "ii \tlibglib2.0-0t64\tlibglib2.0-0 (= 2.80.0-6), something\n"
        "rc \tcmake\t\n"
        "iU \txvfb\t\n"
    )
    installed = scripts.system_packages.provided(listing)
    wanted = ["espeak-ng", "libglib2.0-0", "cmake", "xvfb"]
    assert scripts.system_packages.missing(wanted, installed) == ["cmake", "xvfb"]


@pytest.mark.parametrize(
    ("purpose", "compiler", "screen", "present", "absent"),
    [
        ("run", True, True, {"espeak-ng", "build-essential"}, {"xvfb", "chromium"}),
        ("run", False, False, {"espeak-ng", "xvfb"}, {"build-essential"}),
        ("test", True, True, {"libegl1", "xvfb", "cmake"}, set()),
    ],
    ids=["on-a-desktop", "no-compiling-no-screen", "tests"],
)
def test_the_packages_that_are_needed(scripts, purpose, compiler, screen, present, absent):
    names = set(scripts.system_packages.needed(purpose, compiler=compiler, screen=screen))
    assert present <= names
    assert not absent & names


@pytest.mark.parametrize(
    ("about", "is_debian"),
    [
        ('NAME="Debian GNU/Linux"\nID=debian\n', True),
        ("ID=ubuntu\nID_LIKE=debian\n", False),
        (None, False),
    ],
    ids=["debian", "ubuntu", "unknown"],
)
def test_the_browser_is_asked_for_where_the_packages_are_called_so(
    scripts, tmp_path, about, is_debian
):
    path = tmp_path / "os-release"
    if about is not None:
        path.write_text(about, "utf-8")
    assert scripts.system_packages._is_debian(path) is is_debian


def test_a_lock_outlives_its_owner_in_a_child_that_was_given_it(scripts, tmp_path):
    path = tmp_path / "lock"
    owner = (
        f"import subprocess, sys; sys.path.insert(0, {str(ROOT / 'packaging')!r})\n"
        "from project import locked\nfrom pathlib import Path\n"
        f"with locked(Path({str(path)!r}), '') as lock:\n"
        "    child = subprocess.Popen(['sleep', '60'], pass_fds=[lock])\n"
        "    print(child.pid, flush=True)\n"
        "    child.wait()\n"
    )
    assert not scripts.project.is_locked(path)
    with subprocess.Popen([sys.executable, "-c", owner], stdout=subprocess.PIPE) as process:
        child = int(process.stdout.readline())
        process.kill()
    try:
        assert scripts.project.is_locked(path)
    finally:
        os.kill(child, signal.SIGKILL)
    deadline = time.monotonic() + 5
    while scripts.project.is_locked(path):
        assert time.monotonic() < deadline
        time.sleep(0.01)


def test_a_build_tells_how_it_stands(scripts, build):
    progress = scripts.build_engine.Progress("compiling", 37, 140)
    build.tell(progress)
    assert build.progress() == progress
    assert str(progress) == "llama-cpp-python: compiling, 37 of 140 files"
    assert json.loads(build.record.read_text("utf-8"))["state"] == "compiling"
    assert build.record == build.project.environment / "aac-setup" / "engine.json"


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"state": "ready", "more": 1}', "\0"])
def test_a_record_that_cannot_be_read_is_a_build_not_begun(build, text):
    build.record.parent.mkdir(parents=True)
    build.record.write_text(text)
    assert build.progress().state == "preparing"


def test_a_build_that_failed_is_not_begun_again_at_once(scripts, build, capsys):
    build.tell(scripts.build_engine.Progress("failed", reason="no"))
    scripts.build_engine.start(build)
    assert build.progress().state == "failed"
    assert not build.log.exists()
    assert "llama-cpp-python: failed: no" in capsys.readouterr().err


def test_a_second_start_leaves_the_first_alone(scripts, build, capsys):
    build.tell(scripts.build_engine.Progress("compiling", 1, 2))
    with scripts.project.locked(build.lock, ""):
        scripts.build_engine.start(build)
    assert build.progress().done == 1
    assert "1 of 2" in capsys.readouterr().err


def test_without_a_compiler_the_build_is_blocked_and_says_so(scripts, build, monkeypatch):
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr(os, "nice", lambda _: 0)
    scripts.build_engine.work(build)
    assert build.progress().state == "blocked"
    assert "apt-get install -y build-essential" in build.progress().reason
    assert not scripts.project.is_locked(build.lock)


def test_a_package_in_the_cache_is_not_compiled_again(scripts, build):
    wheel = scripts.engine_wheel.EngineWheel(build.project, build.version, print, print)
    wheel.folder.mkdir(parents=True)
    package = wheel.folder / "llama_cpp_python-1.2.3-py3-none-linux_x86_64.whl"
    package.write_bytes(b"")
    assert wheel.get() == package
    wheel.discard()
    assert not package.exists()


def test_machine_code_is_kept_apart_by_what_it_was_made_with(scripts):
    machine = scripts.engine_wheel.machine
    assert machine("-DA=ON") == machine("-DA=ON") != machine("-DA=OFF")


def test_run_hands_over_arguments_output_and_exit_code(run):
    ran = run("say", "--language", "es", "yo quiero", "*", "")
    assert ran.stdout == "<say><--language><es><yo quiero><*><> \n"
    assert (ran.stderr, ran.returncode) == ("", 7)


def test_run_is_quick_when_nothing_has_changed(run):
    run("say")

    def seconds() -> float:
        began = time.perf_counter()
        run("say")
        return time.perf_counter() - began

    assert min(seconds() for _ in range(5)) < 0.3


def test_a_signal_reaches_the_program(checkout, run):
    program = checkout / ".venv" / "bin" / "aac-app"
    program.write_text("#!/bin/sh\necho ready\nexec sleep 60\n")
    with subprocess.Popen(
        [checkout / "packaging" / "run", "say"],
        stdout=subprocess.PIPE,
        env=os.environ | {"AAC_NO_COMPILE": "1"},
    ) as process:
        assert process.stdout.readline() == b"ready\n"
        process.send_signal(signal.SIGTERM)
    assert process.returncode == -signal.SIGTERM


@pytest.mark.parametrize("change", ["pyproject.toml", "packaging/constraints.txt", "moved", "half"])
def test_a_change_sets_up_again(checkout, run, change, tmp_path):
    installer = tmp_path / "python"
    installer.write_text('#!/bin/sh\n[ "$1" = -c ] && exit 0\necho "set-up $3" >&2\nexit 5\n')
    installer.chmod(0o755)
    if change == "moved":
        (checkout / ".venv" / "aac-setup" / "run").write_text("another place\n")
    elif change == "half":
        (checkout / ".setup.unfinished").touch()
    else:
        with (checkout / change).open("a") as file:
            file.write("# changed\n")
    ran = run("say", AAC_PYTHON=str(installer))
    assert (ran.stderr, ran.returncode) == ("set-up run\n", 5)


@pytest.mark.parametrize(
    ("installed", "asked", "sets_up"),
    [
        ("", "", False),
        ("train evaluate", " train  evaluate ", False),
        ("", "evaluate", True),
        ("evaluate", "train evaluate", True),
        ("evaluate", "", True),
    ],
)
def test_other_extras_for_the_tests_set_up_again(
    scripts, checkout, monkeypatch, tmp_path, installed, asked, sets_up
):
    project = scripts.project.Project(checkout)
    stamp = (project.marks / "run").read_text("utf-8").splitlines()[0]
    monkeypatch.setenv("AAC_EXTRAS", installed)
    scripts.setup_environment._mark_done(project, "test", stamp)
    assert scripts.setup_environment._is_done(project, "run", stamp)
    installer = tmp_path / "python"
    installer.write_text('#!/bin/sh\n[ "$1" = -c ] && exit 0\necho "set-up $3"\nexit 5\n')
    installer.chmod(0o755)
    source = f"root='{checkout}'; . '{checkout}/packaging/prepare.sh'; prepare test; prepare run"
    prepared = subprocess.run(
        ["sh", "-c", source],
        capture_output=True,
        text=True,
        check=False,
        env=os.environ | {"AAC_EXTRAS": asked, "AAC_PYTHON": str(installer)},
    )
    assert prepared.stderr == ""
    assert prepared.stdout == ("set-up test\n" if sets_up else "")
    assert scripts.setup_environment._is_done(project, "test", stamp)


def test_an_extra_that_does_not_exist_is_named(scripts):
    with pytest.raises(scripts.project.SetupError, match="'magic' is none of the extras dev, eval"):
        scripts.project.Project(ROOT).requirements("dev", "magic")


def test_a_python_that_is_too_old_is_told(checkout, run, tmp_path):
    (checkout / ".venv" / "aac-setup" / "run").unlink()
    tools = tmp_path / "tools"
    tools.mkdir()
    for name in ("sh", "cat", "cksum", "dirname", "tr", "grep"):
        (tools / name).symlink_to(shutil.which(name))
    ran = run("say", PATH=str(tools))
    assert ran.stderr == (
        "Python 3.11 or newer is needed: sudo apt-get install -y python3 python3-venv\n"
    )
    assert ran.returncode == 1


@pytest.mark.skipif(
    not (shutil.which("Xvfb") and shutil.which("setpriv")), reason="needs Xvfb and setpriv"
)
@pytest.mark.parametrize(
    ("arguments", "opens"),
    [([], True), (["--language", "en"], True), (["say", "yo"], False), (["--help"], False)],
)
def test_a_window_gets_a_virtual_screen_where_there_is_none(run, arguments, opens):
    ran = run(*arguments)
    screen = ran.stdout.rpartition(" ")[2].strip()
    assert (ran.returncode, bool(screen), "virtual" in ran.stderr) == (7, opens, opens)
    if opens:
        assert _is_gone(Path(f"/tmp/.X11-unix/X{screen.removeprefix(':')}"))


def test_a_screen_that_is_there_is_used(run):
    ran = run(DISPLAY=":42")
    assert ran.stdout == "<> :42\n"
    assert ran.stderr == ""


def _is_gone(path: Path, seconds: float = 5) -> bool:
    deadline = time.monotonic() + seconds
    while path.exists() and time.monotonic() < deadline:
        time.sleep(0.02)
    return not path.exists()


@pytest.mark.parametrize(
    ("cpuinfo", "flags"),
    [
        ("flags\t: fpu avx2 amx_bf16 amx_tile amx_int8", ["-mno-amx-int8"] * 2),
        ("flags\t: fpu avx2", []),
    ],
    ids=["with-a-matrix-unit", "without"],
)
def test_the_engine_is_compiled_without_a_matrix_unit(
    scripts: SimpleNamespace, tmp_path: Path, cpuinfo: str, flags: list[str]
) -> None:
    (tmp_path / "cpuinfo").write_text(cpuinfo, "utf-8")
    given = scripts.engine_wheel.matrix_unit_flags(tmp_path / "cpuinfo")
    assert [flag.split("=")[1] for flag in given] == flags
    assert scripts.engine_wheel.matrix_unit_flags(tmp_path / "none") == ()
