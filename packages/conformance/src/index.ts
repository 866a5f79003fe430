export type {
  Adapter,
  DeclaredLimit,
  Device,
  ExpectedFiles,
  Extra,
  Files,
  LimitCase,
  OwnCase,
  OwnCases,
  Printed,
  Reader,
  SyntaxChecker,
  TextFile,
  Trial,
} from './adapter.js';
export type { Check, Result } from './check.js';
export type { Fixture } from './fixtures/fixture.js';
export type { HostileText } from './hostile.js';
export type { Probe } from './probes/probes.js';
export type { World } from './probes/world.js';
export type { Supported } from './support.js';

export { conformance } from './conformance.js';
export { diagnosticsPage } from './diagnostics-page.js';
export { fixtures } from './fixtures/index.js';
export { hostileTexts, longTexts, refusedTexts } from './hostile.js';
export { decideBy } from './policy-reader.js';
export { supportOf } from './support.js';
export { by, draft, policy, route, rule, tag, to } from './write.js';
