import type { AddVerb } from '../verb.js';
import { addAggregate } from './aggregate.js';
import { addTagsDiff } from './diff.js';
import { addResolve } from './resolve.js';
import { addWhich } from './which.js';

const help = `
Examples:
  azureml-firewall service-tags resolve Storage.EastUS2 --file ServiceTags_Public_20251028.json
  azureml-firewall service-tags aggregate AzureMonitor Storage.EastUS2 --limit 100 --file tags.json
  azureml-firewall service-tags which 20.42.0.1 --file tags.json
  azureml-firewall service-tags diff old.json new.json --profile workspace.yaml

A document is the weekly download from Microsoft, or what \`az network list-service-tags\` answers.`;

/** `service-tags`: asks documents of service tags. */
export const addServiceTags: AddVerb = (program, host, settle) => {
  const group = program
    .command('service-tags')
    .description("addresses of Azure's service tags, from a document that you have downloaded")
    .addHelpText('after', help);
  addResolve(group, host, settle);
  addAggregate(group, host, settle);
  addWhich(group, host, settle);
  addTagsDiff(group, host, settle);
};
