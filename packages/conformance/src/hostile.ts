/** A text that a policy or an option could hold. */
export interface HostileText {
  /** What it tries. */
  readonly name: string;
  readonly text: string;
}

function named(texts: Readonly<Record<string, string>>): readonly HostileText[] {
  return Object.entries(texts).map(([name, text]) => ({ name, text }));
}

/** Texts that the rule model accepts: one printable line. No printer may let them out of their quotes or comments. */
export const hostileTexts: readonly HostileText[] = named({
  'a double quote': 'ends here" permit any any',
  'a single quote': "it's ' or '1'='1",
  'a backslash at the end': 'the last one escapes \\',
  'backslashes and quotes': '\\" \\\\" \\\\\\"',
  'a line feed in escapes': 'one\\nset two\\r\\nthree',
  'the start of a comment': '# nothing // of /* this */ -- counts ; ! rem',
  'a question mark': 'is this help?',
  brackets: '[ x ] { y } ( z ) < w >',
  'the expression of a template': "[concat('x', parameters('y'))]",
  'twice a bracket': '[[twice]',
  'the template of a language': 'it is ${this} %{that} {{other}} $(id) $SerialNum',
  'a shell': '`id`; reboot && x | y > /z < w $HOME',
  'the end of an element': "</description><entry name='x'/>&amp;]]>",
  'the end of an object': '"}],"rules":[{"name":"x"}]',
  'a separator': 'a,b;c|d:e=f%20g',
  'spaces around': '  in the middle  of it  ',
  'a hyphen first': '--force -y',
  'an at sign': '@import user@example.com',
  'another script': '日本語 Ελλάδα العربية',
  'signs that look alike': '“quoted” ‘text’ – with — dashes … ″',
  'a picture': 'a rocket 🚀 and a scientist',
  'a reserved word': 'any',
  'a word of JavaScript': 'constructor',
  'a number': '0',
});

/** Texts that are as long as the rule model lets them be, in characters of one, two and three bytes. */
export const longTexts: readonly HostileText[] = named({
  'a long word': 'x'.repeat(500),
  'a long text': 'word and '.repeat(55).trim(),
  'many bytes': '漢'.repeat(500),
  'many pairs': '🚀'.repeat(250),
  'many quotes': '"'.repeat(500),
  'many backslashes': '\\'.repeat(500),
  'many ellipses': '…'.repeat(500),
});

/** Texts that nothing may print, since they break a line or can't be seen. They are refused before a renderer runs. */
export const refusedTexts: readonly HostileText[] = named({
  'a line feed': 'one\npermit any any',
  'a carriage return': 'one\rpermit any any',
  'a tab': 'one\ttwo',
  'the null character': 'one\0two',
  escape: 'one\u001b[2Jtwo',
  delete: 'one\u007ftwo',
  'next line': 'one\u0085two',
  'a line separator': 'one\u2028two',
  'a paragraph separator': 'one\u2029two',
  'right to left': 'one\u202eowt',
  'zero width': 'one\u200btwo',
  'the byte order mark': '\ufeffone',
  'half of a pair': 'one\ud800two',
  'a filler': 'one\u3164two',
  nothing: '',
  'spaces alone': '   ',
});
