"""The first page of all, and the questions that make a planner."""
