"""Where things are in a checkout, and the locks and marks that keep two set-ups apart."""

from __future__ import annotations

import fcntl
import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ENGINE = "llama-cpp-python"
"""Compiled for minutes, so it comes after everything else and without holding it up."""
ENGINE_NEEDS = ("diskcache", "jinja2", "numpy", "typing-extensions")
"""What ENGINE requires itself: installed beforehand, so that it can come without a network."""


class SetupError(Exception):
    """Why the set-up cannot go on: one sentence for a person."""


@dataclass(frozen=True, slots=True)
class Project:
    """A checkout and the environment in it."""

    root: Path
    """The folder with pyproject.toml."""

    @property
    def environment(self) -> Path:
        """The virtual environment."""
        return self.root / ".venv"

    @property
    def python(self) -> Path:
        """The environment's interpreter."""
        return self.environment / "bin" / "python"

    @property
    def marks(self) -> Path:
        """What is done and what is not; goes when the environment goes."""
        return self.environment / "aac-setup"

    @property
    def lock(self) -> Path:
        """Held by whoever changes the environment; outside it, since it may be made anew."""
        return self.root / ".setup.lock"

    @property
    def unfinished(self) -> Path:
        """There while packages are being written; left by a set-up that was killed."""
        return self.root / ".setup.unfinished"

    @property
    def constraints(self) -> Path:
        """The one version of every package."""
        return self.root / "packaging" / "constraints.txt"

    def requirements(self, *extras: str) -> list[str]:
        """What to install for the program, its build and `extras`: all but ENGINE itself.

        Raises SetupError for an extra that pyproject.toml does not have.
        """
        text = tomllib.loads((self.root / "pyproject.toml").read_text("utf-8"))
        wanted = [*text["build-system"]["requires"], *text["project"]["dependencies"]]
        wanted += ENGINE_NEEDS
        offered = text["project"]["optional-dependencies"]
        for extra in extras:
            if extra not in offered:
                raise SetupError(f"{extra!r} is none of the extras {', '.join(sorted(offered))}")
            wanted += offered[extra]
        return sorted({line for line in wanted if requirement_name(line) != ENGINE})

    def pinned(self, name: str) -> str:
        """The version of `name` in the constraints; SetupError where there is none."""
        for line in self.constraints.read_text("utf-8").splitlines():
            pin, _, version = line.partition(";")[0].strip().partition("==")
            if pin == name:
                return version
        raise SetupError(f"{self.constraints}: no version of {name}")


def requirement_name(requirement: str) -> str:
    """The normalised name in front of a requirement's versions and markers (PEP 503)."""
    found = re.match(r"\s*([A-Za-z0-9][A-Za-z0-9._-]*)", requirement)
    return re.sub(r"[-_.]+", "-", found[1]).lower() if found else ""


@contextmanager
def locked(path: Path, waiting: str) -> Iterator[int]:
    """Hold the lock file at `path`; say `waiting` if somebody else has it. Yields its descriptor.

    A child process that is given the descriptor keeps the lock for as long as it lives, even if
    this process is killed.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
    try:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            say(waiting)
            fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield descriptor
    finally:
        os.close(descriptor)


def is_locked(path: Path) -> bool:
    """Whether somebody holds the lock file at `path` now."""
    if not path.exists():
        return False
    descriptor = os.open(path, os.O_RDWR)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    finally:
        os.close(descriptor)
    return False


def run_pip(
    project: Project,
    arguments: Sequence[str],
    lock: int,
    heard: Callable[[str], None],
    environment: Mapping[str, str] | None = None,
) -> int:
    """Run the environment's pip, tell `heard` every line as it comes, return the exit status.

    pip holds the lock too: should only this process be killed, nobody begins before pip ends.
    """
    with subprocess.Popen(
        [project.python, "-m", "pip", *arguments, "--no-input", "--progress-bar=off"],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
        env=os.environ | dict(environment or {}),
        pass_fds=[lock],
    ) as pip:
        for line in pip.stdout or ():
            heard(line.rstrip())
    return pip.returncode


def write(path: Path, text: str) -> None:
    """Put `text` at `path`, whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f"{path.name}.{os.getpid()}.tmp")
    draft.write_text(text, "utf-8")
    draft.replace(path)


def say(line: str) -> None:
    """A line of progress; standard output is left to the program that is started afterwards."""
    print(line, file=sys.stderr, flush=True)
