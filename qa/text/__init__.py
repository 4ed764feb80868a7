"""Pure functions from strings to words, sentences and forms."""
