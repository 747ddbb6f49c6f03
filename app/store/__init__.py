"""The encrypted planner file."""
