"""A model that learns from batches of examples, and tells how well it does on validation."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from models.train.answers import Batch, as_batch, cross_entropy
from models.train.batches import Example, packed
from models.train.codec import Codec
from models.train.pair import Pair
from models.train.place import Place
from models.train.recipe import Recipe
from models.train.speech import speak
from models.train.weights import build_model, trained

_MOST_VALID: Final = 400

Objective = Callable[[Any, Batch, Place], Any]
"""From a model and a batch to the loss that is to fall."""


@dataclass(frozen=True, slots=True)
class Learner:
    """A model, its tokenizer and what it is taught by."""

    model: Any
    codec: Codec
    place: Place
    objective: Objective = cross_entropy

    def parameters(self) -> list[Any]:
        """What learns."""
        return trained(self.model)

    def loss(self, examples: Sequence[Example]) -> Any:
        """The loss of a batch, to be taken the gradient of."""
        return self.objective(self.model, as_batch(examples, self.place.device), self.place)

    def valid_loss(self, pairs: Sequence[Pair], tokens: int) -> float:
        """The mean loss on the first few hundred of these pairs' answers; nothing is learnt."""
        import torch

        made = (self.codec.example(pair) for pair in pairs[:_MOST_VALID])
        examples = sorted(made, key=lambda e: e.length)
        total, count = 0.0, 0
        self.model.eval()
        with torch.no_grad():
            for group in packed(examples, tokens * 2):
                batch = as_batch(group, self.place.device)
                total += float(cross_entropy(self.model, batch, self.place)) * len(group)
                count += len(group)
        self.model.train()
        return total / count if count else float("nan")

    def chrf(self, pairs: Sequence[Pair]) -> float:
        """chrF of the model's own sentences for these pairs' words, 0 to 100."""
        self.model.eval()
        said = speak(self.model, self.codec, pairs, self.place)
        self.model.train()
        return chrf(said, [pair.sentence for pair in pairs])


def chrf(said: Sequence[str], right: Sequence[str]) -> float:
    """chrF2 over a list of sentences, 0 to 100, as sacrebleu has it."""
    from models.train.errors import MissingToolError

    try:
        from sacrebleu.metrics.chrf import CHRF
    except ModuleNotFoundError as error:
        raise MissingToolError("sacrebleu") from error
    return float(CHRF().corpus_score(list(said), [list(right)]).score)


def build_learner(base: Path, recipe: Recipe, place: Place) -> Learner:
    """A base made ready for a recipe; the same seed gives the same beginning."""
    import torch

    torch.manual_seed(recipe.seed)
    codec = Codec(base)
    model = build_model(base, recipe, place)
    torch.manual_seed(recipe.seed + place.index)
    return Learner(model, codec, place)
