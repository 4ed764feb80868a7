"""Files with a source and its translation side by side, read in parts of bounded size.

The reader of a format yields rows: what belongs together in the file, such as a ``trans-unit`` of
XLIFF or a message of a catalogue, with the places of its texts. A part is a stretch of the file
with a number of rows; only then the texts are made, with their places in the part.
"""

from qa.formats.bilingual.cutting import ROWS, parts, whole
from qa.formats.bilingual.rows import Row, Side, Unit

__all__ = ["ROWS", "Row", "Side", "Unit", "parts", "whole"]
