"""One page of HTML that holds everything of a comparison, pictures included, and loads nothing."""

from __future__ import annotations

import base64
import html
from collections.abc import Iterable
from typing import Final

from evaluation.comparison import Comparison
from evaluation.plots import Plot
from evaluation.tables import LEGEND, difference_table, phenomenon_table, score_table

_STYLE: Final = """
body { font: 16px/1.5 sans-serif; margin: 2rem auto; max-width: 75rem; padding: 0 1rem;
       color: #1a1a1a; background: #fff; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; margin: 1rem 0; font-size: 0.9rem; }
th, td { border: 1px solid #999; padding: 0.3rem 0.6rem; text-align: right; }
th[scope=row], td.text { text-align: left; }
thead th { background: #eee; }
figure { margin: 1.5rem 0; } img { max-width: 100%; height: auto; }
dt { font-weight: bold; } code { background: #f2f2f2; padding: 0 0.2rem; }
"""

_MEANINGS: Final = {
    "bleu": "word sequences shared with a reference, 0 to 100; higher is better",
    "chrf": "letter and word sequences shared with a reference, 0 to 100; higher is better",
    "ter": "edits that a reference is away, in per cent of its words; lower is better",
    "comet": "what a trained judge thinks of the sentence, about 0 to 100; higher is better",
    "rouge-1": "words shared with a reference, 0 to 100; higher is better",
    "rouge-2": "pairs of words shared with a reference, 0 to 100; higher is better",
    "rouge-l": "longest common run of words, 0 to 100; higher is better",
    "exact": "sentences that are a reference letter for letter, in per cent; higher is better",
    "coverage": "chosen words that the sentence says in some form, in per cent; higher is better",
    "unfaithful": "sentences that say less, more or something else than was chosen, in per cent; "
    "lower is better",
    "length": "words by the words of the nearest reference; 1 is best",
}
"""What each figure means, for a reader who is no developer."""


def page(found: Comparison, pictures: Iterable[Plot], command: str) -> str:
    """The whole page."""
    title = f"Sentences from pictograms: {found.test_set.name}"
    parts = [
        f"<h1>{html.escape(title)}</h1>",
        f"<p>{_introduction(found)}</p>",
        "<h2>Figures</h2>",
        f'<div class="wide">{score_table(found).as_html()}</div>',
        f"<p>{html.escape(LEGEND)} The baseline is {html.escape(found.baseline)}.</p>",
        *map(_picture, pictures),
        *_phenomena(found),
        *_differences(found),
        "<h2>What the figures mean</h2>",
        _meanings(found),
        "<h2>How to get them again</h2>",
        f"<p><code>{html.escape(command)}</code></p>",
        _signatures(found),
    ]
    return (
        f'<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8">'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{html.escape(title)}</title><style>{_STYLE}</style></head>"
        f"<body><main>{''.join(parts)}</main></body></html>\n"
    )


def _introduction(found: Comparison) -> str:
    count, language = len(found.test_set.items), found.test_set.language or "several languages"
    systems = ", ".join(html.escape(row.name) for row in found.rows)
    return (
        f"{count} messages ({html.escape(language)}), each the words that a person taps, were put "
        f"to {systems}. Their sentences are compared with sentences that say the message well "
        f"(protocol: {found.protocol.name})."
    )


def _picture(plot: Plot) -> str:
    data = base64.b64encode(plot.png).decode()
    text = html.escape(plot.text, quote=True)
    return (
        f'<figure><img alt="{text}" src="data:image/png;base64,{data}">'
        f"<figcaption>{text}</figcaption></figure>"
    )


def _phenomena(found: Comparison) -> Iterable[str]:
    shown = [part for part in found.breakdowns if part.counts]
    if shown:
        yield "<h2>By phenomenon</h2><p>In brackets: the number of messages.</p>"
    for part in shown:
        yield f'<div class="wide">{phenomenon_table(found, part).as_html()}</div>'


def _differences(found: Comparison) -> Iterable[str]:
    if not found.test_set.quotable or not found.differences or len(found.rows) < 2:
        return
    yield "<h2>Where they differ most</h2>"
    yield f'<div class="wide">{difference_table(found).as_html()}</div>'


def _meanings(found: Comparison) -> str:
    names = [(metric.title, _MEANINGS.get(metric.name, "")) for metric in found.metrics.values()]
    items = "".join(f"<dt>{html.escape(t)}</dt><dd>{html.escape(m)}</dd>" for t, m in names)
    return f"<dl>{items}</dl>"


def _signatures(found: Comparison) -> str:
    scores = found.rows[0].scores.values()
    lines = "".join(f"<li><code>{html.escape(score.signature)}</code></li>" for score in scores)
    checksum = f"{html.escape(found.test_set.path.name)}, SHA-256 {found.test_set.checksum}"
    return f"<ul>{lines}<li>set: <code>{checksum}</code></li></ul>"
