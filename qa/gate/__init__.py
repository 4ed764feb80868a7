"""What a run is held against: known findings, changed lines, budgets."""
