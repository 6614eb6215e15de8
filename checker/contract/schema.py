"""JSON Schemas of the contract, generated from the shapes (`caiheng schema NAME`)."""

from __future__ import annotations

from typing import Any

from pydantic import TypeAdapter

from checker.contract.shapes import CheckJson, ExtractJson, ProvisionJson, RangesJson

SCHEMAS: dict[str, Any] = {"extract": ExtractJson, "check": CheckJson, "range": RangesJson, "statutes": ProvisionJson}


def schema(name: str) -> dict[str, Any]:
    """The JSON Schema of one kind of output; KeyError for an unknown name."""
    return TypeAdapter(SCHEMAS[name]).json_schema()
