import * as z from 'zod';

/** The shape of what a profile says of an attached Kubernetes cluster. */
export const kubernetesSchema = z.strictObject({
  workloads: z
    .array(z.enum(['training', 'inference']))
    .meta({ description: 'What the attached cluster is used for' })
    .exactOptional(),
  clusterName: z
    .string()
    .meta({ description: "First label of the API server's host name", examples: ['contoso-dns-1a2b3c4d'] })
    .exactOptional(),
  apiServer: z.string().meta({ description: 'Address of the AKS API server' }).exactOptional(),
  endpointName: z
    .string()
    .meta({ description: 'Generated first label of a model endpoint on AKS (edition 2021-09-14)' })
    .exactOptional(),
  endpointAuth: z
    .enum(['key', 'entra-id'])
    .meta({ description: 'How callers of a model endpoint on AKS sign in' })
    .exactOptional(),
  privateCluster: z
    .boolean()
    .meta({ description: 'Whether the AKS API server has a private address only' })
    .exactOptional(),
  konnectivity: z
    .boolean()
    .meta({ description: 'Whether konnectivity-agent carries the tunnel of AKS' })
    .exactOptional(),
  podsUseApiServer: z
    .boolean()
    .meta({ description: 'Whether pods call the AKS API server by its address' })
    .exactOptional(),
  securityUpdates: z
    .boolean()
    .meta({ description: 'Whether AKS nodes update themselves between node images' })
    .exactOptional(),
  nodes: z
    .array(z.enum(['gpu', 'windows']))
    .meta({ description: 'AKS nodes other than plain Linux' })
    .exactOptional(),
  addons: z
    .array(
      z.enum([
        'azure-monitor',
        'azure-policy',
        'defender',
        'key-vault-csi',
        'cost-analysis',
        'workload-identity',
        'cluster-extensions',
      ]),
    )
    .meta({ description: 'What is switched on in AKS' })
    .exactOptional(),
  arc: z
    .array(
      z.enum(['cluster-connect', 'custom-locations', 'azure-rbac', 'iot-operations', 'secret-store', 'cert-manager']),
    )
    .meta({ description: 'What is switched on in Azure Arc' })
    .exactOptional(),
});
