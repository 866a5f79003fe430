// Stands in front of the bundles, in a browser and in a bare context alike: runs each and keeps what it printed.
const results = {};

/** A short answer for a long print: equal prints have equal answers. */
function digest(text) {
  let hash = 0;
  for (let i = 0; i < text.length; i++) hash = (Math.imul(hash, 31) + text.charCodeAt(i)) | 0;
  return `${text.length} characters, ${hash}`;
}

// Called by each bundle.
// eslint-disable-next-line no-unused-vars
function report(name, use) {
  const printed = [];
  const plain = (_, value) => (typeof value === 'bigint' ? String(value) : value);
  try {
    use({ log: (...values) => printed.push(JSON.stringify(values, plain)) });
    results[name] = printed.length === 0 ? 'prints nothing' : digest(printed.join('\n'));
  } catch (error) {
    results[name] = `fails: ${error}`;
  }
}
