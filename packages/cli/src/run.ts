import { Command, CommanderError } from 'commander';
import { exitStatus, type ExitStatus } from './exit-status.js';
import type { Host } from './host.js';
import { printable } from './output/printable.js';
import { Refusal } from './refusal.js';
import { addDiff } from './verbs/diff.js';
import { addEditions } from './verbs/editions.js';
import { addExplain } from './verbs/explain.js';
import { addFind } from './verbs/find.js';
import { addHistory } from './verbs/history.js';
import { addInit } from './verbs/init.js';
import { addPlan } from './verbs/plan.js';
import { addRender } from './verbs/render.js';
import { addReplay } from './verbs/replay.js';
import { eachOnce } from './verbs/once.js';
import { addServiceTags } from './verbs/service-tags/service-tags.js';
import { version } from './version.js';

const help = `
Examples:
  azureml-firewall init
  azureml-firewall plan --profile workspace.yaml
  azureml-firewall render --profile workspace.yaml --target azure-firewall --out firewall
  azureml-firewall explain --profile workspace.yaml tcp://mlvm.eastus2.instances.azureml.ms:8787
  azureml-firewall replay --profile workspace.yaml --log access.log --log-format squid
  azureml-firewall diff --from 2021-09-14 --to 2026-03-19 --profile workspace.yaml
  azureml-firewall find udp/5831

Exit status: 0 done; 1 done, but there is something to look at; 2 the input was refused and nothing was written;
70 a defect of this program; 74 the output could not be written to its end.`;

function programFor(host: Host, settle: (status: ExitStatus) => void): Command {
  const program = new Command('azureml-firewall')
    .description('Firewall rules for an Azure Machine Learning workspace, from its profile.')
    .version(version, '--version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .addHelpText('after', help)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => host.stdout.write(text),
      writeErr: (text) => host.stderr.write(text),
      getOutHelpWidth: () => host.stdout.columns ?? 100,
      getErrHelpWidth: () => host.stderr.columns ?? 100,
      getOutHasColors: () => false,
      getErrHasColors: () => false,
      outputError: (text, write) => {
        write(text.split('\n').map(printable).join('\n'));
      },
    });
  // Verbs inherit what is set above.
  addInit(program, host, settle);
  addPlan(program, host, settle);
  addRender(program, host, settle);
  addExplain(program, host, settle);
  addDiff(program, host, settle);
  addEditions(program, host, settle);
  addHistory(program, host, settle);
  addFind(program, host, settle);
  addReplay(program, host, settle);
  addServiceTags(program, host, settle);
  eachOnce(program);
  return program;
}

function report(error: unknown, host: Host): ExitStatus {
  // Commander has written its message, or the help that was asked for.
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitStatus.done : exitStatus.refused;
  if (error instanceof Refusal) {
    for (const line of error.lines) host.stderr.write(`error: ${line}\n`);
    return exitStatus.refused;
  }
  const what = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  host.stderr.write(`internal error: ${printable(what)}\n`);
  host.stderr.write('This is a defect of azureml-firewall: please report it, with the output under DEBUG=1.\n');
  if (host.env['DEBUG'] && error instanceof Error) host.stderr.write(`${error.stack ?? ''}\n`);
  return exitStatus.defect;
}

/** Runs the command with the words after its name. The one place where errors become an exit status. */
export async function run(words: readonly string[], host: Host): Promise<ExitStatus> {
  let status: ExitStatus = exitStatus.done;
  try {
    const program = programFor(host, (settled) => {
      status = settled;
    });
    await program.parseAsync([...words], { from: 'user' });
    return status;
  } catch (error) {
    return report(error, host);
  }
}
