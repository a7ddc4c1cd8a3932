"""From base and run to the GGUF files that the product loads, and to an adapter's own file.

What was learnt is merged into the base; the merged weights go into a GGUF with the base's own
description of itself and its vocabulary.
"""

from __future__ import annotations

import argparse
import json
import shutil
from pathlib import Path
from typing import Any

from models.train.checkpoint import final_weights, require_disk
from models.train.errors import BadBaseError, MissingToolError, UsageError
from models.train.fetch import sha256
from models.train.gguf_adapter import write_adapter
from models.train.gguf_files import write_weights
from models.train.importance import importance
from models.train.lora import require_same_base
from models.train.pair import read_pairs
from models.train.quantise import EMBEDDINGS, KINDS, quantise
from models.train.weights import ADAPTER_FILE, first_line, libraries, load_model, load_weights


def merge(base: Path, weights: Path | None, folder: Path) -> None:
    """Add what was learnt to its base, and save the whole for transformers: a base of its own."""
    torch, _transformers, _peft = libraries()
    model = load_model(base, torch.float32)
    if weights is not None:
        model = _with_learnt(model, weights)
    folder.mkdir(parents=True, exist_ok=True)
    model.save_pretrained(folder)
    for name in ("tokenizer.json", "base.gguf"):
        if (base / name).is_file():
            shutil.copyfile(base / name, folder / name)
    about = {"source": base.name, "learnt": None if weights is None else weights.parent.name}
    (folder / "base.json").write_text(json.dumps(about, indent=2) + "\n", encoding="utf-8")


def _with_learnt(model: Any, weights: Path) -> Any:
    if not (weights / ADAPTER_FILE).is_file():
        load_weights(model, weights)
        return model
    try:
        from peft import PeftModel
    except ModuleNotFoundError as error:
        raise MissingToolError("peft") from error
    try:
        return PeftModel.from_pretrained(model, str(weights)).merge_and_unload()
    except Exception as error:
        if isinstance(error, MemoryError):
            raise
        raise BadBaseError(
            f"{weights}: it is no adapter for this base ({first_line(error)})"
        ) from error


def write_gguf(merged: Path, target: Path, name: str) -> None:
    """Write merged weights as an F16 GGUF; whole at `target` or not at all.

    Raises BadBaseError for an architecture that this cannot write.
    """
    template = merged / "base.gguf"
    if not template.is_file():
        raise BadBaseError(f"{merged}: a model of this kind cannot be written as GGUF")
    write_weights(merged, template, target, name)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `aac-train export`."""
    add = parser.add_argument
    add("base", type=Path, help="the folder of the base")
    add(
        "run",
        type=Path,
        help="the folder of an `aac-train lora` or `distil` run; the base once more where it has "
        "learnt all itself",
    )
    add("folder", type=Path, help="where the files go")
    add("--name", default="aac", help="how the model is called")
    add("--kinds", nargs="*", choices=KINDS, default=list(KINDS[:4]))
    add("--embedding", choices=EMBEDDINGS, default=EMBEDDINGS[0], help="its kind, in all of them")
    add("--by", type=Path, metavar="PAIRS", help="round with most care what matters on these")
    add("--adapter", action="store_true", help="write the adapter alone, for use at run time")
    add(
        "--for", dest="model", type=Path, help="the GGUF that the adapter goes with; else base.gguf"
    )


def run(options: argparse.Namespace) -> None:
    """`aac-train export`."""
    weights = None if options.run == options.base else final_weights(options.run)
    require_same_base(options.run, options.base)
    if weights is None and options.adapter:
        raise UsageError("a base alone has no adapter to be written")
    options.folder.mkdir(parents=True, exist_ok=True)
    if options.adapter and weights is not None:
        files = _adapter(options, weights)
    else:
        files = _whole(options, weights)
    for file in files:
        print(f"{file}: {file.stat().st_size} bytes, sha256 {sha256(file)}")  # noqa: T201


def _adapter(options: argparse.Namespace, weights: Path) -> list[Path]:
    target = options.folder / f"{options.name}-adapter.gguf"
    write_adapter(options.base, weights, target, options.model or options.base / "base.gguf")
    return [target]


def _whole(options: argparse.Namespace, weights: Path | None) -> list[Path]:
    sizes = sum(file.stat().st_size for file in options.base.glob("*.safetensors"))
    require_disk(options.folder, 3 * sizes)
    merged = options.folder / "merged"
    merge(options.base, weights, merged)
    whole = options.folder / f"{options.name}-f16.gguf"
    write_gguf(merged, whole, options.name)
    files = [whole]
    weighed = importance(merged, read_pairs(options.by)) if options.by else {}
    for kind in options.kinds:
        files.append(options.folder / f"{options.name}-{kind}.gguf")
        quantise(whole, files[-1], kind, weighed, embedding=options.embedding)
    return files
