"""The compiled package of llama-cpp-python: from the user's cache folder, or compiled into it.

A build that was interrupted goes on where it stopped, since source and objects stay in the cache
until the package is whole, and a second checkout finds the package and does not compile again.
"""

from __future__ import annotations

import os
import platform
import re
import shutil
import tarfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from project import ENGINE, Project, SetupError, locked, run_pip

_STEP = re.compile(r"\s*\[(\d+)/(\d+)\] ")
_CMAKE_ARGS = "-DLLAVA_BUILD=OFF"
"""Leaves out llama.cpp's models for images and sound."""


class BuildError(SetupError):
    """The compiler said no: trying again at once would say the same, minutes later."""


@dataclass(frozen=True, slots=True)
class EngineWheel:
    """One version of llama-cpp-python, compiled for this machine's processor."""

    project: Project
    version: str
    heard: Callable[[str], None]
    """Told every line of pip and the compiler."""
    compiled: Callable[[int, int], None]
    """Told how many files of how many are compiled."""

    @property
    def folder(self) -> Path:
        """Where it is kept: one folder for each version, processor and set of options."""
        home = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
        return home / "aac-communicator" / f"{ENGINE}-{self.version}-{machine(_cmake_args())}"

    def get(self) -> Path:
        """The package's file, compiled now if need be: BuildError or SetupError if it cannot."""
        self.folder.mkdir(parents=True, exist_ok=True)
        with locked(self.folder / "lock", "Another checkout is compiling it.") as lock:
            return next(self.folder.glob("*.whl"), None) or self._compile(lock)

    def discard(self) -> None:
        """Forget a package that turned out not to load."""
        for wheel in self.folder.glob("*.whl"):
            wheel.unlink()

    def _compile(self, lock: int) -> Path:
        if not any(map(shutil.which, ("c++", "g++", "clang++"))):
            raise SetupError("no C++ compiler: sudo apt-get install -y build-essential cmake")
        source, objects, fresh = self._source(lock), self.folder / "objects", self.folder / "fresh"
        shutil.rmtree(fresh, ignore_errors=True)
        arguments = ["wheel", "-v", "--no-deps", "--wheel-dir", str(fresh)]
        arguments += [f"--config-settings=build-dir={objects}", str(source)]
        if run_pip(self.project, arguments, lock, self._follow, _environment()):
            raise BuildError("it could not be compiled")
        made = next(fresh.glob("*.whl"))
        wheel = made.rename(self.folder / made.name)
        for rest in (fresh, source, objects):
            shutil.rmtree(rest, ignore_errors=True)
        return wheel

    def _follow(self, line: str) -> None:
        self.heard(line)
        if step := _STEP.match(line):
            self.compiled(int(step[1]), int(step[2]))

    def _source(self, lock: int) -> Path:
        """The unpacked source, always in the same place, so that finished objects stay valid."""
        source, archives = self.folder / "source", self.folder / "archives"
        if source.exists():
            return source
        arguments = ["download", "--no-deps", f"--no-binary={ENGINE}", "--dest", str(archives)]
        if run_pip(self.project, [*arguments, f"{ENGINE}=={self.version}"], lock, self.heard):
            raise SetupError("its source could not be downloaded")
        draft = self.folder / "draft"
        shutil.rmtree(draft, ignore_errors=True)
        with tarfile.open(next(archives.glob("*.tar.gz"))) as packed:
            # Debian 12's Python 3.11.2 has no filters yet.
            packed.extraction_filter = getattr(tarfile, "data_filter", lambda member, _: member)
            packed.extractall(draft)
        next(draft.iterdir()).rename(source)
        shutil.rmtree(archives)
        draft.rmdir()
        return source


def machine(options: str) -> str:
    """What machine code depends on, as one word: one home folder may serve several machines."""
    facts = [platform.machine(), *platform.libc_ver(), options]
    cpuinfo = Path("/proc/cpuinfo")
    if cpuinfo.exists():
        flags = re.search(r"(?m)^(?:flags|Features)\s*:(.*)$", cpuinfo.read_text("utf-8"))
        facts += sorted(flags[1].split()) if flags else []
    return f"{platform.machine()}-{zlib.crc32(' '.join(facts).encode()):08x}"


def _cmake_args() -> str:
    parts = (_CMAKE_ARGS, *matrix_unit_flags(), os.environ.get("CMAKE_ARGS", ""))
    return " ".join(filter(None, parts))


def matrix_unit_flags(cpuinfo: Path = Path("/proc/cpuinfo")) -> tuple[str, ...]:
    """Leave a processor's matrix unit (AMX) alone, where it has one.

    gcc 12 drops most of the unit's configuration (its header says that only eight bytes are read),
    and the first product with quantised weights would end the program.
    """
    if not cpuinfo.exists() or " amx_int8" not in cpuinfo.read_text("utf-8"):
        return ()
    return ("-DCMAKE_C_FLAGS=-mno-amx-int8", "-DCMAKE_CXX_FLAGS=-mno-amx-int8")


def _environment() -> dict[str, str]:
    jobs = max(2, (os.cpu_count() or 2) // 2)
    return {"CMAKE_ARGS": _cmake_args(), "CMAKE_BUILD_PARALLEL_LEVEL": str(jobs)}
