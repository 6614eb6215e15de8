"""Where the shipped sample data lie."""

from pathlib import Path


def sample_data() -> Path:
    """The samples inside the installed package, else beside it in a checkout."""
    package = Path(__file__).resolve().parent
    inside = package / "sample_data"
    return inside if inside.is_dir() else package.parent / "sample_data"
