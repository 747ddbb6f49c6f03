"""Primum without a window: the planner, the gate and everything they need. Knows nothing of Qt."""
