"""LaTeX prints scores, and names as they are."""

import io
import re

from score_reports import HOSTILE, hostile, made_up

from qa.scoring.model import ScoreReport
from qa.scoring.outputs.latex import escaped, render


def written(report: ScoreReport) -> str:
    out = io.StringIO()
    render(report, out)
    return out.getvalue()


def test_a_table_has_as_many_cells_in_each_row_as_columns() -> None:
    for text in (written(made_up()), written(hostile())):
        for columns, body in re.findall(
            r"\\begin\{tabular\}\{([lr]+)\}(.*?)\\end\{tabular\}", text, re.DOTALL
        ):
            rows = [line for line in body.splitlines() if line.endswith(r"\\")]
            assert {len(re.findall(r"(?<!\\)&", row)) + 1 for row in rows} == {len(columns)}


def test_braces_and_environments_balance_whatever_the_names() -> None:
    obeyed = [line for line in written(hostile()).splitlines() if not line.startswith("%")]
    text = re.sub(r"\\[{}]", "", "\n".join(obeyed))
    assert text.count("{") == text.count("}")
    assert text.count(r"\begin{tabular}") == text.count(r"\end{tabular}")


def test_special_characters_are_printed_and_not_obeyed() -> None:
    assert escaped("a_b & 5% -- [x]*") == r"a\_b \& 5\% {-}- {[}x{]}{*}"
    assert escaped("\\input{x}") == r"\textbackslash{}input\{x\}"
    assert "\n" not in escaped(HOSTILE)


def test_the_leader_is_bold_and_an_interval_small() -> None:
    assert r"\textbf{46.67} {\scriptsize [44.57--48.57]}" in written(made_up())
    assert r"TER $\downarrow$" in written(made_up())
