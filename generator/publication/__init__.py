"""A build from what stands before it to the site in its place; `plugin` joins it to Pelican."""
