"""Every edit: one function, returns what changed, undoable by name."""
