"""What the check says to English sentences of constructions that are easily taken for another."""

from __future__ import annotations

import pytest

from models.faithful import check


@pytest.mark.parametrize(
    ("glosses", "good", "bad"),
    [
        ("coat|zip|stuck", "The coat zip is stuck.", "The coat zip it."),
        ("mosquito|bite|itch", "The mosquito bite itches.", "The mosquito bite itching it you."),
        ("nobody|kitchen", "There's nobody in the kitchen.", "Nobody likes the kitchen."),
        ("somebody|roof", "There's somebody on the roof.", "I'm somebody on the roof."),
        ("many|cars|car park", "There are many cars in the car park.", "I want many cars."),
        ("too|many|people|bus", "There are too many people on the bus.", "Too many people go."),
        ("very|draughty|attic", "It's very draughty in the attic.", "Your attic is very draughty."),
        ("my|brother|thirteen", "My brother is thirteen.", "My brother wants thirteen."),
        ("my|aunt|forty|years old", "My aunt is forty years old.", "My aunt had forty years old."),
        ("bunch|daffodils", "A bunch of daffodils.", "A bunch is daffodils."),
        ("more|ketchup|chips", "More ketchup on the chips.", "More ketchup is chips."),
        ("my|gums|sore|brace", "My gums are sore because of the brace.",
         "My gums are sore because the brace."),
        ("sad|summer|end", "I'm sad because summer is ending.", "I'm sad because the summer."),
        ("take|me|to|chapel", "Take me to the chapel.", "I take you to the chapel."),
        ("feed|doll|pear", "Feed the doll a pear.", "Feed the doll a pears."),
        ("if|I|rich|I|buy|boat", "If I were rich, I would buy a boat.", "I would buy a boat."),
        ("tonight|colder|last night", "Tonight is colder than last night.",
         "Tonight is the colder last night."),
        ("she|smile|when|see|me", "She smiles when she sees me.", "She smiles when see me."),
        ("why|you|cry|?", "Why are you crying?", "Why cry you?"),
        ("test|results|ready|?", "Are the test results ready?", "Is the test results ready?"),
        ("rent|cost|hundred|pounds", "The rent costs a hundred pounds.",
         "The rent costs the with hundred pounds."),
        ("listen|without|interrupt", "Listen without interrupting.",
         "Listen without and interrupt."),
        ("dad|wash|hands", "Dad washes his hands.", "Dad washes my hands."),
        ("boy|hurt|knee", "The boy hurts his knee.", "The boy hurts her knee."),
        ("he|brush|teeth", "He brushes his teeth.", "He brushes its teeth."),
        ("nurse|wash|face", "The nurse washes the face.", "The nurse washes my face."),
        ("my|head|hurt", "My head hurts.", "His head hurts."),
        ("I|wet|bed|last night", "I wet the bed last night.", "I'm wetting the bed last night."),
    ],
)  # fmt: skip
def test_a_construction_is_told_from_one_that_looks_like_it(
    glosses: str, good: str, bad: str
) -> None:
    chosen = tuple(glosses.split("|"))
    assert check(good, chosen, "en").reasons == ()
    assert not check(bad, chosen, "en").ok


@pytest.mark.parametrize("glosses", ["mum|car", "my|mother|doctor", "two|tickets|cinema"])
def test_a_list_of_nouns_stays_one(glosses: str) -> None:
    first, *rest = glosses.split("|")
    sentence = " ".join([first.capitalize(), *rest[:-1], "is the", rest[-1]]) + "."
    assert not check(sentence, (first, *rest), "en").ok
