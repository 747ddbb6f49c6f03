"""Pictures: take in, strip hidden data, thumbnails."""
