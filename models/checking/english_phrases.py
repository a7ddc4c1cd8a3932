"""Do the phrases of an English sentence stand together as phrases can?"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from models.checking.english_agreement import number_of
from models.checking.evidence import Evidence
from models.checking.matching import Part
from models.checking.meaning import FIRSTS, Addition, Kind, Trait
from models.english.glosses import look_up
from models.english.lexicon import Tag
from models.english.verbs import VerbForm, inflect

_TOWARDS: Final = frozenset({"with", "to", "at", "of", "for"})
_NO_THAN: Final = frozenset({"with", "to", "of", "from", "and"})
_BE: Final = frozenset({"is", "'s", "was"})


def reasons(evidence: Evidence) -> Iterator[str]:
    yield from _helping(evidence)
    for at in range(1, len(evidence.parts)):
        yield from _oneself(evidence, at)
        yield from _compared(evidence, at)
        yield from _weather(evidence, at)
        yield from _there(evidence, at)
        yield from _two_objects(evidence, at)
        yield from _best_of_two(evidence, at)
        yield from _done_by_nobody(evidence, at)
        yield from _uncounted(evidence, at)
        yield from _alone(evidence, at)
    yield from _without_verb(evidence)
    yield from _felt_by_another(evidence)


def _oneself(evidence: Evidence, at: int) -> Iterator[str]:
    """*Don't be angry with you*: the listener is already told what to do."""
    texts = [part.text for part in evidence.parts]
    is_forbidden = texts[:2] == ["do", "not"] and not evidence.is_question
    if is_forbidden and at > 2 and texts[at] == "you" and texts[at - 1] in _TOWARDS:
        yield "you does it to you"


def _compared(evidence: Evidence, at: int) -> Iterator[str]:
    """*Slower to the hare*: with whom one is compared stands behind *than*."""
    before, part = evidence.parts[at - 1], evidence.parts[at]
    if part.source is not None or part.text not in _NO_THAN or evidence.is_parted(at - 1):
        return
    is_quality = evidence.expresses(before, Kind.ADJECTIVE) and before.text.endswith("er")
    is_more = is_quality and before.text.removesuffix("er") != "" and _is_comparative(before.text)
    somebody = evidence.parts[at + 1 : at + 4]
    if is_more and any(evidence.expresses(other, Kind.ANIMATE) for other in somebody):
        yield f"{before.text} compares nobody"


def _is_comparative(word: str) -> bool:
    """*slower*, not *clever*: without its ending it is an adjective too."""
    stem = word.removesuffix("er")
    bases = (stem, f"{stem}e", stem[:-1], f"{stem[:-1]}y")
    return any(look_up(base).adjective is not None for base in bases if base)


def _weather(evidence: Evidence, at: int) -> Iterator[str]:
    """*Today is snow*: what the weather does, it does."""
    part = evidence.parts[at]
    verb = look_up(part.text).verb if part.source is not None else None
    if verb is None or not verb.has("weather"):
        return
    before = at - 2 if evidence.parts[at - 1].text == "the" else at - 1
    is_said_to_be = before > 0 and evidence.parts[before].text in _BE
    if is_said_to_be and evidence.expresses(evidence.parts[before - 1], Kind.TIME):
        yield f"{part.text} is no day"


def _there(evidence: Evidence, at: int) -> Iterator[str]:
    """*There is spoons*."""
    if (evidence.parts[at - 1].text, evidence.parts[at].text) != ("there", "is"):
        return
    for part in evidence.parts[at + 1 : at + 3]:
        if number_of(evidence, part):
            yield f"there is one, not {part.text}"


def _two_objects(evidence: Evidence, at: int) -> Iterator[str]:
    """*I want toast a plum jam*: two things in a row, and nothing that joins them."""
    part, before = evidence.parts[at], evidence.parts[at - 1]
    if part.text not in ("a", "an") or part.source is not None or evidence.is_parted(at - 1):
        return
    is_thing = evidence.expresses(before, Kind.NOUN)
    is_thing = is_thing and not evidence.expresses(before, Kind.ANIMATE, Kind.TIME, Kind.VERB)
    begins = at == 1 or evidence.is_parted(at - 2)  # plant an oak
    is_thing = is_thing and not (begins and look_up(before.text).verb is not None)
    has_verb = evidence.message.has(Kind.VERB)
    if evidence.message.has_trait(Trait.HANDING):
        return  # feed the doll a pear
    rest = evidence.parts[at:]
    if is_thing and has_verb and not any(evidence.expresses(p, Kind.VERB) for p in rest):
        yield f"{before.text} and {part.text} are not joined"


def _best_of_two(evidence: Evidence, at: int) -> Iterator[str]:
    """*Tonight is the colder last night*: a comparison that has become a name."""
    before, part = evidence.parts[at - 1], evidence.parts[at]
    if before.text != "the" or before.source is not None or not _is_compared(evidence, part):
        return
    following = evidence.parts[at + 1 : at + 2]
    is_more = any(part.source is not None for part in following)
    if not is_more or evidence.expresses(following[0], Kind.TIME):
        yield f"the {part.text} is nothing"


def _is_compared(evidence: Evidence, part: Part) -> bool:
    is_quality = evidence.expresses(part, Kind.ADJECTIVE) and part.text.endswith("er")
    is_thing = look_up(part.text).noun is not None  # a freezer
    return is_quality and not is_thing and _is_comparative(part.text)


def _done_by_nobody(evidence: Evidence, at: int) -> Iterator[str]:
    """*She smiles when see me*, *what call fish*: a verb that needs somebody before it."""
    before, part = evidence.parts[at - 1], evidence.parts[at]
    if evidence.is_parted(at - 1) or not evidence.expresses(part, Kind.VERB):
        return
    if before.text not in _OPENING or not _is_finite(evidence, part):
        return
    is_whole = before.text == "why" and part.text == "not"
    if not is_whole:
        yield f"{part.text} says nothing of anybody"


def _is_finite(evidence: Evidence, part: Part) -> bool:
    """A full verb in a form that is said of somebody; *when driving* is said of none."""
    verb = look_up(evidence.message.glosses[part.source or 0]).verb
    if verb is None or verb.has("be") or Tag.MODAL in look_up(part.text).tags:
        return False
    forms = {form for form in VerbForm if inflect(verb.lemma.split()[0], form) == part.text}
    return bool(forms) and not forms <= {VerbForm.GERUND, VerbForm.PARTICIPLE}


_OPENING: Final = frozenset({"when", "while", "if", "because", "where", "why", "how"})
"""Behind these somebody is named before what they do."""


def _alone(evidence: Evidence, at: int) -> Iterator[str]:
    """*Listen without and interrupt*: a preposition with nothing behind it."""
    before, part = evidence.parts[at - 1], evidence.parts[at]
    if part.text == "and" and part.source is None and before.text in _GOVERNING:
        yield f"nothing stands behind {before.text}"


_GOVERNING: Final = frozenset({"without", "of", "from", "with", "against", "than"})


def _uncounted(evidence: Evidence, at: int) -> Iterator[str]:
    """*With hundred pounds*: a large number is itself counted."""
    before, part = evidence.parts[at - 1], evidence.parts[at]
    if part.text not in _LARGE or evidence.is_parted(at - 1):
        return
    is_counted = before.text in _COUNTING or evidence.expresses(before, Kind.QUANTITY)
    if before.source is None and not is_counted:
        yield f"{part.text} is not counted"


_LARGE: Final = frozenset({"hundred", "thousand", "million"})
_COUNTING: Final = frozenset({"a", "an", "one", "the", "some", "and"})


def _without_verb(evidence: Evidence) -> Iterator[str]:
    """*Itchy because the cut out*: a reason needs a verb, but for *because of*."""
    for at, part in enumerate(evidence.parts):
        if part.text not in ("because", "cos") or part.source is not None:
            continue
        rest = evidence.parts[at + 1 :]
        is_of = bool(rest) and rest[0].text == "of"
        doing = evidence.additions[at + 1 :]
        helped = any(one in (Addition.BE, Addition.AUXILIARY) for one in doing)
        acts = any(
            evidence.expresses(other, Kind.VERB)
            and evidence.parts[at + index].text not in ("a", "the")
            for index, other in enumerate(rest)
        )
        if not (is_of or helped or acts or evidence.a_noun_acts):
            yield "because gives no reason"


def _felt_by_another(evidence: Evidence) -> Iterator[str]:
    """*angry, you, shout*: who is angry is the speaker, not whoever shouts."""
    meanings = evidence.message.meanings
    if len(meanings) < 3 or not (meanings[0].is_a(Kind.ADJECTIVE) and meanings[2].is_a(Kind.VERB)):
        return
    another = meanings[1].is_a(Kind.PRONOUN) and meanings[1].person not in FIRSTS
    feeling = look_up(evidence.message.glosses[0]).adjective
    if not another or feeling is None or not feeling.is_feeling or evidence.is_question:
        return
    for place in evidence.places_of(0):
        before = evidence.parts[max(0, place - 3) : place]
        if any(part.source == 1 for part in before):
            yield f"{evidence.parts[place].text} is said of another"


def _helping(evidence: Evidence) -> Iterator[str]:
    """*Will school tomorrow?*: a helping verb that helps none."""
    helping = [part for part in evidence.parts if part.source is None and part.text in _HELPING]
    has_verb = any(
        evidence.expresses(part, Kind.VERB, Kind.SOCIAL, Kind.ADJECTIVE)
        or addition in (Addition.BE, Addition.HAVE_STATE)
        or (part.source is not None and _may_be_verb(part.text))
        for part, addition in zip(evidence.parts, evidence.additions, strict=True)
    )
    if helping and not has_verb:
        yield f"{helping[0].text} helps no verb"


def _may_be_verb(word: str) -> bool:
    """A verb, or a word that no table knows."""
    found = look_up(word)
    return found.verb is not None or Tag.UNKNOWN in found.tags


_HELPING: Final = frozenset({"will", "do", "does", "did"})
