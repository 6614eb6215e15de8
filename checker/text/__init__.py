"""Reading Chinese official text: repair, numerals, money, dates, sections."""
