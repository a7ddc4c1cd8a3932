"""The forms of English glosses, and what the package tells about small words."""

from __future__ import annotations

import lzma
from pathlib import Path

import pytest

from models import english
from models.engine import Controls, Tense
from models.english import tables
from models.english.vocabulary import look_up


@pytest.mark.parametrize(
    ("gloss", "expected"),
    [
        ("eat", {"eat", "eats", "ate", "eaten", "eating"}),
        ("cookie", {"cookie", "cookies", "cookie's"}),
        ("drink", {"drink", "drinks", "drank", "drunk", "drinking"}),
        ("I", {"i", "me", "my", "mine", "myself", "i'm", "i'll", "i've"}),
        ("he", {"he", "him", "his", "himself", "he's"}),
        ("not", {"not", "don't", "doesn't", "isn't", "can't", "won't", "n't"}),
        ("no", {"no", "not", "don't"}),
        ("be", {"be", "am", "is", "are", "was", "were", "'m", "'s", "i'm", "isn't"}),
        ("have", {"have", "has", "had", "having", "haven't"}),
        ("can", {"can", "can't", "could", "couldn't"}),
        ("will", {"will", "won't", "'ll", "i'll"}),
        ("a", {"a", "an"}),
        ("child", {"child", "children", "child's"}),
        ("get up", {"get up", "gets up", "got up", "getting up"}),
        ("brush teeth", {"brush teeth", "brushes teeth", "brushed teeth"}),
        ("glass of milk", {"glass of milk", "glasses of milk"}),
        ("ate", {"ate", "eat", "eats"}),
        ("EAT", {"eat", "ate"}),
        ("to eat", {"eat", "eats", "ate"}),
        ("Leo", {"leo", "leo's"}),
        ("lots", {"lots", "lots of"}),
        ("big", {"big"}),
        ("I WANT...", {"i want...", "i want"}),
        ("flurb", {"flurb"}),
        ("ñu", {"ñu"}),
    ],
)
def test_forms(gloss: str, expected: set[str]) -> None:
    assert expected <= english.forms(gloss)


@pytest.mark.parametrize("gloss", ["eat", "I", "NO", "Little Red Riding Hood", "x" * 500, "", "😀"])
def test_forms_are_lower_case_and_hold_the_gloss(gloss: str) -> None:
    forms = english.forms(gloss)
    assert all(form == form.lower() for form in forms)
    assert gloss.lower() in forms or not gloss


def test_forms_of_different_words_do_not_mix() -> None:
    assert not english.forms("eat") & english.forms("drink")
    assert "she" not in english.forms("he")
    assert "want" not in english.forms("need")


def test_small_words_say_no_wish_and_no_politeness() -> None:
    assert not english.FUNCTION_WORDS & {
        "please",
        "want",
        "wants",
        "would",
        "like",
        "thanks",
        "not",
    }
    assert {"a", "the", "to", "is", "do", "my", "because"} <= english.FUNCTION_WORDS
    assert all(word == word.lower() for word in english.FUNCTION_WORDS)


def test_words_that_deny_ask_and_tell_the_time() -> None:
    assert {"not", "no", "don't"} <= english.NEGATIONS
    assert {"what", "where", "how many"} <= english.QUESTION_WORDS
    assert english.tense_of("yesterday") is Tense.PAST
    assert english.tense_of("tomorrow") is Tense.FUTURE
    assert english.tense_of("last monday") is Tense.PAST
    assert english.tense_of("two hours ago") is Tense.PAST
    assert english.tense_of("when i was little") is Tense.PAST
    assert english.tense_of("in 1969") is Tense.PAST
    assert english.tense_of("in three weeks") is Tense.FUTURE
    assert all(english.tense_of(word) is None for word in ("today", "last biscuit", "in 3000"))


def test_the_verbs_and_qualities_of_the_symbol_set_are_known(shared: Path) -> None:
    """Most of what the symbol set calls verb or description has a class of its own.

    The rest are nouns in the wrong drawer, clock times and rarities (`sudate`, `nesh`).
    """
    from models.english.lexicon import Tag

    words: dict[str, set[str]] = {"3": set(), "4": set()}
    with lzma.open(shared / "data/arasaac/lexicon.tsv.xz", "rt", encoding="utf-8") as rows:
        for row in rows:
            _, language, keyword, kind, *_ = row.split("\t")
            if language == "en" and kind in words and " " not in keyword:
                words[kind].add(keyword)
    for kind, floor in (("3", 0.95), ("4", 0.94)):
        known = [word for word in words[kind] if look_up(word).tags != {Tag.UNKNOWN}]
        assert len(known) / len(words[kind]) >= floor


@pytest.mark.parametrize(
    ("taps", "sentence"),
    [
        ("attic, stuffy", "The attic is stuffy."),
        ("food, bland", "The food is bland."),
        ("mattress, too, lumpy", "The mattress is too lumpy."),
        ("this bus, crap", "This bus is crap."),
        ("film, rubbish", "The film is rubbish."),
        ("jumper, itchy", "The jumper is itchy."),
        ("I, keen, football", "I'm keen on football."),
        ("I, knackered", "I'm knackered."),
        ("I, gutted, match", "I'm gutted about the match."),
        ("wide awake, me", "I'm wide awake."),
        ("I, in pain", "I'm in pain."),
        ("aware, danger", "I'm aware of danger."),
        ("I, willing, help", "I'm willing to help."),
        ("I, responsible, dog", "I'm responsible for the dog."),
        ("my, bag, different, yours", "My bag is different from yours."),
    ],
)
def test_qualities_of_every_day(taps: str, sentence: str) -> None:
    assert english.realise(taps.split(", "), Controls()).text == sentence


@pytest.mark.parametrize(
    ("taps", "sentence"),
    [
        ("unload, dishwasher", "Unload the dishwasher."),
        ("unclip, strap", "Unclip my strap."),
        ("tuck, me, in", "Tuck me in."),
        ("I, mourn, grandad", "I mourn grandad."),
        ("I, grieve, grandad", "I grieve for grandad."),
        ("I, dread, dentist", "I dread the dentist."),
        ("appointment, cancelled", "The appointment is cancelled."),
        ("mum, cancel, appointment", "Mum cancels the appointment."),
        ("I, live with, mum", "I live with mum."),
        ("I, go out with, Sam", "I go out with Sam."),
        ("look forward to, party", "I look forward to the party."),
        ("suffer from, asthma", "I suffer from asthma."),
        ("chill, sofa", "I chill on the sofa."),
        ("dad, kick out, me", "Dad kicks me out."),
    ],
)
def test_verbs_of_every_day(taps: str, sentence: str) -> None:
    assert english.realise(taps.split(", "), Controls()).text == sentence


@pytest.mark.parametrize(
    ("taps", "sentence"),
    [
        ("man, stalk, me", "The man stalks me."),
        ("brother, push around, me", "My brother pushes me around."),
        ("he, intimidate, me", "He intimidates me."),
        ("he, intimidated, me", "He intimidated me."),
        ("he, touch, me, up", "He touches me up."),
        ("carer, neglect, me", "The carer neglects me."),
        ("man, flash, me", "The man flashes me."),
        ("light, flash", "The light flashes."),
    ],
)
def test_who_harms_whom_stays(taps: str, sentence: str) -> None:
    assert english.realise(taps.split(", "), Controls()).text == sentence


@pytest.mark.parametrize(
    "verb",
    [
        "stalk",
        "intimidate",
        "terrorise",
        "manipulate",
        "force-feed",
        "whack",
        "electrocute",
        "smother",
        "seduce",
        "swear at",
        "gang up on",
        "cheat on",
    ],
)
def test_what_is_done_to_somebody_is_a_harm(verb: str) -> None:
    known = look_up(verb).verb
    assert known is not None
    assert known.has("harm")


@pytest.mark.parametrize(
    ("taps", "sentence"),
    [
        ("I, live, bungalow", "I live in the bungalow."),
        ("I, live, north", "I live in the north."),
        ("school, start, nine o'clock", "School started at nine o'clock."),
        ("eat, half past six", "I eat at half past six."),
        ("I, go, Tesco", "I'm going to Tesco."),
        ("goalie, save, ball", "The goalie saves the ball."),
        ("wheelchair, brake, broken", "The wheelchair brake is broken."),
        ("clean, windscreen", "Clean the windscreen."),
        ("want, peppermint, tea", "I want peppermint tea."),
        ("want, rhubarb, crumble", "I want rhubarb crumble."),
        ("my, shin, hurt", "My shin hurts."),
        ("I, allergic, penicillin", "I'm allergic to penicillin."),
        ("I, play, viola", "I play the viola."),
        ("she, speak, Swedish", "She speaks Swedish."),
        ("grandkids, come, Sunday", "My grandkids are coming on Sunday."),
        ("I, twenty-one", "I'm twenty-one."),
    ],
)
def test_nouns_of_every_day(taps: str, sentence: str) -> None:
    assert english.realise(taps.split(", "), Controls()).text == sentence


def test_no_verb_stands_in_two_rows() -> None:
    """The last row that lists a verb would win unseen."""
    listed = [verb for row in tables.rows("verbs.tsv") for verb in tables.listed(row[0])]
    assert len(listed) == len(set(listed))
