"""Decide: what editors accept, change or reject of what was proposed."""
