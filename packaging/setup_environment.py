"""Make `.venv` ready to run or to test the program; packaging/run and packaging/test call it.

Needs nothing but Python 3.11 and its standard library. It may be killed at any point: the next
call repairs what was left. It leaves llama-cpp-python to build_engine.py.
"""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import system_packages
from project import Project, SetupError, locked, run_pip, say, write

_EXTRAS = {"run": (), "test": ("dev",)}
_MORE_EXTRAS = "AAC_EXTRAS"
"""Names of further extras for the tests, parted by spaces."""
_IMPORTS = "import PySide6.QtWidgets, pyttsx3, requests, platformdirs"
_TOLD = re.compile(r"\s*(Downloading (?!\S+\.metadata).*|Installing collected packages)")
_BEGUN = "Installing collected packages"


def set_up(project: Project, purpose: str, stamp: str) -> None:
    """Bring the environment to what pyproject.toml asks for `purpose`; SetupError if it cannot."""
    with locked(project.lock, "Another set-up is at work here; waiting for it.") as lock:
        if _is_done(project, purpose, stamp):
            return
        began = time.monotonic()
        say(f"Setting up {project.environment} (once; a few minutes).")
        compiler = not os.environ.get("AAC_NO_COMPILE")
        screen = bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
        packages = system_packages.needed(purpose, compiler=compiler, screen=screen)
        system_packages.install(packages)
        _make_environment(project, lock)
        _install(project, purpose, lock)
        _try_out(project)
        _mark_done(project, purpose, stamp)
        say(f"Set up in {time.monotonic() - began:.0f} s.")


def _is_done(project: Project, purpose: str, stamp: str) -> bool:
    mark = project.marks / purpose
    return mark.is_file() and mark.read_text("utf-8") == _mark(project, stamp, purpose)


def _mark_done(project: Project, purpose: str, stamp: str) -> None:
    # What is enough for the tests is enough for the program.
    for done in {purpose, "run"}:
        write(project.marks / done, _mark(project, stamp, done))


def _mark(project: Project, stamp: str, purpose: str) -> str:
    """The stamp, the interpreter, for a system upgrade may put another one behind the same link,
    and the further extras where there are any."""
    try:
        asked = subprocess.run([project.python, "-V"], capture_output=True, text=True, check=False)
    except OSError:
        return ""
    more = " ".join(_more_extras(purpose))
    return "".join(f"{line}\n" for line in (stamp, asked.stdout.strip(), more) if line)


def _more_extras(purpose: str) -> list[str]:
    return os.environ.get(_MORE_EXTRAS, "").split() if purpose == "test" else []


def _make_environment(project: Project, lock: int) -> None:
    if project.unfinished.exists():
        say("The last set-up was interrupted; making .venv anew.")
    elif _has_pip(project):
        return
    else:
        say(f"Making .venv with Python {sys.version.split()[0]}.")
    write(project.unfinished, "")
    made = subprocess.run(
        [sys.executable, "-m", "venv", "--clear", project.environment],
        capture_output=True,
        text=True,
        pass_fds=[lock],
        check=False,
    )
    if made.returncode or not _has_pip(project):
        reason = (made.stdout + made.stderr).strip().splitlines() or ["no pip in it"]
        raise SetupError(f"cannot make {project.environment}: {reason[-1]}")


def _has_pip(project: Project) -> bool:
    """Whether the environment can install; one made without pip is given it."""
    if not os.access(project.python, os.X_OK):
        return False
    asks_pip, makes_pip = ["pip", "--version"], ["ensurepip", "--default-pip"]

    def succeeds(arguments: list[str]) -> bool:
        call = [str(project.python), "-m", *arguments]
        return subprocess.run(call, capture_output=True, check=False).returncode == 0

    return succeeds(asks_pip) or (succeeds(makes_pip) and succeeds(asks_pip))


def _install(project: Project, purpose: str, lock: int) -> None:
    wanted = project.requirements(*_EXTRAS[purpose], *_more_extras(purpose))
    _pip_install(project, ["-c", str(project.constraints), *wanted], lock)
    # setuptools is there by now, so that a second set-up needs no network for this.
    ours = ["--no-deps", "--no-build-isolation", "-e", str(project.root)]
    _pip_install(project, ours, lock)


def _pip_install(project: Project, arguments: Sequence[str], lock: int) -> None:
    """Run `pip install`, told in plain lines; SetupError with pip's last word.

    The mark `unfinished` stays when packages may have been written in part, and only then: an
    environment that works must outlive a set-up that the network failed.
    """
    write(project.unfinished, "")
    project.marks.mkdir(exist_ok=True)
    lines = []

    def heard(line: str) -> None:
        lines.append(line)
        print(line, file=log, flush=True)
        if told := _TOLD.match(line):
            say(f"  {told[1]}")

    with (project.marks / "setup.log").open("a", encoding="utf-8") as log:
        # With something to fall back on, a start without a network should not wait long.
        patience = ["--retries=1"] if (project.marks / "run").exists() else []
        status = run_pip(project, ["install", *patience, *arguments], lock, heard)
    begun = any(line.startswith(_BEGUN) for line in lines)
    if status == 0 or (status > 0 and not begun):
        project.unfinished.unlink()
    if status:
        raise SetupError(f"{_last_error(lines)} (all of it: {project.marks / 'setup.log'})")


def _last_error(lines: Sequence[str]) -> str:
    if any("Retrying (Retry(" in line for line in lines):
        return "the packages cannot be fetched, is there a network?"
    errors = [line for line in lines if line.startswith("ERROR:") and line != "ERROR: Exception:"]
    said = errors or [line for line in lines if line]
    return said[-1] if said else "pip said nothing"


def _try_out(project: Project) -> None:
    """See that Qt and the rest can be loaded: a missing system library is told here, once."""
    tried = subprocess.run(
        [project.python, "-c", _IMPORTS], capture_output=True, text=True, check=False
    )
    if tried.returncode:
        reason = tried.stderr.strip().splitlines()[-1]
        qt = " ".join(system_packages.QT)
        raise SetupError(f"{reason}. Of the system, Qt needs what Debian calls {qt}")


def main(argv: Sequence[str] | None = None) -> int:
    """Set up; 0 done, or impossible now but an earlier set-up still works for running."""
    parser = argparse.ArgumentParser(description="Make .venv ready.")
    parser.add_argument("purpose", choices=sorted(_EXTRAS))
    parser.add_argument("stamp", help="what the set-up depends on, as one word")
    arguments = parser.parse_args(argv)
    project = Project(Path(__file__).resolve().parent.parent)
    try:
        set_up(project, arguments.purpose, arguments.stamp)
    except KeyboardInterrupt:
        say("Interrupted; the next start goes on from here.")
        return 130
    except (SetupError, OSError) as error:
        say(f"packaging/{arguments.purpose}: {error}")
        return 0 if arguments.purpose == "run" and _works(project) else 1
    return 0


def _works(project: Project) -> bool:
    """Whether an earlier set-up is whole, so that the program can start with it."""
    works = (project.marks / "run").exists() and not project.unfinished.exists()
    if works:
        say("Starting with what an earlier set-up installed.")
    return works


if __name__ == "__main__":
    sys.exit(main())
