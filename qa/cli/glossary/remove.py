"""``qa glossary remove``: a concept taken out."""

from qa.cli.glossary.choices import DryRun, File, Id, finish


def remove(
    file: File,
    id: Id,  # noqa: A002 - what it is called in the file
    dry_run: DryRun = False,
) -> None:
    """Remove a concept and the comments right above it."""
    from qa.terminology import keeping

    finish(keeping.remove(file, id), dry_run, f"{file}: '{id}' removed")
