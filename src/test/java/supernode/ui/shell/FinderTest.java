package supernode.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import supernode.ui.shell.Finder.Entry;
import supernode.ui.shell.Finder.Kind;

class FinderTest {
  private static Entry entry(Kind kind, String label, String detail, String alias) {
    return new Entry(kind, label, detail, alias, "", "", () -> {});
  }

  private static List<String> find(String query, Entry... entries) {
    return new Finder(List.of(_ -> Stream.of(entries)))
        .find(query).stream().map(Entry::label).toList();
  }

  private static Entry command(String label) {
    return entry(Kind.COMMAND, label, "", "");
  }

  @Test
  void whatIsCalledSoComesBeforeWhatBeginsSoBeforeWhatHoldsTheWord() {
    assertThat(
            find(
                "save",
                command("Autosave"),
                command("Save as…"),
                command("Don’t save"),
                command("Save")))
        .containsExactly("Save", "Save as…", "Don’t save", "Autosave");
  }

  @Test
  void firstLettersOfWordsFindACommand() {
    assertThat(find("er", command("Export report"), command("Redo"))).contains("Export report");
  }

  @Test
  void wordsMayStandApartAndInAnyOrder() {
    assertThat(find("switch nvlink", entry(Kind.PART, "Add NVLink 5 switch", "", ""))).hasSize(1);
  }

  @Test
  void lettersInOrderFindAShortNameButNotALongSentence() {
    assertThat(find("blkw", command("Blackwell"))).hasSize(1);
    assertThat(find("blkw", command("Between the leaf and the rack some links are wired twice")))
        .isEmpty();
  }

  @Test
  void englishWordsFindACommandThatIsShownInChinese() {
    assertThat(find("undo", entry(Kind.COMMAND, "撤销", "编辑", "Undo"))).containsExactly("撤销");
  }

  @Test
  void ofTwoThatMatchAlikeTheCommandComesFirst() {
    assertThat(
            find(
                "power",
                entry(Kind.FINDING, "power", "", ""),
                entry(Kind.COMMAND, "Power", "", "")))
        .containsExactly("Power", "power");
  }

  @Test
  void nothingIsFoundForNonsense() {
    assertThat(find("zzz", command("Save"), command("Open"))).isEmpty();
  }
}
