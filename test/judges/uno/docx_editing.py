"""What Enter at the end of each paragraph begins, where lines stand, and what text leaves the program."""
import pathlib
import tempfile

from office import main

SPACES = ("ParaTopMargin", "ParaBottomMargin")


def paragraphs_of(document):
    """Paragraphs of the body text, those in tables left out."""
    listed = document.Text.createEnumeration()
    while listed.hasMoreElements():
        block = listed.nextElement()
        if block.supportsService("com.sun.star.text.Paragraph"):
            yield block


def entered(office, document):
    """Enter at the end of each paragraph, taken back each time."""
    cursor = document.CurrentController.ViewCursor
    styles = document.StyleFamilies.getByName("ParagraphStyles")
    found = []
    for paragraph in list(paragraphs_of(document)):
        style, text = paragraph.ParaStyleName, paragraph.String
        cursor.gotoRange(paragraph.End, False)
        office.dispatch(document, "InsertPara")
        begun = cursor.Text.createTextCursorByRange(cursor.Start)
        # Not by the state of the property, which LibreOffice (7.4) gives wrongly for a cursor.
        own = styles.getByName(begun.ParaStyleName)
        direct = [name for name in SPACES if getattr(begun, name) != getattr(own, name)]
        found.append({"style": style, "text": text, "next": begun.ParaStyleName, "direct": direct})
        document.UndoManager.undo()
    return found


def lines(document):
    """The page of each paragraph's first line and its place from the page's upper edge, in twips."""
    cursor = document.CurrentController.ViewCursor
    found = []
    for paragraph in paragraphs_of(document):
        cursor.gotoRange(paragraph.Start, False)
        top = round(cursor.Position.Y * 1440 / 2540)
        found.append({"style": paragraph.ParaStyleName, "text": paragraph.String, "page": cursor.Page, "top": top})
    return found


def judge(office, request):
    with tempfile.TemporaryDirectory() as folder:
        text, odt = pathlib.Path(folder, "text.txt"), pathlib.Path(folder, "again.odt")
        with office.document(request["path"]) as document:
            answer = {"lines": lines(document), "entered": entered(office, document)}
        with office.document(request["path"]) as document:
            office.save(document, text, "Text (encoded)", FilterOptions="UTF8,LF")
            office.save(document, odt, "writer8")
        with office.document(odt) as document:
            office.save(document, request["again"], "MS Word 2007 XML")
        return {**answer, "text": text.read_text("utf-8-sig")}


main(judge)
