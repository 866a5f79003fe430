export { command, type CommandLine } from './node/command.js';
export { folder, type FolderOptions } from './node/folder.js';
export { ownCases, type CaseParsers } from './node/own-cases.js';
export { textFile, textsAt } from './node/text-file.js';
