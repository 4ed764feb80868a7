"""Terms: concepts with their names in several languages, how they are kept and exchanged."""
