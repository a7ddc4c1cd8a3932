"""The vocabulary of a byte-level BPE model (SmolLM2, Llama 3, GPT-2) in a GGUF file.

Its tokens are strings of GPT-2's printable stand-ins for bytes; which neighbours are joined first
stands in the list of merges. How text is cut into words before that goes by a name, `pre`
(llama.cpp, src/llama-vocab.cpp).
"""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from models.train.errors import BadBaseError, MissingToolError
from models.train.gguf_files import open_gguf, value
from models.train.vocabulary import CONTROL, NORMAL

_LLAMA3: Final = (
    r"(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}{1,3}"
    r"| ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+"
)
"""How Llama 3 cuts text into words, from its tokenizer.json."""
PRE_TOKENIZERS: Final = ("gpt-2", "smollm", "llama-bpe")


@dataclass(frozen=True, slots=True)
class BytePairs:
    """Tokens and their kinds, indexed by id; merges, the first to be made in front."""

    tokens: tuple[str, ...]
    kinds: tuple[int, ...]
    merges: tuple[tuple[str, str], ...]
    pre: str

    def ids(self) -> Mapping[str, int]:
        """The id of each token; the first where a token stands twice."""
        numbered: dict[str, int] = {}
        for index, token in enumerate(self.tokens):
            numbered.setdefault(token, index)
        return numbered

    def kept(self, seen: Counter[int], most: int) -> list[int]:
        """Which tokens stay: marks, bytes, the most frequent of a text, and what they pass through.

        About `most` of them, in their old order.
        """
        ids, ranks = self.ids(), {pair: at for at, pair in enumerate(self.merges)}
        kept = {i for i, t in enumerate(self.tokens) if self.kinds[i] != NORMAL or len(t) == 1}
        for index, _count in seen.most_common():
            if len(kept) >= most:
                break
            kept.add(index)
            if self.kinds[index] == NORMAL:
                kept.update(ids[piece] for piece in _passed_through(self.tokens[index], ranks))
        return sorted(kept)

    def taken(self, order: Sequence[int], controls: Sequence[str]) -> BytePairs:
        """The tokens of these ids in this order, and new control tokens behind them."""
        chosen = {self.tokens[index] for index in order}
        return BytePairs(
            (*(self.tokens[index] for index in order), *controls),
            (*(self.kinds[index] for index in order), *[CONTROL] * len(controls)),
            tuple(m for m in self.merges if chosen.issuperset((*m, "".join(m)))),
            self.pre,
        )

    def write(self, writer: Any) -> None:
        """Add tokens, kinds and merges to a GGUF file."""
        writer.add_token_list(list(self.tokens))
        writer.add_token_types(list(self.kinds))
        writer.add_token_merges([" ".join(merge) for merge in self.merges])

    def build(self) -> Any:
        """A `tokenizers.Tokenizer` that splits as llama.cpp does."""
        try:
            from tokenizers import AddedToken, Tokenizer, decoders, models
        except ModuleNotFoundError as error:
            raise MissingToolError("tokenizers") from error
        bpe = models.BPE(
            vocab=dict(self.ids()),
            merges=list(self.merges),
            ignore_merges=self.pre == "llama-bpe",
        )
        tokenizer = Tokenizer(bpe)
        tokenizer.pre_tokenizer = pre_tokenizer(self.pre)
        tokenizer.decoder = decoders.ByteLevel()
        marks = [t for t, kind in zip(self.tokens, self.kinds, strict=True) if kind == CONTROL]
        tokenizer.add_special_tokens([AddedToken(mark, normalized=False) for mark in marks])
        return tokenizer


def pre_tokenizer(pre: str) -> Any:
    """How text is cut into words. Raises BadBaseError for a name that is not known here."""
    from tokenizers import Regex, pre_tokenizers

    by_bytes = pre_tokenizers.ByteLevel(add_prefix_space=False, use_regex=True)
    if pre == "gpt-2":
        return by_bytes
    if pre == "smollm":
        digits = pre_tokenizers.Digits(individual_digits=True)
        return pre_tokenizers.Sequence([digits, by_bytes])
    if pre == "llama-bpe":
        words = pre_tokenizers.Split(Regex(_LLAMA3), behavior="isolated")
        plain = pre_tokenizers.ByteLevel(add_prefix_space=False, use_regex=False)
        return pre_tokenizers.Sequence([words, plain])
    known = ", ".join(PRE_TOKENIZERS)
    raise BadBaseError(f"a tokenizer of the kind {pre} is not known here; these are: {known}")


def _passed_through(token: str, ranks: Mapping[tuple[str, str], int]) -> set[str]:
    """Every token that merging makes on its way from the bytes of a token to the token."""
    pieces, made = list(token), set(token)
    while True:
        found = [
            (ranks[pair], at) for at, pair in enumerate(itertools.pairwise(pieces)) if pair in ranks
        ]
        if not found:
            return made
        at = min(found)[1]
        pieces[at : at + 2] = [pieces[at] + pieces[at + 1]]
        made.add(pieces[at])


def read_byte_pairs(path: Path) -> BytePairs:
    """The vocabulary in a GGUF file. Raises BadBaseError where it has none of this kind."""
    reader = open_gguf(path)
    if value(reader, "tokenizer.ggml.model") != "gpt2":
        raise BadBaseError(f"{path}: its tokenizer is not a byte-level one")
    tokens = tuple(value(reader, "tokenizer.ggml.tokens"))
    return BytePairs(
        tokens,
        tuple(value(reader, "tokenizer.ggml.token_type", [NORMAL] * len(tokens))),
        tuple(_split(value(reader, "tokenizer.ggml.merges", []))),
        str(value(reader, "tokenizer.ggml.pre", "gpt-2")),
    )


def _split(merges: Iterable[str]) -> Iterator[tuple[str, str]]:
    for merge in merges:
        left, _space, right = merge.partition(" ")
        yield left, right
