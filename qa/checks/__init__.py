"""The checks: one file a check, found by listing."""
