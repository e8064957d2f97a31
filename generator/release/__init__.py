"""Put a finished site in its place: staging, the sweep for private values, manifest and checksums, one exchange."""
