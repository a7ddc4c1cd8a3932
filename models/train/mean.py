"""`aac-train mean`: the mean of two models that began as the same one, as a base of its own.

What a model learns last it overdoes: it says the new sentences better, and worse what is worded
otherwise. The mean of its weights before and after keeps most of both (Wortsman et al., "Robust
fine-tuning of zero-shot models", 2022, arXiv 2109.01903).
"""

from __future__ import annotations

import argparse
import json
import shutil
from pathlib import Path
from typing import Any

from models.train.checkpoint import require_disk
from models.train.errors import BadBaseError, UsageError
from models.train.weights import first_line, libraries

_WEIGHTS = "model.safetensors"


def mean(one: Path, other: Path, folder: Path, share: float) -> None:
    """Write the weights between those of two folders; `share` is the second one's part, 0 to 1.

    Raises BadBaseError where one holds no weights, or they differ in more than their numbers.
    """
    libraries()
    from safetensors.torch import save_file

    left, right = _read(one), _read(other)
    if {name: values.shape for name, values in left.items()} != {
        name: values.shape for name, values in right.items()
    }:
        raise BadBaseError(f"{other}: it is no further training of {one}: their weights misfit")
    require_disk(folder.parent, 2 * sum(values.nbytes for values in left.values()))
    folder.mkdir(parents=True, exist_ok=True)
    for name in ("config.json", "tokenizer.json", "base.gguf"):
        if (one / name).is_file():
            shutil.copyfile(one / name, folder / name)
    between = {
        name: ((1 - share) * values.float() + share * right[name].float()).contiguous()
        for name, values in left.items()
    }
    save_file(between, folder / _WEIGHTS, metadata={"format": "pt"})
    about = {"source": one.name, "mean_with": other.name, "share": share}
    (folder / "base.json").write_text(json.dumps(about, indent=2) + "\n", encoding="utf-8")


def _read(folder: Path) -> dict[str, Any]:
    from safetensors.torch import load_file

    try:
        return dict(load_file(folder / _WEIGHTS))
    except Exception as error:
        raise BadBaseError(f"{folder}: no weights in this folder ({first_line(error)})") from error


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `aac-train mean`."""
    add = parser.add_argument
    add("one", type=Path, help="merged weights, as `aac-train export` leaves them in OUT/merged")
    add("other", type=Path, help="what they became by further training, merged, too")
    add("folder", type=Path, help="where the mean goes: a base, for `aac-train export` as well")
    add("--share", type=float, default=0.5, help="the second one's part, 0 to 1")


def run(options: argparse.Namespace) -> None:
    """`aac-train mean`."""
    if not 0 <= options.share <= 1:
        raise UsageError("--share is from 0 to 1")
    mean(options.one, options.other, options.folder, options.share)
    left = f"{1 - options.share:g}"
    print(f"{options.folder}: {left} of the one, {options.share:g} of the other")  # noqa: T201
