"""Models from a hub (huggingface.co, or what HF_ENDPOINT names), by huggingface_hub alone.

Nothing is sent but the name of the file: no token, no telemetry.
"""

from __future__ import annotations

import errno
import os
import re
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

from models.catalog import KnownModel, record
from models.checksums import sha256_of
from models.errors import CatalogError

_RESERVE: Final = 100_000_000
"""Bytes that stay free on the disk."""
_SHA256: Final = re.compile(r"[0-9a-f]{64}")


class CutShortError(CatalogError):
    """The transfer ended before the file did; what came is kept."""


def fetch(model: KnownModel, folder: Path, *, shows_progress: bool = False) -> Path:
    """Bring a model into a folder, whole and checked; what was cut short before goes on.

    Raises CatalogError: no such file, no network, too little disk, cut short, another checksum.
    """
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / model.file
    if not (path.exists() and sha256_of(path) == model.sha256):
        _require_room(model, folder)
        _download(model, folder, shows_progress)
        if sha256_of(path) != model.sha256:
            path.unlink()
            raise CatalogError(f"{model.name}: the file that came is another one (its checksum)")
    record(model, folder)
    shutil.rmtree(folder / ".cache" / "huggingface", ignore_errors=True)
    return path


def described(place: str) -> KnownModel:
    """A model that no catalogue knows: OWNER/REPOSITORY/FILE.gguf, by what the hub tells of it.

    Raises CatalogError where there is none, or its checksum is not told.
    """
    owner, repository, *rest = [*place.split("/"), "", ""]
    file = "/".join(part for part in rest if part)
    if not (owner and repository and file.endswith(".gguf")):
        raise CatalogError(
            f"{place}: no model is called so, and it is no OWNER/REPOSITORY/FILE.gguf"
        )
    hub = _library()
    name = f"{owner}/{repository}"
    told: Any = _asked(
        place, lambda: hub.get_hf_file_metadata(hub.hf_hub_url(name, file, endpoint=_endpoint()),
                                                token=False)
    )  # fmt: skip
    if not (told.size and told.etag and _SHA256.fullmatch(told.etag)):
        raise CatalogError(f"{place}: the hub does not tell its checksum")
    memory = round(told.size / 1e6 * 1.5) + 60
    model = KnownModel(
        Path(file).stem, Path(file).name, told.size, told.etag, "see the hub", ("?",), memory
    )
    return replace(model, repository=name, revision=told.commit_hash or "main")


def _download(model: KnownModel, folder: Path, shows_progress: bool) -> None:
    hub = _library()
    switch = hub.utils.enable_progress_bars if shows_progress else hub.utils.disable_progress_bars
    switch()
    here = -1
    while True:
        try:
            _asked(model.name, lambda: _transfer(hub, model, folder))
        except CutShortError:
            # The line may be bad for long; it is tried as long as something comes.
            if _partial(folder) <= here:
                raise
            here = _partial(folder)
        else:
            return


def _transfer(hub: Any, model: KnownModel, folder: Path) -> None:
    hub.hf_hub_download(
        model.repository,
        model.file,
        revision=model.revision,
        local_dir=folder,
        endpoint=_endpoint(),
        token=False,
    )


def _asked(name: str, ask: Callable[[], Any]) -> Any:
    """What the hub gives; its complaints in one sentence."""
    from huggingface_hub import errors

    try:
        return ask()
    except errors.GatedRepoError as error:
        reason = "the hub wants its terms to be accepted first, on its own page"
        raise CatalogError(f"{name}: {reason}") from error
    except (errors.RepositoryNotFoundError, errors.RevisionNotFoundError) as error:
        raise CatalogError(f"{name}: the hub has no such model") from error
    except errors.LocalEntryNotFoundError as error:
        raise CatalogError(f"{name}: the hub cannot be reached") from error
    except errors.EntryNotFoundError as error:
        raise CatalogError(f"{name}: the hub has no such file") from error
    except errors.HFValidationError as error:
        raise CatalogError(f"{name}: no model of a hub can be called so") from error
    except OSError as error:
        raise _explained(name, error) from error


def _explained(name: str, error: OSError) -> CatalogError:
    if error.errno == errno.ENOSPC:
        return CatalogError(f"{name}: the disk is full; with room the same command goes on")
    if status := getattr(getattr(error, "response", None), "status_code", None):
        return CatalogError(f"{name}: the hub refuses ({status})")
    return CutShortError(f"{name}: it was cut short; the same command goes on from here")


def _require_room(model: KnownModel, folder: Path) -> None:
    free = shutil.disk_usage(folder).free
    needed = model.size - _partial(folder) + _RESERVE
    if free < needed:
        reason = f"it needs {needed / 1e6:.0f} MB on the disk and {free / 1e6:.0f} are free"
        raise CatalogError(f"{model.name}: {reason}")


def _partial(folder: Path) -> int:
    """Bytes that are here of a transfer that was cut short."""
    return sum(file.stat().st_size for file in folder.rglob("*.incomplete"))


def _endpoint() -> str | None:
    return os.environ.get("HF_ENDPOINT") or None


def _library() -> Any:
    os.environ.setdefault("HF_HUB_DISABLE_TELEMETRY", "1")
    # One plain transfer that can go on where it stopped; xet has a store of its own.
    os.environ.setdefault("HF_HUB_DISABLE_XET", "1")
    try:
        import huggingface_hub
        import huggingface_hub.utils
    except ModuleNotFoundError as error:
        raise CatalogError("huggingface_hub is not installed") from error
    return huggingface_hub
