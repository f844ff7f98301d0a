package supernode.figure;

/** What a colour means; a {@link Palette} says which colour that is. */
public enum ColorRole {
  WINDOW,
  PANEL,
  CANVAS,
  DOTS,
  HAIRLINE,
  TEXT,
  SECONDARY,
  FAINT,
  ACCENT,
  ACCENT_GROUND,
  /** Packages of accelerators. */
  ACCELERATOR,
  CPU,
  /** HBM and other memory. */
  HBM,
  SWITCH,
  NIC,
  /** Power shelves and feeds. */
  POWER,
  COPPER,
  OPTICS,
  COOLANT_SUPPLY,
  COOLANT_RETURN,
  OK,
  WARNING,
  ERROR
}
