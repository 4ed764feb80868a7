"""Translations scored against references: sacrebleu's metrics, significance, and why."""
