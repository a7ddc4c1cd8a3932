"""How sentences are prepared before they are scored, so that figures can be set side by side.

`thesis` is the protocol of the published figures on the ARASAAC sets: lower case, the first line of
a sentence only, no full stop at either end, the first reference only; corpus BLEU-4 with 13a
tokenisation and no smoothing; COMET with the lower-cased `kw, kw, kw` as its source.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final


@dataclass(frozen=True, slots=True)
class Protocol:
    """A way to prepare sentences and to set up BLEU."""

    name: str
    bleu: Mapping[str, Any] = field(default_factory=dict)
    """Settings of sacrebleu's BLEU that are not its defaults."""
    lowers: bool = False
    """Lower case, one line, no full stop at the ends; for the source of COMET lower case."""
    first_reference_only: bool = False

    def sentence(self, text: str) -> str:
        """A sentence as it is compared."""
        if not self.lowers:
            return text
        first, *_ = text.splitlines() or [""]
        return first.lower().strip(".")

    def references(self, texts: Sequence[str]) -> tuple[str, ...]:
        """The references of one item as they are compared."""
        return tuple(map(self.sentence, texts[:1] if self.first_reference_only else texts))


PLAIN: Final = Protocol("plain")
"""Sentences as they are, every reference, sacrebleu's own settings."""
THESIS: Final = Protocol("thesis", {"smooth_method": "none", "tokenize": "13a"}, True, True)
PROTOCOLS: Final = {protocol.name: protocol for protocol in (PLAIN, THESIS)}
