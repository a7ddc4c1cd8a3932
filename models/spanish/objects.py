"""Objects and other nouns of a verb in words: una manzana, a mamá, conmigo, me."""

from __future__ import annotations

from dataclasses import replace

from models.spanish import complements, words
from models.spanish.calling import is_called_by, is_name
from models.spanish.conjugator import Person
from models.spanish.lexicon import verb_of
from models.spanish.nouns import plural
from models.spanish.persons import addressed, is_me, is_you, you_said
from models.spanish.phrases import Article, Chunk, NounPhrase, is_time
from models.spanish.plan import Arranged, Plan, Step
from models.spanish.predicatives import predicative
from models.spanish.reflexives import is_named
from models.spanish.tokens import Kind, Word, added, said
from models.spanish.verbkinds import CARE
from models.spanish.verbs import Frame
from models.spanish.wordlist import listed
from models.spanish.writing import written

_HELD_DEAR = listed(
    """
    pasear besar abrazar saludar bañar cuidar acariciar querer morder perseguir pegar seguir ver
    buscar llamar amar odiar matar peinar curar asustar encontrar acompañar visitar salvar ayudar
    despertar regañar extrañar añorar adorar bajar sacar soltar
    """
) | {"echar de menos"}
"""Verbs with which an animal takes the *a* of persons."""


def phrase_words(
    plan: Plan, step: Step, frame: Frame, phrase: NounPhrase, made: Arranged
) -> list[Word]:
    if frame.verb in ("ser", "parecer"):
        return predicative(plan, phrase)
    way = complements.preposition(phrase, frame, made.has_object)
    if frame.verb == "haber" and made.has_object and not phrase.is_animate:
        way = "en"  # hay un pelo en la sopa
    if made.has_object and _keeps_company(step, frame, phrase):
        return complements.with_preposition("con", phrase, Article.DEFINITE)
    receives = (frame.has("give") or frame.has("tell")) and frame.prepositions.get("who") != "con"
    if phrase.is_animate and receives and not phrase.is_pronoun:
        way = "a"
    if frame.verb == "llamar" and phrase.head is None and phrase.quantifiers:
        return [added("a"), added("el"), *written(phrase)]
    if is_name(phrase) and is_called_by(frame.verb, step.complements):
        return written(phrase)
    if frame.verb == "llamar" and is_named(plan, step, phrase):
        made.has_object = False
        return written(phrase)
    if phrase.is_pronoun and not phrase.joined and way in ("-", "a"):
        return _clitic(plan, frame, phrase, made)
    if frame.verb == "hablar" and plan.command and plan.negation is not None and is_me(phrase):
        return _clitic(plan, frame, phrase, made)
    if phrase.is_pronoun and not phrase.joined and _is_cared_for(plan, step, phrase):
        return _clitic(plan, frame, phrase, made)
    if phrase.is_who and not made.has_object and _is_wanted(phrase, frame):
        made.has_object = True
        return written(phrase, Article.INDEFINITE)
    if way in ("-", "a") and _is_person_object(phrase, frame, way):
        return _person(step, frame, phrase, made)
    if way == "-":
        made.has_object = True
        return written(_in_pairs(phrase, frame), _article(plan, phrase, frame))
    if phrase.has_flag("guess") and phrase.has_flag("bare") and made.has_object:
        return written(phrase)
    name, bare, _ = way.partition("=")
    article = Article.NONE if bare else _adjunct_article(phrase, frame, name)
    you = _with_you(plan, name, phrase)
    return you or complements.with_preposition(name, phrase, article)


def _keeps_company(step: Step, frame: Frame, phrase: NounPhrase) -> bool:
    """beber, cerveza, amigos: with them; but to whom one gives, tells or does it, it is done."""
    if not phrase.is_who or phrase.is_pronoun:
        return False
    if frame.verb in ("ver", "mirar", "oír", "escuchar"):
        return True
    if frame.verb == "hacer":
        return any(_is_shared_work(c) for c in step.complements)
    done_to = frame.flags & {"give", "tell", "harm", "touch", "ask", "own", "dat", "into", "outof"}
    return not (done_to or frame.verb in CARE or "who" in frame.prepositions)


def _is_shared_work(chunk: Chunk) -> bool:
    """hacer, deberes, papá: what one does oneself, helped by him."""
    if not isinstance(chunk, NounPhrase):
        return False
    work = chunk.head is not None and chunk.head.lemma in ("deberes", "tarea", "tareas")
    return work or chunk.classes()[0] in ("school", "activity", "event", "game")


def _gets_something(plan: Plan, frame: Frame, phrase: NounPhrase) -> bool:
    """Whether the person is given, told or done something that is named too: cómprame un helado."""
    if not (frame.has("give") or frame.has("tell") or frame.verb in CARE):
        return False
    steps = [s for s in plan.steps if any(c is phrase for c in s.complements)]
    others = [
        c for s in steps for c in s.complements if isinstance(c, NounPhrase) and c is not phrase
    ]
    return any(not c.is_animate and not is_time(c) for c in others)


def _with_you(plan: Plan, name: str, phrase: NounPhrase) -> list[Word] | None:
    """con usted, con vos; None where contigo or another person is meant."""
    if phrase.head is None or not is_you(phrase):
        return None
    text = you_said(phrase.head.text, plan.options.controls)
    return None if text == "tú" else [added(name), said(phrase.head, text)]


def _is_wanted(phrase: NounPhrase, frame: Frame) -> bool:
    """querer un médico, necesitar una amiga: anybody who is one, so without *a*."""
    if (
        frame.verb not in ("querer", "necesitar", "tener")
        or phrase.is_determined
        or phrase.is_plural
    ):
        return False
    head = phrase.head
    if frame.verb == "tener" and head is not None and head.lemma in ("novio", "novia", "pareja"):
        return False
    return phrase.has_flag("trade") or (head is not None and head.lemma in _ANY_ONE)


_ANY_ONE = listed(
    """
    novio novia amigo amiga pareja hermano hermana hermanito hermanita bebé compañero compañera
    """
)


def _is_cared_for(plan: Plan, step: Step, phrase: NounPhrase) -> bool:
    """leer, yo, cuento; levantar, yo, cabeza: it is done to or for me."""
    verb = verb_of(step.verb.entry.verb or step.verb.lemma)
    return verb in CARE and phrase.head is not None and phrase.head.kind is Kind.PRONOUN


def _article(plan: Plan, phrase: NounPhrase, frame: Frame) -> Article:
    article = complements.object_article(phrase, frame)
    definite = plan.options.definite
    if frame.verb == "haber":
        denied = plan.negation is not None or plan.options.controls.negative
        return Article.NONE if denied and not phrase.is_who else article
    if definite is None or complements.kind_of(phrase, frame) not in _EITHER_ARTICLE:
        return article
    if phrase.has_flag("sole") or (phrase.has_flag("own") and not definite):
        return article
    if phrase.is_plural and not definite:
        return article
    return Article.DEFINITE if definite else Article.INDEFINITE


_EITHER_ARTICLE = listed(
    """
    food drink dish toy thing clothes text media animal vehicle furniture care tool unknown
    """
)
"""Kinds of objects of which one can want one or the one."""


def _is_person_object(phrase: NounPhrase, frame: Frame, way: str) -> bool:
    if phrase.is_who:
        return way == "a" or frame.prepositions.get("who") != "-"
    if phrase.classes()[0] != "animal":
        return False
    if frame.has("give") or frame.has("tell"):
        return True
    if frame.verb == "comer" and "food" not in phrase.classes():
        return way == "a" or frame.prepositions.get("animal") == "a"
    return way == "a" or (
        way == "-" and frame.verb in _HELD_DEAR and frame.prepositions.get("animal") != "-"
    )


def _adjunct_article(phrase: NounPhrase, frame: Frame, name: str) -> Article:
    """con la cuchara, en el parque, de excursión; pensar en un plátano."""
    kind = phrase.classes()[0]
    if frame.verb == "llamar" and kind == "vehicle":
        return Article.INDEFINITE
    if phrase.has_flag("mass") and kind in ("food", "drink") and name in ("con", "de"):
        told = frame.verb in ("jugar", "soñar", "atragantar", "ahogar", "quemar")
        return Article.DEFINITE if told else Article.NONE
    if kind == "activity" and name == "a":
        return Article.NONE
    if frame.verb == "pensar" and name == "en" and not phrase.is_animate and not phrase.is_plural:
        return Article.INDEFINITE
    if phrase.has_flag("guess") and phrase.has_flag("bare"):
        return Article.NONE
    return Article.DEFINITE


def _person(step: Step, frame: Frame, phrase: NounPhrase, made: Arranged) -> list[Word]:
    """a mamá, al perro; with *le* beside it if somebody gets or is told something."""
    receives = frame.has("give") or frame.has("tell")
    dative = receives or made.has_object
    made.has_object |= not receives
    if dative and not any(c.text in ("le", "les") for c in made.clitics):
        made.clitics.append(added(words.DATIVE[phrase.person]))
    if (
        phrase.head is not None
        and phrase.head.kind is Kind.INDEFINITE
        and phrase.head.text == "algo"
    ):
        return written(phrase)
    return complements.with_preposition("a", phrase, Article.DEFINITE)


def _clitic(plan: Plan, frame: Frame, phrase: NounPhrase, made: Arranged) -> list[Word]:
    """A pronoun as the object: me, te, lo (a él)."""
    head = phrase.head
    if head is None or head.entry.person is None:
        return []
    person = addressed(head.entry.person, plan.options.controls)
    glosses = head.glosses
    made.has_object |= not _gets_something(plan, frame, phrase)
    if person not in (Person.THIRD, Person.THIRD_PLURAL):
        made.clitics.append(Word(words.REFLEXIVE[person], glosses))
        return []
    if frame.has("give") or frame.has("tell") or frame.prepositions.get("who") == "a":
        form = words.DATIVE[person]
    else:
        form = ("la" if phrase.feminine else "lo") + ("s" if person is Person.THIRD_PLURAL else "")
    made.clitics.append(added(form))
    return [added("a"), said(head, you_said(head.text, plan.options.controls))]


_WASHED = listed("lavar lavarse cepillar cepillarse cortar cortarse secar secarse limpiar")


_MANY = listed("mano diente uña")


def _in_pairs(phrase: NounPhrase, frame: Frame) -> NounPhrase:
    """lavarse, mano: both; cepillar, diente: all of them."""
    head = phrase.head
    if head is None or frame.verb not in _WASHED or phrase.is_determined or phrase.after:
        return phrase
    if head.lemma not in _MANY or head.entry.plural or phrase.joined:
        return phrase
    many = replace(head, text=plural(head.text), entry=replace(head.entry, plural=True))
    return replace(phrase, head=many)
