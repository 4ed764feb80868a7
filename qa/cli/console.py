"""What every command says besides its results: complaints on standard error, exit statuses."""

import typer

CLEAN, FINDINGS, INCOMPLETE = 0, 1, 2


def complain(message: str, hint: str | None) -> None:
    """Write what went wrong, and what to do, to standard error."""
    typer.echo(f"qa: {message}", err=True)
    if hint:
        typer.echo(f"    {hint}", err=True)
