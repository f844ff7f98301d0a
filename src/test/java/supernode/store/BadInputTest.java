package supernode.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import supernode.design.SmallCatalog;
import supernode.quantity.Messages;
import supernode.quantity.Text;

/** A file that is wrong is refused with one sentence: which file, where in it, what to do. */
class BadInputTest {
  private static final String FILE = "bad.supernode.json";
  private static final String GOOD = good();

  private static String good() {
    try {
      return Files.readString(Path.of("src/test/resources/formats/version-1.supernode.json"));
    } catch (java.io.IOException e) {
      throw new AssertionError(e);
    }
  }

  /** Every case: what is replaced in a good file, by what, and what the sentence must name. */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          newer            | "version": 1   | "version": 7                  | version 7    | newer Supernode Studio
          no version       | "version": 1,  | ``                            | "version": 1 | must say
          broken version   | "version": 1   | "version": "one"              | "version": 1 | must say
          foreign          | supernode-design | something-else              | no design    | open a
          1e12 counts      | "count": 12    | "count": 1e12                 | /design/assemblies/rack/placements/tray/count | from 1 to 1,000,000
          1e12 in digits   | "count": 12    | "count": 1000000000000        | tray/count is 1000000000000 | from 1 to 1,000,000
          1e400            | "count": 12    | "count": 1e400                | tray/count   | finite number
          no instances     | "count": 12    | "count": 0                    | tray/count   | from 1 to
          half an instance | "count": 12    | "count": 12.5                 | tray/count is 12.5 | correct it
          count as text    | "count": 12    | "count": "12"                 | tray/count   | must be a finite number
          NaN              | "lengthM": 1.5 | "lengthM": NaN                | near “       | NaN
          NaN in quotes    | "lengthM": 1.5 | "lengthM": "NaN"              | /design/assemblies/rack/wirings/0/lengthM | must be a finite number
          negative length  | "lengthM": 1.5 | "lengthM": -1.5               | rack/wirings/0/lengthM is -1.5 | from 0 to
          endless length   | "lengthM": 1.5 | "lengthM": 1e300              | rack/wirings/0/lengthM | from 0 to
          itself           | "of": "own-switch" | "of": "rack"              | “rack” contains itself | take it out
          each other       | "plate": {"of": "plate" | "plate": {"of": "rack" | “tray” contains itself (tray › rack › tray) | take it out
          unknown part     | "of": "own-switch" | "of": "b200"              | rack.spine: “b200” | choose another
          unknown link     | "link": "own-link" | "link": "wire"            | rack: planes: the link type “wire” | choose another
          unknown port     | "b": "leaf[*].mesh" | "b": "leaf[*].net"       | rack: planes: what “leaf[*].net” | choose one
          no such place    | "a": "plate[0].out" | "a": "pump[0].out"       | “pump”, which is not placed | place it
          past the end     | "a": "plate[0].out" | "a": "plate[2].out"      | “plate[2].out” asks for more | lower the index
          no selector      | "a": "plate[0].out" | "a": "plate[0"           | /design/assemblies/tray/wirings/0/pattern/a | write for example
          unknown fabric   | "fabric": "loop" | "fabric": "lop"             | tray/wirings/0/fabric is “lop” | did you mean “loop”
          unknown pattern  | "kind": "ring" | "kind": "star"                | pattern/kind is “star” | use one of: point-to-point
          unknown level    | "level": "tray" | "level": "tary"              | tray/level is “tary” | did you mean “tray”
          misspelt key     | "heightU": 1   | "hightU": 1                   | tray/ has “hightU” | did you mean “heightU”
          strange key      | "heightU": 1   | "colour": "red"               | tray/ has “colour” | use one of: name, level
          misspelt value   | "powerW": 900.5 | "powreW": 900.5              | chip/values/powreW | did you mean “powerW”
          value too high   | "powerW": 900.5 | "powerW": 1e15               | chip/values/powerW | from 0 to
          override unknown | "tray[7].chip[2]" | "tray[70].chip[2]"         | tray[70].chip[2] | correct the path
          override no path | "tray[7].chip[2]" | "tray[7].chip[two]"        | tray[7].chip[two] | write for example
          override a tray  | "tray[7].chip[2]" | "tray[7]"                  | tray[7] is an assembly | inside it
          fault unknown    | "leaf[3]"      | "leaf[4]"                     | leaf[4]      | correct the path
          weather          | "airC": 22     | "airC": 2200                  | scenario “default” | correct them
          position         | "width": 60    | "width": 0                    | tray.chip    | above zero
          negative gap     | "gap": 8       | "gap": -8                     | tray.chip    | correct them
          both positions   | "slots": "30-27" | "slots": "30-27", "at": {}  | leaf/slots   | keep either
          too many slots   | "slots": "30-27" | "slots": "30-20"            | leaf/slots   | raise the count
          slot in the sky  | "slots": "30-27" | "slots": "27,28,29,300"     | rack.leaf    | from 1 to 100
          no slot          | "slots": "30-27" | "slots": "top"              | leaf/slots is “top” | write for example
          root missing     | "root": "rack" | "root": "hall"                | “hall”       | add it
          no root          | "root": "rack", | ``                           | “root” is missing at /design/ | add it
          no member        | {"of": "plate" | {"off": "plate"               | “of” is missing at /design/assemblies/tray/placements/plate/ | add it
          exposes nothing  | "chip[*].mesh", "water" | "chip[*].mesh", "gas": [], "water" | exposes/gas | name at least one
          groups of none   | "size": 3      | "size": 0                     | pattern/size | from 1 to
          links without end | "linksPerPair": 2 | "linksPerPair": 99999     | pattern/linksPerPair | from 1 to 4,096
          list as object   | "overrides": {"tray | "overrides": [1, {"tray  | no valid JSON | correct it
          part of no kind  | "kind": "switch" | "kind": "swich"             | /design/parts/0/kind | did you mean “switch”
          part no source   | "source": "made up", | ``                       | /design/parts/0: own-switch: powerW has no source | say where
          port too many    | "count": 72    | "count": 1e12                 | /design/parts/0: own-switch: the port “port” | counts and lanes from 1
          part of same id  | "id": "own-switch" | "id": "rack"              | “rack” is already taken | choose another
          key in capitals  | "assemblies"   | "Assemblies"                  | /design/ has “Assemblies” | did you mean “assemblies”
          format elsewhere | "format"       | "Format"                      | no design    | open a
          version as text  | "version": 1   | "version": "1"                | "version": 1 | must say
          version below    | "version": 1   | "version": -1                 | "version": 1 | must say
          version no whole | "version": 1   | "version": 1.5                | "version": 1 | must say
          endless          | "lengthM": 1.5 | "lengthM": Infinity           | near “       | correct it there
          words for number | "lengthM": 1.5 | "lengthM": "long"             | rack/wirings/0/lengthM | must be a finite number
          name of control  | "name": "Every | "name": "\\u0000 | name in “rack” | take it out
          name of halves   | "name": "Every | "name": "\\ud800 | name in “rack” | take it out
          assembly control | "name": "Tray   | "name": "\\u0007 | name in “tray” | take it out
          part of control  | "source": "made up" | "source": "made\\u0001up"  | own-switch: source has a control | take it out
          view no object   | "view": {      | "view": [{}], "more": {       | /view/ must be an object | correct it
          """)
  void isRefusedWithPlaceAndRemedy(
      String name, String from, String to, String place, String remedy) {
    assertThat(GOOD).contains(from);
    String replacement = to == null ? "" : to;
    assertThat(
            sentence(
                GOOD.replaceFirst(
                    java.util.regex.Pattern.quote(from),
                    java.util.regex.Matcher.quoteReplacement(replacement))))
        .as(name)
        .contains(place)
        .contains(remedy);
  }

  @Test
  void aKeyThatIsThereTwiceIsRefused() {
    String twice = GOOD.replace("\"leaf\": {\"of\"", "\"tray\": {\"of\"");
    assertThat(sentence(twice)).contains("“tray” is there twice", "line 47", "rename or remove");
  }

  @Test
  void anInstanceThatIsNamedTwiceIsRefused() {
    String twice =
        GOOD.replace("\"overrides\": {", "\"overrides\": {\"tray[7]/chip[2]\": {\"powerW\": 1},");
    assertThat(sentence(twice)).contains("/design/overrides", "twice", "keep one");
  }

  @Test
  void aTruncatedFileIsRefusedWhereverItEnds() {
    byte[] whole = GOOD.strip().getBytes(StandardCharsets.UTF_8);
    for (int length = 2; length < whole.length; length += 7) {
      byte[] cut = java.util.Arrays.copyOf(whole, length);
      assertThat(refusal(cut).key())
          .as("cut after %d bytes", length)
          .isIn("store.truncated", "store.notJson");
    }
    assertThat(sentence(GOOD.substring(0, 700))).contains("ends in the middle", "take an earlier");
  }

  @Test
  void whatIsNoJsonObjectIsNoDesign() {
    for (String text : List.of("[1]", "null", "// {}", "%PDF-1.7", "PK\u0003\u0004", "12")) {
      assertThat(sentence(text)).contains("no design of Supernode Studio", "open a");
    }
  }

  @Test
  void anEmptyFileIsSaidToBeEmpty() {
    for (String text : List.of("", "  \n", "\uFEFF")) {
      assertThat(sentence(text)).contains("is empty", "take an earlier copy");
    }
  }

  @Test
  void aByteOrderMarkIsReadOver() {
    byte[] marked = ("\uFEFF" + GOOD).getBytes(StandardCharsets.UTF_8);

    assertThat(DesignReader.read(FILE, marked, SmallCatalog.CATALOG).design())
        .isEqualTo(
            DesignReader.read(FILE, GOOD.getBytes(StandardCharsets.UTF_8), SmallCatalog.CATALOG)
                .design());
  }

  @Test
  void wideCharactersAreNamed() {
    for (String charset : List.of("UTF-16", "UTF-16BE", "UTF-32", "x-UTF-16LE-BOM")) {
      assertThat(say(refusal(GOOD.getBytes(java.nio.charset.Charset.forName(charset)))))
          .as(charset)
          .contains("not written in UTF-8", "save it as UTF-8");
    }
  }

  @Test
  void whatFollowsTheDesignIsRefusedWithItsPlace() {
    int end = GOOD.strip().split("\n").length;
    assertThat(sentence(GOOD.strip() + "\n{\"more\": 1}")).contains("line " + (end + 1));
    assertThat(sentence(GOOD.strip() + "\nmore")).contains("line " + (end + 1), "more");
  }

  @Test
  void tooDeepANestingIsRefusedWithItsPlace() {
    String deep = "{\"a\":\n" + "[".repeat(100_000);
    assertThat(sentence(deep)).contains("line 2, column 20", "nested deeper than 200", "earlier");
  }

  @Test
  void whatIsNoTextIsNoDesign() {
    byte[] broken = GOOD.getBytes(StandardCharsets.UTF_8);
    broken[GOOD.indexOf("Every form")] = (byte) 0xC3;
    assertThat(refusal(broken).key()).isEqualTo("store.notJson");
  }

  @Test
  void aMillionMillionInstancesInFewWordsAreRefused() {
    String nested =
        GOOD.replace("\"count\": 12, \"slots\": \"1-10,20,22\"", "\"count\": 1000000")
            .replaceFirst("\"count\": 4,", "\"count\": 1000000,");
    assertThat(sentence(nested)).contains("1,000,0", "at most 100,000,000", "lower a count");
  }

  @Test
  void assembliesInAssembliesEndSomewhere() {
    StringBuilder deep =
        new StringBuilder(
            "{\"format\": \"supernode-design\", \"version\": 1, \"design\": {\"root\": \"a0\","
                + " \"assemblies\": {");
    // The innermost first: known heights must not hide how deep it is.
    for (int i = 40; i >= 0; i--) {
      deep.append(
          "\"a%d\": {\"placements\": {\"in\": {\"of\": \"%s\"}}}%s"
              .formatted(i, i == 40 ? "chip" : "a" + (i + 1), i == 0 ? "}}}" : ","));
    }
    assertThat(sentence(deep.toString())).contains("more than 16 assemblies deep", "fewer levels");
  }

  @Test
  void aFileThatIsNotThereOrIsAFolderIsNamed() {
    StoreException lost =
        catchThrowableOfType(
            StoreException.class,
            () -> DesignReader.read(Path.of("no", "such.json"), SmallCatalog.CATALOG));
    assertThat(say(lost.text())).contains("no file", "such.json", "check the name");
    StoreException folder =
        catchThrowableOfType(
            StoreException.class, () -> DesignReader.read(Path.of("src"), SmallCatalog.CATALOG));
    assertThat(say(folder.text())).contains("src is no file", "choose a file");
  }

  private static String sentence(String content) {
    return say(refusal(content.getBytes(StandardCharsets.UTF_8)));
  }

  private static Text refusal(byte[] bytes) {
    StoreException e =
        catchThrowableOfType(
            StoreException.class, () -> DesignReader.read(FILE, bytes, SmallCatalog.CATALOG));
    assertThat(e).as("it must be refused").isNotNull();
    return e.text();
  }

  /** In both languages the sentence is one line and names the file. */
  private static String say(Text text) {
    for (String language : List.of("en", "zh")) {
      String said = new Messages(Messages.locale(language)).say(text);
      assertThat(said)
          .doesNotContain("\n")
          .doesNotContainPattern("\\{\\d")
          .doesNotMatch("[a-z]+\\.[a-zA-Z]+");
      assertThat(said).hasSizeLessThan(600);
    }
    String said = new Messages(Locale.ENGLISH).say(text);
    assertThat(text.values().getFirst().toString()).isNotEmpty();
    assertThat(said).contains(text.values().getFirst().toString());
    return said;
  }
}
