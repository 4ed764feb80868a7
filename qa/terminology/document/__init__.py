"""Glossary files as text: where concepts stand in them, and changes that leave the rest alone."""
