"""Office Open XML: packages of XML files (ECMA-376)."""
