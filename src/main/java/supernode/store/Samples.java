package supernode.store;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import supernode.catalog.Catalog;
import supernode.quantity.Text;

/** The designs that ship with the studio. */
public final class Samples {
  /** The one that the studio opens first. */
  public static final String FIRST = "gb200-nvl72";

  /** All of {@code sample-designs/} by subject; a folder inside a jar cannot be listed cheaply. */
  public static final List<Group> GROUPS =
      List.of(
          new Group(
              "nvidia",
              List.of(
                  FIRST,
                  "gb300-nvl72",
                  "vr-nvl72",
                  "gh200-nvl32",
                  "hgx-h100",
                  "nvl72-x8",
                  "superpod-h100-su",
                  "superpod-h100-16su",
                  "h100-rail-1024")),
          new Group(
              "world",
              List.of(
                  "mi300x-mesh",
                  "helios",
                  "trn2-node",
                  "trn2-ultraserver",
                  "trn2-ultracluster",
                  "tpu-v4-pod",
                  "ironwood-9216")),
          new Group(
              "china",
              List.of(
                  "cloudmatrix384",
                  "atlas950-superpod",
                  "ub-mesh-rack",
                  "ub-mesh-pod",
                  "unipod-s80000",
                  "sd200",
                  "scalex640",
                  "kunlun-32",
                  "kunlun-64",
                  "ethx-64",
                  "ethx-512",
                  "al128",
                  "ethlink-64",
                  "metax-optical",
                  "metax-yaolong",
                  "mlu590-server",
                  "hygon-k100-server",
                  "cloud-brain")),
          new Group(
              "fabric",
              List.of(
                  "broadcom-sue", "ualink-1024", "uec-plane", "dragonfly-1056", "fat-tree-k48")),
          new Group("cooling", List.of("row-10-racks", "immersion-tank")),
          new Group(
              "idea",
              List.of(
                  "era-web",
                  "era-ai-cluster",
                  "heterogeneous-node",
                  "cxl-pool-rack",
                  "cross-site",
                  "all-optical",
                  "mixed-pool",
                  "npu-switch-64",
                  "nvl72-optics",
                  "h100-cold-plate")));

  /** What supernodes are built for, each with the sample and the scenario that carry it. */
  public static final List<Story> STORIES =
      List.of(
          new Story("atlas950-superpod", "trillion-parameter training", "trillion-parameters"),
          new Story("cloudmatrix384", "a million users", "million-users"),
          new Story("hgx-h100", "finance risk control", "fraud-stream"),
          new Story("superpod-h100-su", "industrial inspection", "inspection"),
          new Story("h100-rail-1024", "energy dispatch", "energy-dispatch"));

  /** The names of all groups, in their order. */
  public static final List<String> NAMES =
      GROUPS.stream().flatMap(g -> g.names().stream()).toList();

  /**
   * Samples of one subject.
   *
   * @param key of the subject, for its title
   */
  public record Group(String key, List<String> names) {
    public Group {
      names = List.copyOf(names);
    }
  }

  /**
   * A job that a sample is opened at.
   *
   * @param scenario of the sample
   * @param workload of the scenario
   */
  public record Story(String sample, String scenario, String workload) {}

  private Samples() {}

  /**
   * Reads a sample.
   *
   * @param catalog what designs may use besides parts of their own
   * @throws StoreException when there is no sample of that name
   */
  public static StoredDesign read(String name, Catalog catalog) {
    String file = "/sample-designs/" + name + ".supernode.json";
    try (InputStream in = Samples.class.getResourceAsStream(file)) {
      if (in == null || !NAMES.contains(name)) {
        throw new StoreException(Text.of("store.noSample", name, String.join(", ", NAMES)));
      }
      return DesignReader.read(name, in.readAllBytes(), catalog);
    } catch (IOException _) {
      throw new StoreException(Text.of("store.unreadable", name));
    }
  }
}
