"""What a rule realiser answers."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Realisation:
    """One sentence, and the other readings of the same words."""

    text: str
    alternatives: tuple[str, ...] = ()
    """Other readings, best first, all different from `text`."""
    is_settled: bool = False
    """The words stay as chosen on purpose: one word is just that, or nobody can tell who does it
    to whom. No engine may make more of them."""
    is_sure: bool = False
    """A construction decided it that leaves no choice once it is seen: no model knows better."""
