"""Pages: lay out components, hold no logic."""
