"""Reads documents with python-docx and prints what it finds of each as JSON (docx-outline.ts has the shape)."""
import json
import sys

import docx
from docx.oxml.ns import qn
from docx.table import Table
from docx.text.paragraph import Paragraph
from docx.text.run import Run


def runs_of(paragraph):
    for part in paragraph.iter_inner_content():
        if isinstance(part, Run):
            yield part
        else:
            yield from part.runs


def collect(container, found):
    for part in container.iter_inner_content():
        if isinstance(part, Table):
            rows = [[cell.text for cell in row.cells] for row in part.rows]
            found["tables"].append([text for row in rows for text in row])
            for row in part.rows:
                for cell in row.cells:
                    collect(cell, found)
            continue
        assert isinstance(part, Paragraph)
        found["text"] += part.text
        name = part.style.name
        if name.startswith("Heading "):
            found["headings"].append([int(name.removeprefix("Heading ")), part.text])
        if part._p.pPr is not None and part._p.pPr.numPr is not None:
            found["items"].append(part.text)
        found["links"] += [link.address for link in part.hyperlinks if link.address]
        for run in runs_of(part):
            if run.style.name == "Strong" or run.bold:
                found["strong"] += run.text
            if run.style.name == "Emphasis":
                found["emphasis"] += run.text
        found["pictures"] += [place.get("descr", "") for place in part._p.iter(qn("wp:docPr"))]


def read(path):
    found = {key: [] for key in ("headings", "tables", "links", "items", "pictures")}
    found |= {"text": "", "strong": "", "emphasis": ""}
    collect(docx.Document(path), found)
    return found


json.dump([read(path) for path in sys.argv[1:]], sys.stdout)
