"""The JSON that others call us by: fields and meanings stay, adding is free (CHANGELOG.md records every change)."""

from checker.contract.check import check_json
from checker.contract.extract import extract_json
from checker.contract.law import provision_json, ranges_json
from checker.contract.schema import SCHEMAS, schema

__all__ = ["SCHEMAS", "check_json", "extract_json", "provision_json", "ranges_json", "schema"]
