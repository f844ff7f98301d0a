package supernode.report;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** The bundled fonts of one document: each is read when first used, and embedded as a subset. */
final class PdfFonts {
  private record Face(String family, int weight, String file) {}

  // Java 2D calls two weights of Inter families of their own; charts look them up by these names.
  private static final List<Face> FACES =
      List.of(
          new Face("Inter", 400, "Inter-Regular"),
          new Face("Inter", 500, "Inter-Medium"),
          new Face("Inter", 600, "Inter-SemiBold"),
          new Face("Inter", 700, "Inter-Bold"),
          new Face("Inter Medium", 400, "Inter-Medium"),
          new Face("Inter SemiBold", 400, "Inter-SemiBold"),
          new Face("Noto Sans SC", 400, "NotoSansSC-Regular"),
          new Face("Noto Sans SC", 700, "NotoSansSC-Bold"));

  private final PDDocument document;
  private final Map<String, PDFont> loaded = new HashMap<>();

  PdfFonts(PDDocument document) {
    this.document = document;
  }

  void register(PdfRendererBuilder builder) {
    for (Face face : FACES) {
      PDFontSupplier supplier =
          new PDFontSupplier(null) {
            @Override
            public PDFont supply() {
              return loaded.computeIfAbsent(face.file(), PdfFonts.this::read);
            }
          };
      builder.useFont(supplier, face.family(), face.weight(), FontStyle.NORMAL, true);
    }
  }

  private PDFont read(String file) {
    try (InputStream in = PdfFonts.class.getResourceAsStream("/assets/fonts/" + file + ".ttf")) {
      if (in == null) {
        throw new IOException("the installation lacks its font " + file);
      }
      byte[] bytes = Aliases.hidden(in.readAllBytes());
      TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(bytes));
      // Ligatures would cost half of the time, and would hide letters from a search.
      font.setEnableGsub(false);
      return PDType0Font.load(document, font, true);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
