"""Totals and shares of what is made public; the one room that knows pandas."""
