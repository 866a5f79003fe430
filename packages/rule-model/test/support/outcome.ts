import type { Parsed } from '@azureml-firewall/rule-model';

/** The value of a parse, or the code of its refusal: what a test compares. */
export function outcome<T>(parsed: Parsed<T>): T | string {
  return parsed.ok ? parsed.value : parsed.refusal.code;
}
