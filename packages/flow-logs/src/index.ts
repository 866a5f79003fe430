export type { Line, LineReader, LogFormat } from './line.js';
export type { Grade, Judge, Judgement } from './replay/judge.js';
export type { DeniedGroup, Tallier, Tally } from './replay/tally.js';
export type { LineSplitter } from './split-lines.js';

export { isLogFormat, logFormats } from './line.js';
export { lineReader } from './reader.js';
export { denialJudge } from './replay/judge.js';
export { tallier } from './replay/tally.js';
export { lineSplitter, longestLine } from './split-lines.js';
