"""What may be said about a diary, and when; every formula with its source."""
