"""Take a built site to where it is served: what must no longer be public goes first, then what changed, pages last."""
