import type { Reporter, TestModule } from 'vitest/node';

/** Closes a run with the one line that CI reads: `12 passed, 0 failed, 1 skipped`. */
export default class SummaryReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const count = { passed: 0, failed: 0, skipped: 0, pending: 0 };
    for (const module of modules) {
      for (const test of module.children.allTests()) count[test.result().state]++;
      if (module.errors().length > 0) count.failed++;
    }
    console.log(`${String(count.passed)} passed, ${String(count.failed)} failed, ${String(count.skipped)} skipped`);
  }
}
