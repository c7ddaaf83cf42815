"""Notifications of the desktop.

On Linux they go over the desktop's own bus, a socket of this computer, in the words of jeepney. Qt
has a room for it, which cannot serve here: from Python it sends no unsigned number, which
notifications need, and its other way holds up the window while a desktop does not answer.
"""
