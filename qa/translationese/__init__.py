"""Translationese: how translated a text reads, and what in it says so."""

from qa.translationese.detection import detect

__all__ = ["detect"]
