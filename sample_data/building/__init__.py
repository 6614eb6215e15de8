"""Parts of the builder of the sample data."""
