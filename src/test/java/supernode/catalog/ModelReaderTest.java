package supernode.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import supernode.quantity.Messages;

class ModelReaderTest {
  private static final String GOOD =
      """
      {"format": "supernode-models", "version": 1, "entries": [
        {"id": "m", "name": "M", "kind": "language",
         "values": {"layers": {"value": 2, "confidence": "memory", "source": "x"}}}]}
      """;

  private static String refusal(String text) {
    try {
      ModelReader.read("a.json", text.getBytes(StandardCharsets.UTF_8));
      throw new AssertionError("read: " + text);
    } catch (CatalogException e) {
      return new Messages(Locale.ENGLISH).say(e.text());
    }
  }

  @Test
  void everyShippedValueHasASource() {
    ModelReader.shipped()
        .values()
        .forEach(card ->
            card.values()
                .forEach((field, list) ->
                    list.forEach(s -> assertThat(s.source()).as(card.id()).isNotBlank())));
    assertThat(ModelReader.shipped()).hasSizeGreaterThan(15);
  }

  @Test
  void aShapeIsRead() {
    ModelCard card = ModelReader.read("a", GOOD.getBytes(StandardCharsets.UTF_8)).get("m");
    assertThat(card.get(ModelField.LAYERS, 0)).isEqualTo(2);
    assertThat(card.is(ModelField.GATED)).isFalse();
    assertThat(card.find(ModelField.EXPERTS)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "version": 1         | "version": 2        | supernode-models
          "value": 2           | "value": 0          | layers needs a whole number from 1
          "value": 2           | "value": -3         | layers needs a whole number from 1
          "value": 2           | "value": 2.5        | layers needs a whole number from 1
          "value": 2           | "value": "two"      | layers needs a whole number from 1
          "layers"             | "layer"             | layer
          "memory"             | "sure"              | sure
          "source": "x"        | "source": ""        | has no source
          "kind": "language"   | "kind": "sound"     | sound
          "id": "m"            | "id": "-"           | is no id
          {"format"            | {{"format"          | no valid JSON
          """)
  void whatIsWrongIsSaid(String from, String to, String said) {
    assertThat(GOOD).contains(from);
    assertThat(refusal(GOOD.replace(from, to))).contains(said).startsWith("a.json");
  }

  @Test
  void twoOfOneNameAreRefused() {
    String entry = GOOD.substring(GOOD.indexOf("{\"id\""), GOOD.lastIndexOf("]"));
    assertThat(refusal(GOOD.replace(entry, entry + "," + entry))).contains("twice");
    assertThatThrownBy(() -> ModelReader.read("a", new byte[] {'['}))
        .isInstanceOf(CatalogException.class);
  }
}
