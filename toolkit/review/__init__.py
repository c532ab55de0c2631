"""Review: where editors decide about proposals, in a browser, at a prompt or in a table."""
