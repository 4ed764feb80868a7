"""Two systems side by side: the segments and the phrases that make the difference."""

from collections.abc import Iterable, Sequence

from qa.markup import Markup, element, joined
from qa.pages.grids import Cell, number, table
from qa.scoring import presentation as say
from qa.scoring.model import Change, Comparison, Phrase, ScoreReport


def pairs(report: ScoreReport) -> Markup:
    """Return every comparison; the page shows one at a time."""
    colours = say.series(report)
    return joined(*(_pair(n, one, colours) for n, one in enumerate(report.comparisons)))


def options(report: ScoreReport) -> Markup:
    """Return the choice of a comparison."""
    items = (
        element("option", f"{one.left} against {one.right} ({one.metric})", value=n)
        for n, one in enumerate(report.comparisons)
    )
    return element("label", "Compare ", element("select", *items, id="pair"), class_="choice")


def marked(text: str, spans: Iterable[tuple[int, int]]) -> Markup:
    """Return ``text`` with its differing words marked."""
    return joined(
        *(element("mark", one.text) if one.marked else one.text for one in say.pieces(text, spans))
    )


def _pair(place: int, one: Comparison, colours: dict[str, int]) -> Markup:
    title = element("h3", element("bdi", one.left), " against ", element("bdi", one.right))
    gains = _changes(f"Where {one.left} gains most", one, one.gains, colours)
    losses = _changes(f"Where {one.left} loses most", one, one.losses, colours)
    phrases = element(
        "div",
        _phrases(f"In the references and in {one.left}, missed by {one.right}", one.only_left),
        _phrases(f"In the references and in {one.right}, missed by {one.left}", one.only_right),
        class_="columns",
    )
    return element("section", title, gains, losses, phrases, class_="pair", data_pair=place)


def _changes(
    title: str, one: Comparison, changes: Sequence[Change], colours: dict[str, int]
) -> Markup:
    cards = [_card(one, change, colours) for change in changes]
    shown = element("div", *cards) if cards else element("p", "Nowhere.", class_="quiet")
    return joined(element("h4", title), shown)


def _card(one: Comparison, change: Change, colours: dict[str, int]) -> Markup:
    place = f"segment {change.number}" + (f", {change.document}" if change.document else "")
    head = element(
        "header",
        element("strong", say.signed(change.delta), f" {one.metric}"),
        element("span", place),
    )
    sides = element(
        "div",
        _side(one.left, marked(change.left, change.left_spans), colours),
        _side(one.right, marked(change.right, change.right_spans), colours),
        class_="sides",
    )
    given = joined(
        _text("reference", change.reference, "given") if change.reference is not None else "",
        _text("source", change.source, "given") if change.source is not None else "",
    )
    return element("article", head, sides, given, class_="change")


def _side(name: str, content: Markup, colours: dict[str, int]) -> Markup:
    return _text(name, content, f"side series-{colours.get(name, say.COLOURS)}")


def _text(label: str, content: str, kind: str) -> Markup:
    said = element("div", element("bdi", label), class_="whose")
    return element("div", said, element("p", content, dir="auto"), class_=kind)


def _phrases(title: str, phrases: Sequence[Phrase]) -> Markup:
    if not phrases:
        return Markup()
    rows = [
        [
            Cell(phrase.text),
            number(phrase.left, str(phrase.left)),
            number(phrase.right, str(phrase.right)),
            number(phrase.reference, str(phrase.reference)),
        ]
        for phrase in phrases
    ]
    return table(title, ["words", "left", "right", "references"], rows)
