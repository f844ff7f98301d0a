package supernode.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import supernode.quantity.Messages;

/**
 * A folder of the user's own parts: used beside what ships, refused with file, place and remedy.
 */
class UserCatalogTest {
  private static final String GOOD =
      """
      {"format": "supernode-catalog", "version": 1, "kind": "switch", "entries": [
        {"id": "mine", "name": "My switch", "vendor": "Me",
         "values": {"powerW": {"value": 300, "confidence": "estimate", "source": "bench"}},
         "ports": [{"name": "port", "signal": "NVLink5", "lanes": 2, "rateGBps": 50, "count": 72}]}]}
      """;

  @TempDir private Path folder;

  @Test
  void ownPartsStandBesideThoseThatShip() throws IOException {
    Files.writeString(folder.resolve("mine.json"), GOOD);
    Files.writeString(folder.resolve("notes.txt"), "no catalogue");
    Files.createDirectory(folder.resolve("folder.json"));
    Files.createSymbolicLink(folder.resolve("gone.json"), folder.resolve("nowhere"));

    Catalog catalog = CatalogReader.withUserFolder(CatalogReader.shipped(), folder);

    assertThat(catalog.part("mine")).isPresent();
    assertThat(catalog.part("nvlsw5")).isPresent();
  }

  @Test
  void aFolderThatIsNotThereHasNoParts() {
    Catalog shipped = CatalogReader.shipped();
    assertThat(CatalogReader.withUserFolder(shipped, folder.resolve("none"))).isSameAs(shipped);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          no JSON        | {"format"             | {{                      | mine.json is no valid JSON  | mend it there
          cut off        | 72}]}]}               | 72}                     | mine.json is no valid JSON  | mend it there
          key twice      | "vendor": "Me"        | "name": "Me"            | mine.json is no valid JSON  | mend it there
          foreign        | supernode-catalog     | something               | mine.json is no catalogue   | it must begin
          newer          | "version": 1          | "version": 2            | mine.json is no catalogue   | it must begin
          unknown kind   | "kind": "switch"      | "kind": "spoon"         | “spoon” is no kind          | catalog list
          bad id         | "id": "mine"          | "id": "my part"         | “my part” is no id          | use letters
          no id          | "id": "mine",         | ``                      | is no id                    | use letters
          no source      | "source": "bench"     | "source": ""            | powerW has no source        | say where
          no confidence  | "estimate"            | "certain"               | “certain” of powerW         | use seen
          NaN            | "value": 300          | "value": NaN            | mine.json is no valid JSON  | mend it there
          text as number | "value": 300          | "value": "300"          | powerW needs a number       | from 0
          negative       | "value": 300          | "value": -300           | powerW needs a number       | from 0
          property       | "powerW"              | "powreW"                | “powreW” is not known       | correct its name
          no rate        | "rateGBps": 50,       | ``                      | “port” needs a rateGBps     | above zero
          many ports     | "count": 72           | "count": 1e12           | the port “port”             | from 1
          half a port    | "count": 72           | "count": 0.5            | the port “port”             | from 1
          no type        | "signal": "NVLink5",  | ``                      | “port” needs just one of    | signal, fluid
          other key      | "signal"              | "sginal"                | “sginal” says nothing       | correct it to one of name
          unit beside    | "value": 300          | "value": 1, "unit": "kW" | “unit” says nothing        | correct it to one of value
          text as rate   | "rateGBps": 50        | "rateGBps": "50"        | needs a rateGBps            | a number above zero
          two types      | "lanes": 2            | "fluid": "in"           | “port” needs just one of    | signal, fluid
          port name      | "name": "port"        | "name": "a[3]"          | “a[3]” needs a name         | letters, digits
          no list        | "entries": [          | "entrys": [             | mine.json has no list       | put the parts into one
          values no map  | "values": {"powerW": {"value": 300, "confidence": "estimate", "source": "bench"}} | "values": [] | mine: values needs an object | braces
          ports no list  | "ports": [{"name": "port", "signal": "NVLink5", "lanes": 2, "rateGBps": 50, "count": 72}] | "ports": {} | mine: ports needs a list | brackets
          name no text   | "vendor": "Me"        | "vendor": null          | mine: vendor needs a text   | quotation marks
          control        | My switch             | My\\u0000switch         | mine: name has a control    | take it out
          """)
  void isRefusedWithPlaceAndRemedy(String name, String from, String to, String what, String remedy)
      throws IOException {
    assertThat(GOOD).contains(from);
    assertThat(sentence(GOOD.replace(from, to == null ? "" : to)))
        .as(name)
        .contains("mine.json", what, remedy)
        .hasLineCount(1);
  }

  @Test
  void whatIsTooDeepOrTooMuchIsRefused() throws IOException {
    assertThat(sentence("{\"a\":" + "[".repeat(100_000))).contains("mine.json");
    assertThat(sentence("{\"a\": [" + "[],".repeat(400_000) + "[]]}")).contains("mine.json");
    assertThat(sentence("")).contains("mine.json");
  }

  private String sentence(String content) throws IOException {
    Files.writeString(folder.resolve("mine.json"), content);
    CatalogException e =
        catchThrowableOfType(
            CatalogException.class, () -> CatalogReader.withUserFolder(Catalog.EMPTY, folder));
    assertThat(e).as("it must be refused").isNotNull();
    return new Messages(Locale.ENGLISH).say(e.text());
  }
}
