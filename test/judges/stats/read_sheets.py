"""Prints the sheets of a workbook as openpyxl reads them, as JSON: a list of rows by name of the sheet."""

import json
import sys

import openpyxl

workbook = openpyxl.load_workbook(sys.argv[1])
json.dump(
    {sheet.title: [list(row) for row in sheet.iter_rows(values_only=True)] for sheet in workbook},
    sys.stdout,
    ensure_ascii=False,
)
