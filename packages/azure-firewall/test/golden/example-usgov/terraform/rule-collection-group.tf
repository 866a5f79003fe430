# usgov, usgovvirginia, 2026-03-19

variable "firewall_policy_name" {
  type        = string
  description = "The existing Firewall Policy that receives the rule collection group."
  default     = "azureml-firewall-policy"
}

variable "resource_group_name" {
  type        = string
  description = "The resource group of the Firewall Policy."
}

data "azurerm_firewall_policy" "policy" {
  name                = var.firewall_policy_name
  resource_group_name = var.resource_group_name
}

resource "azurerm_firewall_policy_rule_collection_group" "rules_azureml_egress" {
  name               = "azureml-egress"
  firewall_policy_id = data.azurerm_firewall_policy.policy.id
  priority           = 1000

  network_rule_collection {
    name     = "network-allow"
    priority = 200
    action   = "Allow"

    rule {
      name                  = "entra-id-tag"
      description           = "Sign-in through Microsoft Entra ID [entra-id-tag; 2026-03-19]"
      protocols             = ["TCP"]
      source_addresses      = ["10.40.0.0/16"]
      destination_addresses = ["AzureActiveDirectory"]
      destination_ports = [
        "80",
        "443",
      ]
    }

    rule {
      name                  = "resource-manager-tag"
      description           = "Azure Machine Learning creates and manages Azure resources [resource-manager-tag; 2026-03-19]"
      protocols             = ["TCP"]
      source_addresses      = ["10.40.0.0/16"]
      destination_addresses = ["AzureResourceManager"]
      destination_ports     = ["443"]
    }

    rule {
      name                  = "azure-ml-tag_AzureMachineLearning-tcp"
      description           = "Calls to the services of Azure Machine Learning [azure-ml-tag; 2026-03-19]"
      protocols             = ["TCP"]
      source_addresses      = ["10.40.0.0/16"]
      destination_addresses = ["AzureMachineLearning"]
      destination_ports = [
        "443",
        "8787",
        "18881",
      ]
    }

    rule {
      name                  = "azure-ml-tag_AzureMachineLearning-udp"
      description           = "Calls to the services of Azure Machine Learning [azure-ml-tag; 2026-03-19]"
      protocols             = ["UDP"]
      source_addresses      = ["10.40.0.0/16"]
      destination_addresses = ["AzureMachineLearning"]
      destination_ports     = ["5831"]
    }

    rule {
      name                  = "front-door-frontend-tag"
      description           = "Entry point of the studio. Caution: any site behind Azure Front Door can be reached, not only the studio [front-door-frontend-tag; 2026-03-19]"
      protocols             = ["TCP"]
      source_addresses      = ["10.40.0.0/16"]
      destination_addresses = ["AzureFrontDoor.Frontend"]
      destination_ports     = ["443"]
    }

    rule {
      name              = "compute-tundra-hosts"
      description       = "Compute instances talk to the service over UDP [compute-tundra-hosts; 2026-03-19]"
      protocols         = ["UDP"]
      source_addresses  = ["10.40.0.0/16"]
      destination_fqdns = ["usgovvirginia.tundra.azureml.us"]
      destination_ports = ["5831"]
    }

    rule {
      name                  = "batch-tag"
      description           = "Compute talks to its Azure Batch back end [batch-tag; 2026-03-19]"
      protocols             = ["TCP"]
      source_addresses      = ["10.40.0.0/16"]
      destination_addresses = ["BatchNodeManagement.USGovVirginia"]
      destination_ports     = ["443"]
    }

    rule {
      name                  = "storage-tag"
      description           = "Data of the workspace and of Azure Batch in storage accounts of the region. Caution: every storage account of the region can be reached, not only yours [storage-tag; 2026-03-19]"
      protocols             = ["TCP"]
      source_addresses      = ["10.40.0.0/16"]
      destination_addresses = ["Storage.USGovVirginia"]
      destination_ports     = ["443"]
    }

    rule {
      name              = "workspace-file-share-hosts_network"
      description       = "File shares in the workspace's own storage account [workspace-file-share-hosts; 2026-03-19]"
      protocols         = ["TCP"]
      source_addresses  = ["10.40.0.0/16"]
      destination_fqdns = ["agencymlstore.file.core.usgovcloudapi.net"]
      destination_ports = ["445"]
    }

    rule {
      name                  = "key-vault-tag"
      description           = "The key vault that Azure Batch uses for a workspace with high business impact data. Caution: every key vault of the region can be reached, not only yours [key-vault-tag; 2026-03-19]"
      protocols             = ["TCP"]
      source_addresses      = ["10.40.0.0/16"]
      destination_addresses = ["AzureKeyVault.USGovVirginia"]
      destination_ports     = ["443"]
    }

    rule {
      name                  = "microsoft-container-registry-tag"
      description           = "Docker images that Microsoft supplies [microsoft-container-registry-tag; 2026-03-19]"
      protocols             = ["TCP"]
      source_addresses      = ["10.40.0.0/16"]
      destination_addresses = ["MicrosoftContainerRegistry"]
      destination_ports     = ["443"]
    }

    rule {
      name                  = "azure-monitor-tag"
      description           = "Logs and metrics to Azure Monitor. Caution: telemetry of every customer goes to the same addresses [azure-monitor-tag; 2026-03-19]"
      protocols             = ["TCP"]
      source_addresses      = ["10.40.0.0/16"]
      destination_addresses = ["AzureMonitor"]
      destination_ports     = ["443"]
    }
  }

  application_rule_collection {
    name     = "application-allow"
    priority = 300
    action   = "Allow"

    rule {
      name              = "entra-id-hosts"
      description       = "Sign-in through Microsoft Entra ID [entra-id-hosts; 2026-03-19]"
      source_addresses  = ["10.40.0.0/16"]
      destination_fqdns = ["login.microsoftonline.us"]

      protocols {
        type = "Http"
        port = 80
      }

      protocols {
        type = "Https"
        port = 443
      }
    }

    rule {
      name              = "microsoft-graph-hosts"
      description       = "Notebooks look up users and groups in Microsoft Graph [microsoft-graph-hosts; 2026-03-19]"
      source_addresses  = ["10.40.0.0/16"]
      destination_fqdns = ["graph.microsoft.us"]

      protocols {
        type = "Https"
        port = 443
      }
    }

    rule {
      name              = "azure-ad-graph-hosts"
      description       = "Compute looks up identities in the directory graph [azure-ad-graph-hosts; 2026-03-19]"
      source_addresses  = ["10.40.0.0/16"]
      destination_fqdns = ["graph.windows.net"]

      protocols {
        type = "Https"
        port = 443
      }
    }

    rule {
      name             = "resource-manager-hosts"
      description      = "Azure Resource Manager and the portal's back end [resource-manager-hosts; 2026-03-19]"
      source_addresses = ["10.40.0.0/16"]
      destination_fqdns = [
        "management.azure.us",
        "management.usgovcloudapi.net",
      ]

      protocols {
        type = "Https"
        port = 443
      }
    }

    rule {
      name              = "azure-ml-api-hosts"
      description       = "The API of Azure Machine Learning [azure-ml-api-hosts; 2026-03-19]"
      source_addresses  = ["10.40.0.0/16"]
      destination_fqdns = ["*.ml.azure.us"]

      protocols {
        type = "Https"
        port = 443
      }
    }

    rule {
      name              = "model-management-hosts"
      description       = "Registering and reading models [model-management-hosts; 2026-03-19]"
      source_addresses  = ["10.40.0.0/16"]
      destination_fqdns = ["*.modelmanagement.azureml.us"]

      protocols {
        type = "Https"
        port = 443
      }
    }

    rule {
      name              = "studio-hosts"
      description       = "The studio in the browser. Caution: workspaces of other tenants open in the same studio [studio-hosts; 2026-03-19]"
      source_addresses  = ["10.40.0.0/16"]
      destination_fqdns = ["ml.azure.us"]

      protocols {
        type = "Https"
        port = 443
      }
    }

    rule {
      name              = "notebook-hosts"
      description       = "Notebooks in the studio [notebook-hosts; 2026-03-19]"
      source_addresses  = ["10.40.0.0/16"]
      destination_fqdns = ["*.notebooks.usgovcloudapi.net"]

      protocols {
        type = "Https"
        port = 443
      }
    }

    rule {
      name              = "notebook-content-hosts"
      description       = "Content that notebooks in the studio load [notebook-content-hosts; 2026-03-19]"
      source_addresses  = ["10.40.0.0/16"]
      destination_fqdns = ["*.aznbcontent.net"]

      protocols {
        type = "Https"
        port = 443
      }
    }

    rule {
      name              = "compute-instance-hosts"
      description       = "Reaching compute instances [compute-instance-hosts; 2026-03-19]"
      source_addresses  = ["10.40.0.0/16"]
      destination_fqdns = ["*.instances.azureml.us"]

      protocols {
        type = "Https"
        port = 443
      }
    }

    rule {
      name              = "compute-instance-app-hosts"
      description       = "Applications on compute instances, among them RStudio and the notebooks' language server [compute-instance-app-hosts; 2026-03-19]"
      source_addresses  = ["10.40.0.0/16"]
      destination_fqdns = ["*.instances.azureml.ms"]

      protocols {
        type = "Https"
        port = 443
      }

      protocols {
        type = "Https"
        port = 8787
      }

      protocols {
        type = "Https"
        port = 18881
      }
    }

    rule {
      name             = "workspace-storage-hosts"
      description      = "Blobs and Data Lake files in the workspace's own storage account [workspace-storage-hosts; 2026-03-19]"
      source_addresses = ["10.40.0.0/16"]
      destination_fqdns = [
        "agencymlstore.blob.core.usgovcloudapi.net",
        "agencymlstore.dfs.core.usgovcloudapi.net",
      ]

      protocols {
        type = "Https"
        port = 443
      }
    }

    rule {
      name              = "workspace-file-share-hosts_application"
      description       = "File shares in the workspace's own storage account [workspace-file-share-hosts; 2026-03-19]"
      source_addresses  = ["10.40.0.0/16"]
      destination_fqdns = ["agencymlstore.file.core.usgovcloudapi.net"]

      protocols {
        type = "Https"
        port = 443
      }
    }

    rule {
      name             = "azure-storage-hosts"
      description      = "Compute reads and writes storage accounts that Microsoft runs for it. Caution: every storage account of the cloud can be reached, not only yours [azure-storage-hosts; 2026-03-19]"
      source_addresses = ["10.40.0.0/16"]
      destination_fqdns = [
        "*.blob.core.usgovcloudapi.net",
        "*.queue.core.usgovcloudapi.net",
        "*.table.core.usgovcloudapi.net",
      ]

      protocols {
        type = "Https"
        port = 443
      }
    }

    rule {
      name              = "key-vault-hosts"
      description       = "The key vault that Azure Batch uses for a workspace with high business impact data. Caution: every key vault of the cloud can be reached, not only yours [key-vault-hosts; 2026-03-19]"
      source_addresses  = ["10.40.0.0/16"]
      destination_fqdns = ["*.vault.usgovcloudapi.net"]

      protocols {
        type = "Https"
        port = 443
      }
    }

    rule {
      name             = "microsoft-container-registry-hosts"
      description      = "Docker images that Microsoft supplies [microsoft-container-registry-hosts; 2026-03-19]"
      source_addresses = ["10.40.0.0/16"]
      destination_fqdns = [
        "mcr.microsoft.com",
        "*.data.mcr.microsoft.com",
      ]

      protocols {
        type = "Https"
        port = 443
      }
    }

    rule {
      name             = "diagnostics-hosts"
      description      = "Metrics and diagnostics that Microsoft support works with. Caution: telemetry can be sent to an Application Insights resource that somebody else owns [diagnostics-hosts; 2026-03-19]"
      source_addresses = ["10.40.0.0/16"]
      destination_fqdns = [
        "dc.applicationinsights.azure.com",
        "dc.applicationinsights.microsoft.com",
        "dc.services.visualstudio.com",
        "*.in.applicationinsights.azure.com",
      ]

      protocols {
        type = "Https"
        port = 443
      }
    }

    rule {
      name             = "anaconda-hosts"
      description      = "Default Python packages and their repository data from Anaconda. Caution: packages can be uploaded to an account of anybody at anaconda.org [anaconda-hosts; 2026-03-19]"
      source_addresses = ["10.40.0.0/16"]
      destination_fqdns = [
        "anaconda.com",
        "*.anaconda.com",
        "*.anaconda.org",
      ]

      protocols {
        type = "Http"
        port = 80
      }

      protocols {
        type = "Https"
        port = 443
      }
    }

    rule {
      name              = "pypi-hosts"
      description       = "The default index of Python packages [pypi-hosts; 2026-03-19]"
      source_addresses  = ["10.40.0.0/16"]
      destination_fqdns = ["pypi.org"]

      protocols {
        type = "Http"
        port = 80
      }

      protocols {
        type = "Https"
        port = 443
      }
    }
  }
}
