"""Suspect phrases: entries with reasons, the pattern language, and matching."""
