"""``qa baseline write``: the findings of today become known."""

from qa.cli.baseline.checking import check, place
from qa.cli.console import tell
from qa.cli.options import Articles, BaselineFile, ConfigFile, Glossaries, Language, Origin
from qa.config import Options


def write(
    paths: Articles,
    baseline: BaselineFile = None,
    language: Language = None,
    origin: Origin = None,
    glossary: Glossaries = None,
    config: ConfigFile = None,
) -> None:
    """Make all findings of the files known; those of other files stay as they are."""
    from qa.gate import baseline as known  # `qa --help` needs none of it

    options = Options(
        language=language,
        origin=origin,
        glossaries=tuple(glossary or ()),
        baseline="",
        config=config,
    )
    path = place(baseline, paths, config)
    documents = check(paths, options)
    before = known.read(path) if path.exists() else known.Baseline()
    made = known.made(documents, path.parent, before)
    known.write(made, path)
    tell(f"{path}: {len(made.findings)} known findings, {len(before.findings)} before")
