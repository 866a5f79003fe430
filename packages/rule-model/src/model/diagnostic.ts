/** How much a reader has to care. */
export type Severity = 'error' | 'warning' | 'info';

/** Typed facts of a diagnostic, by name. */
export type DiagnosticData = Readonly<Record<string, string | number | boolean | readonly string[]>>;

/** Something that a reader should know: a stable code and its facts. The text is made from them by {@link messageOf}. */
export interface Diagnostic<Code extends string = string> {
  /** `package/what-it-says`. */
  readonly code: Code;
  readonly severity: Severity;
  readonly data: DiagnosticData;
}

/** Texts by code, with the names of data in braces: `"{printed}" is no service tag; its real name is {tag}`. */
export type Messages<Code extends string = string> = Readonly<Record<Code, string>>;

/** The text of a diagnostic. A name in braces that the data lacks stays as it is, so that a test can see it. */
export function messageOf(template: string, data: DiagnosticData): string {
  return template.replace(/\{([A-Za-z]+)\}/g, (braces, name: string) => {
    const value = Object.hasOwn(data, name) ? data[name] : undefined;
    if (value === undefined) return braces;
    return typeof value === 'object' ? value.join(', ') : String(value);
  });
}
