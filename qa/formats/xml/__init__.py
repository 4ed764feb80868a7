"""XML from strangers, read in blocks, with the places kept."""
