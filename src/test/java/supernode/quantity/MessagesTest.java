package supernode.quantity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import supernode.catalog.PartKind;
import supernode.catalog.Property;
import supernode.design.Fabric;

/** Both languages say the same things. */
class MessagesTest {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d+)");
  private static final Pattern KEY =
      Pattern.compile("Text\\.of\\(\\s*\"([A-Za-z0-9.-]+[A-Za-z0-9])\"");

  private final Map<String, String> english = bundle("messages.properties");
  private final Map<String, String> chinese = bundle("messages_zh_CN.properties");

  private static Map<String, String> bundle(String file) {
    // Properties would hide a key that is there twice.
    Map<String, String> entries = new TreeMap<>();
    java.util.Properties loader =
        new java.util.Properties() {
          private static final long serialVersionUID = 1;

          @Override
          public synchronized Object put(Object key, Object value) {
            assertThat(entries.put((String) key, (String) value))
                .as("%s has %s twice", file, key)
                .isNull();
            return null;
          }
        };
    try (Reader in =
        new InputStreamReader(
            MessagesTest.class.getResourceAsStream("/supernode/" + file), StandardCharsets.UTF_8)) {
      loader.load(in);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return entries;
  }

  @Test
  void bothLanguagesHaveTheSameKeys() {
    assertThat(chinese.keySet()).isEqualTo(english.keySet());
  }

  @Test
  void bothLanguagesShowTheSameValues() {
    english.forEach((key, text) ->
        assertThat(placeholders(chinese.getOrDefault(key, text)))
            .as(key)
            .isEqualTo(placeholders(text)));
  }

  private static Set<String> placeholders(String text) {
    Matcher m = PLACEHOLDER.matcher(text);
    Set<String> found = new TreeSet<>();
    while (m.find()) {
      found.add(m.group(1));
    }
    return found;
  }

  @Test
  void everyTextIsAPatternThatLosesNothing() {
    Stream.concat(english.entrySet().stream(), chinese.entrySet().stream())
        .forEach(e -> {
          // A single quote starts literal text and disappears.
          assertThat(e.getValue().replace("''", "")).as(e.getKey()).doesNotContain("'");
          assertThat(new MessageFormat(e.getValue(), Locale.ROOT).toPattern()).isNotEmpty();
        });
  }

  @Test
  void everyKeyInTheSourcesHasWords() throws IOException {
    Set<String> missing = new TreeSet<>(used());
    missing.removeAll(english.keySet());
    assertThat(missing).isEmpty();
  }

  private static Set<String> used() throws IOException {
    Set<String> used = new TreeSet<>();
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
        Matcher m = KEY.matcher(Files.readString(file));
        while (m.find()) {
          used.add(m.group(1));
        }
      }
    }
    return used;
  }

  @Test
  void everyConstantHasAName() {
    List<String> keys = new ArrayList<>();
    Stream.of(Property.values()).forEach(p -> keys.add("property." + p.key()));
    Stream.of(PartKind.values()).forEach(k -> keys.add("kind." + k.key()));
    Stream.of(Fabric.values()).forEach(f -> keys.add("fabric." + f.key()));
    assertThat(keys.stream().filter(k -> !english.containsKey(k)).collect(Collectors.toList()))
        .isEmpty();
  }

  @Test
  void valuesAreSaidInTheirUnitsAndTextsInsideTexts() {
    Messages said = new Messages(Locale.ENGLISH);
    Text reach =
        Text.of(
            "joint.reach",
            "DAC",
            new Quantity(2, Dimension.LENGTH),
            new Quantity(3.5, Dimension.LENGTH));
    assertThat(said.say(reach)).contains("reaches 2 m, not 3.5 m");
    assertThat(said.say(Text.of("store.unsound", "a.json", reach))).contains("DAC reaches 2 m");
    assertThat(new Messages(Messages.locale("zh")).say(reach)).contains("2 m");
    assertThat(said.say(Text.of("no.such.key"))).isEqualTo("no.such.key");
  }
}
