"""The results of all methods as a table in Markdown, and as JSON."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict
from typing import Any, Final

from evaluation.methods.plan import Plan

Result = Mapping[str, Any]
"""What one method's process wrote; see trial.py."""

_COLUMNS: Final[tuple[tuple[str, Callable[[Result], str]], ...]] = (
    ("method", lambda r: r["method"]),
    ("BLEU", lambda r: _one(r, "bleu")),
    ("es", lambda r: f"{r['answers']['by_language']['es']['bleu']:.1f}" if _has(r, "es") else "-"),
    ("en", lambda r: f"{r['answers']['by_language']['en']['bleu']:.1f}" if _has(r, "en") else "-"),
    ("1 / 2 / 3 / 4-grams %", lambda r: " / ".join(f"{p:.0f}" for p in _all(r)["precisions"])),
    ("ROUGE-1", lambda r: _one(r, "rouge1")),
    ("ROUGE-2", lambda r: _one(r, "rouge2")),
    ("ROUGE-L", lambda r: _one(r, "rouge_l")),
    ("chrF", lambda r: _one(r, "chrf")),
    ("exact %", lambda r: _one(r, "exact")),
    ("valid %", lambda r: _one(r, "valid")),
)
_COSTS: Final[tuple[tuple[str, Callable[[Result], str]], ...]] = (
    ("method", lambda r: r["method"]),
    ("rate", lambda r: f"{r['rate']:g}"),
    ("trained parameters", lambda r: f"{r['trainable']:,}"),
    ("share", lambda r: f"{100 * r['trainable'] / r['parameters']:.2f} %"),
    ("on disk", lambda r: _mega(r["size"])),
    ("training", lambda r: f"{r['learning']['seconds']:.0f} s"),
    ("processor time", lambda r: f"{r['learning']['cpu_seconds']:.0f} s"),
    ("tokens/s", lambda r: f"{r['learning']['tokens'] / r['learning']['seconds']:.0f}"),
    ("RAM in training", lambda r: _mega(r["learning"]["peak_ram"])),
    ("VRAM", lambda r: _mega(r["learning"]["peak_vram"]) if r["learning"]["peak_vram"] else "-"),
    ("energy", lambda r: _energy(r["learning"]["energy"])),
    ("loss", lambda r: f"{r['learning']['first_loss']:.2f} → {r['learning']['last_loss']:.2f}"),
    ("sentence, median", lambda r: f"{1000 * r['answers']['seconds_median']:.0f} ms"),
    ("p95", lambda r: f"{1000 * r['answers']['seconds_p95']:.0f} ms"),
)
_TRUST: Final[tuple[tuple[str, Callable[[Result], str]], ...]] = (
    ("method", lambda r: r["method"]),
    ("attempts for a valid sentence", lambda r: _maybe(r["reliability"]["attempts_mean"], "")),
    ("valid at the first", lambda r: f"{r['reliability']['first_time']:.0f} %"),
    ("never valid", lambda r: f"{r['reliability']['never']:.0f} %"),
    ("time for a valid one", lambda r: _maybe(r["reliability"]["seconds_per_valid"], " s")),
    ("RAM", lambda r: _mega(r["reliability"]["peak_ram"])),
)


def markdown(
    plan: Plan, results: Sequence[Result], failures: Mapping[str, str], command: str, picture: str
) -> str:
    """The whole report; `picture` is the plot's name beside it."""
    parts = [
        "# Ways of fine-tuning, compared",
        _about(plan, results, command),
        "## How good the sentences are",
        _rows(_COLUMNS, results),
        "All figures but the columns es and en are over both languages. BLEU and chrF (sacrebleu) "
        "and ROUGE (rouge-score, F-measure) count the best of all references; valid means that "
        "nothing is missing, added or turned round (models.faithful).",
        "## What they cost",
        _rows(_COSTS, results),
        _cost_notes(results),
        "## How far an answer drawn by chance can be relied on",
        _rows(_TRUST, results),
        f"Each of {2 * plan.tried if len(plan.tests) > 1 else plan.tried} messages was sampled at "
        f"temperature {plan.temperature:g} and top-p {plan.top_p:g} until its sentence was valid, "
        f"{plan.attempts} times at most.",
        *(_failed(failures) if failures else ()),
        f"![Quality against the number of trained parameters]({picture})",
    ]
    return "\n\n".join(parts) + "\n"


def as_json(plan: Plan, results: Sequence[Result], failures: Mapping[str, str]) -> str:
    """The same for programs, every sentence included."""
    said = {"plan": _portable(plan), "results": list(results), "not_run": dict(failures)}
    return json.dumps(said, indent=1, ensure_ascii=False) + "\n"


def _portable(plan: Plan) -> dict[str, Any]:
    """The plan without the folders that only this machine has; checksums tell the files."""
    said = asdict(plan) | {"base": _name(plan.base)}
    said["pairs"] = [[_name(path), checksum, share] for path, checksum, share in plan.pairs]
    said["tests"] = [[language, _name(path), sum_] for language, path, sum_ in plan.tests]
    return said


def _about(plan: Plan, results: Sequence[Result], command: str) -> str:
    versions = results[0]["versions"] if results else {}
    libraries = ", ".join(f"{name} {number}" for name, number in versions.items())
    pairs = ", ".join(f"{_name(path)} (share {share:g})" for path, _sum, share in plan.pairs)
    tests = ", ".join(_name(path) for _language, path, _sum in plan.tests)
    device = results[0]["device"] if results else "-"
    return (
        f"Made by `{command}`. Base: {_name(plan.base)} (sha256 {plan.base_sha256[:16]}...). "
        f"Pairs: {pairs}. Every method learns in {plan.steps} steps of about {plan.tokens} "
        f"tokens over the same pairs in the same order (seed {plan.seed}), loss on the answer "
        f"alone, AdamW, products in {plan.precision}. Test: at most {plan.items} messages of each "
        f"of {tests}. Computed by: {device}. {libraries}."
    )


def _name(path: str) -> str:
    """A path without the folders that only this machine has."""
    return "/".join(path.replace("\\", "/").rstrip("/").split("/")[-2:])


def _cost_notes(results: Sequence[Result]) -> str:
    hows = sorted({r["learning"]["energy"]["how"] for r in results})
    return (
        "Training time and latency are those of the machine as it was: other work on it makes "
        "them longer. Sentences are made one at a time by transformers in float32, adapters not "
        "merged. Memory is the most that the method's own process held. Energy: "
        + "; ".join(hows)
        + "."
    )


def _failed(failures: Mapping[str, str]) -> tuple[str, str]:
    rows = "\n".join(f"- {name}: {reason}" for name, reason in failures.items())
    return "## Not run here", rows


def _rows(columns: Sequence[tuple[str, Callable[[Result], str]]], results: Sequence[Result]) -> str:
    lines = [[name for name, _cell in columns], ["---"] * len(columns)]
    lines += [[cell(result) for _name, cell in columns] for result in results]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _all(result: Result) -> Mapping[str, Any]:
    overall: Mapping[str, Any] = result["answers"]["overall"]
    return overall


def _one(result: Result, name: str) -> str:
    return f"{_all(result)[name]:.1f}"


def _has(result: Result, language: str) -> bool:
    return language in result["answers"]["by_language"]


def _mega(size: int) -> str:
    """In MB of 10^6 bytes, or kB of 10^3 where that is little."""
    if size < 1e5:
        return f"{size / 1e3:.1f} kB"
    return f"{size / 1e6:,.1f} MB" if size < 10e6 else f"{size / 1e6:,.0f} MB"


def _maybe(number: float | None, unit: str) -> str:
    return "no valid one" if number is None else f"{number:.1f}{unit}"


def _energy(energy: Mapping[str, Any]) -> str:
    return f"{'' if energy['is_measured'] else '≈ '}{energy['watt_hours']:.2f} Wh"
