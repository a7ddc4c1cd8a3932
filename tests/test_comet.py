"""COMET through the library's own code, with a tiny checkpoint made here."""

from __future__ import annotations

import json
import logging
import os
import shlex
import sys
import warnings

import pytest

from evaluation.__main__ import main
from evaluation.errors import EvaluationError, MissingToolError
from evaluation.metrics import CometOptions, MetricOptions, Source, all_metrics
from evaluation.metrics import comet as module
from evaluation.protocol import THESIS
from models.engine import Controls
from tests.tiny_comet import make_comet

HYPS = ["Yo quiero agua.", "Mamá va a casa."]
REFS = [["Yo quiero agua, por favor.", "Quiero agua."], ["Mamá va a casa."]]
SOURCES = [
    Source(("yo", "querer", "agua"), "es", Controls()),
    Source(("Mamá", "ir", "casa"), "es", Controls()),
]


@pytest.fixture(scope="module")
def checkpoint(tmp_path_factory):
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("HF_HUB_OFFLINE", "1")
        yield make_comet(tmp_path_factory.mktemp("comet"))


def independent(checkpoint, rows):
    """What the library says when it is called as its own documentation does."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        logging.getLogger("pytorch_lightning").setLevel(logging.ERROR)
        from comet import load_from_checkpoint

        judge = load_from_checkpoint(str(checkpoint / "checkpoints" / "model.ckpt"))
        data = [dict(zip(("src", "mt", "ref"), row, strict=True)) for row in rows]
        return judge.predict(data, batch_size=1, gpus=0, num_workers=0, progress_bar=False).scores


def test_the_score_is_the_mean_of_the_library_s_best(checkpoint):
    metric = all_metrics(MetricOptions(comet=CometOptions(str(checkpoint))))["comet"]
    one, other, second = independent(
        checkpoint,
        [
            ("yo, querer, agua", HYPS[0], REFS[0][0]),
            ("yo, querer, agua", HYPS[0], REFS[0][1]),
            ("Mamá, ir, casa", HYPS[1], REFS[1][0]),
        ],
    )
    assert one != other
    found = metric.score(HYPS, REFS, SOURCES)
    assert found.score == pytest.approx(100 * (max(one, other) + second) / 2, abs=1e-4)
    assert found.low <= found.score <= found.high
    assert f"comet|{checkpoint.name}|src:keywords" in found.signature


def test_the_thesis_gives_it_lower_case_words(checkpoint):
    options = MetricOptions(THESIS, comet=CometOptions(str(checkpoint), batch_size=1))
    metric = all_metrics(options)["comet"]
    (expected,) = independent(checkpoint, [("mamá, ir, casa", "mamá va a casa", "mamá va a casa")])
    found = metric.score(["mamá va a casa"], [["mamá va a casa"]], SOURCES[1:])
    assert found.score == pytest.approx(100 * expected, abs=1e-4)


def test_the_command_scores_with_a_folder(checkpoint, tmp_path, capsys):
    (tmp_path / "set.tsv").write_text("Mamá, ir, casa\tMamá va a casa.\n", "utf-8")
    (tmp_path / "hyp.txt").write_text("Mamá va a casa.\n", "utf-8")
    arguments = ["score", "--references", str(tmp_path / "set.tsv")]
    arguments += ["--hypotheses", str(tmp_path / "hyp.txt"), "--metric", "comet", "--json"]
    assert main([*arguments, "--comet-model", str(checkpoint), "--protocol", "thesis"]) == 0
    (expected,) = independent(checkpoint, [("mamá, ir, casa", "mamá va a casa", "mamá va a casa")])
    found = json.loads(capsys.readouterr().out)["comet"]
    assert found["score"] == pytest.approx(100 * expected, abs=1e-4)


def test_weights_that_are_not_here_come_with_a_command(monkeypatch):
    pytest.importorskip("huggingface_hub")
    monkeypatch.setattr(module, "_library", lambda: None)
    metric = all_metrics(MetricOptions(comet=CometOptions("nobody/none")))["comet"]
    with pytest.raises(MissingToolError) as caught:
        metric.score(HYPS, REFS, SOURCES)
    said = str(caught.value)
    assert said.startswith("the weights of nobody/none are not on this computer; get them with: ")
    python, flag, script = shlex.split(said.partition("get them with: ")[2])
    assert (python, flag) == (sys.executable, "-c")
    assert script.count("nobody/none") == 1
    compile(script, "command", "exec")


def test_a_folder_without_a_checkpoint_is_named(monkeypatch, tmp_path):
    monkeypatch.setattr(module, "_library", lambda: None)
    metric = all_metrics(MetricOptions(comet=CometOptions(str(tmp_path))))["comet"]
    with pytest.raises(EvaluationError, match=r"no checkpoints/model\.ckpt in this folder"):
        metric.score(HYPS, REFS, SOURCES)


def test_a_damaged_checkpoint_is_named(checkpoint, tmp_path):
    (tmp_path / "checkpoints").mkdir()
    (tmp_path / "checkpoints" / "model.ckpt").write_bytes(b"nothing")
    (tmp_path / "hparams.yaml").write_bytes((checkpoint / "hparams.yaml").read_bytes())
    metric = all_metrics(MetricOptions(comet=CometOptions(str(tmp_path))))["comet"]
    with pytest.raises(EvaluationError, match=r"model\.ckpt: COMET cannot load it"):
        metric.score(HYPS, REFS, SOURCES)


def test_a_gpu_that_is_not_there_is_told(checkpoint):
    import torch

    if torch.cuda.is_available():
        pytest.skip("there is a GPU here")
    options = CometOptions(str(checkpoint), device="gpu")
    with pytest.raises(EvaluationError, match="no GPU that torch can use"):
        all_metrics(MetricOptions(comet=options))["comet"].score(HYPS, REFS, SOURCES)


def test_without_the_library_it_says_how_to_get_it(monkeypatch):
    monkeypatch.setitem(sys.modules, "comet", None)
    metric = all_metrics(MetricOptions(comet=CometOptions(os.devnull)))["comet"]
    with pytest.raises(MissingToolError, match="COMET"):
        metric.score(HYPS, REFS, SOURCES)
