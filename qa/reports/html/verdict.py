"""How translated a text reads: a gauge, the likely origins, what moves it, and each sentence."""

from collections.abc import Iterator, Sequence

from qa.article import Sentence
from qa.findings import Contribution, OriginGuess, Verdict
from qa.language import language
from qa.markup import Markup, element
from qa.phrasing import frequency, typical
from qa.reports.html import anchors

_HEADLINES = {"translated": "Reads translated", "native": "Reads native"}
_GAUGE = 300  # units of the drawing
_BAR = 100
_BARS = 5
_ORIGINS = 3
_UNLIKELY = 0.05
_LEAST = 0.01
# Log-odds of a text all of whose sentences had the share of this one, from which on it is shaded
# one step further: shares alone shrink as texts grow.
_STEPS = (3.0, 8.0, 16.0)
_LEANINGS = ("slightly", "clearly", "strongly")
# Characters of a sentence that one step of the width of its block stands for.
_CHARACTERS = 24
_WIDEST = 10


def verdict(found: Verdict, sentences: Sequence[Sentence] = (), prefix: str = "") -> Markup:
    """Return everything that is said of how translated a text reads.

    Args:
        found: the verdict.
        sentences: of the text; empty where their parts of the verdict are not known.
        prefix: of ids, where several documents are on a page.
    """
    return element(
        "section",
        *_parts(found, sentences, prefix),
        class_=f"verdict {found.kind}",
        data_probability=found.probability,
    )


def chance(probability: float) -> str:
    """Return a probability in two digits, never as certainty."""
    if probability > 1 - _LEAST:
        return "over 0.99"
    return "under 0.01" if probability < _LEAST else f"{probability:.2f}"


def signed(share: float) -> str:
    """Return log-odds with their sign, which is a minus and not a hyphen."""
    return f"{share:+.2f}".replace("-", "−")


def step(share: float, sentences: int) -> int:
    """Return how far a sentence leans, from -3 (native) to 3 (translated).

    Args:
        share: its part of the log-odds.
        sentences: how many the text has.
    """
    steps = sum(abs(share) * sentences >= least for least in _STEPS)
    return steps if share > 0 else -steps


def leaning(share: float, sentences: int) -> str:
    """Return in words what a sentence adds to the verdict; otherwise as ``step``."""
    steps = step(share, sentences)
    if not steps:
        return f"says little ({signed(share)})"
    side = "translated" if steps > 0 else "native"
    return f"reads {_LEANINGS[abs(steps) - 1]} {side} ({signed(share)})"


def _parts(found: Verdict, sentences: Sequence[Sentence], prefix: str) -> Iterator[Markup]:
    if found.probability is None:
        yield element("h2", "No verdict")
        yield element("p", found.abstained or "", class_="quiet")
        return
    yield element("h2", _HEADLINES.get(found.kind, "Could be either"))
    yield _gauge(found.probability, found.interval or (found.probability, found.probability))
    yield element("p", f"{typical(found).capitalize()}.", class_="quiet")
    yield from _origins(found)
    if sentences:
        yield _strip(sentences, prefix)
    if found.contributions:
        yield _bars(found.contributions)


def _gauge(probability: float, interval: tuple[float, float]) -> Markup:
    low, high = (value * _GAUGE for value in interval)
    between = " to ".join(dict.fromkeys(map(chance, interval)))
    said = f"Probability of translation {chance(probability)}, 95 % interval {between}"
    drawing = element(
        "svg",
        element("line", class_="track", x1=0, x2=_GAUGE, y1=14, y2=14),
        element("line", class_="middle", x1=_GAUGE / 2, x2=_GAUGE / 2, y1=7, y2=21),
        element("line", class_="interval", x1=f"{low:.1f}", x2=f"{high:.1f}", y1=14, y2=14),
        element("circle", class_="needle", cx=f"{probability * _GAUGE:.1f}", cy=14, r=7),
        viewBox=f"-8 4 {_GAUGE + 16} 20",
        role="img",
        aria_label=said,
    )
    ends = element("p", element("span", "native"), element("span", "translated"), class_="ends")
    figures = element(
        "figcaption",
        element("strong", chance(probability)),
        element("span", f" probability of translation, {between}"),
    )
    return element("figure", drawing, ends, figures, class_="gauge")


def _origins(found: Verdict) -> Iterator[Markup]:
    likely = [one for one in found.origins[:_ORIGINS] if one.probability >= _UNLIKELY]
    if likely:
        yield element("p", f"Likely from {', '.join(map(_origin, likely))}", class_="origins")
    if found.machine is not None:
        said = f"If so, by a machine with probability {chance(found.machine)}"
        yield element("p", said, class_="origins")


def _origin(guess: OriginGuess) -> str:
    known = language(guess.language)
    name = guess.language if known.tag == "und" else known.name
    return f"{name} ({chance(guess.probability)})"


def _strip(sentences: Sequence[Sentence], prefix: str) -> Markup:
    title = element("h3", "Sentence by sentence")
    blocks = (_block(one, n, len(sentences), prefix) for n, one in enumerate(sentences))
    strip = element("ol", *blocks, class_="strip", aria_label="How translated each sentence reads")
    ends = element("p", element("span", "native"), element("span", "translated"), class_="scale")
    box = element("input", type="checkbox", class_="shade-sentences")
    shading = element("label", box, " Shade the text by it")
    return element("div", title, strip, ends, shading, class_="sentences")


def _block(sentence: Sentence, number: int, sentences: int, prefix: str) -> Markup:
    said = f"Sentence {number + 1} {leaning(sentence.share, sentences)}"
    size = sentence.end - sentence.start
    width = min(_WIDEST, 1 + size // _CHARACTERS)
    link = element(
        "a",
        href=f"#{anchors.sentence(prefix, number)}",
        class_=f"leans{step(sentence.share, sentences)} wide{width}",
        title=said,
        aria_label=said,
        data_start=sentence.start,
        data_end=sentence.end,
    )
    return element("li", link)


def _bars(contributions: Sequence[Contribution]) -> Markup:
    largest = max(abs(one.share) for one in contributions) or 1.0
    rows = [_bar(one, one.share / largest) for one in contributions]
    title = element("h3", "What moves the verdict")
    return element("div", title, element("ol", *rows[:_BARS], class_="bars"), _more(rows[_BARS:]))


def _more(rows: Sequence[Markup]) -> Markup:
    if not rows:
        return Markup()
    hidden = element("ol", *rows, class_="bars")
    return element("details", element("summary", f"{len(rows)} more"), hidden)


def _bar(one: Contribution, size: float) -> Markup:
    """Return a row whose bar grows from the middle, to the right for what reads translated."""
    width = abs(size) * _BAR
    side = "translated" if one.share > 0 else "native"
    drawing = element(
        "svg",
        element("line", class_="middle", x1=_BAR, x2=_BAR, y1=0, y2=12),
        element(
            "rect",
            class_=side,
            x=f"{_BAR if one.share > 0 else _BAR - width:.1f}",
            y=2,
            width=f"{width:.1f}",
            height=8,
            rx=1.5,
        ),
        viewBox=f"0 0 {2 * _BAR} 12",
        preserveAspectRatio="none",
        aria_hidden="true",
    )
    return element(
        "li",
        element("bdi", one.text, class_="phrase"),
        drawing,
        element(
            "span", element("span", f"{side} ", class_="spoken"), signed(one.share), class_="share"
        ),
        element("small", frequency(one)),
        data_spans=" ".join(f"{start}-{end}" for start, end in one.spans) or None,
    )
