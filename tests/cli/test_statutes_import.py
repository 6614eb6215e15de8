"""`caiheng statutes import` and `statutes show --data` from the outside."""

from __future__ import annotations

import json
from pathlib import Path

from typer.testing import CliRunner

from checker.cli import app
from tests.statutes.test_import_laws import NEW, OLD

RUN = CliRunner()


def test_import_then_show_by_date(tmp_path: Path) -> None:
    for name, text in (("old.md", OLD), ("new.txt", NEW)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    out = tmp_path / "out"
    result = RUN.invoke(
        app, ["statutes", "import", str(tmp_path / "old.md"), str(tmp_path / "new.txt"), "--out", str(out)]
    )
    assert result.exit_code == 0 and "2个版本" in result.stdout
    for day, upper in (("2015-01-01", "5000"), ("2021-01-01", "10000")):
        shown = RUN.invoke(app, ["statutes", "show", "某市路灯管理办法 3", "--on", day, "--data", str(out), "--json"])
        (provision,) = json.loads(shown.stdout)
        assert provision["branches"][0]["upper"]["value"] == upper


def test_json_and_exit_code_when_something_could_not_be_read(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(OLD, encoding="utf-8")
    (tmp_path / "b.md").write_text("nothing", encoding="utf-8")
    result = RUN.invoke(app, ["statutes", "import", str(tmp_path), "--out", str(tmp_path / "out"), "--json"])
    assert result.exit_code == 3
    told = json.loads(result.stdout)
    (text,) = told["laws"][0]["texts"]
    assert text["found"] == text["written"] + len(text["left_out"])
    assert [each["code"] for each in told["problems"]] == ["law-no-articles"]


def test_english_and_a_wrong_day(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(OLD, encoding="utf-8")
    words = ["statutes", "import", str(tmp_path / "a.md"), "--out", str(tmp_path / "out")]
    assert "penalty provision" in RUN.invoke(app, [*words, "--lang", "en", "--all"]).stdout
    assert RUN.invoke(app, [*words, "--in-force", "soon"]).exit_code == 2
