"""Which ways of fine-tuning are compared, and what they have in common.

A method is named by what decides it: `full`, `lora-r16-a32` (rank and alpha), `qlora-r16-a32`,
`ia3`, `prefix-20`, `prompt-20` (virtual tokens). `@RATE` after it is a learning rate of its own,
as in `lora-r16-a32@1e-3`.
"""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import asdict, dataclass, field
from enum import Enum
from typing import Any, Final

from evaluation.errors import EvaluationError


class Kind(Enum):
    """What is changed in the base, or put before it."""

    FULL = "full"
    """Every weight (the base itself is changed)."""
    LORA = "lora"
    """Low-rank matrices beside every linear layer: Hu et al. 2021, arXiv 2106.09685."""
    QLORA = "qlora"
    """The same over a base in 4 bits (nf4): Dettmers et al. 2023, arXiv 2305.14314."""
    IA3 = "ia3"
    """Factors for keys, values and feed-forward: Liu et al. 2022, arXiv 2205.05638."""
    PREFIX = "prefix"
    """Learnt keys and values before every layer: Li and Liang 2021, arXiv 2101.00190."""
    PROMPT = "prompt"
    """Learnt embeddings before the prompt: Lester et al. 2021, arXiv 2104.08691."""


@dataclass(frozen=True, slots=True)
class Method:
    """One way of fine-tuning, with what decides it."""

    name: str
    kind: Kind
    rate: float
    """The highest learning rate of AdamW; the schedule is the same for all."""
    rank: int = 0
    """Of LoRA's matrices; 0 where there are none."""
    alpha: int = 0
    virtual_tokens: int = 0
    """How many learnt tokens stand before the prompt; 0 where there are none."""


DEFAULTS: Final = (
    "full",
    "lora-r4-a8",
    "lora-r16-a16",
    "lora-r16-a32",
    "lora-r64-a64",
    "lora-r64-a128",
    "qlora-r16-a32",
    "ia3",
    "prefix-20",
    "prompt-20",
)
"""What is compared when nothing is said."""

_RATES: Final = {
    Kind.FULL: 5e-5,
    Kind.LORA: 6e-4,
    Kind.QLORA: 6e-4,
    Kind.IA3: 8e-3,
    Kind.PREFIX: 1e-2,
    Kind.PROMPT: 3e-2,
}
"""The fewer the parameters, the higher the rate they bear; LoRA's is that of `aac-train lora`."""

_NAME: Final = re.compile(
    r"(?P<plain>full|ia3)|(?P<lora>q?lora)-r(?P<rank>\d+)-a(?P<alpha>\d+)"
    r"|(?P<virtual>prefix|prompt)-(?P<tokens>\d+)"
)


def parse_method(text: str) -> Method:
    """The method of that name. Raises EvaluationError for a name of no method."""
    name, _at, rate = text.partition("@")
    found = _NAME.fullmatch(name)
    if not found:
        raise EvaluationError(
            f"{text!r} is no method: full, ia3, lora-r16-a32, qlora-r16-a32, prefix-20, prompt-20"
        )
    kind = Kind(found["plain"] or found["lora"] or found["virtual"])
    numbers = [int(found[group] or 0) for group in ("rank", "alpha", "tokens")]
    if kind not in {Kind.FULL, Kind.IA3} and not any(numbers[::2]):
        raise EvaluationError(f"{text!r}: the number must be above 0")
    return Method(text, kind, _rate(text, rate) if rate else _RATES[kind], *numbers)


def _rate(text: str, rate: str) -> float:
    try:
        number = float(rate)
    except ValueError as error:
        raise EvaluationError(f"{text!r}: {rate!r} is no learning rate") from error
    if not 0 < number < 1:
        raise EvaluationError(f"{text!r}: a learning rate lies between 0 and 1")
    return number


@dataclass(frozen=True, slots=True)
class Plan:
    """What all methods have in common; saved with each result."""

    base: str
    """The folder of the base model."""
    base_sha256: str
    """Checksum of its weights."""
    pairs: tuple[tuple[str, str, float], ...]
    """Pair files: path, checksum and share of the presentations."""
    tests: tuple[tuple[str, str, str], ...]
    """Test sets: language, path and checksum."""
    items: int = 60
    """Messages that are taken of each test set, spread evenly over it."""
    steps: int = 150
    tokens: int = 1600
    """Tokens of prompts and answers in one step, padding counted in."""
    warm_up: int = 10
    """Steps until the highest rate is reached."""
    decay: float = 0.5
    """The last part of the steps, in which the rate falls to 0 along a line."""
    clip: float = 1.0
    """The longest gradient."""
    seed: int = 1
    attempts: int = 10
    """How often a message is tried at most until its sentence is valid."""
    tried: int = 20
    """Messages of each test set that are tried by sampling."""
    temperature: float = 0.8
    top_p: float = 0.95
    precision: str = "float32"
    """In which numbers products are computed while training; weights are kept in float32."""
    threads: int = 0
    """Threads to compute with; 0 leaves that to torch."""
    country: str = "ESP"
    """ISO 3166 alpha-3: whose electricity, for the emissions that belong to the energy."""

    def rate_at(self, step: int, highest: float) -> float:
        """The learning rate of a step: it rises, stays, and falls to nothing."""
        warm = min(1.0, (step + 1) / self.warm_up) if self.warm_up else 1.0
        left = (self.steps - step) / self.steps
        return highest * warm * (min(1.0, left / self.decay) if self.decay else 1.0)


@dataclass(frozen=True, slots=True)
class Task:
    """One method under a plan: all that its process needs to know."""

    method: Method
    plan: Plan
    folder: str = field(default="", compare=False)
    """Where its weights and its result go."""

    @property
    def fingerprint(self) -> str:
        """Tells whether a result that is there is the result of this very task.

        Files count by what is in them, not by where they lie.
        """
        plan = asdict(self.plan) | {
            "base": None,
            "pairs": [[checksum, share] for _path, checksum, share in self.plan.pairs],
            "tests": [[language, checksum] for language, _path, checksum in self.plan.tests],
        }
        said = json.dumps([_plain(self.method), plan], sort_keys=True)
        return hashlib.sha256(said.encode()).hexdigest()[:16]

    def to_json(self) -> str:
        """The task as its process reads it."""
        said = {"method": _plain(self.method), "plan": asdict(self.plan), "folder": self.folder}
        return json.dumps(said)

    @classmethod
    def from_json(cls, text: str) -> Task:
        """The task out of what `to_json` wrote."""
        said = json.loads(text)
        method = said["method"] | {"kind": Kind(said["method"]["kind"])}
        plan = said["plan"]
        for name in ("pairs", "tests"):
            plan[name] = tuple(tuple(row) for row in plan[name])
        return cls(Method(**method), Plan(**plan), said["folder"])


def _plain(method: Method) -> dict[str, Any]:
    return asdict(method) | {"kind": method.kind.value}
