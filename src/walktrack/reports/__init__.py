"""Charts, drawn once for the screen, the saved picture and the page."""
