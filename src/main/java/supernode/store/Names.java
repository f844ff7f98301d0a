package supernode.store;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import supernode.catalog.PartKind;
import supernode.catalog.Property;
import supernode.design.Assembly;
import supernode.design.Damage;
import supernode.design.Fabric;

/** Constants by their names in files. */
final class Names {
  static final Map<String, Assembly.Level> LEVELS = of(Assembly.Level.values(), Names::level);
  static final Map<String, Fabric> FABRICS = of(Fabric.values(), Fabric::key);
  static final Map<String, Damage.Part> PARTS = of(Damage.Part.values(), Damage.Part::key);
  static final Map<String, Property> PROPERTIES = of(Property.values(), Property::key);
  static final Map<String, PartKind> KINDS = of(PartKind.values(), PartKind::key);

  private Names() {}

  static String level(Assembly.Level level) {
    return level.name().toLowerCase(Locale.ROOT);
  }

  private static <E> Map<String, E> of(E[] constants, Function<E, String> name) {
    Map<String, E> all = new LinkedHashMap<>();
    Stream.of(constants).forEach(c -> all.put(name.apply(c), c));
    return all;
  }
}
