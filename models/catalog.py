"""Which language models there are, what each needs, and which one this machine can run at speed."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from models.checksums import note_of, write_note
from models.errors import CatalogError

NEEDED_SPEED: Final = 25.0
"""Tokens a second with which a sentence of twelve tokens takes half a second."""

_KNOWN: Final = Path(__file__).parent / "data" / "models.toml"
_RECORD: Final = "models.toml"
_SHIPPED: Final = Path(__file__).parent / "pretrained"
_MEMORY_SHARE: Final = 0.5
"""Of the memory that is free; the rest is for the window, the voice and other programs."""
_MB_PER_CORE_SECOND: Final = 2400.0
"""Megabytes of weights that one core works through in a second, where nothing was measured: two
thirds of what two cores did with a file of 120 MB, which took them 17 ms a token."""


@dataclass(frozen=True, slots=True)
class KnownModel:
    """One model: a GGUF file, and what must be known of it before it is used."""

    name: str
    file: str
    size: int
    """In bytes."""
    sha256: str
    licence: str
    languages: tuple[str, ...]
    memory_mb: int
    """What the program holds with the model loaded, in MB (10^6 bytes)."""
    quality: int = 0
    """0: not adapted to our prompt, never picked by itself; else a rank, higher is better."""
    title: str = ""
    repository: str = ""
    """Where the hub has it; empty for one that comes with the program."""
    revision: str = "main"


@dataclass(frozen=True, slots=True)
class Machine:
    """What matters of a computer."""

    memory_mb: float | None
    """Memory that is free, in MB; None where the system does not tell."""
    cores: int
    speeds: Mapping[str, float] = field(default_factory=dict)
    """Tokens a second that models made here, by name, as far as it was measured."""


def choose(models: Iterable[KnownModel], machine: Machine) -> KnownModel | None:
    """The best adapted model that fits into memory and is fast enough; of equals the smaller.

    None where none does: then the rules speak alone.
    """
    good = [
        model
        for model in models
        if model.quality > 0
        and fits(model, machine)
        and expected_speed(model, machine) >= NEEDED_SPEED
    ]
    return max(good, key=lambda model: (model.quality, -model.size, model.name), default=None)


def fits(model: KnownModel, machine: Machine) -> bool:
    """Whether there is memory for it."""
    return machine.memory_mb is None or model.memory_mb <= machine.memory_mb * _MEMORY_SHARE


def expected_speed(model: KnownModel, machine: Machine) -> float:
    """Tokens a second: measured, or by what another model of known size made, or by the cores.

    Writing a token reads all weights once, so time goes with the size of the file.
    """
    if model.name in machine.speeds:
        return machine.speeds[model.name]
    return _MB_PER_CORE_SECOND * max(1, min(machine.cores, 4)) / (model.size / 1e6)


# What is known, and what is here ----------------------------------------------------------


def known_models(path: Path = _KNOWN) -> tuple[KnownModel, ...]:
    """The models in a catalogue file. Raises CatalogError where it cannot be read."""
    try:
        entries = tomllib.loads(path.read_text("utf-8")).get("model", [])
        return tuple(_model(entry) for entry in entries)
    except FileNotFoundError:
        return ()
    except (OSError, ValueError, TypeError, AttributeError, LookupError) as error:
        raise CatalogError(f"{path}: it is no catalogue of models ({error})") from error


def _model(entry: Mapping[str, Any]) -> KnownModel:
    return KnownModel(**{**entry, "languages": tuple(entry["languages"])})


def shipped_models(folder: Path = _SHIPPED) -> dict[KnownModel, Path]:
    """The models that come with the program, and their files."""
    described = {model.file: model for model in known_models(folder / _RECORD)}
    return {
        described.get(file.name) or _undescribed(file): file
        for file in sorted(folder.glob("*.gguf"))
    }


def _undescribed(file: Path) -> KnownModel:
    """A shipped model without an entry: what can be seen from outside."""
    size = file.stat().st_size
    memory = round(size / 1e6 * 1.5) + 60
    return KnownModel(
        file.stem, file.name, size, "", "see the model card", ("es", "en"), memory, quality=1
    )


def fetched_models(folder: Path) -> dict[KnownModel, Path]:
    """The models that were fetched into a folder, and their files."""
    here = {model: folder / model.file for model in known_models(folder / _RECORD)}
    return {model: file for model, file in here.items() if file.exists()}


def record(model: KnownModel, folder: Path) -> None:
    """Remember that a model has been fetched, and its checksum for whenever it is loaded."""
    others = [each for each in known_models(folder / _RECORD) if each.name != model.name]
    write_note(folder / model.file, model.sha256)
    _write(folder, [*others, model])


def remove(model: KnownModel, folder: Path) -> None:
    """Delete a fetched model. Raises CatalogError where it cannot be deleted."""
    path = folder / model.file
    try:
        path.unlink(missing_ok=True)
        note_of(path).unlink(missing_ok=True)
    except OSError as error:
        raise CatalogError(f"{path}: it cannot be deleted ({error.strerror})") from error
    _write(folder, [each for each in known_models(folder / _RECORD) if each.name != model.name])


def _write(folder: Path, models: Iterable[KnownModel]) -> None:
    draft = folder / f"{_RECORD}.tmp"
    draft.write_text("\n".join(map(_entry, models)), "utf-8")
    draft.replace(folder / _RECORD)


def _entry(model: KnownModel) -> str:
    """One model in TOML; texts are written as JSON strings, which TOML's basic strings contain."""
    import json

    texts = ("name", "title", "repository", "revision", "file", "sha256", "licence")
    numbers = ("size", "memory_mb", "quality")
    lines = ["[[model]]"]
    lines += [f"{key} = {json.dumps(getattr(model, key), ensure_ascii=False)}" for key in texts]
    lines += [f"languages = {json.dumps(list(model.languages))}"]
    lines += [f"{key} = {getattr(model, key)}" for key in numbers]
    return "\n".join([*lines, ""])
