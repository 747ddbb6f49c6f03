"""The window: Qt views over the planner."""
