"""Glosses that belong together: repeated taps, spelled letters, phrases tapped word by word."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from models.english.glosses import Token, look_up, read
from models.english.lexicon import Tag, Word, lexicon
from models.english.tables import members

_LONGEST: Final = 4
_CLOSED_TAGS: Final = frozenset(
    {Tag.TIME, Tag.QUESTION, Tag.SOCIAL, Tag.PREPOSITION, Tag.QUANTITY, Tag.CONJUNCTION,
     Tag.PRONOUN, Tag.PLACE, Tag.ADVERB, Tag.MODAL, Tag.INTENSIFIER, Tag.NUMBER}
)  # fmt: skip
_NOT_FIRST: Final = frozenset({"no", "not", "don't"})
_DO: Final = frozenset({"do", "does"})
_WHOM: Final = frozenset({"me", "him", "them", "us", "it", "this", "that", "these", "those"})
_CONTRACTED: Final = {
    "i'm": ("I", "am"), "it's": ("it", "is"), "he's": ("he", "is"), "she's": ("she", "is"),
    "you're": ("you", "are"), "we're": ("we", "are"), "they're": ("they", "are"),
    "that's": ("that", "is"),
}  # fmt: skip


def gather(tokens: Sequence[Token]) -> list[Token]:
    """The tokens of a message with those made one that belong together."""
    return _phrases(_beside(_nobody(_undone(_unparted(_runs(_spelled(_opened(tokens))))))))


def _unparted(tokens: list[Token]) -> list[Token]:
    """`sit, me, up`: the particle is tapped behind whom it is done to."""
    out = list(tokens)
    for place in range(len(out) - 2):
        verb, whom, particle = out[place : place + 3]
        lemma = f"{verb.word.verb.lemma} {particle.key}" if verb.word.verb else ""
        small = Tag.PARTICLE in particle.word.tags
        if whom.key in _WHOM and small and lemma in members("separable"):
            out[place + 1 : place + 3] = [particle, whom]
    return out


def _undone(tokens: list[Token]) -> list[Token]:
    """`do, not` before a verb denies it: «Don't touch that.», «I don't know.»"""
    out: list[Token] = []
    for place, token in enumerate(tokens):
        if token.key in _DO and _is_denied_verb(tokens[place + 1 : place + 3]):
            continue
        is_whole = token.key == "not" and place > 0 and tokens[place - 1].key in _DO
        denied = is_whole and _is_denied_verb(tokens[place : place + 2])
        out += read(("do not",)) if denied else [token]
    return out


def _is_denied_verb(tokens: Sequence[Token]) -> bool:
    return len(tokens) == 2 and tokens[0].key == "not" and Tag.VERB in tokens[1].word.tags


def _beside(tokens: list[Token]) -> list[Token]:
    """`sit, next, me`: next to somebody; but *next week*, *the next page*."""
    out: list[Token] = []
    for place, token in enumerate(tokens):
        following = tokens[place + 1] if place + 1 < len(tokens) else None
        is_beside = token.key == "next" and place > 0 and following is not None
        somebody = following is not None and (following.is_name or _is_somebody(following))
        out += read(("next to",)) if is_beside and somebody else [token]
    return out


def _is_somebody(token: Token) -> bool:
    noun = token.word.noun
    return token.key in _WHOM | {"her", "you"} or (noun is not None and noun.is_a("kin", "parent"))


def _nobody(tokens: list[Token]) -> list[Token]:
    """`no, one` before what nobody does."""
    if [token.key for token in tokens[:2]] != ["no", "one"] or len(tokens) < 3:
        return tokens
    acts = tokens[2].word.first_choice is Tag.VERB
    return [Token("no one", "no one", look_up("no one")), *tokens[2:]] if acts else tokens


def _opened(tokens: Sequence[Token]) -> list[Token]:
    """`I'm` as a pronoun and its verb, where more follows."""
    out: list[Token] = []
    for place, token in enumerate(tokens):
        pair = _CONTRACTED.get(token.key) if place + 1 < len(tokens) else None
        out += read(pair) if pair else [token]
    return out


def _spelled(tokens: Sequence[Token]) -> list[Token]:
    """Letters side by side are a word being spelled; they stay as they are."""
    out: list[Token] = []
    for is_letter, run in itertools.groupby(tokens, key=_is_letter):
        letters = list(run)
        spells = len(letters) > 1 and not {token.key for token in letters} <= {"i", "a"}
        if is_letter and spells:
            text = " ".join(token.text for token in letters)
            word = Word(text, frozenset({Tag.UNKNOWN}))
            out.append(Token(text, text.lower(), word, is_name=True))
        else:
            out += letters
    return out


def _is_letter(token: Token) -> bool:
    return len(token.text) == 1 and token.text.isalpha()


def _runs(tokens: Sequence[Token]) -> list[Token]:
    gathered: list[Token] = []
    for token in tokens:
        last = gathered[-1] if gathered else None
        if last is None or last.key != token.key or _acts_on_itself(gathered, token):
            gathered.append(token)
        else:
            gathered[-1] = replace(last, count=last.count + 1)
    return gathered


def _acts_on_itself(before: Sequence[Token], token: Token) -> bool:
    """«The girl swings on the swing»: a verb, and the thing of the same name."""
    return (
        len(before) > 1
        and before[-1].count == 1
        and {Tag.VERB, Tag.NOUN} <= token.word.tags
        and before[-2].word.first_choice in {Tag.NOUN, Tag.NAME, Tag.PRONOUN}
    )


def _phrases(tokens: Sequence[Token]) -> list[Token]:
    gathered: list[Token] = []
    index = 0
    while index < len(tokens):
        for length in range(min(_LONGEST, len(tokens) - index), 1, -1):
            is_last = index + length == len(tokens)
            joined = _joined(
                tokens[index : index + length], gathered, tokens[index + length :], is_last=is_last
            )
            if joined is not None:
                gathered.append(joined)
                index += length
                break
        else:
            gathered.append(tokens[index])
            index += 1
    return gathered


def _joined(
    parts: Sequence[Token],
    before: Sequence[Token],
    following: Sequence[Token],
    *,
    is_last: bool,
) -> Token | None:
    if any(part.count > 1 or part.is_name for part in parts) or parts[0].key in _NOT_FIRST:
        return None
    key = " ".join(part.key for part in parts)
    greeted = before and Tag.SOCIAL in before[-1].word.tags
    if key in members("greeted with a verb") and (before or key == "see you") and not greeted:
        return None
    if key == "what for" and not is_last:
        return None
    lex = lexicon()
    if lex.closed.get(key, frozenset()) & _CLOSED_TAGS and key not in lex.verbs:
        return Token(" ".join(part.text for part in parts), key, look_up(key))
    noun_last = parts[-1].word.first_choice is Tag.NOUN or _is_told_of(parts, following)
    if key in lex.nouns and noun_last and key not in members("two things"):
        return Token(lex.nouns[key].lemma, key, look_up(key))
    return _phrasal(parts)


def _is_told_of(parts: Sequence[Token], following: Sequence[Token]) -> bool:
    """`bus, stop, far`: a place, where what follows tells how or where it is."""
    told = len(following) == 1 and following[0].key in {
        "far",
        "near",
        "far away",
        "close",
        "closed",
    }
    return told and Tag.NOUN in parts[-1].word.tags


def _phrasal(parts: Sequence[Token]) -> Token | None:
    """A phrasal verb tapped in two: put + on, also inflected (woke + up)."""
    verb = parts[0].word.verb
    if verb is None:
        return None
    rest = [part.key for part in parts[1:]]
    lemma = " ".join((verb.lemma, *rest))
    known = lexicon().verbs.get(lemma)
    if parts[1].key == "to":
        return None
    small = len(parts) == 2 and parts[1].word.tags & {Tag.PARTICLE, Tag.PREPOSITION}
    if known is None or not (small or lemma in members("phrasal in two")):
        return None
    written = " ".join((parts[0].text, *rest))
    word = replace(look_up(lemma), form=parts[0].word.form, text=written)
    return Token(written, " ".join((parts[0].key, *rest)), word)
