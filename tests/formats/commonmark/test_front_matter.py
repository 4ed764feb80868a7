import pytest

from qa.formats.commonmark import front_matter


@pytest.mark.parametrize(
    "front",
    [
        "---\ntitle: x\n---\n",
        "---  \r\ntitle: x\r\n...\t\r\n",
        "---\ntext: |\n\n  --- not here\n---\n",
        "+++\ntitle = 'x'\n+++\n",
        "---\n---\n",
    ],
)
def test_front_matter_ends_after_its_closing_line(front: str) -> None:
    assert front_matter.of(front + "word\n---\n").end == len(front)
    assert front_matter.of(front.rstrip()).end == len(front.rstrip())


@pytest.mark.parametrize(
    "content",
    ["", "word\n---\na\n---\n", "---\n\na\n---\n", "---\na\n", "----\na\n----\n", "+++ a\n+++"],
)
def test_other_starts_are_no_front_matter(content: str) -> None:
    assert front_matter.of(content).end == 0


@pytest.mark.parametrize(
    ("line", "language"),
    [
        ("lang: de", "de"),
        ("lang: 'de-AT'", "de-AT"),
        ('language = "pt_BR"\r', "pt-BR"),
        ("lang: German", None),
        ("  lang: de", None),
        ("slang: de", None),
        ("lang: [de, en]", None),
    ],
)
def test_front_matter_may_declare_the_language(line: str, language: str | None) -> None:
    assert front_matter.of(f"---\ntitle: x\n{line}\n---\n").language == language


def test_front_matter_that_never_ends_is_read_once() -> None:
    assert front_matter.of("---\n" + "a\n" * 100_000).end == 0
