"""Words and stretches put together: contractions, commas, marks and capitals."""

from __future__ import annotations

from models.spanish.orthography import capitalised
from models.spanish.tokens import Word


def joined(words: list[Word]) -> str:
    """Words with blanks between, a + el and de + el drawn together."""
    texts: list[str] = []
    for word in words:
        if not word.text:
            continue
        last = texts[-1] if texts else ""
        if word.text == "el" and last.casefold().split(" ")[-1] in ("a", "de"):
            texts[-1] = last + "l"
        else:
            texts.append(word.text)
    return " ".join(texts)


def _quoted(utterance: str, first: bool, last: bool) -> str:
    """A whole sentence that was tapped as one word, fitted in between the others."""
    text = utterance if last else utterance.rstrip(".")
    if text.endswith("?") and "¿" not in text:
        text = "¿" + text
    if text.endswith("!") and "¡" not in text:
        text = "¡" + text
    if first:
        return capitalised(text)
    start = text[:1]
    return start.lower() + text[1:] if start.isupper() and not text[1:2].isupper() else text


def punctuated(parts: list[tuple[str, str]], mark: str) -> str:
    """Stretches one behind the other: «Hola, ¿qué tal?», «Sí, me gusta.»"""
    text = ""
    for i, (words, kind) in enumerate(parts):
        last = i == len(parts) - 1
        if kind in "?!" and kind:
            piece = f"¿{words}?" if kind == "?" else f"¡{words}!"
        elif kind == "=":
            piece = _quoted(words, first=not text or text[-1] in ".?!", last=last)
        elif mark and last:
            piece = f"¡{words}!" if not text else words + "!"
        else:
            piece = words
        if text and text[-1] not in ".?!," and kind != "+":
            text += ","
        text += (" " if text else "") + (capitalised(piece) if text[-1:] in ".?!" else piece)
    if mark and text and not text.startswith(("¡", "¿")):
        text = "¡" + text
    return text if text.endswith((".", "?", "!", "…")) else text + "."
