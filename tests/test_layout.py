"""The code keeps the shape that the design gives it."""

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT

import qa

MODULES = sorted((ROOT / "qa").rglob("*.py"))
LINES_OF_A_FILE = 250
LINES_OF_A_BODY = 40
ALLOWED = {
    "qa",
    "corpora",
    "tests",
    "pyproject.toml",
    "README.md",
    "LICENSE",
    "NOTICE",
    "CHANGELOG.md",
    "action.yml",
    ".gitignore",
    ".ci",
    ".github",
    ".pre-commit-config.yaml",
    ".pre-commit-hooks.yaml",
}
HEAVY = {
    "sklearn",
    "numpy",
    "torch",
    "pyspark",
    "pygls",
    "starlette",
    "uvicorn",
    "sqlalchemy",
    "sacrebleu",
    "langdetect",
    "langdetect_rs",
    "markdown_it",
    "polib",
    "openpyxl",
}


def bodies(module: Path) -> list[tuple[str, int]]:
    """Return the functions of a module with the number of lines of their bodies."""
    tree = ast.parse(module.read_text(encoding="utf-8"))
    functions = [
        node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    ]
    return [(node.name, length(node)) for node in functions]


def length(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    first, *rest = function.body
    documented = isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant)
    body = rest if documented else function.body
    return (body[-1].end_lineno or 0) - body[0].lineno + 1 if body else 0


def test_the_top_level_is_as_agreed() -> None:
    tracked = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"],  # noqa: S607
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    names = tracked.stdout.split("\n") if tracked.returncode == 0 else []
    assert {name.split("/")[0] for name in names if name} <= ALLOWED


@pytest.mark.parametrize("module", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_module_is_short_and_explains_itself(module: Path) -> None:
    text = module.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= LINES_OF_A_FILE
    assert ast.get_docstring(ast.parse(text))
    assert [name for name, size in bodies(module) if size > LINES_OF_A_BODY] == []


def test_most_functions_are_small() -> None:
    sizes = sorted(size for module in MODULES for _, size in bodies(module))
    assert sizes[len(sizes) // 2] <= 6
    assert sizes[len(sizes) * 9 // 10] <= 18


def test_every_test_file_mirrors_a_module() -> None:
    whole = {"checks", "cli", "corpora", "integrations", "layout", "quality", "readme"}
    whole |= {"seed_article", "in_a_browser"}
    for test in (ROOT / "tests").rglob("test_*.py"):
        mirrored = test.relative_to(ROOT / "tests").with_name(test.name.removeprefix("test_"))
        forms = (mirrored, mirrored.with_suffix(""), mirrored.with_suffix(".js"))
        exists = any((ROOT / "qa" / form).exists() for form in forms)
        assert exists or mirrored.stem in whole, test


def test_the_public_names_are_sorted_and_exist() -> None:
    assert qa.__all__ == sorted(qa.__all__, key=lambda name: (name.startswith("__"), name)) or (
        qa.__all__ == sorted(qa.__all__)
    )
    assert all(hasattr(qa, name) for name in qa.__all__)


@pytest.mark.parametrize(
    ("statement", "forbidden"),
    [
        ("import qa", HEAVY | {"typer", "rich"}),
        ("import qa.cli.main", HEAVY | {"rich"}),
        (
            "import qa; qa.check('The minister spoke to the press on Monday.', language='en')",
            HEAVY | {"typer", "rich"},
        ),
    ],
)
def test_heavy_packages_are_not_imported(statement: str, forbidden: set[str]) -> None:
    script = f"import sys\n{statement}\nprint(*sys.modules)"
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert {name.split(".")[0] for name in ran.stdout.split()} & forbidden == set()


@pytest.mark.parametrize("module", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_what_is_repeated_possessively_is_atomic(module: Path) -> None:
    """Python before 3.11.5 loses matches of ``(?:…)*+``, and not of ``(?:(?>…))*+``."""
    text = module.read_text(encoding="utf-8")
    assert not re.findall(r"[^)\\]\)(?:[*+?]|\{[\d,]*\})\+", text)
