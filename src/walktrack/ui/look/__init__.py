"""How the window looks: colours, fonts, icons and control sizes."""
