import jakarta.xml.bind.JAXBElement;
import java.io.File;
import java.io.PrintStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.docx4j.TextUtils;
import org.docx4j.TraversalUtil;
import org.docx4j.dml.wordprocessingDrawing.Anchor;
import org.docx4j.dml.wordprocessingDrawing.Inline;
import org.docx4j.openpackaging.packages.WordprocessingMLPackage;
import org.docx4j.openpackaging.parts.relationships.RelationshipsPart;
import org.docx4j.wml.CTFtnEdn;
import org.docx4j.wml.P;
import org.docx4j.wml.R;
import org.docx4j.wml.Tbl;
import org.docx4j.wml.Tc;

/** Reads documents with docx4j and prints what it finds of each as JSON (docx-outline.ts has the shape). */
public class ReadDocx {
  public static void main(String[] paths) throws Exception {
    List<String> answers = new ArrayList<>();
    for (String path : paths) answers.add(read(new File(path)));
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    out.println("[" + String.join(",", answers) + "]");
  }

  private static String read(File file) throws Exception {
    WordprocessingMLPackage document = WordprocessingMLPackage.load(file);
    List<String> headings = new ArrayList<>();
    List<String> tables = new ArrayList<>();
    List<String> items = new ArrayList<>();
    List<String> pictures = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    StringBuilder strong = new StringBuilder();
    StringBuilder emphasis = new StringBuilder();
    new TraversalUtil(
        document.getMainDocumentPart().getContent(),
        new TraversalUtil.CallbackImpl() {
          @Override
          public List<Object> apply(Object part) {
            if (part instanceof P paragraph) {
              String words = textOf(paragraph);
              text.append(words);
              String style = paragraph.getPPr() == null || paragraph.getPPr().getPStyle() == null
                  ? "" : paragraph.getPPr().getPStyle().getVal();
              if (style.startsWith("Heading"))
                headings.add("[" + style.substring("Heading".length()) + "," + quoted(words) + "]");
              if (paragraph.getPPr() != null && paragraph.getPPr().getNumPr() != null)
                items.add(quoted(words));
            } else if (part instanceof R run && run.getRPr() != null) {
              String style = run.getRPr().getRStyle() == null ? "" : run.getRPr().getRStyle().getVal();
              if (style.equals("Strong") || run.getRPr().getB() != null) strong.append(textOf(run));
              if (style.equals("Emphasis")) emphasis.append(textOf(run));
            } else if (part instanceof Tbl table) {
              tables.add("[" + String.join(",", cellsOf(table)) + "]");
            } else if (part instanceof Inline inline) {
              pictures.add(quoted(inline.getDocPr().getDescr()));
            } else if (part instanceof Anchor anchor) {
              pictures.add(quoted(anchor.getDocPr().getDescr()));
            }
            return null;
          }
        });
    List<String> notes = new ArrayList<>();
    for (CTFtnEdn note : document.getMainDocumentPart().getFootnotesPart().getContents().getFootnote())
      if (note.getType() == null) {
        StringBuilder words = new StringBuilder();
        for (Object block : note.getContent()) words.append(textOf(block));
        notes.add(quoted(words.toString()));
      }
    List<String> links = new ArrayList<>();
    RelationshipsPart related = document.getMainDocumentPart().getRelationshipsPart();
    related.getContents().getRelationship().stream()
        .filter(one -> one.getType().endsWith("/hyperlink"))
        .forEach(one -> links.add(quoted(one.getTarget())));
    return "{\"headings\":[" + String.join(",", headings) + "],\"tables\":[" + String.join(",", tables)
        + "],\"items\":[" + String.join(",", items) + "],\"pictures\":[" + String.join(",", pictures)
        + "],\"notes\":[" + String.join(",", notes) + "],\"links\":[" + String.join(",", links)
        + "],\"text\":" + quoted(text.toString()) + ",\"strong\":" + quoted(strong.toString())
        + ",\"emphasis\":" + quoted(emphasis.toString()) + "}";
  }

  private static List<String> cellsOf(Tbl table) {
    List<String> cells = new ArrayList<>();
    new TraversalUtil(
        table,
        new TraversalUtil.CallbackImpl() {
          @Override
          public List<Object> apply(Object part) {
            if (part instanceof Tc cell) cells.add(quoted(textOf(cell)));
            return null;
          }
        });
    return cells;
  }

  private static String textOf(Object part) {
    try {
      StringWriter writer = new StringWriter();
      TextUtils.extractText(part, writer);
      return writer.toString();
    } catch (Exception error) {
      throw new IllegalStateException(error);
    }
  }

  private static String quoted(String text) {
    StringBuilder json = new StringBuilder("\"");
    for (char unit : (text == null ? "" : text).toCharArray())
      if (unit == '"' || unit == '\\' || unit < ' ') json.append(String.format("\\u%04x", (int) unit));
      else json.append(unit);
    return json.append('"').toString();
  }
}
