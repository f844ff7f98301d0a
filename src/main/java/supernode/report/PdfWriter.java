package supernode.report;

import com.openhtmltopdf.extend.FSObjectDrawer;
import com.openhtmltopdf.extend.FSObjectDrawerFactory;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.w3c.dom.Element;
import supernode.quantity.Messages;

/**
 * Writes a report as PDF: drawings and charts as vectors, text that can be searched, fonts
 * embedded, bookmarks, and the same bytes for the same report.
 */
public final class PdfWriter {
  /** Element that stands for a picture in the page; its {@code data} is the picture's number. */
  private static final String OBJECT = "object";

  private PdfWriter() {}

  /**
   * @throws IOException when {@code out} does not take it
   */
  public static void write(Report report, Messages words, OutputStream out) throws IOException {
    Logging.silence();
    Pages pages = new Pages(words);
    Map<String, Object> tree = pages.of(report);
    tree.put("paged", true);
    String html = Template.fill(tree, words, _ -> "");
    try (PDDocument document = new PDDocument()) {
      PdfRendererBuilder builder = new PdfRendererBuilder();
      builder.usePDDocument(document);
      new PdfFonts(document).register(builder);
      builder.useObjectDrawerFactory(new Pictures(pages.pictures()));
      builder.withHtmlContent(html, null);
      builder.withProducer("Supernode Studio");
      builder.toStream(out);
      try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
        renderer.layout();
        renderer.createPDFWithoutClosing();
        document.getDocumentCatalog().setLanguage(tree.get("lang").toString());
        withoutClock(document);
        document.save(out);
      }
    }
  }

  /** The file says nothing of when or where it was made. */
  private static void withoutClock(PDDocument document) {
    PDDocumentInformation about = document.getDocumentInformation();
    about.setCreationDate(null);
    about.setModificationDate(null);
    document.setDocumentId(1L);
  }

  /** Paints the pictures where their elements stand. */
  private record Pictures(List<Picture> pictures) implements FSObjectDrawerFactory {
    @Override
    public boolean isReplacedObject(Element element) {
      return element.getNodeName().equals(OBJECT);
    }

    @Override
    public FSObjectDrawer createDrawer(Element element) {
      Picture picture = pictures.get(Integer.parseInt(element.getAttribute("data")));
      return (_, x, y, width, height, device, _, dotsPerPixel) -> {
        device.drawWithGraphics(
            (float) x,
            (float) y,
            (float) width / dotsPerPixel,
            (float) height / dotsPerPixel,
            picture::paint);
        return Map.of();
      };
    }
  }
}
