"""What is on show on a given day, and the store of what was posted: windows, versions, history, answers."""
