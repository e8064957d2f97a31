"""The tests of congkhai, in the order of its rooms."""
