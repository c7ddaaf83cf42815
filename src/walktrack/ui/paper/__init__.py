"""What is painted on paper, and how it gets there."""
