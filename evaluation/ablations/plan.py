"""What is compared: a TOML file, read into values. Its paths begin in one folder that is named.

sets = ["daily-es", "daily-en"]     # names, or NAME=FILE
items = 40                          # messages of each set, spread evenly over it
valid = "general/valid.tsv"         # pairs that no row learns

[recipe]                            # of every row; see models.train.recipe
method = "lora"
steps = 30

[[row]]
name = "LoRA r64"
group = "adapters"                  # rows that are to be compared with one another
base = "base"                       # a folder, as `aac-train base` makes it
pairs = ["own/handwritten.train.tsv=0.5", "general/train.tsv"]
recipe = { rank = 64, alpha = 64 }  # what this row has of its own
kinds = ["q8_0", "q4_0"]            # how it is quantised; q8_0 where nothing is said

[[row]]
name = "student"
base = "student"
teacher = "out/merged"              # learns from this one's likelihoods, too
pairs = ["own/handwritten.train.tsv"]

[[row]]
name = "as it ships, beam of 4"
model = "aac.gguf"                  # a file that is only measured
beam = 4
"""

from __future__ import annotations

import hashlib
import json
import tomllib
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, Final

from evaluation.errors import EvaluationError
from evaluation.provenance import sha256
from models.engines import shipped_model
from models.train.quantise import KINDS as QUANTISED

SHIPPED: Final = "shipped"
_KINDS: Final = ("f16", *QUANTISED)


@dataclass(frozen=True, slots=True)
class Row:
    """One thing that is made and measured, or only measured."""

    name: str
    group: str = ""
    base: str = ""
    """The folder of a base; "" where nothing is made."""
    teacher: str = ""
    pairs: tuple[str, ...] = ()
    """Pair files, each with its share as in `aac-train lora`."""
    recipe: Mapping[str, Any] = field(default_factory=dict)
    kinds: tuple[str, ...] = ("q8_0",)
    model: str = ""
    """A GGUF file, where nothing is made; `shipped` is the one that comes along."""
    beam: int = 1
    """Sentences of the beam; 1 is greedy."""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Plan:
    """All rows, and what they have in common."""

    folder: Path
    """Where relative paths begin."""
    sets: tuple[str, ...]
    rows: tuple[Row, ...]
    valid: str = ""
    items: int = 60
    recipe: Mapping[str, Any] = field(default_factory=dict)

    def at(self, path: str) -> Path:
        """A path of the plan on this machine."""
        shipped = shipped_model() if path == SHIPPED else None
        return shipped or self.folder / path

    def recipe_of(self, row: Row) -> dict[str, Any]:
        """The whole recipe of a row, as `aac-train` reads it."""
        return {**self.recipe, **row.recipe}

    def making(self, row: Row) -> str:
        """A fingerprint of all that decides a row's weights; the files count by what is in them."""
        named = [text.partition("=") for text in row.pairs]
        said = [
            self.recipe_of(row),
            [_weights_sum(self.at(each)) for each in (row.base, row.teacher) if each],
            [[sha256(self.at(file)), share] for file, _mark, share in named],
        ]
        return hashlib.sha256(json.dumps(said, sort_keys=True).encode()).hexdigest()[:16]


def read_plan(path: Path, folder: Path | None = None) -> Plan:
    """Read a plan whose paths begin in `folder`, or else beside it.

    Raises EvaluationError, in one sentence, for what is no plan or cannot be done.
    """
    try:
        said = tomllib.loads(path.read_text("utf-8"))
    except OSError as error:
        raise EvaluationError(f"{path}: cannot be read ({error.strerror})") from error
    except ValueError as error:
        raise EvaluationError(f"{path}: not a TOML file ({error})") from error
    rows = said.pop("row", [])
    try:
        made = tuple(Row(**_tuples(row, "pairs", "kinds")) for row in rows)
        plan = Plan(folder or path.parent, rows=made, **_tuples(said, "sets"))
    except TypeError as error:
        raise EvaluationError(f"{path}: not a plan ({error})") from error
    for row in plan.rows:
        _require_whole(path, plan, row)
    _require_names(path, plan)
    return plan


def _tuples(said: Mapping[str, Any], *names: str) -> dict[str, Any]:
    return {key: tuple(value) if key in names else value for key, value in said.items()}


def _require_whole(path: Path, plan: Plan, row: Row) -> None:
    """Raise EvaluationError unless the row can be made, or is there."""
    if bool(row.base) == bool(row.model):
        raise EvaluationError(f"{path}: the row {row.name!r} must have either a base or a model")
    if unknown := set(row.kinds) - set(_KINDS):
        raise EvaluationError(f"{path}: the row {row.name!r}: {min(unknown)!r} is no kind")
    if row.base and not (row.pairs and plan.valid):
        raise EvaluationError(f"{path}: the row {row.name!r} needs pairs, and the plan valid")
    if row.beam < 1:
        raise EvaluationError(f"{path}: the row {row.name!r}: a beam has 1 sentence or more")
    files = [row.base, row.teacher, row.model, *(text.partition("=")[0] for text in row.pairs)]
    for file in filter(None, files):
        if not plan.at(file).exists():
            raise EvaluationError(f"{plan.at(file)}: it is not there, and {row.name!r} needs it")


def _require_names(path: Path, plan: Plan) -> None:
    names = [row.name for row in plan.rows]
    if not names or not plan.sets:
        raise EvaluationError(f"{path}: a plan has rows and sets")
    if plan.items < 1:
        raise EvaluationError(f"{path}: items must be above 0")
    for name in names:
        if names.count(name) > 1:
            raise EvaluationError(f"{path}: two rows are called {name!r}")


def _weights_sum(folder: Path) -> str:
    weights = sorted(folder.glob("*.safetensors"))
    if not weights:
        raise EvaluationError(f"{folder}: no weights (*.safetensors) in this folder")
    return sha256(weights[0])


def as_plain(plan: Plan) -> dict[str, Any]:
    """The plan without the folders of this machine, for a file of results."""
    said = {key: value for key, value in asdict(plan).items() if key != "folder"}
    return said | {"sets": [name.partition("=")[0] for name in plan.sets]}
