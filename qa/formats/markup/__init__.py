"""What the readers of HTML and of Markdown share: elements, comments, positions.

A package of its own because ``qa.formats`` imports every module that it lists, and plain text
needs none of this.
"""
