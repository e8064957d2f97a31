"""Official papers as values: what they say, and two writers that give them the form of Decree 30/2020 as HTML and as .docx."""
