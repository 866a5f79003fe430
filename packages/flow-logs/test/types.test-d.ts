// Checked by the type check alone: nothing here runs.
import { isLogFormat, lineReader, type Line, type LogFormat } from '@azureml-firewall/flow-logs';
import type { Flow } from '@azureml-firewall/rule-model';
import { expectTypeOf } from 'vitest';

declare const text: string;

// @ts-expect-error no such format
lineReader('syslog', '');
// @ts-expect-error any text is not yet a format
lineReader(text, '');
if (isLogFormat(text)) expectTypeOf(lineReader(text, '')).returns.toEqualTypeOf<Line>();
expectTypeOf<'squid'>().toExtend<LogFormat>();

const line = lineReader('squid', '')('');
// @ts-expect-error only a denied connection has one
String(line.flow);
if (line.kind === 'denied') expectTypeOf(line.flow).toEqualTypeOf<Flow>();
if (line.kind === 'broken') expectTypeOf(line.why).toBeString();
