"""The rule that outweighs fluency: who did what to whom is never guessed where it matters."""

from __future__ import annotations

from typing import Final

from models.english.clauses import Clause, Scene
from models.english.lexicon import Tag
from models.english.phrases import Nominal, Piece, Prepositional, Quality, is_action, is_unit
from models.english.reader import Unit
from models.english.tables import members

_PROTECTED: Final = ("harm", "touch", "giving", "telling")
_OBJECT_CASE: Final = frozenset({"me", "him", "them", "us", "her"})
_ANYBODY: Final = frozenset({"anyone", "anybody", "anyone else", "anybody else"})
_SPEAKER: Final = frozenset({"me", "us"})


class UnclearRolesError(Exception):
    """The clause does not tell who does a harm to whom; carries what its readings need."""

    def __init__(self, scene: Scene, clause: Clause) -> None:
        super().__init__("the roles of the clause are unclear")
        self.scene = scene
        self.clause = clause
        """The clause with its verb, tense and negation, but without roles."""


def are_unclear(scene: Scene) -> bool:
    """Whether the words leave open who does a harm, touch, gift or telling, and to whom.

    Then the sentence is the words as chosen, and each reading is an alternative. A request chosen
    with a control names the listener as the one who acts, so nothing is open.
    """
    if scene.request or scene.question in {"who", "what"}:
        return False
    if _is_about_body_of_another(scene) or _spoils_anothers(scene) or _reports_harm(scene):
        return True
    if not scene.verb.has(*_PROTECTED):
        return False
    people = [one for one in scene.subjects if one.is_animate]
    if people and people[0].key in members("assistants"):
        return False
    if scene.subjects and not people and scene.verb.has("things"):
        return False
    if not people:
        return _nobody_acts(scene)
    if any(one.head.key in _OBJECT_CASE for one in people):
        return True
    if len(people) == 1:
        return _is_half_named(people[0], scene)
    return not (people[-1].pronoun is not None and scene.objects)


def _is_about_body_of_another(scene: Scene) -> bool:
    """`pull, hair, Lucy`, `break, arm, boy`: whose hair it is, and who pulls it, nobody said."""
    if scene.subjects or scene.embedded or (scene.verb.has("care") and not scene.verb.has("ask")):
        return False
    bodily = any(one.is_a("body") and not one.is_determined for one in scene.objects)
    others = _others(scene)
    return bodily and bool(others) and not scene.verb.has("self", "state", "motion")


def _spoils_anothers(scene: Scene) -> bool:
    """`break, glasses, Sara`: nobody said who broke them."""
    if scene.subjects or scene.embedded or scene.verb.lemma not in members("spoiling"):
        return False
    others = _others(scene)
    return bool(others) and len(scene.objects) > len(others)


def _others(scene: Scene) -> list[Nominal]:
    """The persons behind the verb that are neither the speaker nor the speaker's."""
    return [one for one in scene.objects if one.is_person and not one.is_first_person]


def _reports_harm(scene: Scene) -> bool:
    """`he, say, hit, me`: who is said to hit is left open."""
    first = scene.after[0] if scene.after else None
    verb = first.verb if isinstance(first, Unit) else None
    reports = scene.verb.has("that", "telling") and not scene.verb.has("to", "ing", "person-to")
    return reports and verb is not None and verb.has("harm", "touch")


def _is_half_named(person: Nominal, scene: Scene) -> bool:
    """`Tom bite`: he bites, or was bitten? With a second noun or a pronoun the order tells."""
    if person.pronoun is not None or scene.embedded or scene.modal or scene.verb.has("alone"):
        return False
    others = [piece for piece in (*scene.before, *scene.after) if piece is not person]
    told = any(isinstance(piece, Nominal | Prepositional) or is_action(piece) for piece in others)
    told = told or (scene.verb.lemma == "say" and bool(scene.after))
    where = scene.verb.has("body") and any(is_unit(piece, Tag.PLACE) for piece in others)
    return not (told or where)


def _nobody_acts(scene: Scene) -> bool:
    verb, objects = scene.verb, scene.objects
    if verb.has("harm") and not scene.negated and any(map(reaches_speaker, scene.after)):
        return True
    if verb.has("body") and _hurts_by_itself(scene):
        return False
    living = [one for one in objects if _can_be_meant(one, scene)]
    if scene.negated and living and all(one.head.key in _ANYBODY for one in living):
        return False
    if not living:
        others = [one for one in objects if not (scene.negated and one.leads("my"))]
        bodily = any(one.is_a("body") for one in others) and not verb.has("care")
        return bodily and verb.has("harm", "touch")
    if all(one.head.key in _SPEAKER for one in living):
        return not (scene.negated or verb.has("giving", "telling"))
    first, last = objects[0], scene.after[-1]
    if len(living) == 2 and first.head.key in _SPEAKER and last is living[1] is not first:
        return not (living[1].is_called and verb.has("two"))
    if verb.has("taking") and all(one.head.key in _SPEAKER | {"you"} for one in living):
        return False
    return not _tells_clause(scene)


def reaches_speaker(piece: Piece) -> bool:
    """`to, me`, `with, us`: the speaker behind a preposition."""
    return isinstance(piece, Prepositional) and piece.nominal.head.key in _SPEAKER


def _can_be_meant(one: Nominal, scene: Scene) -> bool:
    """Whether the noun may be the one who does it or the one to whom it is done."""
    if one.is_a("animal") and not scene.verb.has("harm", "touch"):
        return False
    return one.is_animate and one.head.tag is not Tag.UNKNOWN


def _hurts_by_itself(scene: Scene) -> bool:
    """A body part hurts: nobody does it."""
    around = [*scene.subjects, *scene.objects]
    return not scene.objects or any(one.is_a("body", "illness") for one in around)


def _tells_clause(scene: Scene) -> bool:
    """«Tell mum I'm sad»: what is told names its own subject, so the order is plain."""
    if not scene.verb.has("telling") or len(scene.after) < 3:
        return False
    first, second, third = scene.after[:3]
    says = isinstance(third, Quality) or is_action(third)
    told = is_unit(second, Tag.QUESTION) or (isinstance(second, Nominal) and says)
    return isinstance(first, Nominal) and told
