"""COMET, through unbabel-comet: a trained judge of translations, from the keywords to a sentence.

Nothing is downloaded here: weights that are not on this computer are an error that says which
command gets them.
"""

from __future__ import annotations

import contextlib
import functools
import io
import logging
import os
import sys
import warnings
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path
from typing import Any, Final

from evaluation.errors import EvaluationError, MissingToolError
from evaluation.metrics.base import Metric, References, Sampling, Source
from evaluation.metrics.sampling import Counts, RatioMetric

PUBLISHED_MODEL: Final = "Unbabel/wmt22-comet-da"
"""The checkpoint with which the published figures were made; 2.3 GB, Apache-2.0."""

_FETCH: Final = (
    "{python} -c 'import comet; comet.load_from_checkpoint(comet.download_model(\"{model}\"))'"
)


@dataclass(frozen=True, slots=True)
class CometOptions:
    """Which judge, and how it is run."""

    model: str = PUBLISHED_MODEL
    """A name on the Hugging Face hub that was downloaded before, or a folder or file on disk."""
    batch_size: int = 16
    device: str = "cpu"
    """`cpu` or `gpu`."""
    lower_sources: bool = False
    """The published protocol gives it the keywords in lower case."""


def comet_metric(options: CometOptions, sampling: Sampling) -> Metric:
    """COMET with these options; nothing is loaded before it scores."""

    def count(hyps: Sequence[str], refs: References, sources: Sequence[Source]) -> Counts:
        return [(score, 1.0) for score in _scores(hyps, refs, sources, options)]

    name = Path(options.model).name if Path(options.model).exists() else options.model
    signature = f"comet|{name}|src:keywords|version:{_version()}"
    return RatioMetric("comet", "COMET", count, signature, sampling=sampling)


def _scores(
    hyps: Sequence[str], refs: References, sources: Sequence[Source], options: CometOptions
) -> list[float]:
    """For each item the score with the reference that fits best; 0 to 1."""
    rows, owners = [], []
    for item, (hyp, good, source) in enumerate(zip(hyps, refs, sources, strict=True)):
        src = source.text.lower() if options.lower_sources else source.text
        rows += [{"src": src, "mt": hyp, "ref": ref} for ref in good]
        owners += [item] * len(good)
    told = _judge(options.model).judge(rows, options)
    best = [float("-inf")] * len(hyps)
    for item, score in zip(owners, told, strict=True):
        best[item] = max(best[item], score)
    return best


class _Judge:
    """A loaded model. It remembers what it has judged: a comparison asks for the same again."""

    def __init__(self, model: Any) -> None:
        self._model = model
        self._known: dict[tuple[str, ...], float] = {}

    def judge(self, rows: Sequence[Mapping[str, str]], options: CometOptions) -> list[float]:
        """The model's score of each row of `src`, `mt` and `ref`."""
        new = {tuple(row.values()): row for row in rows}
        new = {key: row for key, row in new.items() if key not in self._known}
        if options.device == "gpu":
            _require_gpu()
        if new:
            with _quiet():
                told = self._model.predict(
                    list(new.values()),
                    batch_size=options.batch_size,
                    gpus=int(options.device == "gpu"),
                    num_workers=0,
                    progress_bar=False,
                )
            self._known.update(zip(new, map(float, told.scores), strict=True))
        return [self._known[tuple(row.values())] for row in rows]


@functools.cache
def _judge(name: str) -> _Judge:
    """The judge, loaded once in a process: it takes seconds, and no score depends on it."""
    with _quiet():
        comet = _library()
        checkpoint = _checkpoint(name)
        try:
            return _Judge(comet.load_from_checkpoint(str(checkpoint), local_files_only=True))
        except Exception as error:  # comet raises bare exceptions
            raise EvaluationError(
                f"{checkpoint}: COMET cannot load it ({_first_line(error)}); all its parts come "
                f"with: {_command(name)}"
            ) from error


def _require_gpu() -> None:
    import torch

    if not torch.cuda.is_available():
        raise EvaluationError("there is no GPU that torch can use here; leave --device gpu out")


def _library() -> Any:
    try:
        import comet
    except ImportError as error:
        raise MissingToolError(_how_to_install()) from error
    return comet


def _how_to_install() -> str:
    if sys.version_info >= (3, 13):
        return "COMET has no version for this Python; use Python 3.11 or 3.12 for it"
    return 'COMET is not installed: pip install "aac-communicator[evaluate]"'


def _checkpoint(name: str) -> Path:
    """The file with the weights; MissingToolError where they are not on this computer."""
    place = Path(name)
    if place.is_file():
        return place
    if place.is_dir():
        found = min(place.glob("checkpoints/*.ckpt"), default=None)
        if found is None:
            raise EvaluationError(f"{place}: no checkpoints/model.ckpt in this folder")
        return found
    from huggingface_hub import snapshot_download

    try:
        folder = snapshot_download(repo_id=name, local_files_only=True)
    except (OSError, ValueError) as error:
        raise MissingToolError(
            f"the weights of {name} are not on this computer; get them with: {_command(name)}"
        ) from error
    return Path(folder) / "checkpoints" / "model.ckpt"


def _command(name: str) -> str:
    return _FETCH.format(python=sys.executable, model=name)


def _first_line(error: Exception) -> str:
    return next(iter(str(error).splitlines()), type(error).__name__)


@contextlib.contextmanager
def _quiet() -> Iterator[None]:
    """While it lasts the trainer below COMET tells nothing of devices, seeds and upgrades."""
    os.environ.setdefault("HF_HUB_DISABLE_TELEMETRY", "1")
    logging.getLogger("pytorch_lightning").setLevel(logging.ERROR)
    logging.getLogger("lightning").setLevel(logging.ERROR)
    with warnings.catch_warnings(), contextlib.redirect_stderr(io.StringIO()):
        warnings.simplefilter("ignore")
        yield


def _version() -> str:
    try:
        return metadata.version("unbabel-comet")
    except metadata.PackageNotFoundError:
        return "none"
