"""A source made public: read, recognise, type, check; then decide, mask and sum up."""
