"""The recipe of a training run: everything that decides the weights but the data themselves."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, fields
from importlib import resources
from pathlib import Path
from typing import Final

from models.train.errors import TrainError

METHODS: Final = ("lora", "qlora", "full")
"""An adapter, an adapter on weights of four bits (needs bitsandbytes), or all weights."""


@dataclass(frozen=True, slots=True)
class Recipe:
    """How a model is trained; saved beside the weights.

    How long: `epochs` where it is above 0, else `steps` where it is above 0, else `minutes`. Runs
    that are measured in epochs or steps give the same weights each time on the same machine.
    """

    method: str = "lora"
    base: str = ""
    """The base that it is meant for, to tell recipes apart; decides nothing."""
    rank: int = 64
    alpha: int = 64
    dropout: float = 0.0
    modules: tuple[str, ...] = (
        "q_proj",
        "k_proj",
        "v_proj",
        "o_proj",
        "gate_proj",
        "up_proj",
        "down_proj",
    )
    """The linear layers that get an adapter."""
    rate: float = 6e-4
    """The highest learning rate of AdamW."""
    warm_up: int = 50
    """Steps until that rate is reached."""
    decay: float = 0.5
    """The last part of the run, in which the rate falls to 0 along a line."""
    weight_decay: float = 0.0
    """On matrices only."""
    beta2: float = 0.999
    """How long AdamW remembers the size of gradients."""
    tokens: int = 1600
    """Tokens of prompts and answers in one batch, about."""
    accumulate: int = 1
    """Batches whose gradients make one step."""
    clip: float = 1.0
    """The longest gradient."""
    minutes: float = 45.0
    """Time to train, a resumed run's earlier time counted in."""
    steps: int = 0
    epochs: float = 0.0
    """Times that as many pairs are seen as there are."""
    seed: int = 1
    checkpoint_minutes: float = 5.0
    checkpoint_steps: int = 0
    """Steps from one checkpoint to the next where it is above 0; else `checkpoint_minutes` rule."""
    sample: int = 0
    """Sentences of validation that are written at each checkpoint, for chrF; 0 for none."""
    patience: int = 0
    """Checkpoints without a better chrF after which the run stops; 0 for never."""
    soft: float = 0.0
    """With a teacher: the part of the loss that is the distance from its likelihoods."""
    temperature: float = 1.0
    """With a teacher: above 1, its unlikely tokens count for more."""

    def __post_init__(self) -> None:
        if self.method not in METHODS:
            raise ValueError(f"the method {self.method!r} is none of {', '.join(METHODS)}")
        for name in ("rank", "tokens", "accumulate", "rate", "clip", "temperature"):
            if getattr(self, name) <= 0:
                raise ValueError(f"{name} must be above 0")
        for name in ("dropout", "decay", "soft"):
            if not 0 <= getattr(self, name) <= 1:
                raise ValueError(f"{name} must be from 0 to 1")
        if self.patience and not self.sample:
            raise ValueError("patience needs a sample of sentences")

    def rate_at(self, step: int, spent: float) -> float:
        """The learning rate after `step` steps and this part (0 to 1) of the run."""
        warm = min(1.0, (step + 1) / self.warm_up) if self.warm_up else 1.0
        is_steady = not self.decay or spent < 1.0 - self.decay
        left = 1.0 if is_steady else max(0.0, (1.0 - spent) / self.decay)
        return self.rate * warm * left

    def spent(self, step: int, seconds: float, epochs: float) -> float:
        """The part of the run that is done: 1 or more where it is over."""
        if self.epochs:
            return epochs / self.epochs
        if self.steps:
            return step / self.steps
        return seconds / (self.minutes * 60) if self.minutes else 1.0


def save_recipe(recipe: Recipe, path: Path) -> None:
    """Write a recipe as JSON."""
    path.write_text(json.dumps(asdict(recipe), indent=2) + "\n", encoding="utf-8")


def load_recipe(path: Path) -> Recipe:
    """Read a recipe; what it does not say stays at its default. Raises TrainError."""
    try:
        said = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise TrainError(f"{path}: cannot be read ({error.strerror})") from error
    except ValueError as error:
        raise TrainError(f"{path}: not a JSON file") from error
    known = {field.name for field in fields(Recipe)}
    if not isinstance(said, dict) or not set(said) <= known:
        unknown = sorted(set(said) - known) if isinstance(said, dict) else ["no object"]
        raise TrainError(f"{path}: not a recipe ({', '.join(unknown)})")
    if "modules" in said:
        said["modules"] = tuple(said["modules"])
    try:
        return Recipe(**said)
    except (TypeError, ValueError) as error:
        raise TrainError(f"{path}: not a recipe ({error})") from error


def shipped_recipes() -> dict[str, Recipe]:
    """The recipes that come with the program, by name."""
    with resources.as_file(resources.files("models.train") / "recipes") as folder:
        return {path.stem: load_recipe(path) for path in sorted(folder.glob("*.json"))}


def find_recipe(name: str) -> Recipe:
    """A recipe by the name of a shipped one, or by its file. Raises TrainError."""
    shipped = shipped_recipes()
    if name in shipped:
        return shipped[name]
    if not Path(name).is_file():
        raise TrainError(f"{name}: no such file, and no recipe of ours: {', '.join(shipped)}")
    return load_recipe(Path(name))
