// Made by `npm run build:editions` from data/. Do not edit.
export const tombstones = {
  "batch-inbound-tag": {
    "date": "2023-04-14",
    "successor": "batch-tag",
    "note": "Compute no longer receives inbound traffic from Azure Batch, it calls Azure Batch itself; the rule can be removed once no compute of the older kind is left."
  },
  "cluster-inbound-network": {
    "date": "2023-04-14",
    "note": "Came and went with one edition: clusters without public addresses no longer need it."
  },
  "cluster-inbound-load-balancer": {
    "date": "2023-04-14",
    "note": "Came and went with one edition: clusters without public addresses no longer need it."
  },
  "container-registry-tag": {
    "date": "2023-04-14",
    "successor": "workspace-registry-hosts",
    "note": "The tag is no longer listed, although a tip still says that custom images need Azure Container Registry: keep the rule, or reach your registry by a private endpoint or its host names."
  },
  "prebuilt-image-hosts": {
    "date": "2023-04-14",
    "successor": "microsoft-container-registry-hosts",
    "note": "Images that the service has built beforehand come from Microsoft's registry."
  },
  "aks-cluster-api-host": {
    "date": "2023-04-14",
    "successor": "aks-api-server-hosts",
    "note": "The page on model deployment is not part of later editions: the wildcard for API servers covers the host."
  },
  "aks-image-data-hosts": {
    "date": "2026-03-19",
    "successor": "microsoft-container-registry-hosts",
    "note": "The main article lists the data hosts of the registry since then: they stand with the registry itself."
  },
  "aks-model-table-hosts": {
    "date": "2023-04-14",
    "successor": "azure-storage-hosts",
    "note": "The article itself lists table storage for Kubernetes since then."
  },
  "aks-endpoint-sign-in-hosts": {
    "date": "2023-04-14",
    "successor": "azure-ml-api-hosts",
    "note": "The page on model deployment is not part of later editions: the API hosts cover the name."
  },
  "aks-endpoint-hosts": {
    "date": "2023-04-14",
    "note": "The page on model deployment is not part of later editions: keep the rule while such an endpoint is in use."
  },
  "batch-route": {
    "date": "2023-04-14",
    "successor": "batch-tag",
    "note": "Compute no longer receives inbound traffic from Azure Batch, it calls Azure Batch itself; the route can be removed once no compute of the older kind is left."
  }
} as const;
