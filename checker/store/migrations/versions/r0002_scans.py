"""Pages keep how OCR read them: where each line stands, how surely it was read, which digits are in doubt."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the column; pages stored before were not read by OCR."""
    op.add_column("pages", sa.Column("scan", sa.JSON(none_as_null=True)))


def downgrade() -> None:
    """Drop it."""
    op.drop_column("pages", "scan")
