"""What cases are made of: the files, the items that they are, and the words of Word files in one line each."""
import io
import struct
import zlib
from dataclasses import dataclass, field

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

NONE = None


@dataclass
class Item:
    """Body: "text" a paragraph, "## text" a heading, "- text" a bullet, "1. text" an entry of an ordered
    list, [[…]] a table, ("figure", caption) a picture, "[^] text" a note."""

    title: str | None
    source: str | None
    body: list
    date: object = None
    author: str | None = None


@dataclass
class Case:
    name: str
    kind: str
    file: str
    data: bytes
    items: list = field(default_factory=list)
    # something in the file is not as it should be: typed spaces, no title, marks of revision …
    faulty: bool = False
    # rules of which a notice must be given
    told: tuple = ()


def item(story, source, body=None, **more):
    more.setdefault("date", story.day)
    more.setdefault("title", story.title)
    return Item(source=source, body=list(story.body) if body is None else body, **more)


def saved(document) -> bytes:
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def set_face(run, name):
    run.font.name = name
    run._element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), name)


class Page:
    """A Word file as offices type it: 方正小标宋 22 pt above 仿宋 16 pt."""

    def __init__(self):
        self.document = Document()

    def title(self, text, size=22, bold=False, center=True, face="方正小标宋简体"):
        paragraph = self.document.add_paragraph()
        if center:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        for index, line in enumerate(text.split("\n")):
            run = paragraph.add_run(line)
            if index < text.count("\n"):
                run.add_break()
            run.font.size = Pt(size)
            run.font.bold = bold
            set_face(run, face)
        return self

    def line(self, text, align=None, bold=False, size=16, indent=True, face="仿宋_GB2312"):
        paragraph = self.document.add_paragraph()
        if align is not None:
            paragraph.alignment = getattr(WD_ALIGN_PARAGRAPH, align)
        elif indent:
            paragraph.paragraph_format.first_line_indent = Pt(32)
        run = paragraph.add_run(text)
        run.font.size = Pt(size)
        run.font.bold = bold
        set_face(run, face)
        return self

    def lines(self, texts, **looks):
        for text in texts:
            self.line(text, **looks)
        return self

    def styled(self, text, style):
        self.document.add_paragraph(text, style=style)
        return self

    def table(self, rows, style=None):
        table = self.document.add_table(len(rows), len(rows[0]), style=style)
        for row, texts in zip(table.rows, rows):
            for cell, text in zip(row.cells, texts):
                cell.text = text
        return self

    def picture(self, data, align="CENTER"):
        paragraph = self.document.add_paragraph()
        paragraph.alignment = getattr(WD_ALIGN_PARAGRAPH, align)
        paragraph.add_run().add_picture(io.BytesIO(data), width=Mm(120))
        return self

    def bytes(self):
        return saved(self.document)


def story_page(story, signature="", title=None):
    """Title, paragraphs, the signature behind the last."""
    page = Page().title(story.title if title is None else title)
    *front, last = story.body
    return page.lines(front).line(last + signature)


def png(width=240, height=160, shade=90) -> bytes:
    rows = b"".join(
        b"\0" + bytes(v for x in range(width) for v in ((x + shade) % 256, (y * 2) % 256, shade)) for y in range(height)
    )

    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")
