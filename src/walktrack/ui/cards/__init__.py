"""The parts of Today: they show what they are given, say what was touched, know no service."""
