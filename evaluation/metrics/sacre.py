"""BLEU, chrF++ and TER, computed by sacrebleu: its figures, signatures, bootstrap and test."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from itertools import zip_longest
from typing import Any, Self

from evaluation.errors import missing_library
from evaluation.metrics.base import References, Sampling, Score, Source


@dataclass(frozen=True, slots=True)
class SacreMetric:
    """One metric of sacrebleu with its settings."""

    name: str
    title: str
    kind: str
    """A key of sacrebleu.metrics.METRICS."""
    settings: Mapping[str, Any] = field(default_factory=dict)
    best: float | None = 100.0
    as_said: bool = False
    sampling: Sampling = Sampling()  # noqa: RUF009 (it is frozen)

    def without_interval(self) -> Self:
        """The same metric, quicker: its scores have no interval."""
        return replace(self, sampling=replace(self.sampling, samples=0))

    def score(self, hyps: Sequence[str], refs: References, _sources: Sequence[Source]) -> Score:
        """sacrebleu's corpus score; low and high are its mean less and plus its interval, as far as
        a figure can go.
        """
        metric = self._metric()
        with _seeded(self.sampling.seed):
            result = metric.corpus_score(
                list(hyps), _streams(refs), n_bootstrap=self.sampling.samples or 1
            )
        low = high = None
        if self.sampling.samples > 1:
            low = max(0.0, float(result._mean - result._ci))
            high = float(result._mean + result._ci)
            high = min(high, self.best) if self.best else high
        parts = {f"precision-{n}": p for n, p in enumerate(getattr(result, "precisions", ()), 1)}
        return Score(float(result.score), low, high, str(metric.get_signature()), parts or None)

    def each(
        self, hyps: Sequence[str], refs: References, _sources: Sequence[Source]
    ) -> list[float]:
        """sacrebleu's sentence scores; BLEU counts only the orders that a sentence is long for."""
        more = {"effective_order": True} if self.kind == "BLEU" else {}
        metric = self._metric(**more)
        pairs = zip(hyps, refs, strict=True)
        return [float(metric.sentence_score(hyp, list(good)).score) for hyp, good in pairs]

    def p_value(
        self,
        baseline: Sequence[str],
        other: Sequence[str],
        refs: References,
        _sources: Sequence[Source],
    ) -> float:
        """By sacrebleu's paired bootstrap; 1 for the same figure twice, which is no difference."""
        from sacrebleu.significance import PairedTest

        with _seeded(self.sampling.seed):
            test = PairedTest(
                [("baseline", list(baseline)), ("other", list(other))],
                {self.kind: self._metric(references=_streams(refs))},
                None,
                test_type="bs",
                n_samples=self.sampling.samples or 1000,
            )
            _, results = test()
        scores: Any = next(value for key, value in results.items() if key != "System")
        return 1.0 if scores[0].score == scores[1].score else float(scores[1].p_value)

    def _metric(self, **more: Any) -> Any:
        try:
            from sacrebleu.metrics import METRICS
        except ImportError as error:
            raise missing_library("sacrebleu") from error
        return METRICS[self.kind](**{**self.settings, **more})


def _streams(refs: References) -> list[list[str | None]]:
    """References by rank instead of by item; None where an item has fewer than the others."""
    return [list(stream) for stream in zip_longest(*refs)]


@contextmanager
def _seeded(seed: int) -> Iterator[None]:
    """While it lasts sacrebleu draws with this seed, which it reads from the environment alone."""
    before = os.environ.get("SACREBLEU_SEED")
    os.environ["SACREBLEU_SEED"] = str(seed)
    try:
        yield
    finally:
        if before is None:
            del os.environ["SACREBLEU_SEED"]
        else:
            os.environ["SACREBLEU_SEED"] = before
