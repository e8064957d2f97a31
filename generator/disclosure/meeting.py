"""Where the slides and the handout for the residents' meeting lie."""

FOLDER = "hop-dan"
PAGE, PRINT = f"{FOLDER}/index.html", f"{FOLDER}.pdf"
