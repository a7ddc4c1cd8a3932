"""Does an English sentence hold together: subject and verb, helping verbs, articles?

What does not is no sentence that a person would choose, whatever words it says: «she want»,
«a biscuits», «can I drinking». Only what the tables know for sure is refused.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from models.checking.evidence import Evidence
from models.checking.matching import Part
from models.checking.meaning import THIRDS, Kind
from models.checking.words import listed
from models.english import words
from models.english.glosses import look_up
from models.english.nouns import Count, plural
from models.english.tables import members
from models.english.verbs import VerbForm, inflect

_SINGULARS: Final = listed("he she")
_OTHERS: Final = listed("i we they")
_BE: Final = {
    "am": listed("i"),
    "'m": listed("i"),
    "is": listed("he she it this that"),
    "was": listed("i he she it this that"),
    "are": listed("you we they these those"),
    "'re": listed("you we they"),
    "were": listed("you we they these those"),
}
_DO: Final = {"do": listed("i you we they"), "does": listed("he she it this that")}
_PRONOUNS: Final = listed("i you he she it we they")
_MODALS: Final = listed("can could will would shall should may might must 'll do does did to")
_LICENCES: Final = _MODALS | listed(
    "'d won't let lets help helps helped make makes made see sees saw watch watched hear heard "
    "have has had feel please if"
)
"""Behind these a verb stands in its plain form, whoever does it."""
_BETWEEN: Final = listed(
    "not never always also really just still often sometimes usually only both"
)
_DETERMINERS: Final = listed("the my your his her its our their")
_BEGINNINGS: Final = listed("because cos when that but so while and then yes no")
_PLURALS: Final = listed(
    "many several few these those two three four five six seven eight nine ten"
)
_COLLECTIVES: Final = listed("family team class group police crowd band couple staff crew")
_QUANTITIES: Final = listed("lots many some two three four five much more these those")


def reasons(evidence: Evidence) -> Iterator[str]:
    for at in range(len(evidence.parts)):
        yield from _subject(evidence, at)
        yield from _inverted(evidence, at)
        yield from _helped(evidence, at)
        yield from _article(evidence, at)
        yield from _owner(evidence, at)


def _subject(evidence: Evidence, at: int) -> Iterator[str]:
    """*she want*, *the shoes is*, *I likes*."""
    place = at - 1
    while place >= 0 and evidence.parts[place].text in _BETWEEN:
        place -= 1
    if place < 0 or any(evidence.is_parted(each) for each in range(place, at)):
        return
    verb, subject = evidence.parts[at], evidence.parts[place]
    if subject.text in _PRONOUNS:
        is_plural = None
        is_free = place == 0 or evidence.parts[place - 1].text != "and"
    else:
        is_plural = number_of(evidence, subject)
        is_free = is_plural is not None and _begins_clause(evidence, place)
    # *Did she want*, *let it go*: the verb hangs on what stands before its subject.
    is_free = is_free and _LICENCES.isdisjoint(part.text for part in evidence.parts[:place])
    is_free = is_free and not _ends_name_of_thing(evidence, at)
    if verb.text in _BE and evidence.expresses(subject, Kind.TIME) and _feels(evidence, at + 1):
        yield f"{subject.text} feels nothing"
    if is_free and not _agree(evidence, verb, subject, is_plural):
        yield f"{subject.text} {verb.text} do not agree"


def _ends_name_of_thing(evidence: Evidence, at: int) -> bool:
    """*The coat zip is stuck*: no verb, for another one follows it at once."""
    if at + 1 == len(evidence.parts) or evidence.is_parted(at):
        return False
    is_plain = _form(evidence, evidence.parts[at]) is VerbForm.BASE
    following = evidence.parts[at + 1]
    helps = following.source is None and following.text in {*_BE, *_DO, *_MODALS, "'s", "has"}
    is_verb = helps and following.text != "to"
    is_verb = is_verb or _form(evidence, following) in (VerbForm.THIRD, VerbForm.PAST)
    return is_plain and is_verb


def _feels(evidence: Evidence, at: int) -> bool:
    """Whether what only somebody can be is said here: scared."""
    following = [part.text for part in evidence.parts[at : at + 3] if part.text not in _DEGREES]
    return bool(following) and following[0] in _FEELINGS


_DEGREES: Final = listed("not very so too really")
_FEELINGS: Final = listed(
    "scared afraid frightened tired hungry thirsty sleepy angry bored worried excited jealous"
)


def _agree(evidence: Evidence, verb: Part, subject: Part, is_plural: bool | None) -> bool:
    """Whether a verb fits a pronoun, or a noun whose number is given."""
    if verb.text in _BE or (verb.text in _DO and verb.source is None):
        if is_plural is None:
            return subject.text in {**_BE, **_DO}[verb.text]
        fitting = ("are", "'re", "were", "do") if is_plural else ("is", "was", "does")
        return verb.text in fitting
    form = _form(evidence, verb)
    if is_plural is None:
        is_plural = {**dict.fromkeys(_SINGULARS, False), **dict.fromkeys(_OTHERS, True)}.get(
            subject.text
        )
    if is_plural is None or form not in (VerbForm.BASE, VerbForm.THIRD):
        return True
    return is_plural == (form is VerbForm.BASE)


def _form(evidence: Evidence, part: Part) -> VerbForm | None:
    """The form of a chosen verb, where it can be but one."""
    if part.source is None or not evidence.expresses(part, Kind.VERB):
        return None
    return _form_of(part.text, evidence.message.glosses[part.source])


@lru_cache(maxsize=4096)
def _form_of(word: str, gloss: str) -> VerbForm | None:
    verb = look_up(gloss).verb
    if verb is None:
        return None
    head = verb.lemma.split()[0]
    if head in ("be", "have", "used") or look_up(head).verb is None:
        return None
    found = [form for form in VerbForm if inflect(head, form) == word]
    return found[0] if len(found) == 1 else None


def number_of(evidence: Evidence, part: Part) -> bool | None:
    """Whether a chosen noun is plural; None where it is none or can be both."""
    if part.source is None or part.text in _COLLECTIVES:
        return None
    if not evidence.expresses(part, Kind.NOUN, Kind.ANIMATE) or evidence.expresses(part, Kind.VERB):
        return None
    gloss = evidence.message.glosses[part.source]
    word = look_up(part.text)
    if word.verb is not None:
        return None
    if word.noun is None:
        # *James* is one and *Romans* are several: an ending in s tells nothing.
        is_one = gloss[:1].isupper() and " " not in gloss and not gloss.endswith("s")
        return False if is_one else None
    looks_plural = part.text.endswith("s") or plural(part.text) == part.text
    if " " in gloss or (looks_plural and not word.is_plural):
        return None
    return word.is_plural


def _begins_clause(evidence: Evidence, place: int) -> bool:
    """Whether a noun is the subject of what follows: only words that go with it before it."""
    start = place
    while start > 0 and _goes_with_noun(evidence, start - 1):
        start -= 1
    if start == 0 or evidence.is_parted(start - 1):
        return True
    before = evidence.parts[start - 1]
    # *Mum and dad go*, but *I eat and dad goes*.
    return before.text in _BEGINNINGS - {"and"} or evidence.expresses(before, Kind.TIME)


def _goes_with_noun(evidence: Evidence, at: int) -> bool:
    if evidence.is_parted(at):
        return False
    part = evidence.parts[at]
    if part.text in _DETERMINERS | listed("a an this these those some all"):
        return True
    return evidence.expresses(part, Kind.ADJECTIVE) and not evidence.expresses(part, Kind.VERB)


def _inverted(evidence: Evidence, at: int) -> Iterator[str]:
    """*Do she*, *is you*: a helping verb before a pronoun at the beginning of what is asked."""
    table = {**_BE, **_DO}
    part = evidence.parts[at]
    if at + 1 == len(evidence.parts) or part.text not in table or not evidence.is_question:
        return
    following = evidence.parts[at + 1]
    if at + 2 < len(evidence.parts) and following.text in _DETERMINERS:
        last = _end_of_name(evidence, at + 2)
        number = number_of(evidence, evidence.parts[last])
        is_alone = "and" not in [each.text for each in evidence.parts[last + 1 : last + 3]]
        if number is not None and is_alone and not _agree(evidence, part, following, number):
            yield f"{part.text} {evidence.parts[last].text} do not agree"
    is_first = at == 0 or evidence.expresses(evidence.parts[at - 1], Kind.QUESTION)
    if is_first and following.text in _PRONOUNS and following.text not in table[part.text]:
        yield f"{part.text} {following.text} do not agree"


def _end_of_name(evidence: Evidence, at: int) -> int:
    """The last of several nouns in a row, which tells their number: *the test results*."""
    while (
        at + 1 < len(evidence.parts)
        and _is_noun(evidence, evidence.parts[at])
        and _is_noun(evidence, evidence.parts[at + 1])
        and not evidence.is_parted(at)
    ):
        at += 1
    return at


def _helped(evidence: Evidence, at: int) -> Iterator[str]:
    """*can I drinking*, *doesn't comes*, *to goes*: a helping verb wants the plain form."""
    part = evidence.parts[at]
    is_verb = part.source is None or evidence.expresses(part, Kind.VERB)
    is_done = part.text in ("do", "does", "did") and part.source is not None
    if part.text not in _MODALS or not is_verb or is_done:
        return
    if [each.text for each in evidence.parts[at : at + 3]] == ["to", "do", "not"]:
        yield "do does not go with to"
    for place in range(at + 1, min(at + 5, len(evidence.parts))):
        following = evidence.parts[place]
        form = _form(evidence, following)
        if evidence.is_parted(place - 1) or form is VerbForm.BASE:
            return
        if form in (VerbForm.THIRD, VerbForm.PAST) or (
            form is VerbForm.GERUND and part.text != "to"
        ):
            yield f"{following.text} does not go with {part.text}"
            return
        is_subject = following.text in _PRONOUNS | _DETERMINERS
        is_subject = is_subject or evidence.expresses(following, Kind.ANIMATE)
        if not is_subject and following.text not in _BETWEEN:
            return


def _article(evidence: Evidence, at: int) -> Iterator[str]:
    """*a biscuits*, *a many*, *these dog*."""
    if at + 1 == len(evidence.parts) or evidence.is_parted(at):
        return
    part, noun = evidence.parts[at], evidence.parts[at + 1]
    is_article = part.text in ("a", "an", "another", "this")
    if is_article and noun.text in _QUANTITIES and part.text != "this":
        yield f"{part.text} does not go with {noun.text}"
    is_inside = at + 2 < len(evidence.parts) and _is_noun(evidence, evidence.parts[at + 2])
    if is_inside and not evidence.is_parted(at + 1):
        return
    number = number_of(evidence, noun)
    if is_article and number and _count(noun.text) is not Count.PLURAL:
        yield f"{part.text} {noun.text} do not agree"
    if part.text in _PLURALS and number is False and _count(noun.text) is Count.COUNT:
        yield f"{part.text} {noun.text} do not agree"


def _owner(evidence: Evidence, at: int) -> Iterator[str]:
    """*The boy hurts her knee*, *he brushes its teeth*: nobody of that sex was chosen."""
    part = evidence.parts[at]
    if part.source is not None or part.text not in _OWNERS:
        return
    message = evidence.message
    somebody = [
        look_up(gloss).text.lower()
        for gloss, meaning in zip(message.glosses, message.meanings, strict=True)
        if meaning.is_a(Kind.ANIMATE, Kind.PRONOUN) and meaning.person in THIRDS
    ]
    if somebody and not any(_may_own(word, part.text) for word in somebody):
        yield f"{part.text} is none of those who were chosen"


_OWNERS: Final = {"his": "masculine", "her": "feminine", "its": ""}
_SEXES: Final = {
    **dict.fromkeys(words.HE.forms, "masculine"),
    **dict.fromkeys(words.SHE.forms, "feminine"),
    **dict.fromkeys(words.IT.forms, ""),
}


def _may_own(word: str, possessive: str) -> bool:
    """Whether somebody may be the owner: of most people and animals no word tells their sex."""
    last = word.split()[-1]
    if last in _SEXES:
        return _SEXES[last] == _OWNERS[possessive]
    sexes = {sex for sex in ("masculine", "feminine") if last in members(sex)}
    if possessive == "its":
        return not sexes and look_up(last).noun is not None
    return not sexes or _OWNERS[possessive] in sexes


def _is_noun(evidence: Evidence, part: Part) -> bool:
    return evidence.expresses(part, Kind.NOUN)


def _count(word: str) -> Count | None:
    noun = look_up(word).noun
    return noun.count if noun else None
