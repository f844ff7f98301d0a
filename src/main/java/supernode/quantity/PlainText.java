package supernode.quantity;

/** Whether what people call things can be shown, printed and written to any file. */
public final class PlainText {
  private PlainText() {}

  /** One line without control characters, halves of characters and what Unicode calls none. */
  public static boolean isLine(String text) {
    return text.codePoints().allMatch(PlainText::isPrintable);
  }

  /** Lines of such text. */
  public static boolean isText(String text) {
    return text.codePoints().allMatch(c -> isPrintable(c) || c == '\n' || c == '\r' || c == '\t');
  }

  private static boolean isPrintable(int character) {
    int kind = Character.getType(character);
    boolean nonCharacter = (character & 0xFFFE) == 0xFFFE;
    return kind != Character.CONTROL && kind != Character.SURROGATE && !nonCharacter;
  }
}
