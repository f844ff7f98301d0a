package supernode.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import supernode.Golden;
import supernode.quantity.Messages;

class PdfWriterTest {
  private static byte[] english;
  private static byte[] chinese;

  @BeforeAll
  static void write() throws Exception {
    english = pdf(Locale.ENGLISH);
    chinese = pdf(Locale.SIMPLIFIED_CHINESE);
  }

  private static byte[] pdf(Locale locale) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PdfWriter.write(SampleReport.report(), new Messages(locale), out);
    return out.toByteArray();
  }

  private static String text(byte[] pdf) throws Exception {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(document);
    }
  }

  @Test
  void textReadsPageByPage() throws Exception {
    Golden.assertGolden("report/sample-en.txt", text(english));
  }

  @Test
  void wordsOfChartsAndDrawingsCanBeSearched() throws Exception {
    assertThat(text(english))
        .contains("duty point", "Bus bandwidth, GB/s", "86.4 kW", "Junction, °C", "10 MB");
  }

  @Test
  void chineseCanBeSearched() throws Exception {
    assertThat(text(chinese)).contains("交换芯片", "物料清单", "机架");
  }

  @Test
  void theSameReportGivesTheSameBytes() throws Exception {
    assertThat(pdf(Locale.ENGLISH)).isEqualTo(english);
  }

  @Test
  void pagesAreNumberedAndTheContentsNameThem() throws Exception {
    String text = text(english);
    try (PDDocument document = Loader.loadPDF(english)) {
      int pages = document.getNumberOfPages();
      assertThat(text)
          .contains("2 / " + pages, pages + " / " + pages)
          .doesNotContain("1 / " + pages);
      int found = 0;
      for (int p = 1; p <= pages; p++) {
        PDFTextStripper one = new PDFTextStripper();
        one.setStartPage(p);
        one.setEndPage(p);
        if (one.getText(document).contains("4  Bill of materials\nParts")) {
          assertThat(text).contains("4 Bill of materials " + p);
          found++;
        }
      }
      assertThat(found).isEqualTo(1);
    }
  }

  @Test
  void bookmarksLeadToTheSections() throws Exception {
    try (PDDocument document = Loader.loadPDF(english)) {
      List<String> titles = new ArrayList<>();
      for (PDOutlineItem item : document.getDocumentCatalog().getDocumentOutline().children()) {
        titles.add(item.getTitle());
        assertThat(item.findDestinationPage(document)).isNotNull();
      }
      assertThat(titles)
          .containsExactly(
              "GB200 & <friends> 机架",
              "1 Key figures",
              "2 Drawing",
              "3 Inside",
              "4 Bill of materials",
              "5 Charts",
              "6 Findings",
              "7 Derivations",
              "8 Assumptions and sources");
    }
  }

  @Test
  void saysWhatItIsButNotWhen() throws Exception {
    try (PDDocument document = Loader.loadPDF(english)) {
      assertThat(document.getDocumentInformation().getTitle()).isEqualTo("GB200 & <friends> 机架");
      assertThat(document.getDocumentInformation().getSubject()).contains("one switch down");
      assertThat(document.getDocumentInformation().getCreationDate()).isNull();
      assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("en");
    }
  }

  @Test
  void fontsAreEmbeddedAsSubsetsAndPicturesAreVectors() throws Exception {
    try (PDDocument document = Loader.loadPDF(chinese)) {
      for (PDPage page : document.getPages()) {
        check(page.getResources());
      }
    }
    assertThat(chinese.length).isLessThan(1_000_000);
  }

  private static void check(PDResources resources) throws Exception {
    for (COSName name : resources.getFontNames()) {
      PDFont font = resources.getFont(name);
      assertThat(font.isEmbedded()).as(font.getName()).isTrue();
      assertThat(font.getName()).matches("[A-Z]{6}\\+.*");
    }
    for (COSName name : resources.getXObjectNames()) {
      assertThat(resources.getXObject(name)).isNotInstanceOf(PDImageXObject.class);
      if (resources.getXObject(name) instanceof PDFormXObject form) {
        check(form.getResources());
      }
    }
  }
}
