package supernode.topology.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import supernode.quantity.Messages;
import supernode.topology.LinkSpec;

/** Fabrics asked for in words: what comes of them, and what is refused with which sentence. */
class RecipeTest {
  static final List<Kind> KINDS = Kinds.ALL;

  static Recipe read(String words) {
    List<String> parts = List.of(words.strip().split(" +"));
    return Recipe.read(parts.getFirst(), parts.subList(1, parts.size()));
  }

  @ParameterizedTest
  @FieldSource("KINDS")
  void everyKindMakesItsExample(Kind kind) {
    Recipe recipe = read(kind.usage().replaceAll("[\\[\\]]", ""));
    Counts counts = recipe.generator().counts();
    Generated made = recipe.generator().generate(recipe.links());
    assertThat((long) made.graph().vertexCount()).isEqualTo(counts.vertices());
    assertThat((long) made.graph().usableLinkCount()).isEqualTo(counts.links());
    // What stands in brackets can be left out.
    assertThat(read(kind.usage().replaceAll("\\[.*]", "")).generator()).isNotNull();
  }

  // V8, V11, V51 and the formulas of the field; "-" where none is public.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          fat-tree k=64 levels=2                        | 2048    | 96    | 2048
          fat-tree k=64 levels=3                        | 65536   | 5120  | 131072
          fat-tree k=4                                  | 16      | 20    | 32
          fat-tree k=48 levels=3                        | 27648   | 2880  | 55296
          multi-plane planes=8 of=fat-tree k=64 levels=2 | 16384  | 768   | 16384
          hpn                                           | 15360   | 360   | 14400
          ocs-torus cubes=4x4x4                         | 4096    | 0     | 0
          cloudmatrix                                   | 384     | 448   | 5376
          slim-fly q=5 p=4                              | 200     | 50    | 175
          slim-fly q=13                                 | 3380    | 338   | 3211
          dragonfly p=4 a=8 h=4                         | 1056    | 264   | 1452
          dragonfly p=2 a=4 h=2 g=9                     | 72      | 36    | 90
          star n=64                                     | 64      | 1     | 0
          leaf-spine leaves=32 spines=8 hosts=16 uplinks=8 | 512  | 40    | 256
          rail servers=128 gpus=8 spines=8 serversPerUnit=32 uplinks=32 | 1024 | 40 | 1024
          xgft h=2 m=4x8 w=1x4                          | 32      | 12    | 32
          """)
  void countsAreThoseOfTheField(String words, long endpoints, long switches, long between) {
    Counts counts = read(words).generator().counts();
    assertThat(counts.hosts()).isEqualTo(endpoints);
    assertThat(counts.switches()).isEqualTo(switches);
    assertThat(counts.interSwitchLinks()).isEqualTo(between);
  }

  @Test
  void tpuV4HasFortyEightCircuitSwitches() {
    Counts counts = read("ocs-torus cubes=4x4x4 side=4").generator().counts();
    assertThat(counts.further()).containsEntry("opticalCircuitSwitches", 48L);
    assertThat(counts.further()).containsEntry("cubes", 64L);
    assertThat(counts.links()).isEqualTo(3 * 4096);
  }

  // V9, network.md section 3.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          torus dims=16x16x16               | 512
          torus dims=8x4                    | 8
          torus dims=4x4x8                  | 32
          torus dims=5x4                    | 10
          torus dims=5x5                    | 12
          torus dims=9                      | 2
          torus dims=2x2x2                  | 4
          mesh dims=8x8                     | 8
          mesh dims=5x5                     | 6
          full-mesh n=8                     | 16
          full-mesh n=7                     | 12
          hyperx dims=4x6                   | 24
          hyperx dims=8x8x8                 | 1024
          fat-tree k=4                      | 8
          fat-tree k=64 levels=2            | 1024
          fat-tree k=48                     | 13824
          leaf-spine leaves=8 spines=4 hosts=8 uplinks=4 | 16
          star n=64                         | 32
          dual-plane of=fat-tree k=4        | 16
          rail servers=16 gpus=8 serversPerUnit=8 spines=4 uplinks=4 scaleUp=switch | 32
          """)
  void bisectionsAreThoseOfTheFormulas(String words, long links) {
    assertThat(read(words).generator().bisection(LinkPlan.unrated()).orElseThrow().links())
        .isEqualTo(links);
  }

  @Test
  void ratesAreBitsOrBytesForAllLinksOrForOneCable() {
    Recipe recipe =
        read("leaf-spine leaves=2 spines=1 hosts=2 uplinks=1 rateGbps=400 uplink.rateGBps=100");
    assertThat(recipe.links().of(Cable.HOST).capacityBytesPerS()).isEqualTo(50e9);
    assertThat(recipe.links().of(Cable.UPLINK).capacityBytesPerS()).isEqualTo(100e9);
    assertThat(recipe.links().isRated()).isTrue();
    assertThat(read("star n=2").links().isRated()).isFalse();
    LinkSpec far =
        read("inter-site sites=2 km=100 of=star n=4 latencyNs=20").links().of(Cable.INTER_SITE);
    assertThat(far.lengthM()).isEqualTo(100_000);
    assertThat(far.propagationS()).isCloseTo(500e-6, within(1e-12));
    assertThat(far.latencyS()).isCloseTo(20e-9, within(1e-15));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          fat-treee k=4                | no kind of fabric “fat-treee”; there are: star
          fat-tree                     | needs k=, a whole number from 2 to 4,096
          fat-tree k=5                 | even k=, not 5; try k=6
          fat-tree k=4.5               | k=4.5 is no whole number from 2
          fat-tree k=-4                | k=-4 is no whole number
          fat-tree k=99999999999999999999 | is no whole number from 2 to 4,096
          fat-tree k=4 levels=4        | levels=4 is no whole number from 2 to 3
          fat-tree k=4 k=6             | k= is given twice
          fat-tree k                   | “k” sets nothing
          fat-tree =4                  | “=4” sets nothing
          fat-tree kk=4                | takes no kk=; it takes: k, levels
          fat-tree k=4 rateGbps=0      | rateGbps=0 is no number above 0
          fat-tree k=4 rateGbps=NaN    | rateGbps=NaN is no number above 0
          fat-tree k=4 rateGbps=Infinity | is no number above 0
          fat-tree k=4 rateGbps=1 rateGBps=1 | give one of them
          fat-tree k=4 latencyNs=-1    | latencyNs=-1 is no number
          fat-tree k=4 host.rateGbps=1 | give rateGbps= or rateGBps= for the other links
          star n=0                     | n=0 is no whole number from 1
          torus                        | needs dims=
          torus dims=8x                | is no list of up to 8 sizes
          torus dims=axb               | is no list of up to 8 sizes
          torus dims=2x2x2x2x2x2x2x2x2 | is no list of up to 8 sizes
          torus dims=0x4               | sizes from 1
          torus dims=4 twist=2         | A twist needs at least two dimensions
          torus dims=4x4 twist=4       | twist=4 is no whole number from 0 to 3
          slim-fly q=6                 | the nearest are q=5 and q=7
          slim-fly q=2                 | the nearest are q=3 and q=3
          slim-fly q=15                | the nearest are q=13 and q=16
          dragonfly p=1 a=2 h=1 g=4    | g is 1 to 3 here
          dragonfly-plus p=1 leaves=2 spines=2 h=1 g=4 | g is 1 to 3 here
          jellyfish switches=4 ports=8 hosts=2 | no random regular network
          jellyfish switches=8 ports=3 hosts=2 | no random regular network
          multi-plane planes=2         | needs of=, a kind of fabric
          multi-plane planes=2 of=multi-plane | name a plain kind there
          multi-plane planes=2 of=star n=4 attach=some | attach=some is none of: one, all
          nested of=star n=5 in=full-mesh in.n=2 | do not divide into blocks of 2
          xgft h=2 m=4x4 w=1           | as many sizes in m= and w=
          torus dims=1000000x1000000x1000000x1000000 | more than 10^12
          """)
  void badWordsAreRefusedWithASentence(String words, String sentence) {
    assertThatExceptionOfType(GeneratorException.class)
        .isThrownBy(() -> read(words))
        .satisfies(e -> assertThat(new Messages(Locale.ENGLISH).say(e.text())).contains(sentence));
  }

  @Test
  void tenMillionVerticesAreCountedButNotBuilt() {
    Generator star = read("star n=10000000").generator();
    assertThat(star.counts().vertices()).isEqualTo(10_000_001);
    assertThatExceptionOfType(GeneratorException.class)
        .isThrownBy(() -> star.generate(LinkSpec.of(1)))
        .satisfies(e ->
            assertThat(new Messages(Locale.ENGLISH).say(e.text()))
                .contains("beyond what is built, 2,000,000 vertices"));
  }
}
