"""Pair files joined, without what should not be learnt."""

from __future__ import annotations

from pathlib import Path

import pytest

from models.train.__main__ import main
from models.train.pair import Pair, read_pairs, write_pairs

GOOD = Pair("es", ("yo", "querer", "agua"), "Quiero agua.")
OTHER = Pair("en", ("I", "want", "milk"), "I want milk.")
ADDED = Pair("es", ("yo", "querer", "pan"), "Quiero pan y leche.")
TESTED = Pair("en", ("want", "bread"), "I want bread.")
VALID = Pair("en", ("want", "soup"), "I want soup.")


def test_each_faithful_pair_stays_once_and_none_that_is_kept_apart(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_pairs(tmp_path / "one.tsv", [GOOD, ADDED, TESTED])
    write_pairs(tmp_path / "two.tsv", [OTHER, GOOD, VALID])
    write_pairs(tmp_path / "valid.tsv", [VALID])
    (tmp_path / "set.tsv").write_text("keywords\tsentence\nx\tI want bread.\n", encoding="utf-8")
    files = [str(tmp_path / f"{name}.tsv") for name in ("one", "two")]
    command = ["sift", *files, "--to", str(tmp_path / "out.tsv"), "--processes", "1"]
    apart = ["--held-out", str(tmp_path / "set.tsv"), "--valid", str(tmp_path / "valid.tsv")]
    assert main([*command, *apart]) == 0
    assert set(read_pairs(tmp_path / "out.tsv")) == {GOOD, OTHER}
    assert len(read_pairs(tmp_path / "out.tsv")) == 2
    assert "6 pairs read, 2 removed" in capsys.readouterr().out


def test_what_must_not_be_learnt_has_to_be_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_pairs(tmp_path / "one.tsv", [GOOD])
    assert main(["sift", str(tmp_path / "one.tsv"), "--to", str(tmp_path / "out.tsv")]) == 2
    assert "--held-out" in capsys.readouterr().err
    assert not (tmp_path / "out.tsv").exists()
