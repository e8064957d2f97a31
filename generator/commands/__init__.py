"""The officer's commands, one module each; they only call the rooms below and tell what came of it."""
