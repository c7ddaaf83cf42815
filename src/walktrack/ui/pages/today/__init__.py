"""Today: do on the left, see on the right."""
