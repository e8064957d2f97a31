"""The sample's site in a real browser."""
