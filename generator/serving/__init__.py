"""The local preview: a site built for one pair of eyes, built again when something changes, and a page on every file."""
