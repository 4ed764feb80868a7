import math
from pathlib import Path

import pytest
from conftest import ROOT

from qa import revision
from qa.config import Options
from qa.errors import QAError
from qa.findings import Finding
from qa.translationese import models
from qa.translationese.features import ngrams
from qa.translationese.models import PER

ARTICLE = (ROOT / "corpora/samples/article.txt").read_text(encoding="utf-8")
PARAGRAPH = " ".join(line for line in ARTICLE.split("\n")[4:] if line)
ENGLISH = Options(language="en", origin="de")


def log_odds(text: str) -> float:
    """Score a text by the definition: weight times rate of every run, and the curve."""
    model = models.shipped("en")
    assert model
    classes = model.tokenizer.stream(text).classes
    tokens = len(classes)
    score = model.bias + math.fsum(
        model.features[ngrams.name(run)].weight * number * PER / tokens
        for run, number in ngrams.count(classes).items()
        if ngrams.name(run) in model.features
    )
    curve = model.calibration.curve
    return curve.bias(tokens) + curve.scale(tokens) * score


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "article.txt"
    path.write_text(PARAGRAPH, encoding="utf-8")
    return path


@pytest.mark.parametrize("replacement", ["for", "", "in exchange for it, she said"])
def test_a_correction_moves_the_score_by_what_is_told(article: Path, replacement: str) -> None:
    def choose(finding: Finding) -> str | None:
        return replacement if finding.text == "return service" else None

    revised = revision.revise(str(article), ENGLISH, choose)
    assert len(revised.corrections) == 1
    told = revision.change(revised, revised.corrections[0])
    assert revised.after == PARAGRAPH.replace("return service", replacement, 1)
    assert told == pytest.approx(log_odds(revised.after) - log_odds(PARAGRAPH), abs=1e-9)


def test_only_what_is_nearly_always_right_is_safe(article: Path) -> None:
    revised = revision.revise(str(article), ENGLISH, revision.safest)
    written = {one.finding.text: one.replacement for one in revised.corrections}
    assert written["the Ukraine"] == "Ukraine"
    assert written["3,5"] == "3.5"
    assert "should also have been" in revised.after


def test_what_comments_ignore_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "article.md"
    path.write_text("<!-- qa:ignore -->\nThe Ukraine drives.\n\nThe Ukraine flies.\n", "utf-8")
    revised = revision.revise(str(path), ENGLISH, revision.safest)
    assert "The Ukraine drives." in revised.after
    assert "\nUkraine flies." in revised.after


def test_words_with_markup_between_them_are_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "article.md"
    path.write_text("She travels to the *Ukraine* now.\n", "utf-8")
    assert revision.revise(str(path), ENGLISH, revision.safest).corrections == ()


def test_of_two_findings_in_one_place_one_is_corrected(article: Path) -> None:
    revised = revision.revise(str(article), ENGLISH, lambda _: "X")
    ends = [0, *(one.finding.end for one in revised.corrections)]
    starts = [one.finding.start for one in revised.corrections]
    assert len(starts) > 5
    assert all(start >= end for start, end in zip(starts, ends, strict=False))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_file_keeps_its_encoding_and_its_line_ends(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "article.txt"
    path.write_bytes("The Ukraine – “fine”.\r\nYes.\r\n".encode(encoding))
    revision.save(revision.revise(str(path), ENGLISH, revision.safest))
    assert path.read_bytes() == "Ukraine – “fine”.\r\nYes.\r\n".encode(encoding)


def test_a_correction_that_the_encoding_lacks_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "article.html"
    page = '<html><meta charset="windows-1252"><p>The Ukraine flies.</p></html>'
    path.write_text(page, "cp1252")
    revised = revision.revise(str(path), ENGLISH, lambda _: "Україна")
    with pytest.raises(QAError, match=r"article\.html: CP1252 has no 'У'"):
        revision.save(revised)
    assert path.read_text("cp1252") == page
