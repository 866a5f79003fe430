import { messageOf } from '@azureml-firewall/rule-model';
import { describe, expect, it } from 'vitest';

describe('messageOf', () => {
  it('fills in texts, numbers, truths and lists', () => {
    const data = { tag: 'Storage', count: 3, known: false, regions: ['EastUS2', 'CentralUS'] };
    expect(messageOf('{tag} {count} {known} {regions}', data)).toBe('Storage 3 false EastUS2, CentralUS');
  });

  it('leaves a name that the data lacks in its braces', () => {
    expect(messageOf('{printed} is {tag}', { tag: 'Storage' })).toBe('{printed} is Storage');
  });

  it('takes no value from the prototype', () => {
    expect(messageOf('{constructor} {toString}', {})).toBe('{constructor} {toString}');
  });

  it('does not read braces or dollar signs of a value', () => {
    expect(messageOf('{a} {b}', { a: '{b} $& $1', b: 'x' })).toBe('{b} $& $1 x');
  });
});
