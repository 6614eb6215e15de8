"""The commands as a person types them: output and exit codes of the contract."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest
import yaml
from typer.testing import CliRunner

from checker.contract import schema
from checker.samples import sample_data
from models.cli import application

RUN = CliRunner()
CASES = sample_data() / "cases"
BENCHMARKS = ["--benchmarks", str(sample_data() / "benchmarks")]


def run(*words: str, code: int = 0) -> str:
    result = RUN.invoke(application, list(words))
    assert result.exit_code == code, result.output
    return result.stdout


@pytest.fixture(scope="module")
def text_case() -> Path:
    return next(path for path in sorted(CASES.glob("*.txt")) if not path.name.startswith(("broken", "letter")))


def test_check_prints_one_object_of_the_contract_a_document(text_case: Path) -> None:
    (line,) = run("check", str(text_case), "--json", *BENCHMARKS).splitlines()
    jsonschema.validate(json.loads(line), schema("check"))


def test_extract_prints_one_object_of_the_contract_a_document(text_case: Path) -> None:
    (line,) = run("extract", str(text_case), "--json").splitlines()
    found = json.loads(line)
    assert found.pop("error") is None
    jsonschema.validate(found, schema("extract"))


def test_unreadable_input_ends_with_three_and_the_rest_is_done(text_case: Path, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    out = run("check", str(text_case), str(tmp_path / "empty.txt"), str(tmp_path / "gone.pdf"), "--json", code=3)
    codes = [each["error"]["code"] for each in map(json.loads, out.splitlines()) if each["error"]]
    assert sorted(codes) == ["empty", "vanished"] and len(out.splitlines()) == 3


def test_fail_on_violation_ends_with_one() -> None:
    gold = yaml.safe_load((sample_data() / "gold" / "b-tra-02.yaml").read_text(encoding="utf-8"))
    faulty = CASES / gold["file"]  # its fine is above the maximum
    run("check", str(faulty), "--json", "--fail-on", "violation", *BENCHMARKS, code=1)


def test_a_letter_is_no_decision_and_no_failure() -> None:
    (line,) = run("check", str(CASES / "letter-english.txt"), "--json").splitlines()
    found = json.loads(line)
    assert found["error"]["code"] == "not-a-decision" and found["findings"] == []


def test_a_benchmark_with_a_mistake_is_refused_with_file_line_and_field(text_case: Path, tmp_path: Path) -> None:
    from checker.errors import DataFileError

    bad = tmp_path / "bad.yaml"
    bad.write_text("id: x\ntitle: y\nfield: food\nlevel: galaxy\n", encoding="utf-8")
    result = RUN.invoke(application, ["check", str(text_case), "--benchmarks", str(bad)])
    assert isinstance(result.exception, DataFileError)
    assert "bad.yaml" in str(result.exception)


def test_check_explain_and_report_work_on_one_database(text_case: Path, tmp_path: Path) -> None:
    database, sheet = str(tmp_path / "cases.db"), tmp_path / "findings.xlsx"
    run("check", str(text_case), "--db", database, *BENCHMARKS)
    assert "法定幅度" in run("explain", text_case.stem[-8:], "--db", database)
    assert "Statutory range" in run("explain", text_case.stem[-8:], "--db", database, "--lang", "en")
    run("report", "--db", database, "--out", str(sheet))
    assert sheet.stat().st_size > 4000


def test_explaining_an_unknown_case_says_so(tmp_path: Path) -> None:
    run("explain", "〔1900〕1号", "--db", str(tmp_path / "none.db"), code=2)


def test_range_reads_a_sentence_of_law() -> None:
    found = json.loads(run("range", "可以处5000元以上3万元以下的罚款", "--json"))
    (branch,) = found["branches"]
    assert (branch["obligation"], branch["lower"]["value"], branch["upper"]["value"]) == ("may", "5000", "30000")


def test_statutes_show_gives_what_was_in_force() -> None:
    found = json.loads(run("statutes", "show", "食品安全法 124", "--on", "2023-05-01", "--json"))
    fines = [each for each in found[0]["branches"] if each["sanction"] == "fine"]
    assert [(each["lower"]["value"], each["upper"]["value"]) for each in fines] == [("50000", "100000"), ("10", "20")]


@pytest.mark.parametrize("name", ["check", "extract", "range", "statutes"])
def test_schemas_print(name: str) -> None:
    assert json.loads(run("schema", name))


def test_evaluate_meets_what_the_readme_says() -> None:
    found = json.loads(run("evaluate", "--json"))
    assert found["fields"]["fine_total"]["f1"] >= 0.95
    assert found["clean_silent"] >= 0.9 * found["clean"]
    assert found["errors"]["error"]["recall"] == 1.0
