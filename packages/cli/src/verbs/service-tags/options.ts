import { Option } from 'commander';

/** What the verbs that ask one document have in common. */
export interface FileArguments {
  readonly file: string;
  readonly format: 'table' | 'json';
}

/** `--file`: the document that is asked. */
export const fileFlags = '--file <file>';

/** What `--file` takes. */
export const fileDescription = "the weekly download of service tags, or the API's answer";

/** `--format` of the verbs about service tags. */
export function formatOption(): Option {
  return new Option('--format <format>', 'how it is printed').choices(['table', 'json']).default('table');
}
