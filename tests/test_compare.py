"""Systems side by side: tables, marks, phenomena, differences, pictures and the page."""

from __future__ import annotations

import base64
import csv
import io
import json
import re
from html.parser import HTMLParser

import pytest

from evaluation.__main__ import main
from evaluation.candidates import Candidate, read_candidates
from evaluation.comparison import compare
from evaluation.errors import EvaluationError
from evaluation.metrics import MetricOptions, Sampling, metrics_named
from evaluation.named_sets import open_set
from evaluation.protocol import PLAIN, THESIS
from evaluation.published import MARK, published
from evaluation.tables import phenomenon_table, score_table

pytest.importorskip("sacrebleu")

QUICK = MetricOptions(sampling=Sampling(200))


@pytest.fixture
def test_set(tmp_path):
    """Twenty messages: the first half about time, two about place."""
    lines = [f"word{n}, here, now\tWord{n} is here now." for n in range(20)]
    (tmp_path / "set.tsv").write_text("\n".join(lines) + "\n", "utf-8")
    tags = ["time"] * 10 + ["none"] * 8 + ["place", "place,time"]
    tag_lines = "".join(f"1\t{tag}\n" for tag in tags)
    (tmp_path / "set.tags.tsv").write_text(tag_lines, "utf-8")
    return open_set(str(tmp_path / "set.tsv"), "en")


@pytest.fixture
def systems(test_set):
    good = [item.references[0] for item in test_set.items]
    bad = [f"word{n} here" for n in range(20)]
    nearly = [*good[:19], "Word19 <b>was</b> here & now|then."]
    return (
        Candidate("good", tuple(good)),
        Candidate("bad", tuple(bad)),
        Candidate("nearly", tuple(nearly)),
    )


def compared(systems, test_set, *names, protocol=PLAIN, **more):
    metrics = metrics_named(names or ["chrf", "exact", "ter"], QUICK)
    return compare(systems, test_set, metrics, protocol, **more)


def test_the_best_is_marked_whichever_way_a_metric_goes(systems, test_set):
    found = compared(systems, test_set)
    for name in ("chrf", "exact", "ter"):
        assert found.best(name) == {"good"}
    text = score_table(found).as_text()
    assert re.search(r"^good +_100\.00 \[100\.0, 100\.0\]_.* _0\.00 \[0\.0, 0\.0\]_", text, re.M)
    markdown = score_table(found).as_markdown()
    assert markdown.splitlines()[2].startswith("| good | **100.00 [100.0, 100.0]** |")


def test_only_what_is_beyond_chance_is_starred(systems, test_set):
    table = score_table(compared(systems, test_set, "exact"))
    figures = {row[0].text: row[1].text for row in table.rows}
    assert figures["good"] == "100.00 [100.0, 100.0]"
    assert figures["bad"] == "0.00* [0.0, 0.0]"
    assert figures["nearly"].startswith("95.00 [")


def test_the_baseline_may_be_another(systems, test_set):
    found = compared(systems, test_set, "exact", baseline="bad")
    assert found.baseline == "bad"
    assert {row.name: bool(row.p_values) for row in found.rows} == {
        "good": True,
        "bad": False,
        "nearly": True,
    }


def test_a_phenomenon_with_few_items_gets_no_figure(systems, test_set):
    found = compared(systems, test_set)
    exact, chrf = found.breakdowns
    assert (exact.metric, chrf.metric) == ("exact", "chrf")
    assert exact.counts == {"time": 11}
    assert exact.values["time"]["good"] == 100.0
    assert exact.values["time"]["nearly"] == pytest.approx(100 * 10 / 11)
    (row,) = phenomenon_table(found, exact).rows
    assert [cell.text for cell in row] == ["time (11)", "100.0", "0.0", "90.9"]
    assert [cell.is_best for cell in row] == [False, True, False, False]


def test_the_sentences_that_differ_most_come_first(systems, test_set):
    found = compared(systems, test_set, most_differences=3)
    assert len(found.differences) == 3
    spreads = [difference.spread for difference in found.differences]
    assert spreads == sorted(spreads, reverse=True)
    first = found.differences[0]
    assert first.said["good"] == test_set.items[first.item - 1].references[0]
    alike = compared(systems[:1], test_set)
    assert alike.differences == ()


def test_the_csv_is_read_back(systems, test_set):
    rows = list(csv.reader(io.StringIO(score_table(compared(systems, test_set)).as_csv())))
    assert rows[0] == ["system", "chrF++", "exact %", "TER"]
    assert [row[0] for row in rows[1:]] == ["good", "bad", "nearly"]


def test_published_figures_stand_apart_as_not_measured(shared):
    test_set = open_set(f"arasaac-es-train={shared}/data/aac_pairs/es_train.tsv")
    said = Candidate("first", tuple(item.references[0] for item in test_set.items))
    found = compared([said], test_set, "bleu", protocol=THESIS)
    last = score_table(found).rows[-1]
    assert last[0].text == f"Gemma-7B, QLoRA r64 a128 ({MARK}; 10-fold cross-validation)"
    assert (last[1].text, last[1].is_best) == ("55.21", False)
    assert found.best("bleu") == {"first"}
    assert compared([said], test_set, "bleu").published == ()  # another protocol: no comparing


def test_published_figures_are_on_sets_that_have_a_name():
    from evaluation.named_sets import known_sets

    assert {figure.set for figure in published()} <= set(known_sets())
    assert all(figure.scores.keys() <= {"bleu", "comet"} for figure in published())
    assert len(published("arasaac-es-test")) == 7


class Reader(HTMLParser):
    """Collects what a page shows and what it would load."""

    def __init__(self) -> None:
        super().__init__()
        self.loads: list[str] = []
        self.images: list[tuple[str, bytes]] = []
        self.text = ""
        self.tags: list[str] = []

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        self.tags.append(tag)
        self.loads += [given[name] for name in ("src", "href") if name in given]
        if tag == "img":
            data = given["src"].removeprefix("data:image/png;base64,")
            self.images.append((given["alt"], base64.b64decode(data)))

    def handle_data(self, data):
        self.text += data


@pytest.fixture
def runs(tmp_path):
    """Predictions of two real engines on the English daily set."""
    made = []
    for engine in ("rules", "telegraphic"):
        made.append(tmp_path / f"{engine}.jsonl")
        call = ["predict", "--set", "daily-en", "--engine", engine, "--quiet"]
        assert main([*call, "--output", str(made[-1])]) == 0
    return [str(path) for path in made]


def test_the_command_writes_everything(runs, tmp_path, capsys):
    pytest.importorskip("matplotlib", reason="needs matplotlib: the extra `evaluate`")
    folder = tmp_path / "out"
    call = ["compare", "--set", "daily-en", *runs, "--metric", "chrf", "--metric", "exact"]
    assert main([*call, "--bootstrap", "100", "--output", str(folder)]) == 0
    printed = capsys.readouterr().out
    assert re.search(r"^rules +_\d", printed, re.M)
    assert "negation (47)" in printed
    names = {"table.md", "table.csv", "comparison.json", "report.html"}
    assert {path.name for path in folder.iterdir()} == names | {"latency.png", "phenomena.png"}

    reader = Reader()
    reader.feed((folder / "report.html").read_text("utf-8"))
    assert all(target.startswith("data:image/png;base64,") for target in reader.loads)
    assert "script" not in reader.tags
    pictures = {path.read_bytes() for path in folder.glob("*.png")}
    assert {data for _, data in reader.images} == pictures
    assert all(data.startswith(b"\x89PNG") for data in pictures)
    assert all(alt for alt, _ in reader.images)
    for text in ("386 messages (en)", "Where they differ most", "How to get them again"):
        assert text in reader.text

    record = json.loads((folder / "comparison.json").read_text("utf-8"))
    assert record["systems"]["rules"]["cost"]["median"] > 0
    assert record["systems"]["telegraphic"]["p_values"]["exact"] < 0.05
    assert record["items"]["negation"] == 47


def test_the_same_figures_give_the_same_picture(systems, test_set):
    pytest.importorskip("matplotlib", reason="needs matplotlib: the extra `evaluate`")
    from evaluation.plots import plots

    one, two = (plots(compared(systems, test_set)) for _ in range(2))
    assert [plot.name for plot in one] == ["phenomena"]  # no run, no latency, no size
    assert [plot.png for plot in one] == [plot.png for plot in two]


def test_the_page_shows_sentences_as_text(systems, test_set):
    from evaluation.page import page

    found = compared(systems, test_set, most_differences=20)
    reader = Reader()
    reader.feed(page(found, (), "aac-evaluate compare"))
    assert "Word19 <b>was</b> here & now|then." in reader.text
    assert "b" in reader.tags  # of the best figures


def test_a_set_without_licence_is_not_quoted(shared):
    from evaluation.compare import markdown
    from evaluation.page import page

    test_set = open_set(f"arasaac-en-train={shared}/data/aac_pairs/en_train.tsv")
    first = tuple(item.references[0] for item in test_set.items)
    other = tuple(" ".join(item.keywords) for item in test_set.items)
    found = compared([Candidate("a", first), Candidate("b", other)], test_set, "exact")
    for text in (page(found, (), ""), markdown(found)):
        assert first[0] not in text


@pytest.mark.parametrize("form", ["markdown", "csv", "json"])
def test_the_form_of_what_is_printed(runs, form, capsys):
    call = ["compare", "--set", "daily-en", *runs, "--metric", "exact", "--bootstrap", "0"]
    capsys.readouterr()
    assert main([*call, "--format", form]) == 0
    out = capsys.readouterr().out
    starts = {"markdown": "| system | exact %", "csv": "system,exact %", "json": '{\n  "set"'}
    assert out.startswith(starts[form])


def test_a_system_may_be_a_text_file_with_a_name(test_set, tmp_path):
    path = tmp_path / "said.txt"
    path.write_text("one\n" * 20, "utf-8")
    named, unnamed = read_candidates([f"ours={path}", str(path)], test_set)
    assert (named.name, unnamed.name, named.cost) == ("ours", "said", None)
    with pytest.raises(EvaluationError, match="two systems are called 'said'"):
        read_candidates([str(path), str(path)], test_set)


def test_predictions_of_another_set_are_refused(runs, capsys):
    assert main(["compare", "--set", "daily-es", *runs]) == 1
    assert "rules.jsonl, line 1: it answers another set than" in capsys.readouterr().err


def test_a_baseline_that_is_not_there_is_told(runs, capsys):
    call = ["compare", "--set", "daily-en", *runs, "--metric", "exact", "--baseline", "none"]
    assert main(call) == 1
    assert "the baseline 'none' is none of rules, telegraphic" in capsys.readouterr().err
