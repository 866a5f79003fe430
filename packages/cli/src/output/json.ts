/** JSON as it is printed and written everywhere: two spaces, a final line feed. */
export function json(value: unknown): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}
