"""Settings: what can be chosen, where the diary is, and what the program is."""
