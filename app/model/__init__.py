"""What things are: frozen, slotted, with their invariants and nothing else."""
