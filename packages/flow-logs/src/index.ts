export type { Line, LineReader, LogFormat } from './line.js';

export { isLogFormat, logFormats } from './line.js';
export { lineReader } from './reader.js';
