package supernode.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import supernode.design.InstancePath;

class PlaceSearchTest {
  private static List<String> find(String query) {
    return new PlaceSearch(Desk.small()).find(query).stream().map(InstancePath::toString).toList();
  }

  @Test
  void aPathFindsItsInstance() {
    assertThat(find("compute[3].gpu[1]")).containsExactly("compute[3].gpu[1]");
  }

  @Test
  void wordsAndNumbersDoToo() {
    assertThat(find("compute 3 gpu 1")).containsExactly("compute[3].gpu[1]");
  }

  @Test
  void anInnerNameFindsItsFirstInstance() {
    assertThat(find("gpu")).containsExactly("compute[0].gpu[0]");
  }

  @Test
  void thereIsNoInstanceBeyondTheCount() {
    assertThat(find("compute[4]")).isEmpty();
  }

  @Test
  void nothingTypedFindsNoPlace() {
    assertThat(find("")).isEmpty();
  }
}
