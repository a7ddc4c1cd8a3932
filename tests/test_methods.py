"""Ways of fine-tuning, compared: real training of a very small base, each in its own process."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from evaluation.__main__ import main
from evaluation.errors import EvaluationError
from evaluation.memory import forget_peak, peak_bytes
from evaluation.methods.plan import DEFAULTS, Kind, Method, Plan, Task, parse_method
from evaluation.methods.quality import quality
from evaluation.methods.speaking import spread
from evaluation.methods.table import markdown
from evaluation.testset import Item
from models.train.pair import Pair, write_pairs
from tests.tiny_gemma import write_gemma

_WORDS = ("quiero", "agua", "pan", "leche", "comer", "querer", "yo", "no", "want", "milk", "gato")
_PAIRS = (
    Pair("es", ("querer", "agua"), "Quiero agua."),
    Pair("es", ("querer", "pan"), "Quiero pan."),
    Pair("en", ("want", "milk"), "I want milk."),
)


def test_a_method_is_named_by_what_decides_it() -> None:
    assert parse_method("lora-r16-a32") == Method("lora-r16-a32", Kind.LORA, 6e-4, 16, 32)
    assert parse_method("qlora-r4-a8@1e-3") == Method("qlora-r4-a8@1e-3", Kind.QLORA, 1e-3, 4, 8)
    assert parse_method("prefix-20").virtual_tokens == 20
    assert [parse_method(name).name for name in DEFAULTS] == list(DEFAULTS)


@pytest.mark.parametrize("name", ["lora", "lora-r0-a8", "prompt-0", "full-3", "ia3@fast", "ia3@2"])
def test_what_names_no_method_is_told(name: str) -> None:
    with pytest.raises(EvaluationError, match=name):
        parse_method(name)


def _plan(**said: Any) -> Plan:
    return Plan("base", "0", (("a/pairs.tsv", "1", 1.0),), (("es", "a/es.tsv", "2"),), **said)


def test_the_rate_rises_stays_and_falls_to_nothing() -> None:
    plan = _plan(steps=100, warm_up=10, decay=0.5)
    assert plan.rate_at(0, 1.0) == pytest.approx(0.1)
    assert plan.rate_at(40, 1.0) == 1.0
    assert plan.rate_at(75, 1.0) == pytest.approx(0.5)
    assert plan.rate_at(99, 1.0) == pytest.approx(0.02)


def test_a_task_comes_back_from_its_text_and_knows_its_result() -> None:
    task = Task(parse_method("lora-r4-a8"), _plan(), "somewhere")
    assert Task.from_json(task.to_json()) == task
    assert Task.from_json(task.to_json()).fingerprint == task.fingerprint
    assert Task(task.method, _plan(steps=7), "somewhere").fingerprint != task.fingerprint
    assert Task(task.method, _plan(), "elsewhere").fingerprint == task.fingerprint
    moved = replace(_plan(), base="b", pairs=(("c/pairs.tsv", "1", 1.0),))
    assert Task(task.method, moved, "somewhere").fingerprint == task.fingerprint
    changed = replace(_plan(), pairs=(("a/pairs.tsv", "9", 1.0),))
    assert Task(task.method, changed, "somewhere").fingerprint != task.fingerprint


def test_items_are_taken_from_the_whole_set() -> None:
    items = [Item((str(number),), ("x",)) for number in range(10)]
    assert [item.keywords[0] for item in spread(items, 4)] == ["0", "2", "5", "7"]
    assert spread(items, 20) == tuple(items)


def test_figures_are_those_of_the_libraries_and_count_the_best_reference() -> None:
    pytest.importorskip("rouge_score")
    said = ["Quiero comer una manzana.", "El niño corre por aquí."]
    known = [["Yo como.", "Quiero comer una manzana."], ["El niño corre."]]
    figures = quality(said, known, [True, False])
    # By hand: of 11 tokens, the five of the first and four of the second stand in a reference.
    assert figures.precisions[0] == pytest.approx(100 * 9 / 11)
    assert figures.exact == 50
    assert figures.valid == 50
    # ROUGE-1: 1.0, and 2 * (3/5) * 1 / (3/5 + 1) = 0.75. The accents count: ñ is one word.
    assert figures.rouge1 == pytest.approx(87.5)


def test_the_peak_of_memory_is_forgotten_and_grows_again() -> None:
    if not forget_peak():  # what earlier tests held must not hide what this one holds
        pytest.skip("this system forgets no peak of memory")
    before = peak_bytes()
    assert before > 10e6
    big = bytearray(64_000_000)
    big[::4096] = b"x" * len(big[::4096])
    assert peak_bytes() > before
    held = peak_bytes()
    del big
    assert forget_peak()
    assert peak_bytes() < held


def _base(folder: Path) -> Path:
    from models.train.__main__ import main as train

    for library in ("torch", "transformers", "peft", "codecarbon", "matplotlib", "rouge_score"):
        pytest.importorskip(library, reason=f"needs {library}, of the train and evaluate extras")
    source = write_gemma(folder / "source.gguf", _WORDS)
    text = folder / "text.txt"
    lines = ["es: querer agua =", " Quiero agua.", " Quiero pan.", "en: want milk ="]
    text.write_text("\n".join(lines * 3) + "\n", encoding="utf-8")
    base = folder / "base"
    assert train(["base", str(source), str(base), "--text", str(text), "--most", "420"]) == 0
    return base


@pytest.mark.timeout(600)  # each method loads torch anew, in a process of its own
@pytest.mark.filterwarnings("ignore")
def test_methods_are_trained_apart_and_set_side_by_side(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    base = _base(tmp_path)
    write_pairs(tmp_path / "pairs.tsv", _PAIRS)
    (tmp_path / "es.tsv").write_text("querer, agua\tQuiero agua.\n", encoding="utf-8")
    out = tmp_path / "out"
    command = ["methods", str(base), str(out), "--pairs", f"{tmp_path / 'pairs.tsv'}"]
    command += ["--test", f"es={tmp_path / 'es.tsv'}", "--steps", "100", "--tokens", "120"]
    command += ["--attempts", "2", "--threads", "1"]
    command += ["--methods", "lora-r8-a8@0.02", "qlora-r8-a8", "prompt-4"]
    capfd.readouterr()
    assert main(command) == 0
    told = capfd.readouterr()
    said = json.loads((out / "methods.json").read_text("utf-8"))
    lora, prompt = said["results"]
    assert lora["method"] == "lora-r8-a8@0.02"
    assert lora["answers"]["sentences"] == ["Quiero agua."]
    assert lora["answers"]["overall"]["exact"] == 100
    assert lora["learning"]["last_loss"] < lora["learning"]["first_loss"]
    assert prompt["trainable"] == 4 * 64  # four embeddings of the tiny base's width
    for result in (lora, prompt):
        assert result["learning"]["peak_ram"] > 50e6
        assert result["learning"]["cpu_seconds"] > 0
        assert result["learning"]["energy"]["watt_hours"] > 0
        assert result["size"] > 0
        assert result["answers"]["seconds_median"] > 0
    assert "needs a GPU with CUDA" in said["not_run"]["qlora-r8-a8"]
    assert "| lora-r8-a8@0.02 |" in told.out
    assert "estimate of codecarbon" in told.out or "measured by" in told.out
    assert str(tmp_path) not in told.out
    assert (out / "methods.png").read_bytes().startswith(b"\x89PNG")
    _runs_nothing_twice(command, out, capfd)


def _runs_nothing_twice(command: list[str], out: Path, capfd: pytest.CaptureFixture[str]) -> None:
    made = (out / "prompt-4" / "result.json").stat().st_mtime_ns
    assert main([*command[: command.index("--methods")], "--methods", "prompt-4"]) == 0
    assert "prompt-4: its result is there already" in capfd.readouterr().err
    assert (out / "prompt-4" / "result.json").stat().st_mtime_ns == made


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"--pairs": "bad.tsv"}, "bad.tsv, line 1: 2 columns where 4 are needed"),
        ({"--test": "fr=pairs.tsv"}, "--test fr=pairs.tsv: it must be es=FILE or en=FILE"),
        ({"--methods": "adapter"}, "'adapter' is no method"),
        ({"--steps": "0"}, "--steps must be above 0"),
        ({}, "no weights (*.safetensors) in this folder"),
    ],
    ids=["pairs", "test", "method", "steps", "base"],
)
def test_what_cannot_be_compared_is_told_in_one_line(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    change: dict[str, str],
    told: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    write_pairs(Path("pairs.tsv"), _PAIRS)
    Path("bad.tsv").write_text("es\tagua\n", encoding="utf-8")
    Path("base").mkdir()
    if change:
        Path("base/model.safetensors").write_bytes(b"")
    options = {"--pairs": "pairs.tsv"} | change
    arguments = [word for name, value in options.items() for word in (name, value)]
    assert main(["methods", "base", "out", *arguments]) == 1
    error = capsys.readouterr().err
    assert told in error
    assert error.count("\n") == 1


def test_a_report_without_a_gpu_says_so_in_its_cells() -> None:
    figures = {
        "bleu": 12.3, "precisions": [50.0, 40.0, 30.0, 20.0], "rouge1": 1.0, "rouge2": 2.0,
        "rouge_l": 3.0, "chrf": 4.0, "exact": 5.0, "valid": 6.0,
    }  # fmt: skip
    energy = {"watt_hours": 1.5, "grams_co2": 1.0, "is_measured": False, "how": "an estimate"}
    result = {
        "method": "full", "rate": 1e-4, "trainable": 1000, "parameters": 1000, "size": 2_000_000,
        "device": "processor", "versions": {"python": "3"},
        "learning": {"seconds": 10.0, "cpu_seconds": 15.0, "tokens": 100,
                     "peak_ram": 3_000_000, "peak_vram": 0,
                     "energy": energy, "first_loss": 3.0, "last_loss": 1.0},
        "answers": {"by_language": {"es": figures}, "overall": figures,
                    "seconds_median": 0.1, "seconds_p95": 0.2},
        "reliability": {"attempts_mean": None, "first_time": 0, "never": 100,
                        "seconds_per_valid": None, "peak_ram": 1_000_000},
    }  # fmt: skip
    text = markdown(_plan(), [result], {"qlora-r4-a8": "needs a GPU"}, "command", "methods.png")
    assert "| full | 12.3 | 12.3 | - | 50 / 40 / 30 / 20 |" in text
    assert "| 3.0 MB | - | ≈ 1.50 Wh | 3.00 → 1.00 |" in text
    assert "| full | no valid one | 0 % | 100 % | no valid one |" in text
    assert "- qlora-r4-a8: needs a GPU" in text
