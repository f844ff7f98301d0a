package supernode.interop.matrix;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A JSON list of lists as rows of cells. */
final class JsonRows {
  private JsonRows() {}

  /** Says what is wrong, with its values after the file's name. */
  interface Refusal {
    MatrixException of(String key, Object... values);
  }

  static List<List<String>> of(String text, Refusal refused) {
    List<List<String>> rows = new ArrayList<>();
    try {
      for (JsonNode row : JsonMapper.shared().readTree(text)) {
        if (!row.isArray()) {
          throw refused.of("matrix.notSquare", rows.size() + 1, 1, rows.size() + 1);
        }
        rows.add(row.valueStream().map(JsonNode::toString).toList());
      }
    } catch (JacksonException _) {
      throw refused.of("matrix.notJson");
    }
    return rows;
  }
}
