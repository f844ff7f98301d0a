package supernode.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import supernode.catalog.ModelField;
import supernode.catalog.PartKind;
import supernode.catalog.Property;
import supernode.design.Fabric;
import supernode.design.edit.RandomEdits;
import tools.jackson.databind.JsonNode;

/** The published schemas say what the studio reads and writes. */
class SchemaTest {
  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
  private static final Schema DESIGN = schema("supernode-design-1");
  private static final Schema CATALOG = schema("supernode-catalog-1");
  private static final Schema MODELS = schema("supernode-models-1");

  private static Schema schema(String name) {
    return REGISTRY.getSchema(
        SchemaLocation.of("classpath:assets/schema/" + name + ".schema.json"));
  }

  private static List<Error> problems(Schema schema, String json) {
    return schema.validate(json, InputFormat.JSON);
  }

  private static String fixture() throws Exception {
    return Files.readString(Path.of("src/test/resources/formats/version-1.supernode.json"));
  }

  @Test
  void everySampleIsValid() throws Exception {
    for (Path sample : SampleFilesTest.samples()) {
      assertThat(problems(DESIGN, Files.readString(sample))).as(sample.toString()).isEmpty();
    }
    assertThat(problems(DESIGN, fixture())).isEmpty();
  }

  @Test
  void everyCatalogueFileIsValid() throws Exception {
    try (Stream<Path> files = Files.list(Path.of("assets/catalog"))) {
      for (Path file : files.toList()) {
        Schema schema = file.endsWith("models.json") ? MODELS : CATALOG;
        assertThat(problems(schema, Files.readString(file))).as(file.toString()).isEmpty();
      }
    }
  }

  @net.jqwik.api.Property(tries = 60)
  void whateverIsWrittenIsValid(@ForAll long seed, @ForAll @IntRange(max = 120) int edits) {
    StoredDesign stored = StoredDesign.of(RandomEdits.design(seed, edits));
    String written = new String(DesignWriter.toBytes(stored), StandardCharsets.UTF_8);
    assertThat(problems(DESIGN, written)).as(written).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "version": 1      | "version": 2
          "count": 12       | "count": 1e12
          "lengthM": 1.5    | "lengthM": -1
          "heightU": 1      | "hightU": 1
          "kind": "ring"    | "kind": "star"
          "fabric": "loop"  | "fabric": "lop"
          "powerW": 900.5   | "powerW": -1
          "powerW": 900.5   | "speed": 1
          "slots": "30-27"  | "slots": "top"
          "slots": "30-27"  | "slots": "30-27", "at": {}
          "a": "plate[0].out" | "a": "plate[0"
          "size": 3         | "size": 0
          "kind": "switch"  | "kind": "swich"
          "power": "in"     | "powers": "in"
          "source": "made up", | ``
          """)
  void whatTheStudioRefusesIsInvalid(String from, String to) throws Exception {
    assertThat(fixture()).contains(from);
    assertThat(problems(DESIGN, fixture().replace(from, to == null ? "" : to))).isNotEmpty();
  }

  @Test
  void everyNameOfTheStudioIsInTheSchemas() throws Exception {
    JsonNode design = node("supernode-design-1");
    JsonNode catalog = node("supernode-catalog-1");
    for (Property p : Property.values()) {
      JsonNode plain = design.at("/$defs/values/properties/" + p.key());
      JsonNode sourced =
          catalog.at("/$defs/values/properties/" + p.key() + "/allOf/1/properties/value");
      for (JsonNode bounds : List.of(plain, sourced)) {
        assertThat(bounds.path("minimum").asDouble(Double.NaN)).as(p.key()).isEqualTo(p.min());
        assertThat(bounds.path("maximum").asDouble(Double.NaN)).as(p.key()).isEqualTo(p.max());
      }
    }
    assertThat(design.at("/$defs/values/properties").size()).isEqualTo(Property.values().length);
    JsonNode models = node("supernode-models-1").at("/$defs/model/properties/values/properties");
    for (ModelField f : ModelField.values()) {
      JsonNode value = models.at("/" + f.key() + "/allOf/1/properties/value");
      JsonNode bounds = f.isList() ? value.path("items") : value;
      assertThat(bounds.path("minimum").asDouble(Double.NaN)).as(f.key()).isEqualTo(f.min());
      assertThat(bounds.path("maximum").asDouble(Double.NaN)).as(f.key()).isEqualTo(f.max());
    }
    assertThat(models.size()).isEqualTo(ModelField.values().length);
    assertThat(texts(design.at("/$defs/fabric/enum")))
        .containsExactlyElementsOf(Stream.of(Fabric.values()).map(Fabric::key).toList());
    assertThat(texts(catalog.at("/$defs/kind/enum")))
        .containsExactlyElementsOf(Stream.of(PartKind.values()).map(PartKind::key).toList());
    assertThat(texts(design.at("/$defs/assembly/properties/level/enum")))
        .containsExactlyElementsOf(Names.LEVELS.keySet());
    assertThat(
            design
                .at("/$defs/pattern/oneOf")
                .valueStream()
                .map(p -> p.at("/properties/kind/const").asString(""))
                .toList())
        .containsExactlyElementsOf(PatternForm.kinds());
  }

  private static List<String> texts(JsonNode array) {
    return array.valueStream().map(n -> n.asString("")).toList();
  }

  private static JsonNode node(String name) throws Exception {
    Path file = Path.of("assets/schema/" + name + ".schema.json");
    return Parsing.parse(file.toString(), Files.readAllBytes(file));
  }
}
