const unprintable = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

/** A text in which nothing can move the cursor, recolour the terminal or end the line. */
export function printable(text: string): string {
  return text.replace(unprintable, (character) => {
    const code = character.codePointAt(0) ?? 0;
    return `\\u{${code.toString(16)}}`;
  });
}

/** The first part of a text that a stranger wrote, for a message. */
export function excerpt(text: string, limit = 80): string {
  const shown = printable(text);
  return shown.length <= limit ? shown : `${shown.slice(0, limit - 1)}…`;
}
