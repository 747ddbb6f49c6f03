"""Text in, findings out: pure detectors, one module a family."""
