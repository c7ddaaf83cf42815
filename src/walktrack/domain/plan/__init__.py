"""The plan: how long to walk on how many days. Pain may hold or lower it, and never raises it."""
