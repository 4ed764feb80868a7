"""A placeholder that nobody filled in.

What it finds
: Variables of a template ({name}, %s, ${price}, #PRODUCT#), notes to self ([insert quote], TKTK,
  XXXX, a lone ???) and dummy text. Files of software strings, where variables belong, are exempt
  from the search for variables.

Why it matters
: Readers see the scaffolding in place of a name, a figure or a whole passage.

Flagged
: Dear {customer_name}, your order has left our house.
: The minister, %s, did not comment.
: The house costs ${price} and was sold on [TK].
: Lorem ipsum dolor sit amet.
: The castle was built in XXXX by [insert name of king].
: The ministry put the loss at ??? euros.
: [de] Der Preis liegt bei {{ preis }} Euro.
: [de] Das Schloss gehört [Name einfügen].

Clean
: He won Super Bowl XXX with 100% of the vote, 50 %d'avance, said Pope John XXIII.
: She wrote [to the king] that [...] {he} was late?!? What???
: It cost $5 {about €4.50} at TK Maxx and [sic] was rated XXX.
: The sets {1, 2} and {a, b} are equal.
: [fr] Près de 20 %de la population {sic} est concernée.

Sources
: MQM, design and markup > markup and placeholders (https://themqm.org)
: Chicago Manual of Style, 2.30, TK for material to come
"""

import re
from collections.abc import Iterator

from qa.check import Context, check
from qa.findings import Category, Mark, Severity
from qa.model import Segment
from qa.regex import lazy

_STRINGS = (".csv", ".json", ".po", ".pot", ".sdlxliff", ".tmx", ".tsv", ".xlf", ".xliff")
_VARIABLE = lazy(
    r"""
      \{\{[^{}\n]{1,60}\}\}
    | \$\{[^{}\n]{1,60}\}
    | \{(?!sic\})(?:[A-Za-z][A-Za-z0-9]*(?:[_.][A-Za-z0-9]+)+|[a-z]{3,20}|\d)\}
    | %(?<![\d%\w]%)(?:\d\$|\([a-z]\w{0,40}\))?[sdi](?![\w'’])
    | \#[A-Z]{2,20}(?:_[A-Z]{1,20}){0,4}\#
    | <<\w[^<>\n]{0,60}>>
    """,
    re.VERBOSE,
)
_REMINDER = lazy(
    r"""
      \[(?i:insert|add\ (?:link|name|date)|placeholder|to\ come|your\ (?:name|company|e-?mail|title)
        |TK|TBC|TBD|TODO|XX|insérer|à\ compléter|insertar|inserire)\b[^\[\]\n]{0,80}\]
    | \[[^\[\]\n]{1,60}\b(?:einfügen|einsetzen|ergänzen)\]
    | TK(?<!\wTK)(?:TK)+\b
    | XXXX(?<!\wXXXX)X*\b
    | XXX(?<=[a-z$€£]\ XXX)(?=\ (?:[Ee]uro|[Dd]ollar|people|per\ ?cent|Menschen|Prozent|%))
    | \?\?\?(?<=[a-z$€£]\ \?\?\?)(?=\ (?:[Ee]uro|[Dd]ollar|people|per\ ?cent|Menschen|Prozent|%))
    | Lorem\ ipsum | lorem\ ipsum
    """,
    re.VERBOSE,
)
_VARIABLE_HINTS = ("{", "%", "#", "<<")
_REMINDER_HINTS = ("[", "TKTK", "XXX", "???", "orem ipsum")


@check("placeholder", Category.DESIGN, Severity.ERROR)
def placeholder(segment: Segment, context: Context) -> Iterator[Mark]:
    """Mark every placeholder."""
    content = segment.text.content
    if any(map(content.__contains__, _REMINDER_HINTS)):
        for match in _REMINDER.finditer(content):
            yield Mark(*match.span(), f"'{match[0]}' is still to be filled in")
    if context.document.path.endswith(_STRINGS):
        return
    if any(map(content.__contains__, _VARIABLE_HINTS)):
        for match in _VARIABLE.finditer(content):
            yield Mark(*match.span(), f"the template left '{match[0]}' in the text")
