"""English sentences from the words that somebody chose."""

from __future__ import annotations

from models.english.inflections import forms
from models.english.realising import realise
from models.english.times import tense_of
from models.english.words import FUNCTION_WORDS, NEGATIONS, QUESTION_WORDS

__all__ = ["FUNCTION_WORDS", "NEGATIONS", "QUESTION_WORDS", "forms", "realise", "tense_of"]
