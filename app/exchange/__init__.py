"""Files in and out: schedule CSV and Markdown."""
