package supernode.interop.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import supernode.design.TrafficPattern;
import supernode.design.TrafficPattern.Demand;
import supernode.design.TrafficPattern.Range;

class MatrixReaderTest {
  @TempDir private Path folder;

  private TrafficPattern.Matrix read(String text) throws Exception {
    return MatrixReader.read(Files.writeString(folder.resolve("m"), text));
  }

  private static Demand demand(int from, int to, double gBps) {
    return new Demand(new Range(from, from), new Range(to, to), 1, OptionalDouble.of(gBps * 1e9));
  }

  @Test
  void aSquareIsWhoSendsRowByRow() throws Exception {
    List<Demand> expected = List.of(demand(0, 1, 2.5), demand(1, 2, 4));
    assertThat(read("9,2.5,0\n,0,4\n0,0,0\n").demands()).isEqualTo(expected);
    assertThat(read("[[0, 2.5, 0], [0, 0, 4], [0, 0, 0]]").demands()).isEqualTo(expected);
  }

  @Test
  void aListHasLimitsWeightsAndRanges() throws Exception {
    assertThat(read("from,to,weight,limitGBps\n0-3,4-7,2,\n5,1,,12.5\n").demands())
        .containsExactly(
            new Demand(new Range(0, 3), new Range(4, 7), 2, OptionalDouble.empty()),
            new Demand(new Range(5, 5), new Range(1, 1), 1, OptionalDouble.of(12.5e9)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1,2                     | matrix.notSquare
          0,x~1,0                 | matrix.number
          0,-1~1,0                | matrix.number
          from,into~1,2           | matrix.head
          from,to~1,b             | matrix.number
          from,to                 | matrix.empty
          0,0~0,0                 | matrix.empty
          [[1, 2]                 | matrix.notJson
          """)
  void whatIsNoMatrixIsSaidWithItsPlace(String text, String key) {
    assertThatThrownBy(() -> read(text.replace('~', '\n')))
        .isInstanceOfSatisfying(
            MatrixException.class, e -> assertThat(e.text().key()).isEqualTo(key));
  }
}
