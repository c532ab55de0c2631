"""Write results (whole, never over hand work), reports, and the files that corpora ask for."""
