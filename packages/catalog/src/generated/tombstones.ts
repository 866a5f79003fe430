// Made by `npm run build:editions` from data/. Do not edit.
export const tombstones = {
  "batch-inbound-tag": {
    "date": "2023-04-14",
    "note": "Compute no longer receives inbound traffic from Azure Batch; the rule can be removed once no compute of the older kind is left."
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
  }
} as const;
