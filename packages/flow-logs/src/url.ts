/** The parts of a URL as logs write it, with or without scheme, port and path: `pypi.org/`, `https://a.com:8443/x?y`. */
export interface LoggedUrl {
  readonly scheme?: string | undefined;
  readonly host: string;
  readonly port?: string | undefined;
  /** Without query and fragment. */
  readonly path?: string | undefined;
}

const grammar =
  /^(?:([a-z][a-z0-9+.-]*):\/\/)?(?:[^/@?#]*@)?(\[[0-9a-f:.]+\]|[^/:?#[\]]+)(?::(\d{1,5}))?(\/[^?#]*)?(?:[?#].*)?$/i;

/** What CONNECT asks for, the most frequent by far: read without the grammar's many choices. */
const hostAndPort = /^([a-z0-9._-]+):(\d{1,5})$/i;

/** Reads a URL out of a log, or undefined. */
export function parseLoggedUrl(text: string): LoggedUrl | undefined {
  const [, name, number] = hostAndPort.exec(text) ?? [];
  if (name !== undefined) return { scheme: undefined, host: name, port: number, path: undefined };
  const [matched, scheme, host, port, path] = grammar.exec(text) ?? [];
  if (matched === undefined || host === undefined) return undefined;
  return {
    scheme: scheme?.toLowerCase(),
    host: host.startsWith('[') ? host.slice(1, -1) : host,
    port,
    path,
  };
}
