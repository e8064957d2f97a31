"""The commands as an officer runs them."""
