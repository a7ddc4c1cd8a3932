"""Several people on one computer: added, renamed, removed and brought back; none lost."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from aac_app.people import Card, People, PersonError, read_card
from aac_app.profiles import Profile


@pytest.fixture
def people(tmp_path):
    return People(Profile(tmp_path))


def names(people):
    return [person.card.name for person in people]


def test_a_new_computer_has_one_person_in_the_programs_own_folder(people, tmp_path):
    [person] = people.present()
    assert person.profile == Profile(tmp_path)
    assert person.card == Card()


def test_people_stay_in_the_order_they_came(people, tmp_path):
    (tmp_path / "settings.json").write_text("{}")
    for name in ("Zoe", "Ana", " Bea  B "):
        people.add(name)
    assert names(people.present()) == ["", "Zoe", "Ana", "Bea B"]
    assert len({person.profile.folder for person in people.present()}) == 4


def test_an_unused_first_profile_is_nobody(people):
    people.add("Ana")
    assert names(people.present()) == ["Ana"]


def test_a_card_is_changed(people):
    ana = people.add("Ana")
    ana = people.change(ana, replace(ana.card, name="Anita", emoji="🦊"))
    assert people.present() == (ana,)
    ana = people.set_picture(ana, b"\x89PNG...")
    assert ana.picture_file.read_bytes() == b"\x89PNG..."
    assert ana.card.emoji == ""


@pytest.mark.parametrize("index", [0, 1])
def test_who_is_removed_is_brought_back_with_everything(tmp_path, index):
    people = People(Profile(tmp_path), lambda: datetime(2030, 1, 2, tzinfo=UTC))
    (tmp_path / "settings.json").write_text("{}")
    people.add("Ana")
    person = people.present()[index]
    (person.profile.folder / "history.db").write_bytes(b"what was said")
    gone = people.remove(person)
    assert len(people.present()) == 1
    assert people.removed() == (gone,)
    people.bring_back(gone)
    assert people.present()[index] == person
    assert person.profile.history.read_bytes() == b"what was said"


def test_when_everybody_is_removed_the_first_profile_is_there(people, tmp_path):
    people.remove(people.add("Ana"))
    assert [person.profile for person in people.present()] == [Profile(tmp_path)]


@pytest.mark.parametrize("text", ["{", "[]", '{"name": 3}', "\xff"])
def test_a_broken_card_is_told_and_stops_nobody(people, text):
    ana = people.add("Ana")
    people.add("Bea")
    ana.profile.card.write_text(text, "latin-1")
    broken, bea = people.present()
    assert (broken.card.name, bea.card.name) == ("Ana", "Bea")
    assert "profile.json: cannot be read" in broken.problem
    assert "\n" not in broken.problem
    assert not bea.problem


def test_names_that_are_no_file_names(people):
    for name in ("../../etc", "con", "", "a" * 500, "Ana/Bea", "Ñandú 🦊"):
        assert people.add(name).profile.folder.parent.name == "people"
    assert len(people.present()) == 6


def test_what_cannot_be_written_is_one_sentence(tmp_path):
    (tmp_path / "people").write_text("a file where the folder should be")
    with pytest.raises(PersonError, match="cannot be written"):
        People(Profile(tmp_path)).add("Ana")
    assert read_card(Profile(tmp_path)) == (Card(), "")
