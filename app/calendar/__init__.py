"""Days, zones, months and awareness days as plain data."""
