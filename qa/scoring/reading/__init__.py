"""Files become systems and a test set, and what is odd about them is said out loud."""

from qa.scoring.reading.inputs import Inputs, read

__all__ = ["Inputs", "read"]
