"""Corrections: what people say of single passages, beside the machine's reading."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the table."""
    op.create_table(
        "corrections",
        sa.Column("id", sa.String(40), primary_key=True),
        sa.Column("superseded_by", sa.String(40)),
        sa.Column("file", sa.Text, nullable=False),
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("task", sa.String(16), nullable=False),
        sa.Column("page", sa.Integer, nullable=False),
        sa.Column("span_start", sa.Integer, nullable=False),
        sa.Column("span_end", sa.Integer, nullable=False),
        sa.Column("quote", sa.Text, nullable=False),
        sa.Column("words_before", sa.Text, nullable=False),
        sa.Column("words_after", sa.Text, nullable=False),
        sa.Column("label", sa.String(40), nullable=False),
        sa.Column("polarity", sa.String(16)),
        sa.Column("machine_label", sa.String(40)),
        sa.Column("machine_polarity", sa.String(16)),
        sa.Column("extractor", sa.Text, nullable=False),
        sa.Column("epoch", sa.Integer, nullable=False),
        sa.Column("who", sa.Text, nullable=False),
        sa.Column("made_at", sa.String(40), nullable=False),
        sa.Column("note", sa.Text),
    )
    op.create_index("ix_corrections_sha256", "corrections", ["sha256"])
    op.create_index("ix_corrections_file", "corrections", ["file"])


def downgrade() -> None:
    """Drop the table."""
    op.drop_table("corrections")
