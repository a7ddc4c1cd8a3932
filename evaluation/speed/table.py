"""The figures of all systems as a table, with how they stand to the bare loops of the same run."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from evaluation.speed.subject import LLAMA_LOOP, TRANSFORMERS_LOOP


@dataclass(frozen=True, slots=True)
class Row:
    """One system under one condition. Latencies in milliseconds, memory in bytes."""

    name: str
    condition: str
    """`idle` or `busy`."""
    p50: float
    p90: float
    p95: float
    slowest: float
    tokens_per_s: float | None
    """Of the answers, the reading of the prompt counted in; None for an engine without tokens."""
    load_ms: float
    memory: int
    to_llama: float | None
    """Its median by that of the bare llama.cpp loop under the same condition."""
    to_transformers: float | None


def percentile(values: Sequence[float], share: float) -> float:
    """The least value that this share (0 to 1) of the values does not exceed (nearest rank)."""
    ordered = sorted(values)
    return ordered[max(0, math.ceil(share * len(ordered)) - 1)]


def rows(measured: Mapping[str, Sequence[Mapping[str, Any]]]) -> list[Row]:
    """Condition -> what the systems' processes told."""
    made = []
    for condition, results in measured.items():
        medians = {r["name"]: percentile(r["latencies_s"], 0.5) for r in results}
        made += [_row(result, condition, medians) for result in results]
    return made


def _row(result: Mapping[str, Any], condition: str, medians: Mapping[str, float]) -> Row:
    seconds = result["latencies_s"]
    p50, p90, p95 = (1000 * percentile(seconds, share) for share in (0.5, 0.9, 0.95))
    tokens = result["tokens"]
    return Row(
        result["name"],
        condition,
        p50,
        p90,
        p95,
        1000 * max(seconds),
        tokens / sum(seconds) if tokens else None,
        1000 * result["load_s"],
        result["memory"],
        _ratio(result["name"], LLAMA_LOOP, medians),
        _ratio(result["name"], TRANSFORMERS_LOOP, medians),
    )


def _ratio(name: str, peer: str, medians: Mapping[str, float]) -> float | None:
    return medians[name] / medians[peer] if peer in medians else None


def markdown(made: Sequence[Row], failures: Mapping[str, str], about: str) -> str:
    """The table to be read."""
    head = [
        "system", "cores", "median ms", "p90", "p95", "slowest", "tokens/s", "load ms",
        "memory MB", "x llama.cpp", "x transformers",
    ]  # fmt: skip
    lines = [head, ["---"] * len(head), *(_cells(row) for row in made)]
    parts = [about, "\n".join(f"| {' | '.join(line)} |" for line in lines)]
    if failures:
        parts.append("\n".join(f"- {name}: not run: {why}" for name, why in failures.items()))
    return "\n\n".join(parts) + "\n"


def _cells(row: Row) -> list[str]:
    numbers = (row.p50, row.p90, row.p95, row.slowest)
    return [
        row.name,
        row.condition,
        *(f"{number:.1f}" for number in numbers),
        _maybe(row.tokens_per_s, 1),
        f"{row.load_ms:.0f}",
        f"{row.memory / 1e6:.0f}",
        _maybe(row.to_llama, 2),
        _maybe(row.to_transformers, 2),
    ]


def _maybe(number: float | None, digits: int) -> str:
    return "-" if number is None else f"{number:.{digits}f}"


def as_records(made: Sequence[Row]) -> list[dict[str, Any]]:
    """The rows for JSON."""
    return [asdict(row) for row in made]
