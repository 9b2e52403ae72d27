"""Makes the submissions of the intake's judge, and submissions.json with the items that they are.

python make_submissions.py FOLDER. Needs python-docx, Pillow, and LibreOffice as `soffice`.
"""
import json
import re
import subprocess
import sys
from dataclasses import asdict, replace
from pathlib import Path

from body_cases import body_cases
from kit import Case
from mail_cases import mail_cases, text_cases
from package_cases import package_cases
from title_cases import title_cases
from unit_cases import date_cases, unit_cases

# Word files of the others, written once more by another program: its dialect, and the binary format.
AGAIN = ("centred and large", "style Heading 1", "单位 姓名 供稿", "一、小标题", "样式小标题", "有框表格", "合并单元格", "题注在后", "WPS一二级编号")
AS_TEXT = {"centred and large", "单位 姓名 供稿", "一、小标题", "WPS一二级编号"}


def main(folder):
    cases = [c for make in (title_cases, unit_cases, date_cases, body_cases, package_cases, mail_cases, text_cases) for c in make()]
    files = folder / "files"
    files.mkdir(parents=True)
    for case in cases:
        # One folder each: some are named alike.
        place = files / case.name
        place.mkdir()
        (place / case.file).write_bytes(case.data)
    cases += by_office(folder, [c for c in cases if c.name in AGAIN])
    listed = [{**{k: v for k, v in asdict(c).items() if k != "data"}, "path": f"files/{c.name}/{c.file}"} for c in cases]
    (folder / "submissions.json").write_text(json.dumps(listed, ensure_ascii=False, indent=1))


def by_office(folder, cases):
    made = []
    sources = folder / "sources"
    sources.mkdir()
    for number, case in enumerate(cases):
        (sources / f"{number}.docx").write_bytes(case.data)
    for ending, kept in (("docx", cases), ("doc", [c for c in cases if c.name in AS_TEXT])):
        out = folder / f"office-{ending}"
        subprocess.run(["soffice", f"-env:UserInstallation=file://{folder.resolve()}/profile", "--headless", "--convert-to", ending, "--outdir", str(out),
                        *(str(sources / f"{cases.index(c)}.docx") for c in kept)], check=True, capture_output=True)
        for case in kept:
            name = f"{case.name} {ending} LibreOffice"
            place = folder / "files" / name
            place.mkdir()
            data = (out / f"{cases.index(case)}.{ending}").read_bytes()
            told = ("import/text-only",) if ending == "doc" else case.told
            items = [without_numbers(i) for i in case.items] if ending == "doc" and case.kind == "numbering" else case.items
            made.append(Case(name, f"office-{ending}", f"{Path(case.file).stem}.{ending}", data, items, case.faulty, told))
            (place / made[-1].file).write_bytes(data)
    return made


def without_numbers(item):
    """Of a .doc the text alone is read: its automatic numbers are told to be lost, and with them what is a heading."""
    return replace(item, body=[re.sub(r"^#+ (?:.、|（.）)", "", block) for block in item.body])


main(Path(sys.argv[1]))
