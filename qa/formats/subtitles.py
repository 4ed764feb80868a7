"""Subtitles: SubRip (``.srt``) and WebVTT (``.vtt``, https://www.w3.org/TR/webvtt1/).

What one speaker says is a segment, over several cues as long as the sentence goes on. Formatting
is left out, and so are comments and styles.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from qa.formats.markup.assembly import Passage, Source
from qa.language import canonical
from qa.model import Document, Segment, Span
from qa.regex import lazy

SUFFIXES = (".srt", ".vtt")

_CUE = lazy(
    r"(?<![^\r\n])[ \t]*+(?:\d{1,4}:)?\d{1,2}:\d{2}[.,]\d{1,3}[ \t]*+-->[^\r\n]*+(?:\r\n|\r|\n)"
    r"(?P<text>(?:(?>[^\S\r\n]*+\S[^\r\n]*+(?:\r\n|\r|\n|\Z)))*+)",
    re.MULTILINE,
)
_LINE = lazy(r"[^\r\n]+")
_TURN = lazy(r"(?:(?><[^<>\r\n]*+>|\s))*+[-‐–—](?!-)[ \t]*+")
_MARKUP = lazy(r"<[^<>\r\n]*+>|\{\\[^{}\r\n]*+\}|(?P<reference>&(?:\#\d{1,7}|\w{1,31});)")
_LANGUAGE = lazy(r"\AWEBVTT\b.*+\n(?:.++\n)*?Language:[ \t]*+(?P<tag>[\w-]++)")
_NOTHING = lazy(r"\s*+\Z")
_FINAL = (".", "!", "?", "。", "！", "？", "؟", "।", "♪", "]", ")", ":")
_ELLIPSIS = ("…", "...")
_CLOSING = "\"'”’»›」』"
_LONGEST = 1_000  # code points of a segment
# Of the cues of a file, how many must end sentences for the others to go on without saying so.
_PUNCTUATED = 0.25


def read(content: str, path: str) -> Document:
    """Return the document in decoded subtitles."""
    found = [one for cue in _CUE.finditer(content) for one in _utterances(content, cue)]
    passages = (_passage(content, lines) for lines in _joined(found))
    texts = filter(None, (passage.text() for passage in passages))
    segments = tuple(Segment(number, text) for number, text in enumerate(texts))
    language = _LANGUAGE.match(content)
    return Document(
        path, content, segments, language=canonical(language["tag"]) if language else None
    )


class _Utterance(NamedTuple):
    """Lines of one speaker in a cue; ``turn`` tells that a dash says that another one speaks."""

    lines: list[Span]
    text: str
    turn: bool


def _utterances(content: str, cue: re.Match[str]) -> Iterator[_Utterance]:
    said: list[Span] = []
    turn = False
    for line in _LINE.finditer(content, *cue.span("text")):
        dash = _TURN.match(content, line.start(), line.end())
        if dash and said:
            yield _Utterance(said, _words(content, said), turn)
            said = []
        turn = turn if said else dash is not None
        said.append(Span(dash.end() if dash else line.start(), line.end()))
    if said:
        yield _Utterance(said, _words(content, said), turn)


def _joined(found: list[_Utterance]) -> Iterator[list[Span]]:
    ended = sum(one.text.rstrip(_CLOSING).endswith(_FINAL) for one in found)
    punctuated = ended >= _PUNCTUATED * len(found)
    lines: list[Span] = []
    before, size = "", 0
    for one in found:
        if lines and (one.turn or size > _LONGEST or not _goes_on(before, one.text, punctuated)):
            yield lines
            lines, size = [], 0
        lines = [*lines, *one.lines]
        before, size = one.text, size + len(one.text)
    if lines:
        yield lines


def _goes_on(before: str, text: str, punctuated: bool) -> bool:
    """Tell whether a sentence goes on from one cue to the next."""
    ending = before.rstrip(_CLOSING)
    small = text[:1].islower() or text.startswith(_ELLIPSIS)
    if ending.endswith(_ELLIPSIS):
        return small
    if not ending or ending.endswith(_FINAL):
        return False
    return small or (punctuated and text[:1].isalnum())


def _words(content: str, lines: list[Span]) -> str:
    return " ".join(_MARKUP.sub("", content[one.start : one.end]).strip() for one in lines)


def _passage(content: str, lines: list[Span]) -> Passage:
    from html import unescape

    passage = Passage(Source.whole(content))
    end = lines[0].start
    for line in lines:
        if content[end : line.start].isspace():
            passage.copy(end, line.start)
        elif end < line.start:
            passage.replace(" ", end, line.start)
        at = line.start
        for found in _MARKUP.finditer(content, line.start, line.end):
            passage.copy(at, found.start())
            if found["reference"]:
                passage.replace(unescape(found[0]), *found.span())
            at = found.end()
        passage.copy(at, line.end)
        end = line.end
    return passage
