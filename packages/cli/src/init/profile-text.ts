import type { Draft } from './draft.js';

/** Words that YAML, in one of its versions, does not read as text. */
const reserved = new Set(['true', 'false', 'null', 'yes', 'no', 'on', 'off', 'y', 'n']);

function scalar(text: string): string {
  const plain = /^[a-z][a-z0-9-]*$/i.test(text) || /^\d+(\.\d+){3}\/\d+$/.test(text);
  return plain && !reserved.has(text.toLowerCase()) ? text : JSON.stringify(text);
}

function list(texts: readonly string[]): string {
  return `[${texts.map(scalar).join(', ')}]`;
}

function name(key: string, value: string | undefined, example: string, what: string): string {
  return value === undefined ? `# ${key}: ${example} # ${what}` : `${key}: ${scalar(value)} # ${what}`;
}

/** The profile of a draft, with a word on each field, as a person would keep it. */
export function profileText(draft: Draft): string {
  const { compute, kubernetes, packages, tools, monitoring } = draft;
  return `# The workspace as far as its network access depends on it. Only \`cloud\` and \`region\` are mandatory.

cloud: ${draft.cloud} # public | usgov | china
region: ${scalar(draft.region)} # the region's ARM name

# Names of the workspace's own resources. Rules that hold such a name are left out, with a warning, where it is missing.
${name('storage', draft.storage, 'contosoml', 'default storage account')}
${name('registry', draft.registry, 'contosoacr', 'container registry')}
# workspaceId: 00000000-0000-0000-0000-000000000000

hbi: ${draft.hbi} # created with the hbi_workspace flag?
privateEndpoint: ${draft.privateEndpoint}

compute:
  instances: ${compute.instances}
  clusters: ${compute.clusters}
  publicIp: ${compute.publicIp} # compute with public IP addresses?
  kubernetes: ${compute.kubernetes} # none | aks | arc

kubernetes: { workloads: ${list(kubernetes.workloads)} } # training | inference, where a cluster is attached

images: ${list(draft.images)} # microsoft | custom
userManagedDependencies: true # do environments let users manage dependencies?

packages:
  python: ${packages.python} # PyPI and Anaconda
  r: ${packages.r} # CRAN
  pytorch: ${packages.pytorch}
  tensorflow: ${packages.tensorflow}
  ownIndex: ${packages.ownIndex} # a Python package index of your own instead of the default one

tools:
  studio: ${tools.studio} # ml.azure.com in the browser
  notebooks: ${tools.notebooks} # the studio's notebooks
  vscode: ${list(tools.vscode)} # web | desktop | remote
  rstudio: ${tools.rstudio}
  automl: ${tools.automl}

monitoring:
  azureMonitor: ${monitoring.azureMonitor} # public | private: behind a private link scope
  support: ${monitoring.support} # diagnostics that Microsoft's support may see

firewallBeforeStorage: false # a firewall between Azure Machine Learning and the storage account?

# Prefixes that traffic comes from, for all or by role; none means any address. Compute instances and compute clusters are
# both compute; cluster is an attached Kubernetes cluster:
# sources: { compute: [10.20.1.0/24], cluster: [10.20.2.0/24], client-browser: [10.10.0.0/16] }
network:
  sources: ${list(draft.sources)}

# Needs of your own, in the same words:
# extra:
#   - { to: github.com, ports: [tcp/443], because: sample repositories }
`;
}
