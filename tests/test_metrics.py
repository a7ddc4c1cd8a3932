"""Figures are those that other programs give for the same sentences."""

from __future__ import annotations

import collections
import json
import math
import os
import re
import subprocess
import sys
from dataclasses import replace

import pytest

from evaluation.errors import EvaluationError, MissingToolError
from evaluation.metrics import (
    NAMES,
    MetricOptions,
    Sampling,
    Source,
    all_metrics,
    metrics_named,
)
from evaluation.metrics.sacre import SacreMetric
from evaluation.named_sets import open_set
from evaluation.protocol import THESIS
from evaluation.score import score
from evaluation.task import Task
from models.engine import Controls, SentenceRequest
from models.engines import build

pytest.importorskip("sacrebleu")

HYPS = ["Yo quiero agua.", "El gato mira pez.", "¡La niña come el pan!", "", "Vamos al cole hoy."]
REFS = [
    ["Quiero agua.", "Yo quiero agua."],
    ["El gato mira el pez."],
    ["La niña come pan.", "La niña come el pan.", "La nena come pan."],
    ["Hola."],
    ["Hoy vamos al cole.", "Vamos hoy al cole."],
]
SOURCES = [
    Source(("yo", "querer", "agua"), "es", Controls()),
    Source(("gato", "mirar", "pez"), "es", Controls()),
    Source(("niña", "comer", "pan"), "es", Controls()),
    Source(("hola",), "es", Controls()),
    Source(("ir", "cole", "hoy"), "es", Controls()),
]
NO_SAMPLING = MetricOptions(sampling=Sampling(0))


def sacrebleu(tmp_path, hyps, streams, *arguments):
    """What the program `sacrebleu` prints, in a process of its own."""
    files = []
    for number, stream in enumerate([hyps, *streams]):
        files.append(tmp_path / f"{number}.txt")
        files[-1].write_text("".join(f"{line}\n" for line in stream), "utf-8")
    command = [sys.executable, "-m", "sacrebleu", *files[1:], "-i", files[0], "-w", "6"]
    ran = subprocess.run(
        [*map(str, command), *arguments, "-f", "json"],
        capture_output=True,
        text=True,
        check=True,
        env=os.environ | {"PYTHONWARNINGS": "ignore"},
    )
    found = json.loads(ran.stdout)
    return found if isinstance(found, list) else [found]


def test_bleu_chrf_and_ter_are_those_of_the_program_sacrebleu(tmp_path):
    streams = [["Quiero agua.", "El gato mira el pez.", "La niña come pan.", "Hola.", "Vamos."]]
    found = sacrebleu(
        tmp_path, HYPS, streams, "-m", "bleu", "chrf", "ter", "--chrf-word-order", "2"
    )
    refs = [[line] for line in streams[0]]
    for name, theirs in zip(("bleu", "chrf", "ter"), found, strict=True):
        ours = all_metrics(NO_SAMPLING)[name].score(HYPS, refs, SOURCES)
        assert ours.score == pytest.approx(theirs["score"], abs=1e-4)
        settings = {pair.partition(":")[0] for pair in ours.signature.split("|")}
        assert {"nrefs", "case", "version"} <= settings
        assert (ours.low, ours.high) == (None, None)


def test_the_intervals_are_those_of_the_program_sacrebleu(tmp_path):
    streams = [[good[0] for good in REFS]]
    (theirs,) = sacrebleu(
        tmp_path, HYPS, streams, "-m", "chrf", "--confidence", "--confidence-n", "200"
    )
    refs = [[line] for line in streams[0]]
    plain = SacreMetric("chrf", "chrF", "CHRF", sampling=Sampling(200))
    found = plain.score(HYPS, refs, SOURCES)
    assert found.score == pytest.approx(theirs["score"], abs=1e-4)
    mean, half = map(float, re.findall(r"[0-9.]+", theirs["confidence"]))
    assert found.low == pytest.approx(mean - half, abs=1e-4)
    assert found.high == pytest.approx(mean + half, abs=1e-4)
    assert "bs:200|seed:12345" in found.signature


def test_several_references_count_where_there_are_some():
    found = all_metrics(NO_SAMPLING)["exact"].score(HYPS, REFS, SOURCES)
    assert found.score == pytest.approx(20.0)
    bleu = all_metrics(NO_SAMPLING)["bleu"]
    first_only = [good[:1] for good in REFS]
    assert bleu.score(HYPS, REFS, SOURCES).score > bleu.score(HYPS, first_only, SOURCES).score
    assert "nrefs:var" in bleu.score(HYPS, REFS, SOURCES).signature


def test_counted_metrics_are_what_a_hand_counts():
    metrics = all_metrics(NO_SAMPLING)
    assert metrics["length"].score(HYPS, REFS, SOURCES).score == pytest.approx(16 / 18)
    assert metrics["exact"].each(HYPS, REFS, SOURCES) == [100.0, 0.0, 0.0, 0.0, 0.0]
    said = metrics["coverage"].each(HYPS, REFS, SOURCES)
    assert said == [100.0, 100.0, 100.0, 0.0, 100.0]
    assert metrics["coverage"].score(HYPS, REFS, SOURCES).score == pytest.approx(100 * 12 / 13)
    assert metrics["unfaithful"].each(["No quiero agua."], REFS[:1], SOURCES[:1]) == [100.0]
    assert metrics["unfaithful"].each(["Quiero agua."], REFS[:1], SOURCES[:1]) == [0.0]


def test_rouge_reads_spanish_letters():
    pytest.importorskip("rouge_score", reason="needs rouge-score: the extra `evaluate`")
    metrics = all_metrics(NO_SAMPLING)
    # LCS «la ñapa» of «la ñapa azul» and «la ñapa»: precision 2/3, recall 1.
    hyps, refs = ["La ñapa azul."], [["Otra cosa.", "La ñapa."]]
    assert metrics["rouge-l"].score(hyps, refs, SOURCES[:1]).score == pytest.approx(80.0)
    assert metrics["rouge-2"].score(hyps, refs, SOURCES[:1]).score == pytest.approx(200 / 3)
    assert metrics["rouge-1"].score(["Niña"], [["nina"]], SOURCES[:1]).score == 0.0


def test_an_interval_holds_what_was_drawn():
    """A mean of n zeros and ones: the interval of the normal approximation, nearly."""
    hyps = ["a"] * 60 + ["b"] * 40
    refs = [["a"]] * 100
    found = all_metrics()["exact"].score(hyps, refs, [SOURCES[0]] * 100)
    assert found.score == 60.0
    half = 100 * 1.96 * math.sqrt(0.6 * 0.4 / 100)
    assert found.low == pytest.approx(60 - half, abs=2.0)
    assert found.high == pytest.approx(60 + half, abs=2.0)


@pytest.mark.parametrize("name", ["exact", "bleu", "chrf", "ter"])
def test_a_paired_bootstrap_tells_a_difference_from_chance(name):
    sources = [SOURCES[0]] * 60
    refs = [["la niña come pan con queso"]] * 60
    good = ["la niña come pan con queso"] * 60
    bad = ["el perro no bebe"] * 50 + ["la niña come pan con queso"] * 10
    nearly = [*good[:-1], "la niña come pan con jamón"]
    metric = all_metrics(MetricOptions(sampling=Sampling(300)))[name]
    assert metric.p_value(good, bad, refs, sources) < 0.01
    assert metric.p_value(good, nearly, refs, sources) > 0.05


def test_sacrebleu_s_test_is_its_own(tmp_path):
    from sacrebleu.metrics import BLEU
    from sacrebleu.significance import PairedTest

    other = ["Quiero agua.", "El gato mira el pez.", "Pan.", "Hola.", "Vamos al cole."]
    streams = [[good[0] for good in REFS]]
    named = [("one", HYPS), ("two", other)]
    _, results = PairedTest(named, {"BLEU": BLEU()}, streams, "bs", n_samples=100)()
    metric = all_metrics(MetricOptions(sampling=Sampling(100)))["bleu"]
    refs = [[line] for line in streams[0]]
    assert metric.p_value(HYPS, other, refs, SOURCES) == results["BLEU"][1].p_value


def by_hand(hyps, refs):
    """BLEU-4 of the published protocol, written from its definition and nothing else."""

    def words(text):
        text = text.split("\n")[0].lower().strip(".")
        # As mteval-v13a.pl: punctuation is parted from words, but for ' and, with digits, . , -
        text = re.sub(r"([{-~\[-` -&(-+:-@/])", r" \1 ", text)
        text = re.sub(r"([^0-9])([.,])", r"\1 \2 ", text)
        text = re.sub(r"([.,])([^0-9])", r" \1 \2", text)
        text = re.sub(r"([0-9])(-)", r"\1 \2 ", text)
        return text.split()

    def grams(tokens, n):
        return collections.Counter(tuple(tokens[i : i + n]) for i in range(len(tokens) - n + 1))

    pairs = [(words(hyp), words(ref)) for hyp, ref in zip(hyps, refs, strict=True)]
    log = 0.0
    for n in range(1, 5):
        right = sum((grams(h, n) & grams(r, n)).total() for h, r in pairs)
        total = sum(grams(h, n).total() for h, _ in pairs)
        if not right:
            return 0.0
        log += math.log(right / total) / 4
    said, wanted = (sum(len(pair[side]) for pair in pairs) for side in (0, 1))
    return 100 * math.exp(log + min(0.0, 1 - wanted / said))


@pytest.mark.parametrize("language", ["es", "en"])
def test_the_thesis_protocol_gives_what_a_hand_gives(shared, language):
    name = f"arasaac-{language}-train"
    test_set = open_set(f"{name}={shared}/data/aac_pairs/{language}_train.tsv")
    with build("rules") as rules:
        said = [
            rules.realise(SentenceRequest(0, item.keywords, language)).text
            for item in test_set.items
        ]
    options = MetricOptions(THESIS, Sampling(0))
    found = score(said, test_set, metrics_named(["bleu"], options), THESIS)["bleu"].score
    expected = by_hand(said, [item.references[0] for item in test_set.items])
    assert f"{found:.2f}" == f"{expected:.2f}"
    assert found > 50


def test_the_thesis_prepares_the_sentences():
    assert THESIS.sentence("..El Gato.\nMira.") == "el gato"
    assert THESIS.references(["A.", "B."]) == ("a",)
    assert THESIS.bleu == {"smooth_method": "none", "tokenize": "13a"}


def test_faithfulness_reads_the_sentences_as_they_were_said(tmp_path):
    """A name in lower case is another word: the protocol must not reach that metric."""
    (tmp_path / "set.tsv").write_text("Juan, cut, plant\tJuan cut the plant.\n", "utf-8")
    task = Task.of(open_set(str(tmp_path / "set.tsv"), "en"), THESIS)
    metrics = all_metrics(MetricOptions(THESIS, Sampling(0)))
    assert task.score(metrics["exact"], ["JUAN cut the plant"]).score == 100.0
    assert task.score(metrics["exact"], ["JUAN cut the plant"]).signature.endswith(
        "|protocol:thesis"
    )
    seen = []
    spy = replace(metrics["unfaithful"], count=lambda hyps, *_: [(seen.append(hyps), 0.0)[1:] * 2])
    task.score(spy, ["Juan cut the plant."])
    assert seen == [["Juan cut the plant."]]


def test_names_are_keys_and_an_unknown_one_is_told():
    assert tuple(all_metrics()) == NAMES
    assert list(metrics_named(["BLEU", "chrf++"])) == ["bleu", "chrf++"]
    with pytest.raises(EvaluationError, match="there is no metric 'blue'; there are bleu, chrf"):
        metrics_named(["blue"])


@pytest.mark.parametrize(
    ("library", "name"), [("sacrebleu.metrics", "bleu"), ("rouge_score.rouge_scorer", "rouge-l")]
)
def test_a_library_that_is_not_installed_is_named(monkeypatch, library, name):
    monkeypatch.setitem(sys.modules, library, None)
    with pytest.raises(MissingToolError, match=r"is not installed: pip install .*\[evaluate\]"):
        all_metrics(NO_SAMPLING)[name].score(HYPS, REFS, SOURCES)
