"""Prints what Python's email package reads of the letters in a folder, as JSON by name of the file."""

import email
import email.policy
import json
import pathlib
import sys

letters = {}
for path in sorted(pathlib.Path(sys.argv[1]).glob("*.eml")):
    letter = email.message_from_bytes(path.read_bytes(), policy=email.policy.default)
    letters[path.name] = {
        "subject": letter["Subject"],
        "to": str(letter["To"]),
        "unsent": letter["X-Unsent"],
        "text": letter.get_content(),
        "defects": [repr(defect) for part in letter.walk() for defect in part.defects],
        "longestLine": max(len(line) for line in path.read_bytes().split(b"\r\n")),
    }
json.dump(letters, sys.stdout, ensure_ascii=False)
