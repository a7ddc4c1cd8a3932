"""Text to the tokens of a base and back, the same for training and for use."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, Final

from models.prompts import parse_answer, prompt
from models.train.batches import Example, example
from models.train.errors import BadBaseError
from models.train.pair import Pair

_STARTS: Final = ("<bos>", "<s>", "<|begin_of_text|>", "<|im_start|>", "<|endoftext|>")
_ENDS: Final = ("<eos>", "</s>", "<|end_of_text|>", "<|im_end|>", "<|endoftext|>")


class Codec:
    """The tokenizer of a base's folder."""

    def __init__(self, folder: Path) -> None:
        """Raises BadBaseError where the folder has no tokenizer with a start and an end."""
        path = folder / "tokenizer.json"
        if not path.is_file():
            raise BadBaseError(f"{folder}: there is no tokenizer.json; `aac-train base` makes one")
        self._tokenizer = _load(path)
        start, end = self._first(_STARTS), self._first(_ENDS)
        if start is None or end is None:
            raise BadBaseError(f"{folder}: its tokenizer has no tokens of start and end")
        self.start, self.end = start, end

    def _first(self, names: Iterable[str]) -> int | None:
        found = (self._tokenizer.token_to_id(name) for name in names)
        return next((number for number in found if number is not None), None)

    @property
    def size(self) -> int:
        """How many tokens there are."""
        return int(self._tokenizer.get_vocab_size())

    def encode(self, text: str) -> list[int]:
        """The tokens of a text, without start and end."""
        return list(self._tokenizer.encode(text, add_special_tokens=False).ids)

    def decode(self, tokens: Sequence[int]) -> str:
        """The text of tokens, without control tokens."""
        return str(self._tokenizer.decode(list(tokens)))

    def example(self, pair: Pair) -> Example:
        """A pair as training has it."""
        return example(pair, self.encode, self.start, self.end)

    def asked(self, pair: Pair) -> list[int]:
        """A pair's prompt, as a model in use is given it."""
        return [self.start, *self.encode(prompt(pair.glosses, pair.language, pair.controls))]

    def said(self, tokens: Sequence[int]) -> str:
        """The sentence in what a model wrote, up to its end."""
        written = list(tokens)
        if self.end in written:
            written = written[: written.index(self.end)]
        return parse_answer(self.decode(written))

    def is_same(self, other: Codec) -> bool:
        """Whether both number the same tokens alike."""
        return bool(self._tokenizer.get_vocab() == other._tokenizer.get_vocab())


def _load(path: Path) -> Any:
    from tokenizers import Tokenizer

    try:
        json.loads(path.read_bytes())
        return Tokenizer.from_file(str(path))
    except Exception as error:
        raise BadBaseError(f"{path}: it is no tokenizer ({error})") from error
