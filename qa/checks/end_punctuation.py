"""A segment that ends otherwise than its source does.

What it finds
: Questions that are none in the source and the reverse, a colon or an ellipsis that went missing, a
  sentence without its full stop, a heading that got one; in Spanish a question or an exclamation
  without the mark that opens it. Each language has its own marks: 。 ؟ । and the Greek ; count as
  what they are, Thai needs none, and a Japanese question may end in a full stop.

Why it matters
: A question that became a statement says something else; a lost colon announces nothing.

Flagged
: [en > de] Who saw the ferry? | Wer sah die Fähre.
: [en > zh] Who saw the ferry? | 谁看见了渡船。
: [en > el] The ferry has come. | Ήρθε το φέρι;
: [en > fr] The ferry calls at: | Le ferry dessert
: [en > es] Who saw the ferry? | Quién vio el transbordador?

Clean
: [en > el] Has the ferry come? | Ήρθε το φέρι;
: [en > zh] The ferry has come. | 渡船来了。
: [en > th] The ferry has come. | เรือข้ามฟากมาแล้ว
: [en > ar] Who saw the ferry? | من رأى العبارة؟
: [en > ja] Who saw the ferry? | 誰がフェリーを見たのか。
: [en > de] "The ferry has come," he said. | „Die Fähre ist da“, sagte er.
: [en > es] Who saw the ferry? | ¿Quién vio el transbordador?
: [de > en] Die Fähre ist da! | The ferry has come.

Sources
: MQM, fluency > punctuation (https://themqm.org)
: Real Academia Española, Ortografía: signos de interrogación y exclamación
: The Unicode Standard, chapter 6 (writing systems and punctuation)
"""

from collections.abc import Iterator

from qa.check import Context, bilingual_check
from qa.findings import Category, Confidence, Mark, Severity
from qa.language import primary
from qa.model import Pair
from qa.regex import lazy
from qa.text.endings import Ending, ending

_WARNING, _NOTE = Severity.WARNING, Severity.NOTE
_QUESTION, _STOP, _NONE = Ending.QUESTION, Ending.STOP, Ending.NONE
# What matters of all that may differ: exclamation marks come and go with the language.
_SEVERITIES = {
    (_QUESTION, _STOP): _WARNING,
    (_QUESTION, _NONE): _WARNING,
    (_STOP, _QUESTION): _NOTE,
    (_STOP, _NONE): _NOTE,
    (_NONE, _STOP): _NOTE,
    (_STOP, Ending.COMMA): _NOTE,
    (Ending.COLON, _STOP): _NOTE,
    (Ending.COLON, _NONE): _NOTE,
    (Ending.ELLIPSIS, _STOP): _NOTE,
    (Ending.ELLIPSIS, _NONE): _NOTE,
}
# Thai, Lao, Burmese and Khmer end sentences with a space or marks of their own.
_NO_STOPS = lazy(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]\W*\Z")
_NO_QUESTION_MARKS = {"ja", "ko"}
_END = 5
_OPENING = {Ending.QUESTION: "¿", Ending.EXCLAMATION: "¡"}


@bilingual_check("end-punctuation", Category.FLUENCY, Severity.NOTE)
def end_punctuation(pair: Pair, context: Context) -> Iterator[Mark]:
    """Mark the last character of the target."""
    content, tag = pair.target.text.content, primary(context.language.tag)
    origin = primary(context.source.language.tag) if context.source else "und"
    source, target = ending(pair.source.text.content, origin), ending(content, tag)
    severity = _SEVERITIES.get((source, target))
    if severity and not _is_usual(pair, {source, target}, {origin, tag}):
        yield _mark(content, f"the source ends with {source}, this with {target}", severity)
    opening = _OPENING.get(target, "")
    if tag == "es" and opening not in content and target is source:
        yield _mark(content, f"lacks the '{opening}' that opens it", Severity.WARNING)


def _is_usual(pair: Pair, endings: set[Ending], tags: set[str]) -> bool:
    if endings == {_QUESTION, _STOP} and tags & _NO_QUESTION_MARKS:
        return True
    return _NONE in endings and any(
        _NO_STOPS.search(one.text.content[-_END:]) for one in (pair.source, pair.target)
    )


def _mark(content: str, message: str, severity: Severity) -> Mark:
    end = len(content.rstrip())
    return Mark(end - 1, end, message, severity=severity, confidence=Confidence.CONTEXT)
