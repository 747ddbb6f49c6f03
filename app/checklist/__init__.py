"""The gate: facts about a post, the items that apply, who answers them, and the assessment."""
