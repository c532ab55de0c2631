"""Training: how the lexicons and the tagger's models are made; not needed to use them."""
