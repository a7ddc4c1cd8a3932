"""Runs that are killed, disks that are full: what was saved stays good, and training goes on."""

from __future__ import annotations

import errno
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from models.train.__main__ import main
from models.train.checkpoint import final_weights
from models.train.weights import ADAPTER_FILE
from tests.tiny_training import gemma_base, lora_arguments, needs_torch

pytestmark = [pytest.mark.timeout(600), pytest.mark.filterwarnings("ignore")]
_ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    needs_torch()
    return gemma_base(tmp_path_factory.mktemp("resumed"))


def _weights(run: Path) -> dict[str, Any]:
    from safetensors.torch import load_file

    return load_file(final_weights(run) / ADAPTER_FILE)


def test_a_killed_run_goes_on_to_the_same_weights(base: Path, tmp_path: Path) -> None:
    import torch

    settings = {"steps": 40, "checkpoint_steps": 8}
    assert main(lora_arguments(base, tmp_path / "whole", **settings)) == 0
    run = tmp_path / "killed"
    arguments = lora_arguments(base, run, **settings)
    environment = {**os.environ, "PYTHONPATH": str(_ROOT), "OMP_WAIT_POLICY": "PASSIVE"}
    process = subprocess.Popen(
        [sys.executable, "-W", "ignore", "-m", "models.train", *arguments],
        cwd=_ROOT,
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    while not (run / "state.pt").is_file():
        assert process.poll() is None
        time.sleep(0.005)
    process.send_signal(signal.SIGKILL)
    assert process.wait() == -signal.SIGKILL
    stopped = final_weights(run).name
    assert stopped != "adapter-40"
    assert main(arguments) == 0
    assert [path.name for path in run.glob("adapter-*")] == ["adapter-40"]
    whole, resumed = _weights(tmp_path / "whole"), _weights(run)
    assert whole.keys() == resumed.keys()
    assert all(torch.equal(whole[name], resumed[name]) for name in whole)
    steps = [int(line.split("\t")[1]) for line in (run / "loss.tsv").read_text().splitlines()]
    assert steps == sorted(steps)
    assert steps[-1] == 40


def test_a_disk_that_fills_up_leaves_the_last_checkpoint(
    base: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    run = tmp_path / "run"
    arguments = lora_arguments(base, run, steps=9, checkpoint_steps=3)
    saved = []

    def save(model: Any, folder: Path) -> None:
        if saved:
            folder.mkdir()
            (folder / ADAPTER_FILE).write_bytes(b"half")
            raise OSError(errno.ENOSPC, "No space left on device")
        saved.append(folder)
        model.save_pretrained(folder)

    monkeypatch.setattr("models.train.loop.save_weights", save)
    assert main(arguments) == 1
    assert capsys.readouterr().err == (
        "aac-train: the disk is full; checkpoints that were written stay good\n"
    )
    assert final_weights(run).name == "adapter-3"
    assert _weights(run)
    monkeypatch.undo()
    assert main(arguments) == 0
    assert final_weights(run).name == "adapter-9"
    assert not list(run.glob("draft-*"))


def test_too_little_disk_or_memory_is_told_before_the_first_step(
    base: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments = lora_arguments(base, tmp_path / "run", steps=2)
    monkeypatch.setattr(shutil, "disk_usage", lambda _folder: SimpleNamespace(free=10_000_000))
    assert main(arguments) == 1
    assert "MB of disk are needed, 10 are free" in capsys.readouterr().err
    assert not list((tmp_path / "run").glob("adapter-*"))
    monkeypatch.undo()
    monkeypatch.setattr("psutil.virtual_memory", lambda: SimpleNamespace(available=1000))
    assert main(arguments) == 1
    assert "MB of memory are needed, 0 are free" in capsys.readouterr().err


def test_a_damaged_checkpoint_is_told(
    base: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run = tmp_path / "run"
    arguments = lora_arguments(base, run, steps=2)
    assert main(arguments) == 0
    (run / "state.pt").write_bytes(b"torn")
    capsys.readouterr()
    assert main(arguments) == 1
    told = capsys.readouterr().err
    assert "state.pt: the checkpoint is damaged" in told
    assert told.count("\n") == 1


def test_a_run_that_gets_no_better_stops_and_keeps_its_best(base: Path, tmp_path: Path) -> None:
    run = tmp_path / "run"
    settings = {"steps": 400, "checkpoint_steps": 2, "sample": 2, "patience": 2, "rate": 1e-9}
    assert main(lora_arguments(base, run, **settings)) == 0
    rows = [line.split("\t") for line in (run / "loss.tsv").read_text().splitlines()]
    assert [row[1] for row in rows if row[6:]] == ["2", "4", "6"]
    assert final_weights(run).name == "best"


def test_four_bits_without_their_library_are_told(
    base: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "bitsandbytes", None)
    arguments = lora_arguments(base, tmp_path / "run", method="qlora")
    assert main(arguments) == 1
    assert "QLoRA needs the library bitsandbytes" in capsys.readouterr().err


@pytest.mark.filterwarnings("ignore")
def test_an_adapter_learns_on_weights_of_four_bits(base: Path, tmp_path: Path) -> None:
    pytest.importorskip("bitsandbytes", reason="needs bitsandbytes, of the extra qlora")
    run = tmp_path / "run"
    settings = {"steps": 12, "checkpoint_steps": 6, "rate": 0.02}
    assert main(lora_arguments(base, run, method="qlora", **settings)) == 0
    assert final_weights(run).name == "adapter-12"
    first, last = [row.split("\t") for row in (run / "loss.tsv").read_text().splitlines()]
    assert float(last[4]) < float(first[4])
    assert main(["export", str(base), str(run), str(tmp_path / "out"), "--adapter"]) == 0
    assert len(list((tmp_path / "out").glob("*.gguf"))) == 1


def test_several_processes_train_one_model(base: Path, tmp_path: Path) -> None:
    run = tmp_path / "run"
    arguments = lora_arguments(base, run, steps=4)
    launcher = [sys.executable, "-W", "ignore", "-m", "accelerate.commands.launch"]
    launcher += ["--cpu", "--num_processes", "2", "--num_machines", "1", "--mixed_precision", "no"]
    launcher += ["--dynamo_backend", "no", "--main_process_port", "0", "-m", "models.train"]
    environment = {**os.environ, "PYTHONPATH": str(_ROOT), "OMP_WAIT_POLICY": "PASSIVE"}
    done = subprocess.run(
        [*launcher, *arguments], cwd=_ROOT, env=environment, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr[-2000:]
    assert [path.name for path in run.glob("adapter-*")] == ["adapter-4"]
    assert len((run / "loss.tsv").read_text().splitlines()) == 1
