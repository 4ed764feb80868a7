"""What stands ready for other people's pipelines is valid, and does what the README says."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from conftest import ROOT
from msgspec import json

SLIP = "The mayor said the the vote was over.\n"
PROGRAMS = Path(sys.executable).parent
PATH = f"{PROGRAMS}{os.pathsep}{os.environ['PATH']}"
EXAMPLE = re.compile(r"```yaml\n# (?P<name>\S+)\n(?P<text>.*?)```", re.DOTALL)
# What a package of this project is made of.
PACKAGE = ("qa", "corpora", "pyproject.toml", "README.md", "LICENSE", "NOTICE")
Ran = subprocess.CompletedProcess[str]


def run(*command: str | Path, cwd: Path, **environment: str) -> Ran:
    return subprocess.run(
        command,
        cwd=cwd,
        env={**os.environ, "PATH": PATH, **environment},
        capture_output=True,
        text=True,
        check=False,
        timeout=600,
    )


def tool(name: str) -> Path:
    """Return a program of the develop extra, or skip the test."""
    if not (PROGRAMS / name).exists():
        pytest.skip(f"{name} is not installed; pip install '.[develop]'")
    return PROGRAMS / name


def decoded(text: str) -> Any:
    return pytest.importorskip("yaml").safe_load(text)


def examples() -> dict[str, str]:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    return {found["name"]: found["text"] for found in EXAMPLE.finditer(text)}


def ok(ran: Ran) -> None:
    assert ran.returncode == 0, ran.stdout + ran.stderr


@pytest.mark.parametrize(
    ("schema", "path"),
    [
        ("vendor.github-actions", "action.yml"),
        ("vendor.github-workflows", ".github/workflows/gate.yml"),
        ("vendor.gitlab-ci", ".ci/gitlab.yml"),
    ],
)
def test_a_file_is_valid_by_the_schema_of_its_service(schema: str, path: str) -> None:
    ok(run(tool("check-jsonschema"), "--builtin-schema", schema, ROOT / path, cwd=ROOT))


@pytest.mark.parametrize(
    ("name", "schema"),
    [
        (".github/workflows/articles.yml", "vendor.github-workflows"),
        (".gitlab-ci.yml", "vendor.gitlab-ci"),
    ],
)
def test_an_example_of_the_readme_is_valid(name: str, schema: str, tmp_path: Path) -> None:
    (tmp_path / "example.yml").write_text(examples()[name], encoding="utf-8")
    checker = tool("check-jsonschema")
    ok(run(checker, "--builtin-schema", schema, "example.yml", cwd=tmp_path))


def test_workflows_and_the_action_pass_the_linter_of_workflows(tmp_path: Path) -> None:
    linter = tool("actionlint")
    workflow = ROOT / ".github" / "workflows" / "gate.yml"
    # The linter reads the metadata of an action that a workflow uses from its own repository.
    uses = examples()[".github/workflows/articles.yml"].replace("OWNER/qa@v1", "./")
    folder = tmp_path / ".github" / "workflows"
    folder.mkdir(parents=True)
    (tmp_path / ".git").mkdir()
    shutil.copy(workflow, folder)
    shutil.copy(ROOT / "action.yml", tmp_path)
    (folder / "articles.yml").write_text(uses, encoding="utf-8")
    ok(run(linter, "-no-color", cwd=tmp_path))
    (folder / "articles.yml").write_text(uses.replace("paths:", "path:"), encoding="utf-8")
    assert 'missing input "paths"' in run(linter, "-no-color", cwd=tmp_path).stdout


def test_the_action_annotates_summarises_and_fails(tmp_path: Path) -> None:
    action = decoded((ROOT / "action.yml").read_text(encoding="utf-8"))
    (step,) = [one for one in action["runs"]["steps"] if one.get("name") == "Check"]
    assert step["env"].keys() == {"QA_PATHS", "QA_ARGUMENTS", "QA_SARIF"}
    assert "${{" not in step["run"]
    name = "an $(touch ran) article.txt"
    (tmp_path / name).write_text(SLIP, encoding="utf-8")
    ran = run(
        *("bash", "-eo", "pipefail", "-c", step["run"]),
        cwd=tmp_path,
        QA_PATHS=f"{name}\n",
        QA_ARGUMENTS="--language=en\n--fail-on\nwarning\n",
        QA_SARIF="qa.sarif",
        GITHUB_STEP_SUMMARY=str(tmp_path / "summary.md"),
    )
    assert ran.returncode == 1, ran.stderr
    assert ran.stdout.startswith(f"::warning file={name},line=1,")
    assert (tmp_path / "summary.md").read_text(encoding="utf-8").startswith("## ❌ qa")
    assert json.decode((tmp_path / "qa.sarif").read_bytes())["version"] == "2.1.0"
    assert not (tmp_path / "ran").exists()


def test_the_gitlab_job_writes_the_reports_that_it_names(tmp_path: Path) -> None:
    job = decoded((ROOT / ".ci" / "gitlab.yml").read_text(encoding="utf-8"))["qa"]
    (tmp_path / "articles.txt").write_text(SLIP, encoding="utf-8")
    told = {**job["variables"], "QA_PATHS": "articles.txt", "QA_ARGUMENTS": "--language en"}
    ok(run("bash", "-eo", "pipefail", "-c", *job["script"], cwd=tmp_path, **told))
    for report in job["artifacts"]["reports"].values():
        assert (tmp_path / report).stat().st_size


def test_the_container_recipe_copies_all_that_the_package_is_made_of() -> None:
    ignored = (ROOT / ".ci" / "Containerfile.dockerignore").read_text(encoding="utf-8").split()
    assert ignored == ["*", *(f"!{name}" for name in PACKAGE)]
    recipe = (ROOT / ".ci" / "Containerfile").read_text(encoding="utf-8")
    assert "USER 1000" in recipe


def committed(folder: Path, name: str) -> None:
    identity = ("-c", "user.name=n", "-c", "user.email=n@example.org")
    for command in (("init", "--quiet"), ("add", "--all"), ("commit", "--quiet", "-m", "x")):
        ok(run("git", *identity, *command, cwd=folder / name))


def reachable(folder: Path) -> bool:
    """Tell whether pip can install what the package is built with."""
    pip = (sys.executable, "-m", "pip", "--disable-pip-version-check")
    ran = run(*pip, "download", "--no-deps", "--quiet", "--dest", folder, "hatchling", cwd=folder)
    return ran.returncode == 0


def test_pre_commit_installs_the_hook_and_stops_a_commit(tmp_path: Path) -> None:
    program = tool("pre-commit")
    if not reachable(tmp_path):
        pytest.skip("no package index can be reached, from which pre-commit could install")
    (tmp_path / "package").mkdir()
    for name in (*PACKAGE, ".pre-commit-hooks.yaml"):
        source, target = ROOT / name, tmp_path / "package" / name
        (shutil.copytree if source.is_dir() else shutil.copy)(source, target)
    committed(tmp_path, "package")
    head = run("git", "rev-parse", "HEAD", cwd=tmp_path / "package").stdout.strip()
    example = examples()[".pre-commit-config.yaml"]
    told = example.replace("https://github.com/OWNER/qa", f"file://{tmp_path}/package")
    told = re.sub(r"rev: \S+", f"rev: {head}", told)
    newsroom = tmp_path / "newsroom"
    newsroom.mkdir()
    (newsroom / ".pre-commit-config.yaml").write_text(told, encoding="utf-8")
    (newsroom / "article.txt").write_text(SLIP, encoding="utf-8")
    (newsroom / "data.csv").write_text("the the\n", encoding="utf-8")
    committed(tmp_path, "newsroom")
    ok(run(program, "validate-config", cwd=newsroom))
    home = {"PRE_COMMIT_HOME": str(tmp_path / "home"), "PYTHONPATH": ""}
    ran = run(program, "run", "--all-files", cwd=newsroom, **home)
    assert ran.returncode == 1, ran.stdout + ran.stderr
    assert "'the' stands here twice" in ran.stdout
    assert "data.csv" not in ran.stdout
    (newsroom / "article.txt").write_text(SLIP.replace("the the", "the"), encoding="utf-8")
    ok(run(program, "run", "--all-files", cwd=newsroom, **home))
