"""Text with positions: Markdown to plain and back, sentences, graphemes, phrases, reading grade."""
