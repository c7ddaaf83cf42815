"""WalkTrack: a diary for walks and back pain."""

__version__ = "0.1.0"
