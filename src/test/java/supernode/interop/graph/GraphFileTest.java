package supernode.interop.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import supernode.quantity.Messages;
import supernode.topology.CsrGraph;

/** Graphs of other tools, and what is refused with which sentence. */
class GraphFileTest {
  @TempDir private Path folder;

  private ImportedGraph read(String name, String text) throws Exception {
    Path file = folder.resolve(name);
    Files.writeString(file, text);
    return GraphFile.read(file.toString());
  }

  @Test
  void jsonWithHostsCapacitiesAndParallelLinks() throws Exception {
    ImportedGraph read =
        read(
            "a.json",
            """
            {"edges": [["g0", 7, {"capacityGBps": 50, "latencyNs": 20}],
                       ["g1", 7, {"capacityGBps": 25}], ["g1", 7, {"capacityGBps": 25}],
                       [7, 7, {"capacityGBps": 1}]],
             "hosts": ["g1", "g0"]}
            """);
    CsrGraph g = read.graph();
    assertThat(read.names()).containsExactly("g0", "7", "g1");
    assertThat(read.rated()).isTrue();
    assertThat(read.forwarding().forward()).isFalse();
    assertThat(g.endpointCount()).isEqualTo(2);
    assertThat(g.switchCount()).isEqualTo(1);
    assertThat(g.usableLinkCount()).isEqualTo(3);
    assertThat(g.capacityBytesPerS(0)).isEqualTo(50e9);
    assertThat(g.latencyS(0)).isEqualTo(20e-9);
  }

  @Test
  void withoutHostsAllAreHostsAndPassOn() throws Exception {
    ImportedGraph read = read("a.json", "{\"edges\":[[0,1],[1,2]]}");
    assertThat(read.graph().endpointCount()).isEqualTo(3);
    assertThat(read.forwarding().forward()).isTrue();
    assertThat(read.rated()).isFalse();
  }

  @Test
  void hostsPassOnWhereSomeWouldHaveNoWay() throws Exception {
    // Two chips on one switch, a third one behind a chip.
    String edges = "{\"edges\":[[0,\"s\"],[1,\"s\"],[1,2]],\"hosts\":[0,1,2]}";
    assertThat(read("a.json", edges).forwarding().forward()).isTrue();
    // A second link between the chips changes nothing: the switch serves them.
    String served = "{\"edges\":[[0,\"s\"],[1,\"s\"],[1,0]],\"hosts\":[0,1]}";
    assertThat(read("b.json", served).forwarding().forward()).isFalse();
  }

  @Test
  void hostsPassOnWhereOneOfThemIsBetweenOthers() throws Exception {
    // All touch chip 0, so all are reached from it; but 1 and 2 come together only past it.
    String star = "{\"edges\":[[0,1],[0,2],[0,\"s\"]],\"hosts\":[0,1,2]}";
    assertThat(read("a.json", star).forwarding()).isEqualTo(ForwardingRule.NO_OTHER_WAY);
    // A ring of chips, each with a switch of its own: no leaf among the hosts.
    String ring =
        "{\"edges\":[[0,1],[1,2],[2,3],[3,0],[0,\"a\"],[1,\"b\"],[2,\"c\"],[3,\"d\"]],"
            + "\"hosts\":[0,1,2,3]}";
    assertThat(read("b.json", ring).forwarding()).isEqualTo(ForwardingRule.NO_OTHER_WAY);
    // Two planes that both reach all; and two pieces of which neither needs it.
    String planes =
        "{\"edges\":[[0,\"a\"],[1,\"a\"],[0,\"b\"],[1,\"b\"],[2,\"c\"],[3,\"c\"]],"
            + "\"hosts\":[0,1,2,3]}";
    assertThat(read("c.json", planes).forwarding()).isEqualTo(ForwardingRule.SWITCHES_SUFFICE);
  }

  @Test
  void theFileOrTheReaderMaySayWhetherHostsPassOn() throws Exception {
    String star = "{\"edges\":[[0,1],[0,2],[0,\"s\"]],\"hosts\":[0,1,2],\"hostsForward\":false}";
    ImportedGraph told = read("a.json", star);
    assertThat(told.forwarding()).isEqualTo(ForwardingRule.GIVEN_NOT);
    assertThat(told.graph().forwards(0)).isFalse();
    ImportedGraph overruled =
        GraphFile.read(folder.resolve("a.json").toString(), Optional.of(true));
    assertThat(overruled.forwarding()).isEqualTo(ForwardingRule.GIVEN);
    assertThat(overruled.graph().forwards(0)).isTrue();
  }

  @Test
  void graphMlWithKindsAndCapacities() throws Exception {
    ImportedGraph read =
        read(
            "a.graphml",
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <graphml xmlns="http://graphml.graphdrawing.org/xmlns">
              <key id="k" for="node" attr.name="kind" attr.type="string"/>
              <key id="c" for="edge" attr.name="capacityGBps" attr.type="double"/>
              <graph edgedefault="undirected">
                <node id="a"><data key="k">host</data></node>
                <node id="b"><data key="k">host</data></node>
                <node id="s"><data key="k">switch</data></node>
                <edge source="a" target="s"><data key="c">50</data></edge>
                <edge source="b" target="s"><data key="c">100</data></edge>
              </graph>
            </graphml>
            """);
    assertThat(read.graph().endpointCount()).isEqualTo(2);
    assertThat(read.graph().usableLinkCount()).isEqualTo(2);
    assertThat(read.graph().capacityBytesPerS(1)).isEqualTo(100e9);
    assertThat(read.rated()).isTrue();
  }

  @Test
  void dotWithKindsAndCapacities() throws Exception {
    ImportedGraph read =
        read(
            "a.dot",
            """
            graph fabric {
              a [kind="host"]; b [kind="host"]; s [kind="switch"];
              a -- s [capacityGBps="50"];
              b -- s [capacityGBps="50", latencyNs="5"];
            }
            """);
    assertThat(read.graph().endpointCount()).isEqualTo(2);
    assertThat(read.graph().switchCount()).isEqualTo(1);
    assertThat(read.graph().usableLinkCount()).isEqualTo(2);
    assertThat(read.graph().latencyS(1)).isEqualTo(5e-9);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "a.json | {\"edges\": [[0]]}                     | edges[0] is no link",
        "a.json | {\"edges\": [[0,1],[0,1,2]]}            | edges[1] is no link",
        "a.json | {\"edges\": [[0,1.5]]}                 | edges[0] is no link",
        "a.json | {\"edges\": [[0,1,{\"capacity\":1}]]}  | a link has capacityGBps and latencyNs",
        "a.json | {\"edges\": [[0,1,{\"capacityGBps\":\"x\"}]]} | edges[0] is no link",
        "a.json | {\"edges\": [[0,1,{\"capacityGBps\":-1}]]} | no number from 0",
        "a.json | {\"edges\": [[0,1,{\"capacityGBps\":1e400}]]} | no number from 0",
        "a.json | {\"edges\": [[0,1,{\"capacityGBps\":1}],[1,2]]} | 1 of 2 links have no"
            + " capacityGBps",
        "a.json | {\"nodes\": []}                        | a graph has edges and hosts",
        "a.json | {\"hosts\": [1]}                       | is no graph",
        "a.json | {\"edges\": []}                        | has no vertex",
        "a.json | []                                     | is no graph",
        "a.json | {\"edges\": [[0,1],                    | this is no JSON",
        "a.json | {\"edges\": [[0,1]]} {}                | is no graph",
        "a.txt  | x                                      | ends in .json, .graphml",
        "a.dot  | graph { a -- ; }                       | cannot be read as a graph",
        "a.dot  | graph { a [kind=\"chair\"]; a -- b; }  | says neither host nor switch",
        "a.graphml | <graphml><graph>                    | cannot be read as a graph",
        "a.graphml | <!DOCTYPE x [<!ENTITY y \"z\">]><graphml/> | document type or entities",
      })
  void badFilesAreRefusedWithASentence(String name, String text, String sentence) {
    assertThatExceptionOfType(GraphFileException.class)
        .isThrownBy(() -> read(name, text))
        .satisfies(e ->
            assertThat(new Messages(Locale.ENGLISH).say(e.text()))
                .contains(name)
                .contains(sentence));
  }

  @Test
  void aMissingFileIsNamed() {
    assertThatExceptionOfType(GraphFileException.class)
        .isThrownBy(() -> GraphFile.read(folder.resolve("none.json").toString()))
        .satisfies(
            e -> assertThat(new Messages(Locale.ENGLISH).say(e.text())).contains("none.json"));
  }
}
