"""The verbs of a clause with negation, clitics, auxiliaries and what links them."""

from __future__ import annotations

from dataclasses import dataclass, field

from models.spanish import words
from models.spanish.arrangement import arrange
from models.spanish.clause import frame_of
from models.spanish.conjugator import Mood, Person, finite, gerund, imperative, participle, plain
from models.spanish.lexicon import tail_of, verb_of
from models.spanish.nouns import lookup
from models.spanish.orthography import attached
from models.spanish.persons import addressed, is_you, you_said
from models.spanish.phrases import Article, NounPhrase
from models.spanish.plan import Arranged, Plan, Step
from models.spanish.tokens import Kind, Token, Word, added, said
from models.spanish.writing import written

_THINGS = frozenset({"lo", "la", "los", "las"})


@dataclass(slots=True)
class Group:
    """The verb group: what stands before the finite verb, the verbs, what follows them."""

    before: list[Word] = field(default_factory=list)
    verbs: list[Word] = field(default_factory=list)
    behind: list[Word] = field(default_factory=list)


def you_written(phrase: NounPhrase, plan: Plan) -> list[Word] | None:
    """The listener as the controls address them; None for anybody else."""
    if phrase.head is None or not is_you(phrase):
        return None
    return [said(phrase.head, you_said(phrase.head.text, plan.options.controls))]


def verb_group(plan: Plan) -> Group:
    """Verb forms, clitics and complements of every verb of the chain."""
    group = Group()
    arranged = [arrange(plan, step, i) for i, step in enumerate(plan.steps)]
    negation = _negation(plan, arranged)
    proclitics, enclitics = _placed_clitics(plan, arranged)
    verbs = _finite(plan, negation, proclitics, arranged[0])
    made = [*verbs, *arranged[0].early]
    made += arranged[0].words if len(plan.steps) > 1 else []
    for i, step in enumerate(plan.steps[1:], 1):
        made += [added(p) if isinstance(p, str) else said(p) for p in step.link]
        made += dependent_verb(
            plan, step, arranged[i], enclitics if i == len(plan.steps) - 1 else []
        )
        made += arranged[i].early
        made += arranged[i].words if i < len(plan.steps) - 1 else []
    group.verbs = made
    group.behind = arranged[-1].words
    return group


def _negation(plan: Plan, arranged: list[Arranged]) -> list[Word]:
    """no, as tapped, chosen, or required by a negative word behind the verb."""
    if plan.negation is not None:
        return [said(plan.negation)]
    if any(isinstance(c, Token) and c.kind is Kind.NEGATION for c in plan.opening):
        return []
    if plan.subject is not None and _is_negative(plan.subject) and not plan.subject_behind:
        return []
    if plan.options.controls.negative or any(a.negative for a in arranged):
        return [added("no")]
    return [added("no")] if plan.subject is not None and _is_negative(plan.subject) else []


def _is_negative(phrase: NounPhrase) -> bool:
    return any(t.text in words.NEGATIONS and t.text != "no" for t in phrase.tokens())


def _placed_clitics(plan: Plan, arranged: list[Arranged]) -> tuple[list[Word], list[Word]]:
    """Clitics before the finite verb, and those that hang on the last infinitive."""
    tapped = [said(t) for t in plan.clitics]
    late = [said(t) for t in plan.enclitics]
    first = list(arranged[0].clitics)
    if plan.dative:
        first = _dative(plan) if not tapped else []
    if len(plan.steps) == 1:
        if _has_infinitive(plan):
            return tapped, [*first, *late]
        return _ordered([*tapped, *first, *late]), []
    own = list(arranged[-1].clitics)
    if plan.last.form in ("gerund", "participle") and len(plan.steps) == 2:
        return _ordered([*tapped, *first, *own, *late]), []
    if plan.last.form in ("subjunctive", "finite"):
        return _ordered([*tapped, *first]), [*own, *late]
    return _ordered([*tapped, *first]), _ordered([*own, *late])


def _has_infinitive(plan: Plan) -> bool:
    return plan.going


def _ordered(clitics: list[Word]) -> list[Word]:
    """se before me before lo; each once."""
    seen: dict[str, Word] = {}
    for clitic in clitics:
        known = seen.get(clitic.text)
        seen[clitic.text] = Word(clitic.text, known.glosses | clitic.glosses) if known else clitic
    rank = {"se": 0, "te": 1, "os": 1, "me": 2, "nos": 2, "le": 3, "les": 3}
    found = sorted(seen.values(), key=lambda w: rank.get(w.text, 4))
    if len(found) == 2 and found[0].text in ("le", "les") and found[1].text in _THINGS:
        found[0] = Word("se", found[0].glosses)
    return found


def _dative(plan: Plan) -> list[Word]:
    """me, te, le of the person to whom it is pleasing or painful."""
    phrase = plan.experiencer
    if phrase is None:
        asked_you = plan.question and not plan.options.first
        if any(isinstance(c, Token) and c.text in ("a quién", "quién") for c in plan.asked):
            return [added("le")]
        if frame_of(plan.main.verb).verb in ("faltar", "sobrar", "pasar", "ocurrir"):
            return []
        you = words.DATIVE[_listener(plan)] if asked_you else "me"
        return [added(you)]
    person = phrase.person
    if phrase.is_pronoun and not phrase.joined:
        person = _address(plan, person)
        heads = frozenset(g for t in phrase.tokens() for g in t.glosses)
        if person in (Person.THIRD, Person.THIRD_PLURAL) and phrase.person is person:
            return [added(words.DATIVE[person])]
        return [Word(words.DATIVE[person], heads)]
    return [added(words.DATIVE[person])]


def _listener(plan: Plan) -> Person:
    return _address(plan, Person.SECOND)


def _address(plan: Plan, person: Person) -> Person:
    return addressed(person, plan.options.controls)


def _finite(
    plan: Plan, negation: list[Word], clitics: list[Word], arranged: Arranged
) -> list[Word]:
    """The finite verb with negation, clitics, auxiliaries, and the words behind its infinitive."""
    step = plan.main
    glosses = _verb_glosses(plan, step)
    verb = _verb(step)
    never = any(isinstance(c, Token) and c.kind is Kind.NEGATION for c in plan.opening)
    if plan.command and not negation and not never:
        form = imperative(_imperative_verb(verb, clitics), plan.person)
        if verb == "ir" and plan.person in (Person.SECOND,) and not step.complements:
            form = "ve"
        return [_with_enclitics(form, glosses, clitics), *_tail(step, arranged)]
    head = [*negation, *clitics]
    if plan.command:
        return [
            *head,
            Word(finite(verb, Mood.SUBJUNCTIVE, plan.person), glosses),
            *_tail(step, arranged),
        ]
    if step.verb.kind is Kind.FINITE:
        return _as_tapped(plan, step, negation, clitics, glosses)
    if step.verb.kind is Kind.GERUND:
        return [*head, Word(step.verb.text, glosses)]
    if plan.going:
        late = list(arranged.clitics)
        auxiliary = finite("ir", Mood.PRESENT, plan.person)
        if plan.continues:
            infinitive = _with_enclitics(
                verb, glosses, arranged.clitics if len(plan.steps) == 1 else []
            )
            return [*head, infinitive, *_tail(step, arranged)]
        infinitive = _with_enclitics(verb, glosses, late if len(plan.steps) == 1 else [])
        return [*head, added(auxiliary), added("a"), infinitive, *_tail(step, arranged)]
    if plan.perfect:
        auxiliary = finite("haber", Mood.PRESENT, plan.person)
        return [*head, added(auxiliary), Word(participle(verb), glosses), *_tail(step, arranged)]
    return [*head, Word(_form(plan, verb), glosses), *_tail(step, arranged)]


def _imperative_verb(verb: str, clitics: list[Word]) -> str:
    return verb


def _form(plan: Plan, verb: str) -> str:
    alone = len(plan.steps) == 1 or plan.main.verb.lemma == "haber que" or bool(plan.asked)
    if verb == "haber" and alone and plan.mood is Mood.PRESENT:
        return "hay"
    return finite(verb, plan.mood, plan.person)


def _as_tapped(
    plan: Plan, step: Step, negation: list[Word], clitics: list[Word], glosses: frozenset[int]
) -> list[Word]:
    """A form that was tapped stays; a command carries its clitics behind."""
    verb, mood = step.verb.entry.verb, step.verb.entry.mood
    if plan.dative and mood is not None and plan.person is Person.THIRD_PLURAL:
        return [*negation, *clitics, Word(finite(verb, mood, plan.person), glosses)]
    if mood is None and not negation:
        return [_with_enclitics(step.verb.text, glosses, clitics)]
    return [*negation, *clitics, Word(step.verb.text, glosses)]


def _with_enclitics(form: str, glosses: frozenset[int], clitics: list[Word]) -> Word:
    said_too = frozenset(g for c in clitics for g in c.glosses)
    return Word(attached(form, *(c.text for c in clitics)), glosses | said_too)


def _verb(step: Step) -> str:
    if step.verb.kind is Kind.FINITE:
        return step.verb.entry.verb
    return verb_of(step.verb.lemma)


def _verb_glosses(plan: Plan, step: Step) -> frozenset[int]:
    """The verb says its subject too where the pronoun is left out."""
    glosses = step.verb.glosses
    if plan.subject is not None and not plan.shows_subject:
        glosses |= frozenset(g for t in plan.subject.tokens() for g in t.glosses)
    return glosses


def _tail(step: Step, arranged: Arranged) -> list[Word]:
    """What belongs to a verb of several words: (tengo) mucho miedo."""
    tail = tail_of(step.verb.text) if step.verb.kind is Kind.VERB else ""
    if not tail:
        return []
    own = step.verb.glosses
    if arranged.early and _takes_quantity(step.verb.lemma):
        quantity = [_quantified(w, tail) for w in arranged.early]
        arranged.early = []
        return [*quantity, Word(tail, own)]
    return [Word(tail, own)]


def _takes_quantity(lemma: str) -> bool:
    head, _, tail = lemma.partition(" ")
    return head in ("tener", "dar") and " " not in tail


def _quantified(word: Word, noun: str) -> Word:
    use = lookup(noun)
    feminine = use is not None and use.noun.feminine
    text = word.text
    if text in ("mucho", "poco", "tanto", "demasiado") and feminine:
        text = text[:-1] + "a"
    return Word(text, word.glosses)


def dependent_verb(plan: Plan, step: Step, arranged: Arranged, late: list[Word]) -> list[Word]:
    """An infinitive, gerund, participle or clause with que behind another verb."""
    verb = _verb(step)
    glosses = step.verb.glosses
    clitics = late or arranged.clitics
    if step.form == "subjunctive" and step.person is not None:
        subject = _dependent_subject(plan, step)
        if subject is None and step.subject is not None:
            glosses |= frozenset(g for t in step.subject.tokens() for g in t.glosses)
        form = Word(finite(verb, Mood.SUBJUNCTIVE, step.person), glosses)
        negations = [said(t) for t in step.negations]
        return [*(subject or []), *negations, *clitics, form, *_tail(step, arranged)]
    if step.form in ("gerund", "participle"):
        text = step.verb.text if step.verb.kind is Kind.GERUND else gerund(verb)
        text = participle(verb) if step.form == "participle" else text
        return [Word(text, glosses), *_tail(step, arranged)]
    if step.form == "finite":
        return [*clitics, Word(step.verb.text, glosses)]
    infinitive = _with_enclitics(plain(verb), glosses, clitics)
    return [*map(said, step.negations), infinitive, *_tail(step, arranged)]


def _dependent_subject(plan: Plan, step: Step) -> list[Word] | None:
    subject = step.subject
    if subject is None:
        return None
    third = step.person in (Person.THIRD, Person.THIRD_PLURAL)
    if subject.is_pronoun and not subject.joined and not third:
        return None
    return you_written(subject, plan) or written(subject, Article.DEFINITE)
