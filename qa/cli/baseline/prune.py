"""``qa baseline prune``: what is mended is known no longer."""

from qa.cli.baseline.checking import check, place
from qa.cli.console import tell
from qa.cli.options import Articles, BaselineFile, ConfigFile, Glossaries, Language, Origin
from qa.config import Options


def prune(
    paths: Articles,
    baseline: BaselineFile = None,
    language: Language = None,
    origin: Origin = None,
    glossary: Glossaries = None,
    config: ConfigFile = None,
) -> None:
    """Drop known findings that the files no longer have, or whose file is gone."""
    from qa.gate import baseline as known  # `qa --help` needs none of it

    options = Options(
        language=language,
        origin=origin,
        glossaries=tuple(glossary or ()),
        baseline="",
        config=config,
    )
    path = place(baseline, paths, config)
    before = known.read(path)
    left = known.pruned(check(paths, options), before, path.parent)
    known.write(left, path)
    gone = len(before.findings) - len(left.findings)
    tell(f"{path}: {gone} gone, {len(left.findings)} known findings left")
