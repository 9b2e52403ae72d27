"""What a refreshed contents says (F9 in Word, 更新目录): its entries as the file has them, after one refresh and after
two, and every heading with its printed lines and the page on which it then stands."""
from office import main

HEADINGS = {"Heading 1": 1, "Heading 2": 2}


def paragraphs(text):
    every = text.createEnumeration()
    while every.hasMoreElements():
        paragraph = every.nextElement()
        if paragraph.supportsService("com.sun.star.text.Paragraph"):
            yield paragraph


def entries(document):
    """Lines of the contents below its own heading: text and what stands behind the tab."""
    if document.DocumentIndexes.Count == 0:
        return []
    lines = document.DocumentIndexes.getByIndex(0).Anchor.String.split("\n")
    return [line.split("\t") for line in lines[1:]]


def printed_lines(cursor, paragraph):
    """The lines that the paragraph is set in; a line break in it ends one, too."""
    text, lines, at = paragraph.String, [], 0
    cursor.gotoRange(paragraph.Start, False)
    while at < len(text):
        start = cursor.Start
        cursor.gotoEndOfLine(False)
        line = paragraph.Text.createTextCursorByRange(start)
        line.gotoRange(cursor.Start, True)
        lines.append(line.String)
        at += max(1, len(line.String))
        if text[at:at + 1] == "\n":
            at += 1
            cursor.goRight(1, False)
    return lines


def headings(document):
    cursor = document.CurrentController.ViewCursor
    found = []
    for paragraph in paragraphs(document.Text):
        level = HEADINGS.get(paragraph.ParaStyleName)
        if level is None:
            continue
        cursor.gotoRange(paragraph.Start, False)
        page = cursor.Page
        found.append(
            {"level": level, "text": paragraph.String, "page": page, "lines": printed_lines(cursor, paragraph)}
        )
    return found


def refresh(document):
    for index in range(document.DocumentIndexes.Count):
        document.DocumentIndexes.getByIndex(index).update()
    document.refresh()


def judge(office, paths):
    answers = {}
    for path in paths:
        with office.document(path) as document:
            states = [entries(document)]
            for _ in range(2):
                refresh(document)
                states.append(entries(document))
            answers[path] = {"states": states, "headings": headings(document)}
    return answers


main(judge)
