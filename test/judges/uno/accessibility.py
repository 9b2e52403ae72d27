"""What LibreOffice's accessibility check looks at (Tools > Accessibility Check; its dialog has no programming interface):
title and language, levels of headings, headers of tables, alternative texts, cells that are merged or split."""
from office import main


def paragraphs(text):
    every = text.createEnumeration()
    while every.hasMoreElements():
        part = every.nextElement()
        if part.supportsService("com.sun.star.text.Paragraph"):
            yield part


def levels(document):
    return [{"level": one.OutlineLevel} for one in paragraphs(document.Text) if one.OutlineLevel > 0]


def tables(document):
    found = []
    for index in range(document.TextTables.Count):
        table = document.TextTables.getByIndex(index)
        names = table.CellNames
        found.append(
            {
                "first": table.getCellByName("A1").String,
                "header": bool(table.RepeatHeadline) and table.HeaderRowCount > 0,
                "merged": len(names) != table.Rows.Count * table.Columns.Count,
            }
        )
    return found


def pictures(document):
    """A picture that is turned is a shape, any other a graphic object."""
    graphics, shapes = document.GraphicObjects, document.DrawPage
    turned = [shapes.getByIndex(index) for index in range(shapes.Count)]
    return [graphics.getByIndex(index).Description for index in range(graphics.Count)] + [
        shape.Description or "" for shape in turned if shape.ShapeType.endswith("GraphicObjectShape")
    ]


def judge(office, paths):
    answers = {}
    for path in paths:
        with office.document(path) as document:
            locale = document.StyleFamilies.getByName("ParagraphStyles").getByName("Standard").CharLocaleAsian
            answers[path] = {
                "title": document.DocumentProperties.Title,
                "language": f"{locale.Language}-{locale.Country}",
                "levels": levels(document),
                "tables": tables(document),
                "pictures": pictures(document),
            }
    return answers


main(judge)
