"""What the model sees of a text: masked words and how they follow one another."""
