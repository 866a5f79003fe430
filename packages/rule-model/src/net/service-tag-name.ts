import { accepted, refused, type Parsed } from '../parsed.js';

const name = /^[A-Za-z][A-Za-z0-9]*(\.[A-Za-z0-9]+)*$/;

/**
 * A service tag by name, `AzureMachineLearning` or `Storage.EastUS2`. Only the form is checked: which tags exist, and in
 * what spelling, is a matter of a cloud and a date.
 */
export function parseServiceTagName(text: string): Parsed<string> {
  if (text.length > 80 || !name.test(text))
    return refused('service-tag/not-a-name', text, 'a service tag such as AzureMachineLearning or Storage.EastUS2');
  return accepted(text);
}
