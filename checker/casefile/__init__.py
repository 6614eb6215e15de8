"""案卷: which inputs are the documents of one case file, and which of them are about one case."""

from checker.casefile.belonging import of_one_case
from checker.casefile.grouping import MOST, case_files, folder_of

__all__ = ["MOST", "case_files", "folder_of", "of_one_case"]
