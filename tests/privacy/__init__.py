"""Privacy from end to end: what is private in a workbook exists nowhere after, and what is hostile in it does nothing."""
