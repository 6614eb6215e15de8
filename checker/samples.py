"""Where the shipped sample data and trained models lie."""

from pathlib import Path


def sample_data() -> Path:
    """The samples inside the installed package, else beside it in a checkout."""
    package = Path(__file__).resolve().parent
    inside = package / "sample_data"
    return inside if inside.is_dir() else package.parent / "sample_data"


def shipped_models() -> Path | None:
    """The registry of trained models beside the package; None in an installation without one."""
    folder = Path(__file__).resolve().parents[1] / "models" / "artefacts"
    return folder if (folder / "registry.json").is_file() else None
