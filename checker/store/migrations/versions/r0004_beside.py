"""What else the case file held when a document was checked: other contents make another result."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the column; documents checked before were read alone."""
    with op.batch_alter_table("results") as table:
        table.add_column(sa.Column("beside", sa.String(16), nullable=False, server_default=""))


def downgrade() -> None:
    """Drop it."""
    with op.batch_alter_table("results") as table:
        table.drop_column("beside")
