"""Findings told: on the terminal and in the build's report, in the same words."""
