"""What a metric is: sentences, references and what was tapped in; a score with its interval out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol, Self

from models.engine import Controls

References = Sequence[Sequence[str]]
"""For each item, every sentence that says it well, the best first."""


@dataclass(frozen=True, slots=True)
class Source:
    """What was tapped for one item."""

    keywords: tuple[str, ...]
    language: str | None
    """None where nobody says."""
    controls: Controls

    @property
    def text(self) -> str:
        """The source side of a translation metric: `kw, kw, kw`."""
        return ", ".join(self.keywords)


@dataclass(frozen=True, slots=True)
class Score:
    """A figure that another person can get again."""

    score: float
    low: float | None
    """The lower end of the 95 % interval; None where none was asked for."""
    high: float | None
    signature: str
    """Name, settings and version of what computed it."""
    parts: Mapping[str, float] | None = None
    """Figures of which this one is made, such as the n-gram precisions of BLEU."""

    def as_json(self) -> dict[str, Any]:
        """The form in which it is stored; `parts` only where there are any."""
        record: dict[str, Any] = {
            "score": self.score,
            "low": self.low,
            "high": self.high,
            "signature": self.signature,
        }
        return record | ({"parts": dict(self.parts)} if self.parts else {})


@dataclass(frozen=True, slots=True)
class Sampling:
    """How a bootstrap draws."""

    samples: int = 1000
    """0 gives no interval."""
    seed: int = 12345
    """sacrebleu's own default."""


class Metric(Protocol):
    """One way to say how good sentences are. Pure: no answer depends on an earlier call."""

    @property
    def name(self) -> str:
        """As on the command line."""
        ...

    @property
    def title(self) -> str:
        """As in tables."""
        ...

    @property
    def best(self) -> float | None:
        """The value of a perfect system, from which distance is measured."""
        ...

    @property
    def as_said(self) -> bool:
        """Whether it reads the sentences as the system said them, whatever the protocol."""
        ...

    def without_interval(self) -> Self:
        """The same metric, quicker: its scores have no interval."""
        ...

    def score(self, hyps: Sequence[str], refs: References, sources: Sequence[Source]) -> Score:
        """The figure for a whole set."""
        ...

    def each(self, hyps: Sequence[str], refs: References, sources: Sequence[Source]) -> list[float]:
        """The figure for each item alone."""
        ...

    def p_value(
        self,
        baseline: Sequence[str],
        other: Sequence[str],
        refs: References,
        sources: Sequence[Source],
    ) -> float:
        """How likely such a difference is by the chance of the choice of items, by a paired
        bootstrap: small where the two differ really.
        """
        ...
