import type { Cloud } from '@azureml-firewall/rule-model';
import type { RegionName } from '../generated/names.js';

/**
 * Who opens a connection: requirements and their facts are told apart by it, and each role can have sources of its own.
 * `compute` is compute instances and compute clusters alike; `cluster` is an attached Kubernetes cluster, its nodes and
 * pods; `client-browser` and `client-ide` are people with the studio or an editor, wherever they sit; `build-agent` is
 * what runs pipelines and builds images.
 */
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

/** An attached Kubernetes cluster: what it is used for and how it is set up. */
export interface KubernetesProfile {
  /** Both, since a cluster is attached for either and a missing host stops its jobs. */
  readonly workloads: readonly ('training' | 'inference')[];
  /** First label of the API server's host name: `contoso-dns-1a2b3c4d` of `contoso-dns-1a2b3c4d.hcp.eastus2.azmk8s.io`. */
  readonly clusterName?: string;
  /** Address of the AKS API server, known once the cluster exists; it can change when Microsoft announces maintenance. */
  readonly apiServer?: string;
  /** Generated first label of a model endpoint on AKS (edition 2021-09-14), where it has no domain name of its own. */
  readonly endpointName?: string;
  /** How callers of such an endpoint sign in: `key`, as endpoints on AKS are created. */
  readonly endpointAuth: 'key' | 'entra-id';
  /**
   * Whether the AKS API server has a private address only: off, as a cluster is created. Only the table of the public
   * cloud exempts such clusters from rules; elsewhere the field changes nothing but a diagnostic.
   */
  readonly privateCluster: boolean;
  /**
   * Whether konnectivity-agent carries the tunnel of AKS, as its pods in kube-system show: on, since it has replaced the
   * older tunnel, and off opens all of Azure in the region (`AzureCloud.<region>`). Only the current table of the public
   * cloud exempts such clusters: older editions and the other clouds plan the tunnel either way.
   */
  readonly konnectivity: boolean;
  /** Whether pods call the AKS API server by its address: on, since those of Azure Machine Learning ask it. */
  readonly podsUseApiServer: boolean;
  /** Whether AKS nodes update themselves between node images: on, since fixes come late otherwise. */
  readonly securityUpdates: boolean;
  /** AKS nodes other than plain Linux: none, since each kind opens third-party hosts or plain HTTP. */
  readonly nodes: readonly ('gpu' | 'windows')[];
  /** What is switched on in AKS: cluster extensions, since Azure Machine Learning is one; the rest is asked for. */
  readonly addons: readonly (
    | 'azure-monitor'
    | 'azure-policy'
    | 'defender'
    | 'key-vault-csi'
    | 'cost-analysis'
    | 'workload-identity'
    | 'cluster-extensions'
  )[];
  /**
   * What is switched on in Azure Arc: nothing, since each is enabled by a step of its own and Cluster Connect reaches every
   * Service Bus namespace. Extensions are no choice here: Azure Machine Learning on Azure Arc is one itself.
   */
  readonly arc: readonly (
    'cluster-connect' | 'custom-locations' | 'azure-rbac' | 'iot-operations' | 'secret-store' | 'cert-manager'
  )[];
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
