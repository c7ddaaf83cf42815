"""Windows in which walks are put right, and in which that can be looked up."""
