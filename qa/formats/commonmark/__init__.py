"""CommonMark as markdown-it-py parses it, with the positions that it does not keep.

A package of its own because ``qa.formats`` imports every module that it lists, and markdown-it-py
is worth importing only for a Markdown file.
"""
