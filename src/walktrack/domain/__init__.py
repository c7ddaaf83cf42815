"""What the diary knows about: plain frozen values and pure functions, standard library only."""
