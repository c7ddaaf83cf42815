"""Questions and forms that open above a page."""
