"""Compile and install llama-cpp-python behind a program that already runs.

It takes minutes, so it happens in a process of its own, niced, that outlives whoever started it.
How it stands is told in `.venv/aac-setup/engine.json`, for instance
{"state": "compiling", "done": 37, "of": 140, "reason": ""}, where the state is one of preparing,
compiling, installing, ready, blocked (something is missing; every start tries again) and failed
(the first start an hour later tries again); the last two have a reason.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from engine_wheel import BuildError, EngineWheel
from project import ENGINE, Project, SetupError, is_locked, locked, run_pip, say, write

_RETRY_AFTER_SECONDS = 3600
_TOLD_EVERY_SECONDS = 30
_STARTS = 3
_TRIAL = "import llama_cpp; llama_cpp.llama_backend_init()"


@dataclass(frozen=True, slots=True)
class Progress:
    """How the build stands."""

    state: str
    done: int = 0
    of: int = 0
    reason: str = ""

    @property
    def is_over(self) -> bool:
        """Whether nothing more is going to happen by itself."""
        return self.state in {"ready", "blocked", "failed"}

    def __str__(self) -> str:
        files = f", {self.done} of {self.of} files" if self.of else ""
        return f"{ENGINE}: {self.state}{files}{': ' * bool(self.reason)}{self.reason}"


@dataclass(frozen=True, slots=True)
class EngineBuild:
    """The build of one version for one checkout, and what is told of it."""

    project: Project
    version: str

    @property
    def record(self) -> Path:
        """Where the progress is told."""
        return self.project.marks / "engine.json"

    @property
    def lock(self) -> Path:
        """Held while somebody builds for this checkout."""
        return self.project.marks / "engine.lock"

    @property
    def ready(self) -> Path:
        """Holds the version that is installed; packaging/prepare.sh reads it too."""
        return self.project.marks / "engine-ready"

    @property
    def log(self) -> Path:
        """Every word of pip and the compiler."""
        return self.project.marks / "engine.log"

    @property
    def is_ready(self) -> bool:
        """Whether this very version is installed."""
        return self.ready.exists() and self.ready.read_text("utf-8").strip() == self.version

    def progress(self) -> Progress:
        """What was told last."""
        try:
            return Progress(**json.loads(self.record.read_text("utf-8")))
        except (OSError, ValueError, TypeError):
            return Progress("preparing")

    def tell(self, progress: Progress) -> None:
        """Tell how the build stands."""
        write(self.record, json.dumps(asdict(progress)))

    def age(self) -> float:
        """Seconds since something was told."""
        return time.time() - self.record.stat().st_mtime


def start(build: EngineBuild) -> None:
    """Begin or resume the build in the background, unless it is done, under way or hopeless."""
    if build.is_ready:
        return
    if is_locked(build.lock):
        say(f"{build.progress()}. Until it is there, the rules make the sentences.")
    elif build.progress().state == "failed" and build.age() < _RETRY_AFTER_SECONDS:
        say(f"{build.progress()} (see {build.log}). The rules make the sentences.")
    else:
        _begin(build)
        say(f"{ENGINE} is made ready in the background, which may take some minutes; until it")
        say(f"is there, the rules make the sentences. Log: {build.log}")


def _begin(build: EngineBuild) -> None:
    build.tell(Progress("preparing"))
    with build.log.open("a", encoding="utf-8") as log:
        subprocess.Popen(
            [sys.executable, "-Es", Path(__file__).resolve(), "work"],
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            start_new_session=True,
        )


def work(build: EngineBuild) -> None:
    """Build and install; how it goes, and why if it cannot be done, is told in the record."""
    os.nice(15)
    with locked(build.lock, f"{ENGINE} is being built by another process."):
        if build.is_ready:
            return
        try:
            _build(build)
        except BuildError as error:
            build.tell(Progress("failed", reason=str(error)))
        except (SetupError, OSError) as error:
            build.tell(Progress("blocked", reason=str(error)))


def _build(build: EngineBuild) -> None:
    wheel = EngineWheel(
        build.project,
        build.version,
        heard=say,
        compiled=lambda done, of: build.tell(Progress("compiling", done, of)),
    )
    package = wheel.get()
    build.tell(Progress("installing"))
    with locked(build.project.lock, "Waiting for the set-up.") as lock:
        # Reinstalling repairs what a killed installation left.
        options = ["--no-index", "--no-deps", "--force-reinstall", str(package)]
        if run_pip(build.project, ["install", *options], lock, say):
            raise SetupError("it could not be installed")
        if not _loads(build.project):
            run_pip(build.project, ["uninstall", "-y", ENGINE], lock, say)
            wheel.discard()
            raise BuildError("it was compiled, but does not load")
        write(build.ready, f"{build.version}\n")
    build.tell(Progress("ready"))


def _loads(project: Project) -> bool:
    """Whether it can be used on this processor; a crash is caught here rather than in the app."""
    return subprocess.run([project.python, "-c", _TRIAL], check=False).returncode == 0


def wait(build: EngineBuild) -> bool:
    """Follow the build to its end, with a line now and then; whether the engine is there."""
    if build.progress().is_over and not build.is_ready:
        build.tell(Progress("preparing"))
    starts, told = 0, 0.0
    while not build.is_ready and not build.progress().is_over:
        if not is_locked(build.lock) and (starts == 0 or build.age() > 10):
            if starts == _STARTS:
                say(f"{ENGINE}: the build dies without a word (see {build.log})")
                return False
            starts += 1
            start(build)
        if time.monotonic() - told >= _TOLD_EVERY_SECONDS:
            say(str(build.progress()))
            told = time.monotonic()
        time.sleep(0.5)
    say(str(build.progress()))
    return build.is_ready


def main(argv: Sequence[str] | None = None) -> int:
    """`start` at most begins the build, `wait` follows it to the end, `work` is the build."""
    parser = argparse.ArgumentParser(description=f"Compile {ENGINE} in the background.")
    parser.add_argument("verb", choices=["start", "wait", "work"])
    verb = parser.parse_args(argv).verb
    try:
        project = Project(Path(__file__).resolve().parent.parent)
        build = EngineBuild(project, project.pinned(ENGINE))
        if verb == "wait":
            return 0 if wait(build) else 1
        (start if verb == "start" else work)(build)
    except (SetupError, OSError) as error:
        say(f"{ENGINE}: {error}")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
