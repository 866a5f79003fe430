import type { Cloud } from '@azureml-firewall/rule-model';
import type { RegionName } from '../generated/names.js';

/** Who opens a connection: requirements are told apart by it, and each role can have sources of its own. */
export const roles = ['compute', 'cluster', 'client-browser', 'client-ide', 'build-agent'] as const;

/** One of the {@link roles}. */
export type Role = (typeof roles)[number];

/** What the workspace runs on. */
export interface ComputeProfile {
  /** Compute instances: on, since the studio offers them to everybody. */
  readonly instances: boolean;
  /** Compute clusters: on, since training jobs and image builds use them. */
  readonly clusters: boolean;
  /** Whether compute has public IP addresses and so receives inbound control traffic: off, the closed form. */
  readonly publicIp: boolean;
  /** Attached Kubernetes: `none`, an AKS cluster, or a cluster connected by Azure Arc. */
  readonly kubernetes: 'none' | 'aks' | 'arc';
}

/** What an attached Kubernetes cluster is used for. */
export interface KubernetesProfile {
  /** Both, since a cluster is attached for either and a missing host stops its jobs. */
  readonly workloads: readonly ('training' | 'inference')[];
}

/** Where packages come from. Python is on, since the curated environments install with it; the rest is asked for. */
export interface PackagesProfile {
  readonly python: boolean;
  readonly r: boolean;
  readonly pytorch: boolean;
  readonly tensorflow: boolean;
  /** Whether the default Python package index is replaced by one of your own. */
  readonly ownIndex: boolean;
}

/** What people use. Studio and notebooks are on: a workspace without them is the exception. The rest opens third-party hosts, so it is asked for. */
export interface ToolsProfile {
  readonly studio: boolean;
  readonly notebooks: boolean;
  readonly vscode: readonly ('web' | 'desktop' | 'remote')[];
  readonly rstudio: boolean;
  readonly automl: boolean;
}

/** How diagnostics travel. */
export interface MonitoringProfile {
  /** `private` when Azure Monitor is reached by a private link scope: `public`, as a workspace is created. */
  readonly azureMonitor: 'public' | 'private';
  /** Whether Microsoft support may see diagnostics: on, since a support case stalls without. */
  readonly support: boolean;
}

/** The workspace's own network. */
export interface NetworkProfile {
  /** Prefixes that traffic comes from, for all or by role. None means any source, which a diagnostic points out. */
  readonly sources: readonly string[] | Readonly<Partial<Record<Role, readonly string[]>>>;
  /** Addresses of custom DNS servers. */
  readonly dns: readonly string[];
  /** The vendor's zone or interface by a name of ours, for renderers that need one. */
  readonly zones: Readonly<Record<string, string>>;
}

/** A need of the user's own: a host, wildcard, URL path or prefix (`to`), or a service tag by its real name (`tag`). */
export interface ExtraNeed {
  readonly to?: string;
  readonly tag?: string;
  /** `tcp/443`, `udp/5831`, `tcp/8704-8710`. */
  readonly ports: readonly string[];
  /** The justification, in one line. */
  readonly because: string;
}

/** A workspace as far as its network access depends on it, with every default filled in. */
export interface Profile {
  readonly cloud: Cloud;
  /** ARM name: `eastus2`. Any text, but an editor completes those that the catalog knows. */
  readonly region: RegionName | (string & {});
  /** Name of the default storage account: 3 to 24 lower-case letters and digits. */
  readonly storage?: string;
  /** Name of the container registry: 5 to 50 letters and digits. */
  readonly registry?: string;
  readonly workspaceId?: string;
  /** Whether the workspace was created with the hbi_workspace flag: off, as Azure does. */
  readonly hbi: boolean;
  /** Whether the workspace has a private endpoint: on, since the article is about those. */
  readonly privateEndpoint: boolean;
  readonly compute: ComputeProfile;
  /** Asked only where `compute.kubernetes` is not `none`. */
  readonly kubernetes: KubernetesProfile;
  /** Docker images in use: Microsoft's own and custom ones, both, since a missing registry stops every job. */
  readonly images: readonly ('microsoft' | 'custom')[];
  /** Whether environments let users manage dependencies: on, since Microsoft's registry is then needed. */
  readonly userManagedDependencies: boolean;
  readonly packages: PackagesProfile;
  readonly tools: ToolsProfile;
  readonly monitoring: MonitoringProfile;
  /** Whether a firewall stands between Azure Machine Learning and the storage account: off, the usual service endpoint or private link. */
  readonly firewallBeforeStorage: boolean;
  readonly network: NetworkProfile;
  readonly extra: readonly ExtraNeed[];
}

/** A profile as people write it: cloud and region, and what differs from the defaults. */
export interface ProfileInput extends Partial<
  Omit<Profile, 'cloud' | 'region' | 'compute' | 'kubernetes' | 'packages' | 'tools' | 'monitoring' | 'network'>
> {
  readonly cloud: Cloud;
  readonly region: RegionName | (string & {});
  readonly compute?: Partial<ComputeProfile>;
  readonly kubernetes?: Partial<KubernetesProfile>;
  readonly packages?: Partial<PackagesProfile>;
  readonly tools?: Partial<ToolsProfile>;
  readonly monitoring?: Partial<MonitoringProfile>;
  readonly network?: Partial<NetworkProfile>;
}
