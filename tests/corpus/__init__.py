"""Own-written, labelled texts for the measure of the text checks, and their validator."""
