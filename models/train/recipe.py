"""The recipe of a training run: everything that decides the weights but the data themselves."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, fields
from pathlib import Path

from models.train.errors import TrainError


@dataclass(frozen=True, slots=True)
class Recipe:
    """How an adapter is trained; saved beside the weights."""

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
    """The last part of the time, in which the rate falls to 0 along a line."""
    tokens: int = 1600
    """Tokens of prompts and answers in one step, about."""
    clip: float = 1.0
    """The longest gradient."""
    minutes: float = 45.0
    """Time to train, a resumed run's earlier time counted in."""
    seed: int = 1
    checkpoint_minutes: float = 5.0

    def rate_at(self, step: int, spent: float) -> float:
        """The learning rate after `step` steps and this part (0 to 1) of the time."""
        warm = min(1.0, (step + 1) / self.warm_up) if self.warm_up else 1.0
        is_steady = not self.decay or spent < 1.0 - self.decay
        left = 1.0 if is_steady else max(0.0, (1.0 - spent) / self.decay)
        return self.rate * warm * left


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
    return Recipe(**said)
