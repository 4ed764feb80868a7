"""Tables can be sorted by number and filtered where they are long."""

from qa.pages.grids import Cell, number, shades, table


def test_a_cell_carries_the_number_that_it_is_sorted_by() -> None:
    made = table("scores", ["system", "chrF2"], [[Cell("a"), number(61.234, "61.23", 0.5)]])
    assert '<td class="number shaded" style="--shade:0.50" data-key="61.234">' in made
    assert '<th scope="row"><bdi>a</bdi></th>' in made


def test_only_a_long_table_has_a_filter() -> None:
    rows = [[Cell(f"s{n}")] for n in range(11)]
    assert 'class="filter"' in table("scores", ["system"], rows)
    assert 'class="filter"' not in table("scores", ["system"], rows[:10])


def test_shades_go_from_worst_to_best() -> None:
    assert shades([10.0, None, 20.0, 15.0]) == [0.0, None, 1.0, 0.5]
    assert shades([10.0, 20.0], reverse=True) == [1.0, 0.0]
    assert shades([10.0, 10.0]) == [None, None]
    assert number(None, "").content == "–"
