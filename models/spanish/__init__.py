"""Spanish: chosen words in, a sentence out; and the forms a word may take in it."""

from __future__ import annotations

from models.spanish.forms import forms
from models.spanish.realiser import realise
from models.spanish.times import tense_of
from models.spanish.words import FUNCTION_WORDS, NEGATIONS, QUESTION_WORDS

__all__ = ["FUNCTION_WORDS", "NEGATIONS", "QUESTION_WORDS", "forms", "realise", "tense_of"]
