"""Tables of other programs: what they are, and the walks and ratings in them."""
