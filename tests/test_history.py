"""What was said stays on this machine, and can be erased."""

from __future__ import annotations

import pytest

from aac_app.history import History, HistoryError
from models.engine import Controls, SentenceRequest, Tense

WORDS = SentenceRequest(1, ("querer", "agua"), "es")


def test_what_is_said_is_counted_and_kept(tmp_path):
    history = History(tmp_path / "history.db")
    history.add(WORDS, "Quiero agua.")
    history.add(SentenceRequest(2, ("agua",), "es"), "Agua.")
    history.close()
    again = History(tmp_path / "history.db")
    assert again.counts("es") == {"querer": 1, "agua": 2}
    assert again.counts("en") == {}
    assert [saying.sentence for saying in again.sayings()] == ["Agua.", "Quiero agua."]
    assert again.sayings()[1].glosses == ("querer", "agua")
    again.close()


def test_a_choice_belongs_to_its_words_and_controls(tmp_path):
    history = History(tmp_path / "history.db")
    history.choose(WORDS, "Quiero el agua.")
    past = SentenceRequest(3, WORDS.glosses, "es", Controls(tense=Tense.PAST))
    assert history.chosen(SentenceRequest(9, WORDS.glosses, "es")) == "Quiero el agua."
    assert history.chosen(past) is None
    history.choose(WORDS, None)
    assert history.chosen(WORDS) is None
    history.close()


def test_erased_words_leave_the_disk(tmp_path):
    history = History(tmp_path / "history.db")
    history.add(SentenceRequest(1, ("secretísimo",), "es"), "Un secretísimo.")
    history.erase()
    assert history.sayings() == []
    history.close()
    assert all(b"secret" not in file.read_bytes() for file in tmp_path.iterdir())


def test_a_damaged_file_is_set_aside(tmp_path):
    path = tmp_path / "history.db"
    path.write_bytes(b"this is no database, but it is long enough to be taken for one" * 20)
    history = History(path)
    history.add(WORDS, "Quiero agua.")
    assert len(history.sayings()) == 1
    assert path.with_suffix(".db.damaged").exists()
    history.close()


def test_a_folder_that_cannot_be_made_is_one_sentence(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(HistoryError, match="file"):
        History(tmp_path / "file" / "history.db")
