"""Small parts with accessible names."""
