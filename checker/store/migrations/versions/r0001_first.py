"""The first schema: runs, results, pages, findings, problems."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create all tables."""
    op.create_table(
        "runs",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("started_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("finished_at", sa.DateTime(timezone=True)),
        sa.Column("versions", sa.JSON, nullable=False),
        sa.Column("checked", sa.Integer, nullable=False),
        sa.Column("skipped", sa.Integer, nullable=False),
        sa.Column("unreadable", sa.Integer, nullable=False),
    )
    op.create_table(
        "results",
        sa.Column("id", sa.String(40), primary_key=True),
        sa.Column("file", sa.Text, nullable=False),
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("current", sa.Boolean, nullable=False),
        sa.Column("versions_key", sa.String(40), nullable=False),
        sa.Column("versions", sa.JSON, nullable=False),
        sa.Column("format", sa.String(16)),
        sa.Column("kind", sa.String(40)),
        sa.Column("document_number", sa.Text),
        sa.Column("agency", sa.Text),
        sa.Column("region", sa.Text),
        sa.Column("field", sa.String(40)),
        sa.Column("cause", sa.Text),
        sa.Column("decision_date", sa.Date),
        sa.Column("fine_total", sa.BigInteger),
        sa.Column("expected_lower", sa.BigInteger),
        sa.Column("expected_upper", sa.BigInteger),
        sa.Column("benchmark", sa.Text),
        sa.Column("claimed", sa.Text),
        sa.Column("status", sa.String(16), nullable=False),
        sa.Column("severity", sa.String(8)),
        sa.Column("error_code", sa.String(60)),
        sa.Column("extracted", sa.JSON),
        sa.Column("checked", sa.JSON, nullable=False),
    )
    op.create_index("ix_results_file", "results", ["file"])
    op.create_index("ix_results_current", "results", ["current", "status"])
    op.create_index("ix_results_number", "results", ["document_number"])
    op.create_index("ix_results_agency", "results", ["agency"])
    op.create_table(
        "pages",
        sa.Column("sha256", sa.String(64), primary_key=True),
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("text", sa.Text, nullable=False),
    )
    op.create_table(
        "findings",
        sa.Column("result_id", sa.String(40), sa.ForeignKey("results.id"), primary_key=True),
        sa.Column("ordinal", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("check_name", sa.String(60), nullable=False),
        sa.Column("status", sa.String(16), nullable=False),
        sa.Column("severity", sa.String(8), nullable=False),
        sa.Column("confidence", sa.Float, nullable=False),
        sa.Column("message_zh", sa.Text, nullable=False),
        sa.Column("message_en", sa.Text, nullable=False),
    )
    op.create_index("ix_findings_check", "findings", ["check_name", "status"])
    op.create_table(
        "problems",
        sa.Column("result_id", sa.String(40), sa.ForeignKey("results.id"), primary_key=True),
        sa.Column("ordinal", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("code", sa.String(60), nullable=False),
        sa.Column("stage", sa.String(16), nullable=False),
        sa.Column("page", sa.Integer),
        sa.Column("fatal", sa.Boolean, nullable=False),
        sa.Column("message_zh", sa.Text, nullable=False),
        sa.Column("message_en", sa.Text, nullable=False),
    )


def downgrade() -> None:
    """Drop all tables."""
    for table in ("problems", "findings", "pages", "results", "runs"):
        op.drop_table(table)
