import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Extractor, ExtractorConfig, ExtractorLogLevel, type ExtractorMessage } from '@microsoft/api-extractor';
import type { Entry } from '../workspace/entries.js';
import type { WorkspacePackage } from '../workspace/packages.js';

/** The public surface of one entry of a package. */
export interface Report {
  /** `packages/rule-model/api/index.api.md`. */
  readonly path: string;
  readonly text: string;
  /** What is wrong with comments: links to nowhere, tags that are none. */
  readonly faults: readonly string[];
}

function configuration(folder: string, entry: Entry, into: string): ExtractorConfig {
  const types = join(folder, entry.types);
  const compilerOptions = { module: 'nodenext', target: 'es2022', lib: ['es2023', 'dom'], types: [], strict: true };
  const quiet = { logLevel: ExtractorLogLevel.None, addToApiReportFile: false };
  const noted = { logLevel: ExtractorLogLevel.Warning, addToApiReportFile: false };
  return ExtractorConfig.prepare({
    configObjectFullPath: undefined,
    packageJsonFullPath: join(folder, 'package.json'),
    configObject: {
      projectFolder: folder,
      mainEntryPointFilePath: types,
      newlineKind: 'lf',
      compiler: { overrideTsconfig: { compilerOptions: { ...compilerOptions, skipLibCheck: true }, files: [types] } },
      apiReport: { enabled: true, reportFileName: `${entry.name}.api.md`, reportFolder: into, reportTempFolder: into },
      docModel: { enabled: false },
      dtsRollup: { enabled: false },
      tsdocMetadata: { enabled: false },
      messages: {
        compilerMessageReporting: { default: noted },
        extractorMessageReporting: {
          default: noted,
          // All that is exported is public, and types behind an exported one may stay without a name of their own.
          'ae-missing-release-tag': quiet,
          'ae-forgotten-export': quiet,
          // Read from the report itself, which tells exports from their members.
          'ae-undocumented': quiet,
        },
        tsdocMessageReporting: { default: noted },
      },
    },
  });
}

/** Describes what one entry of a package exports, from its built declarations. */
export function reportOf({ id, folder }: WorkspacePackage, entry: Entry): Report {
  const path = `packages/${id}/api/${entry.name}.api.md`;
  const into = mkdtempSync(join(tmpdir(), 'api-'));
  const faults: string[] = [];
  const take = (message: ExtractorMessage): void => {
    const counts = [ExtractorLogLevel.Warning, ExtractorLogLevel.Error].includes(message.logLevel);
    const isAboutFiles = message.messageId.startsWith('console-');
    if (counts && !isAboutFiles) faults.push(`${path}: ${message.messageId}: ${message.text}`);
    message.handled = true;
  };
  try {
    Extractor.invoke(configuration(folder, entry, into), { localBuild: true, messageCallback: take });
    return { path, text: readFileSync(join(into, `${entry.name}.api.md`), 'utf8'), faults };
  } finally {
    rmSync(into, { recursive: true });
  }
}
