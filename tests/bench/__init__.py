"""Figures beside a peer or a budget, printed by ``make bench``; never asserted in the suite."""
