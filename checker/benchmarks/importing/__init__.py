"""Published benchmark tables of any layout into files that people can read and correct."""

from checker.benchmarks.importing.assemble import Imported, assemble
from checker.benchmarks.importing.documents import open_source
from checker.benchmarks.importing.grid import Unparsed
from checker.benchmarks.importing.writing import record, remembered, write, yaml_text

__all__ = ["Imported", "Unparsed", "assemble", "open_source", "record", "remembered", "write", "yaml_text"]
