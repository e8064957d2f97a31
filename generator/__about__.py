"""What this program is called and which version it is."""

NAME = "congkhai"
VERSION = "0.1.0"
