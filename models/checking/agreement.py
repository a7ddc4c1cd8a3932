"""Is it a sentence at all? What the words of a language ask of each other."""

from __future__ import annotations

from collections.abc import Iterator

from models.checking.evidence import Evidence


def reasons(evidence: Evidence, language: str) -> Iterator[str]:
    """Complaints about words that do not go together. The tables are read at the first call."""
    if language == "es":
        from models.checking import spanish_agreement, spanish_phrases, spanish_pronouns

        yield from spanish_agreement.reasons(evidence)
        yield from spanish_phrases.reasons(evidence)
        yield from spanish_pronouns.reasons(evidence)
    else:
        from models.checking import english_agreement, english_phrases

        yield from english_agreement.reasons(evidence)
        yield from english_phrases.reasons(evidence)
