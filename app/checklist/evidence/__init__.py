"""What answers each item without asking: one small function for each kind of evidence."""
