# public, eastus2, 2026-03-19

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
      name        = "entra-id-tag"
      description = "Sign-in through Microsoft Entra ID [entra-id-tag; 2026-03-19]"
      protocols   = ["TCP"]
      source_addresses = [
        "10.10.0.0/16",
        "10.20.1.0/24",
        "10.20.2.0/24",
        "10.20.3.0/26",
      ]
      destination_addresses = ["AzureActiveDirectory"]
      destination_ports = [
        "80",
        "443",
      ]
    }

    rule {
      name        = "resource-manager-tag"
      description = "Azure Machine Learning creates and manages Azure resources [resource-manager-tag; 2026-03-19]"
      protocols   = ["TCP"]
      source_addresses = [
        "10.10.0.0/16",
        "10.20.1.0/24",
        "10.20.2.0/24",
        "10.20.3.0/26",
      ]
      destination_addresses = ["AzureResourceManager"]
      destination_ports     = ["443"]
    }

    rule {
      name        = "azure-ml-tag_AzureMachineLearning-tcp"
      description = "Calls to the services of Azure Machine Learning [azure-ml-tag; 2026-03-19]"
      protocols   = ["TCP"]
      source_addresses = [
        "10.10.0.0/16",
        "10.20.1.0/24",
        "10.20.2.0/24",
        "10.20.3.0/26",
      ]
      destination_addresses = ["AzureMachineLearning"]
      destination_ports = [
        "443",
        "8787",
        "18881",
      ]
    }

    rule {
      name        = "azure-ml-tag_AzureMachineLearning-udp"
      description = "Calls to the services of Azure Machine Learning [azure-ml-tag; 2026-03-19]"
      protocols   = ["UDP"]
      source_addresses = [
        "10.10.0.0/16",
        "10.20.1.0/24",
        "10.20.2.0/24",
        "10.20.3.0/26",
      ]
      destination_addresses = ["AzureMachineLearning"]
      destination_ports     = ["5831"]
    }

    rule {
      name        = "front-door-frontend-tag"
      description = "Entry point of the studio. Caution: any site behind Azure Front Door can be reached, not only the studio [front-door-frontend-tag; 2026-03-19]"
      protocols   = ["TCP"]
      source_addresses = [
        "10.10.0.0/16",
        "10.20.1.0/24",
        "10.20.2.0/24",
      ]
      destination_addresses = ["AzureFrontDoor.Frontend"]
      destination_ports     = ["443"]
    }

    rule {
      name        = "compute-tundra-hosts_AzureMachineLearning"
      description = "Compute instances talk to the service over UDP [compute-tundra-hosts; 2026-03-19]"
      protocols   = ["UDP"]
      source_addresses = [
        "10.20.1.0/24",
        "10.20.2.0/24",
      ]
      destination_addresses = ["AzureMachineLearning"]
      destination_ports     = ["5831"]
    }

    rule {
      name        = "compute-tundra-hosts_network"
      description = "Compute instances talk to the service over UDP [compute-tundra-hosts; 2026-03-19]"
      protocols   = ["UDP"]
      source_addresses = [
        "10.20.1.0/24",
        "10.20.2.0/24",
      ]
      destination_fqdns = ["eastus2.tundra.azureml.ms"]
      destination_ports = ["5831"]
    }

    rule {
      name        = "batch-tag"
      description = "Compute talks to its Azure Batch back end [batch-tag; 2026-03-19]"
      protocols   = ["TCP"]
      source_addresses = [
        "10.20.1.0/24",
        "10.20.2.0/24",
      ]
      destination_addresses = ["BatchNodeManagement.EastUS2"]
      destination_ports     = ["443"]
    }

    rule {
      name        = "batch-hosts_BatchNodeManagement.EastUS2"
      description = "Compute talks to its Azure Batch back end. Caution: every Azure Batch account of the region can be reached [batch-hosts; 2026-03-19]"
      protocols   = ["UDP"]
      source_addresses = [
        "10.20.1.0/24",
        "10.20.2.0/24",
      ]
      destination_addresses = ["BatchNodeManagement.EastUS2"]
      destination_ports     = ["443"]
    }

    rule {
      name        = "storage-tag"
      description = "Data of the workspace and of Azure Batch in storage accounts of the region. Caution: every storage account of the region can be reached, not only yours [storage-tag; 2026-03-19]"
      protocols   = ["TCP"]
      source_addresses = [
        "10.10.0.0/16",
        "10.20.1.0/24",
        "10.20.2.0/24",
        "10.20.3.0/26",
      ]
      destination_addresses = ["Storage.EastUS2"]
      destination_ports     = ["443"]
    }

    rule {
      name        = "workspace-file-share-hosts_network"
      description = "File shares in the workspace's own storage account [workspace-file-share-hosts; 2026-03-19]"
      protocols   = ["TCP"]
      source_addresses = [
        "10.10.0.0/16",
        "10.20.1.0/24",
        "10.20.2.0/24",
      ]
      destination_fqdns = ["contosoml.file.core.windows.net"]
      destination_ports = ["445"]
    }

    rule {
      name        = "microsoft-container-registry-tag"
      description = "Docker images that Microsoft supplies [microsoft-container-registry-tag; 2026-03-19]"
      protocols   = ["TCP"]
      source_addresses = [
        "10.20.1.0/24",
        "10.20.2.0/24",
        "10.20.3.0/26",
      ]
      destination_addresses = ["MicrosoftContainerRegistry"]
      destination_ports     = ["443"]
    }

    rule {
      name        = "front-door-first-party-tag"
      description = "The content network in front of Microsoft's registry [front-door-first-party-tag; 2026-03-19]"
      protocols   = ["TCP"]
      source_addresses = [
        "10.20.1.0/24",
        "10.20.2.0/24",
        "10.20.3.0/26",
      ]
      destination_addresses = ["AzureFrontDoor.FirstParty"]
      destination_ports     = ["443"]
    }

    rule {
      name        = "azure-monitor-tag"
      description = "Logs and metrics to Azure Monitor. Caution: telemetry of every customer goes to the same addresses [azure-monitor-tag; 2026-03-19]"
      protocols   = ["TCP"]
      source_addresses = [
        "10.20.1.0/24",
        "10.20.2.0/24",
      ]
      destination_addresses = ["AzureMonitor"]
      destination_ports     = ["443"]
    }
  }

  application_rule_collection {
    name     = "application-allow"
    priority = 300
    action   = "Allow"

    rule {
      name        = "entra-id-hosts"
      description = "Sign-in through Microsoft Entra ID [entra-id-hosts; 2026-03-19]"
      source_addresses = [
        "10.10.0.0/16",
        "10.20.1.0/24",
        "10.20.2.0/24",
        "10.20.3.0/26",
      ]
      destination_fqdns = ["login.microsoftonline.com"]

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
      name        = "microsoft-graph-hosts"
      description = "Notebooks look up users and groups in Microsoft Graph [microsoft-graph-hosts; 2026-03-19]"
      source_addresses = [
        "10.10.0.0/16",
        "10.20.1.0/24",
        "10.20.2.0/24",
      ]
      destination_fqdns = ["graph.microsoft.com"]

      protocols {
        type = "Https"
        port = 443
      }
    }

    rule {
      name        = "azure-ad-graph-hosts"
      description = "Compute looks up identities in the directory graph [azure-ad-graph-hosts; 2026-03-19]"
      source_addresses = [
        "10.20.1.0/24",
        "10.20.2.0/24",
      ]
      destination_fqdns = ["graph.windows.net"]

      protocols {
        type = "Https"
        port = 443
      }
    }

    rule {
      name        = "resource-manager-hosts"
      description = "Azure Resource Manager and the portal's back end [resource-manager-hosts; 2026-03-19]"
      source_addresses = [
        "10.10.0.0/16",
        "10.20.1.0/24",
        "10.20.2.0/24",
        "10.20.3.0/26",
      ]
      destination_fqdns = ["management.azure.com"]

      protocols {
        type = "Https"
        port = 443
      }
    }

    rule {
      name        = "azure-ml-api-hosts"
      description = "The API of Azure Machine Learning [azure-ml-api-hosts; 2026-03-19]"
      source_addresses = [
        "10.10.0.0/16",
        "10.20.1.0/24",
        "10.20.2.0/24",
        "10.20.3.0/26",
      ]
      destination_fqdns = [
        "*.azureml.ms",
        "*.azureml.net",
      ]

      protocols {
        type = "Https"
        port = 443
      }
    }

    rule {
      name        = "model-management-hosts"
      description = "Registering and reading models [model-management-hosts; 2026-03-19]"
      source_addresses = [
        "10.10.0.0/16",
        "10.20.1.0/24",
        "10.20.2.0/24",
        "10.20.3.0/26",
      ]
      destination_fqdns = ["*.modelmanagement.azureml.net"]

      protocols {
        type = "Https"
        port = 443
      }
    }

    rule {
      name              = "studio-hosts"
      description       = "The studio in the browser. Caution: workspaces of other tenants open in the same studio [studio-hosts; 2026-03-19]"
      source_addresses  = ["10.10.0.0/16"]
      destination_fqdns = ["ml.azure.com"]

      protocols {
        type = "Https"
        port = 443
      }
    }

    rule {
      name        = "notebook-hosts"
      description = "Notebooks in the studio [notebook-hosts; 2026-03-19]"
      source_addresses = [
        "10.10.0.0/16",
        "10.20.1.0/24",
        "10.20.2.0/24",
      ]
      destination_fqdns = ["*.notebooks.azure.net"]

      protocols {
        type = "Https"
        port = 443
      }
    }

    rule {
      name              = "notebook-content-hosts"
      description       = "Content that notebooks in the studio load [notebook-content-hosts; 2026-03-19]"
      source_addresses  = ["10.10.0.0/16"]
      destination_fqdns = ["*.aznbcontent.net"]

      protocols {
        type = "Https"
        port = 443
      }
    }

    rule {
      name        = "compute-instance-hosts"
      description = "Reaching compute instances [compute-instance-hosts; 2026-03-19]"
      source_addresses = [
        "10.10.0.0/16",
        "10.20.1.0/24",
        "10.20.2.0/24",
      ]
      destination_fqdns = ["*.instances.azureml.net"]

      protocols {
        type = "Https"
        port = 443
      }
    }

    rule {
      name        = "compute-instance-app-hosts"
      description = "Applications on compute instances, among them RStudio and the notebooks' language server [compute-instance-app-hosts; 2026-03-19]"
      source_addresses = [
        "10.10.0.0/16",
        "10.20.1.0/24",
        "10.20.2.0/24",
      ]
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
      name        = "batch-hosts_application"
      description = "Compute talks to its Azure Batch back end. Caution: every Azure Batch account of the region can be reached [batch-hosts; 2026-03-19]"
      source_addresses = [
        "10.20.1.0/24",
        "10.20.2.0/24",
      ]
      destination_fqdns = [
        "*.eastus2.batch.azure.com",
        "*.eastus2.service.batch.azure.com",
      ]

      protocols {
        type = "Https"
        port = 443
      }
    }

    rule {
      name        = "workspace-storage-hosts"
      description = "Blobs and Data Lake files in the workspace's own storage account [workspace-storage-hosts; 2026-03-19]"
      source_addresses = [
        "10.10.0.0/16",
        "10.20.1.0/24",
        "10.20.2.0/24",
        "10.20.3.0/26",
      ]
      destination_fqdns = [
        "contosoml.blob.core.windows.net",
        "contosoml.dfs.core.windows.net",
      ]

      protocols {
        type = "Https"
        port = 443
      }
    }

    rule {
      name        = "workspace-file-share-hosts_application"
      description = "File shares in the workspace's own storage account [workspace-file-share-hosts; 2026-03-19]"
      source_addresses = [
        "10.10.0.0/16",
        "10.20.1.0/24",
        "10.20.2.0/24",
      ]
      destination_fqdns = ["contosoml.file.core.windows.net"]

      protocols {
        type = "Https"
        port = 443
      }
    }

    rule {
      name        = "azure-storage-hosts"
      description = "Compute reads and writes storage accounts that Microsoft runs for it. Caution: every storage account of the cloud can be reached, not only yours [azure-storage-hosts; 2026-03-19]"
      source_addresses = [
        "10.20.1.0/24",
        "10.20.2.0/24",
      ]
      destination_fqdns = [
        "*.blob.core.windows.net",
        "*.queue.core.windows.net",
        "*.table.core.windows.net",
      ]

      protocols {
        type = "Https"
        port = 443
      }
    }

    rule {
      name        = "microsoft-container-registry-hosts"
      description = "Docker images that Microsoft supplies [microsoft-container-registry-hosts; 2026-03-19]"
      source_addresses = [
        "10.20.1.0/24",
        "10.20.2.0/24",
        "10.20.3.0/26",
      ]
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
      name        = "diagnostics-hosts"
      description = "Metrics and diagnostics that Microsoft support works with. Caution: telemetry can be sent to an Application Insights resource that somebody else owns [diagnostics-hosts; 2026-03-19]"
      source_addresses = [
        "10.20.1.0/24",
        "10.20.2.0/24",
      ]
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
      name        = "anaconda-hosts"
      description = "Default Python packages and their repository data from Anaconda. Caution: packages can be uploaded to an account of anybody at anaconda.org [anaconda-hosts; 2026-03-19]"
      source_addresses = [
        "10.20.1.0/24",
        "10.20.2.0/24",
        "10.20.3.0/26",
      ]
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
      name        = "pypi-hosts"
      description = "The default index of Python packages [pypi-hosts; 2026-03-19]"
      source_addresses = [
        "10.20.1.0/24",
        "10.20.2.0/24",
        "10.20.3.0/26",
      ]
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

    rule {
      name        = "pytorch-hosts"
      description = "Samples and packages of PyTorch [pytorch-hosts; 2026-03-19]"
      source_addresses = [
        "10.20.1.0/24",
        "10.20.2.0/24",
        "10.20.3.0/26",
      ]
      destination_fqdns = [
        "pytorch.org",
        "*.pytorch.org",
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
      name        = "cran-hosts"
      description = "R packages from CRAN [cran-hosts; 2026-03-19]"
      source_addresses = [
        "10.20.1.0/24",
        "10.20.2.0/24",
        "10.20.3.0/26",
      ]
      destination_fqdns = ["cloud.r-project.org"]

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
      name        = "vscode-server-hosts"
      description = "The Visual Studio Code server that is set up on a compute instance. Caution: every site of the older Azure content network can be reached, not only that of VS Code [vscode-server-hosts; 2026-03-19]"
      source_addresses = [
        "10.20.1.0/24",
        "10.20.2.0/24",
      ]
      destination_fqdns = [
        "update.code.visualstudio.com",
        "*.vo.msecnd.net",
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
      name              = "vscode-desktop-hosts"
      description       = "Downloading Visual Studio Code for the desktop [vscode-desktop-hosts; 2026-03-19]"
      source_addresses  = ["10.10.0.0/16"]
      destination_fqdns = ["code.visualstudio.com"]

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
      name        = "vscode-extension-hosts"
      description = "Extensions of Visual Studio Code [vscode-extension-hosts; 2026-03-19]"
      source_addresses = [
        "10.10.0.0/16",
        "10.20.1.0/24",
        "10.20.2.0/24",
      ]
      destination_fqdns = [
        "marketplace.visualstudio.com",
        "vscode.blob.core.windows.net",
        "*.gallerycdn.vsassets.io",
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
      name        = "vscode-download-hosts"
      description = "Downloads of Visual Studio Code from its content network [vscode-download-hosts; 2026-03-19]"
      source_addresses = [
        "10.10.0.0/16",
        "10.20.1.0/24",
        "10.20.2.0/24",
      ]
      destination_fqdns = ["vscode.download.prss.microsoft.com"]

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
      name        = "own-github-com-tcp-443"
      description = "sample repositories [own; profile]"
      source_addresses = [
        "10.10.0.0/16",
        "10.20.1.0/24",
        "10.20.2.0/24",
        "10.20.3.0/26",
      ]
      destination_fqdns = ["github.com"]

      protocols {
        type = "Https"
        port = 443
      }
    }
  }
}
