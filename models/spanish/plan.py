"""What a clause is going to say: the result of the analysis, the input of the rendering."""

from __future__ import annotations

from dataclasses import dataclass, field

from models.engine import Controls
from models.spanish.conjugator import Mood, Person
from models.spanish.phrases import Chunk, NounPhrase
from models.spanish.tokens import Token, Word


@dataclass(frozen=True, slots=True)
class Options:
    """A reading: the controls, and what an alternative decides differently."""

    controls: Controls = field(default_factory=Controls)
    asks: bool | None = None
    """True reads a verb without a subject as a request, False as a statement; None decides."""
    past: bool = False
    definite: bool | None = None
    """True and False turn the added article of the object."""
    other_copula: bool = False
    """ser where estar is the rule, and the reverse."""
    full: bool = False
    """Supplies ser or estar where a noun with an adjective would stay a phrase."""
    roles: str = ""
    """Whose side an unclear person is on: subject, object, me (they do it to me)."""
    first: bool = False
    """Default subject yo in a question."""
    calls: bool = False
    """Speaks to the person named first instead of about them."""
    finite: bool = False
    """Conjugates a verb that stands alone."""


@dataclass(slots=True)
class Step:
    """One verb of a chain with what links it to the verb before and what depends on it."""

    verb: Token
    link: list[Token | str] = field(default_factory=list)
    complements: list[Chunk] = field(default_factory=list)
    person: Person | None = None
    """The person of a dependent clause with a subject of its own: que venga."""
    subject: NounPhrase | None = None
    negations: list[Token] = field(default_factory=list)
    """A *no* that belongs to this verb: que no cuente."""
    form: str = "infinitive"
    """infinitive, gerund, participle or subjunctive; the first verb of a clause is finite."""


@dataclass(slots=True)
class Plan:
    """One clause, analysed."""

    options: Options
    question: bool = False
    asked: list[Chunk] = field(default_factory=list)
    """The question word with what belongs to it: qué hora, a dónde."""
    negation: Token | None = None
    negative: bool = False
    opening: list[Chunk] = field(default_factory=list)
    """What was tapped before subject and verb and stays there: ayer."""
    inner: list[Chunk] = field(default_factory=list)
    """What was tapped between subject and verb and stays there: (la abuela) ya (no está)."""
    subject: NounPhrase | None = None
    subject_behind: bool = False
    shows_subject: bool = True
    person: Person = Person.FIRST
    steps: list[Step] = field(default_factory=list)
    clitics: list[Token] = field(default_factory=list)
    """Clitics that were tapped before the verb."""
    enclitics: list[Token] = field(default_factory=list)
    dative: bool = False
    """Whether the verb is used like gustar."""
    experiencer: NounPhrase | None = None
    """To whom it is pleasing or painful."""
    mood: Mood = Mood.PRESENT
    perfect: bool = False
    going: bool = False
    """Future with ir a."""
    command: bool = False
    meanwhile: Step | None = None
    """What one is doing when it hurts: al tragar."""
    continues: bool = False
    """Whether the auxiliary of the clause before serves this one too: voy a cenar y ver la tele."""
    called_first: NounPhrase | None = None
    """Somebody who is addressed before the sentence: Doctora, me duele."""
    impersonal: bool = False
    """With se and nobody in particular: ¿Cómo se hace?"""
    asks_subject: bool = False
    """Whether the question word is the subject: ¿Quién viene?"""
    calls: list[NounPhrase] = field(default_factory=list)
    """Persons who are called: Ven, mamá."""
    after: list[Chunk] = field(default_factory=list)

    @property
    def main(self) -> Step:
        return self.steps[0]

    @property
    def last(self) -> Step:
        return self.steps[-1]


@dataclass(slots=True)
class Arranged:
    """The dependents of one verb in words."""

    clitics: list[Word] = field(default_factory=list)
    early: list[Word] = field(default_factory=list)
    words: list[Word] = field(default_factory=list)
    has_object: bool = False
    negative: bool = False
