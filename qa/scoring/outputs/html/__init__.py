"""Scores as one HTML file that needs no network: plots, tables, and the words that differ."""

from qa.scoring.outputs.html.page import render

__all__ = ["render"]
