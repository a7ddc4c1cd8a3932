"""From the last tap to the sentence: real engines and real weights, each in its own process."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from evaluation.__main__ import main
from evaluation.speed.burden import Burden
from evaluation.speed.loops import LlamaLoop, TransformersLoop
from evaluation.speed.subject import LLAMA_LOOP, Subject, measure
from evaluation.speed.table import markdown, percentile, rows
from tests.tiny_gemma import write_gemma
from tests.tiny_gguf import write_parrot


def test_percentiles_are_values_that_were_measured() -> None:
    values = [float(number) for number in range(1, 21)]
    assert percentile(values, 0.5) == 10
    assert percentile(values, 0.95) == 19
    assert percentile([7.0], 0.95) == 7


def test_ratios_are_to_the_bare_loops_of_the_same_condition() -> None:
    def result(name: str, seconds: float, tokens: int | None) -> dict[str, object]:
        latencies = [seconds, seconds * 2, seconds]
        return {
            "name": name,
            "load_s": 0.5,
            "memory": 3_000_000,
            "latencies_s": latencies,
            "tokens": tokens,
        }

    idle = [result("gguf, greedy", 0.3, 12), result(LLAMA_LOOP, 0.2, 12)]
    busy = [result("gguf, greedy", 0.9, 12), result(LLAMA_LOOP, 0.3, 12)]
    made = rows({"idle": idle, "busy": busy})
    assert [row.to_llama for row in made] == pytest.approx([1.5, 1.0, 3.0, 1.0])
    assert made[0].to_transformers is None
    assert made[0].tokens_per_s == pytest.approx(10)
    text = markdown(made, {"bare transformers": "not here"}, "about")
    assert (
        "| gguf, greedy | idle | 300.0 | 600.0 | 600.0 | 600.0 | 10.0 | 500 | 3 | 1.50 | - |"
        in text
    )
    assert "- bare transformers: not run: not here" in text


def test_the_bare_loop_says_what_the_engine_says(tmp_path: Path) -> None:
    weights = write_parrot(tmp_path / "parrot.gguf", [" Quiero", " agua", "."])
    loop = LlamaLoop(weights)
    try:
        assert loop.answer(("yo", "querer", "agua"), "es") == ("Quiero agua.", 4)
    finally:
        loop.close()
    common = {"language": "es", "messages": (("yo", "querer", "agua"), ("agua",))}
    engine = measure(Subject("gguf", engine="gguf", model=str(weights), rounds=2, **common))  # type: ignore[arg-type]
    assert engine["sentences"] == ["Quiero agua."] * 2
    assert len(engine["latencies_s"]) == 4
    assert engine["tokens"] == 4 * 4  # with the end of the answer
    assert engine["memory"] > 10e6
    assert engine["load_s"] > 0
    rules = measure(Subject("rules", engine="rules", **common))  # type: ignore[arg-type]
    assert rules["tokens"] is None


@pytest.mark.timeout(300)
@pytest.mark.filterwarnings("ignore")
def test_transformers_computes_on_the_same_weights(tmp_path: Path) -> None:
    for library in ("torch", "transformers", "gguf"):
        pytest.importorskip(library, reason=f"needs {library}, of the train extra")
    weights = write_gemma(tmp_path / "tiny.gguf", ["quiero", "agua", "pan"])
    texts = []
    for kind in (LlamaLoop, TransformersLoop):
        loop = kind(weights)
        texts.append(loop.answer(("querer", "agua"), "es"))
        loop.close()
    assert texts[0] == texts[1]


def test_cores_are_kept_busy_and_let_go() -> None:
    with Burden(2) as burden:
        processes = burden.processes
        assert len(processes) == 2
        for process in processes:
            os.kill(process, 0)
    for process in processes:
        with pytest.raises(ProcessLookupError):
            os.kill(process, 0)


def test_busy_loops_end_when_their_parent_is_killed() -> None:
    code = (
        "import time\nfrom evaluation.speed.burden import Burden\n"
        "with Burden(1) as burden:\n    print(*burden.processes, flush=True)\n    time.sleep(60)\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code], stdout=subprocess.PIPE, text=True
    ) as parent:
        assert parent.stdout is not None
        busy = int(parent.stdout.readline())
        parent.kill()
    end = time.monotonic() + 30
    while _lives(busy) and time.monotonic() < end:
        time.sleep(0.1)
    assert not _lives(busy)


def _lives(process: int) -> bool:
    """Whether it still runs; one that has ended may wait as a zombie for somebody to ask."""
    try:
        return ") Z " not in Path(f"/proc/{process}/stat").read_text("ascii")
    except OSError:
        return False


@pytest.mark.timeout(300)
def test_the_command_measures_side_by_side(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    weights = write_parrot(tmp_path / "parrot.gguf", [" Quiero", " agua", "."])
    command = ["speed", "--model", str(weights), "--messages", "2", "--rounds", "1"]
    assert main([*command, "--busy", "0", "--no-transformers", "--json"]) == 0
    said = json.loads(capsys.readouterr().out)
    assert [row["name"] for row in said["rows"]] == [
        "telegraphic",
        "rules",
        "gguf, greedy",
        "as in the program",
        LLAMA_LOOP,
    ]
    assert {row["condition"] for row in said["rows"]} == {"idle"}
    by_name = {row["name"]: row for row in said["rows"]}
    assert by_name[LLAMA_LOOP]["to_llama"] == 1
    assert by_name["gguf, greedy"]["tokens_per_s"] > 0
    assert said["not_run"] == {}


def test_what_cannot_be_measured_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["speed", "--model", str(tmp_path / "none.gguf")]) == 1
    assert "none.gguf: there is no such file" in capsys.readouterr().err
    assert main(["speed", "--messages", "0"]) == 1
    assert "must be above 0" in capsys.readouterr().err
    bad = tmp_path / "bad.gguf"
    bad.write_bytes(b"GGUF and no more")
    command = ["speed", "--model", str(bad), "--messages", "1", "--busy", "0"]
    assert main([*command, "--no-transformers"]) == 0
    assert "gguf, greedy: not run: " in capsys.readouterr().out
