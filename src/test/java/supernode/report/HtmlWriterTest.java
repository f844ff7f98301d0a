package supernode.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import supernode.Golden;
import supernode.quantity.Messages;

class HtmlWriterTest {
  private static String html(Locale locale) {
    return HtmlWriter.write(SampleReport.report(), new Messages(locale));
  }

  @Test
  void namesAreEscaped() {
    assertThat(html(Locale.ENGLISH))
        .contains("<title>GB200 &amp; &lt;friends&gt; 机架</title>")
        .doesNotContain("<friends>", "<more>");
  }

  @Test
  void needsNoOtherFile() {
    assertThat(html(Locale.ENGLISH))
        .contains("<svg")
        .doesNotContain("src=", "<link", "url(http", "<script", "<object");
  }

  @Test
  void speaksChinese() {
    assertThat(html(Locale.SIMPLIFIED_CHINESE)).contains("lang=\"zh-CN\"", "物料清单", "交换芯片");
  }

  @Test
  void reads() throws Exception {
    // Without its pictures, which have goldens of their own and depend on the fonts' measures.
    String text = html(Locale.ENGLISH).replaceAll("(?s)<svg.*?</svg>", "<svg/>");
    Golden.assertGolden("report/sample.html", text);
  }
}
