"""The JSON that others call us by fits the schemas that ship with the package."""

from __future__ import annotations

import json

import jsonschema
import pytest

from checker.contract import SCHEMAS, check_json, extract_json, schema
from tests.making_results import result, unreadable


def test_a_checked_decision_fits_its_schema_and_survives_json() -> None:
    made = check_json(result())
    jsonschema.validate(json.loads(json.dumps(made)), schema("check"))
    assert made["expected"] == {"lower": "10000.00", "upper": "30000.00"}


def test_an_unreadable_file_fits_the_same_schema_and_carries_its_error() -> None:
    made = check_json(unreadable())
    jsonschema.validate(json.loads(json.dumps(made)), schema("check"))
    assert made["error"] is not None and made["error"]["code"] == "pdf-encrypted"


def test_an_extracted_decision_fits_its_schema() -> None:
    decision = result().decision
    assert decision is not None
    made = extract_json(decision)
    jsonschema.validate(json.loads(json.dumps(made)), schema("extract"))
    assert made["fine_total"] is not None and made["fine_total"]["value"] == "50000.00"


@pytest.mark.parametrize("name", sorted(SCHEMAS))
def test_every_schema_is_itself_valid(name: str) -> None:
    jsonschema.Draft202012Validator.check_schema(schema(name))


def test_every_span_quotes_its_page_exactly_but_for_personal_data() -> None:
    made = result()
    text = made.pages[0].text.replace("13812345678", "138******78")
    for finding in check_json(made)["findings"]:
        assert all(text[span["start"] : span["end"]] == span["quote"] for span in finding["evidence"])
