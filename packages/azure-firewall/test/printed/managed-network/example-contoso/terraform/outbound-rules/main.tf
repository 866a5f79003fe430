# public, eastus2, 2026-03-19

terraform {
  required_providers {
    azapi = {
      source  = "Azure/azapi"
      version = ">= 2.0"
    }
  }
}

variable "workspace_id" {
  type        = string
  description = "Resource id of the workspace whose managed network receives the rules."
}

# Sign-in through Microsoft Entra ID [entra-id-tag; 2026-03-19]
resource "azapi_resource" "rule_AzureActiveDirectory_TCP_ztym4acu" {
  type      = "Microsoft.MachineLearningServices/workspaces/outboundRules@2024-10-01"
  parent_id = var.workspace_id
  name      = "AzureActiveDirectory-TCP-ztym4acu"
  locks     = [var.workspace_id]
  body = {
    properties = {
      type     = "ServiceTag"
      category = "UserDefined"
      destination = {
        serviceTag = "AzureActiveDirectory"
        protocol   = "TCP"
        portRanges = "80,443"
      }
    }
  }
}

# Azure Machine Learning creates and manages Azure resources [resource-manager-tag; 2026-03-19]
resource "azapi_resource" "rule_AzureResourceManager_TCP_aqss7l2k" {
  type      = "Microsoft.MachineLearningServices/workspaces/outboundRules@2024-10-01"
  parent_id = var.workspace_id
  name      = "AzureResourceManager-TCP-aqss7l2k"
  locks     = [var.workspace_id]
  body = {
    properties = {
      type     = "ServiceTag"
      category = "UserDefined"
      destination = {
        serviceTag = "AzureResourceManager"
        protocol   = "TCP"
        portRanges = "443"
      }
    }
  }
}

# Calls to the services of Azure Machine Learning [azure-ml-tag; 2026-03-19]
# Applications on compute instances, among them RStudio and the notebooks' language server [compute-instance-app-hosts; 2026-03-19]
resource "azapi_resource" "rule_AzureMachineLearning_TCP_r6lky6vg" {
  type      = "Microsoft.MachineLearningServices/workspaces/outboundRules@2024-10-01"
  parent_id = var.workspace_id
  name      = "AzureMachineLearning-TCP-r6lky6vg"
  locks     = [var.workspace_id]
  body = {
    properties = {
      type     = "ServiceTag"
      category = "UserDefined"
      destination = {
        serviceTag = "AzureMachineLearning"
        protocol   = "TCP"
        portRanges = "443,8787,18881"
      }
    }
  }
}

# Calls to the services of Azure Machine Learning [azure-ml-tag; 2026-03-19]
# Compute instances talk to the service over UDP [compute-tundra-hosts; 2026-03-19]
resource "azapi_resource" "rule_AzureMachineLearning_UDP_ml5t2i2g" {
  type      = "Microsoft.MachineLearningServices/workspaces/outboundRules@2024-10-01"
  parent_id = var.workspace_id
  name      = "AzureMachineLearning-UDP-ml5t2i2g"
  locks     = [var.workspace_id]
  body = {
    properties = {
      type     = "ServiceTag"
      category = "UserDefined"
      destination = {
        serviceTag = "AzureMachineLearning"
        protocol   = "UDP"
        portRanges = "5831"
      }
    }
  }
}

# Entry point of the studio. Caution: any site behind Azure Front Door can be reached, not only the studio [front-door-frontend-tag; 2026-03-19]
resource "azapi_resource" "rule_AzureFrontDoor_Frontend_sajidw14" {
  type      = "Microsoft.MachineLearningServices/workspaces/outboundRules@2024-10-01"
  parent_id = var.workspace_id
  name      = "AzureFrontDoor-Frontend-sajidw14"
  locks     = [var.workspace_id]
  body = {
    properties = {
      type     = "ServiceTag"
      category = "UserDefined"
      destination = {
        serviceTag = "AzureFrontDoor.Frontend"
        protocol   = "TCP"
        portRanges = "443"
      }
    }
  }
}

# Compute talks to its Azure Batch back end [batch-tag; 2026-03-19]
resource "azapi_resource" "rule_BatchNodeManagement_East_kctxknc4" {
  type      = "Microsoft.MachineLearningServices/workspaces/outboundRules@2024-10-01"
  parent_id = var.workspace_id
  name      = "BatchNodeManagement-East-kctxknc4"
  locks     = [var.workspace_id]
  body = {
    properties = {
      type     = "ServiceTag"
      category = "UserDefined"
      destination = {
        serviceTag = "BatchNodeManagement.EastUS2"
        protocol   = "TCP"
        portRanges = "443"
      }
    }
  }
}

# Compute talks to its Azure Batch back end. Caution: every Azure Batch account of the region can be reached [batch-hosts; 2026-03-19]
resource "azapi_resource" "rule_BatchNodeManagement_East_yabg8gts" {
  type      = "Microsoft.MachineLearningServices/workspaces/outboundRules@2024-10-01"
  parent_id = var.workspace_id
  name      = "BatchNodeManagement-East-yabg8gts"
  locks     = [var.workspace_id]
  body = {
    properties = {
      type     = "ServiceTag"
      category = "UserDefined"
      destination = {
        serviceTag = "BatchNodeManagement.EastUS2"
        protocol   = "UDP"
        portRanges = "443"
      }
    }
  }
}

# Data of the workspace and of Azure Batch in storage accounts of the region. Caution: every storage account of the region can be reached, not only yours [storage-tag; 2026-03-19]
# File shares in the workspace's own storage account [workspace-file-share-hosts; 2026-03-19]
resource "azapi_resource" "rule_Storage_EastUS2_TCP_1onptrg6" {
  type      = "Microsoft.MachineLearningServices/workspaces/outboundRules@2024-10-01"
  parent_id = var.workspace_id
  name      = "Storage-EastUS2-TCP-1onptrg6"
  locks     = [var.workspace_id]
  body = {
    properties = {
      type     = "ServiceTag"
      category = "UserDefined"
      destination = {
        serviceTag = "Storage.EastUS2"
        protocol   = "TCP"
        portRanges = "443,445"
      }
    }
  }
}

# Private endpoints in this network and in networks peered with it [private-endpoints-network; 2026-03-19]
resource "azapi_resource" "rule_VirtualNetwork_TCP_b0tw7t31" {
  type      = "Microsoft.MachineLearningServices/workspaces/outboundRules@2024-10-01"
  parent_id = var.workspace_id
  name      = "VirtualNetwork-TCP-b0tw7t31"
  locks     = [var.workspace_id]
  body = {
    properties = {
      type     = "ServiceTag"
      category = "UserDefined"
      destination = {
        serviceTag = "VirtualNetwork"
        protocol   = "TCP"
        portRanges = "443"
      }
    }
  }
}

# Docker images that Microsoft supplies [microsoft-container-registry-tag; 2026-03-19]
resource "azapi_resource" "rule_MicrosoftContainerRegist_bnuxkwz2" {
  type      = "Microsoft.MachineLearningServices/workspaces/outboundRules@2024-10-01"
  parent_id = var.workspace_id
  name      = "MicrosoftContainerRegist-bnuxkwz2"
  locks     = [var.workspace_id]
  body = {
    properties = {
      type     = "ServiceTag"
      category = "UserDefined"
      destination = {
        serviceTag = "MicrosoftContainerRegistry"
        protocol   = "TCP"
        portRanges = "443"
      }
    }
  }
}

# The content network in front of Microsoft's registry [front-door-first-party-tag; 2026-03-19]
resource "azapi_resource" "rule_AzureFrontDoor_FirstPart_b3j638r2" {
  type      = "Microsoft.MachineLearningServices/workspaces/outboundRules@2024-10-01"
  parent_id = var.workspace_id
  name      = "AzureFrontDoor-FirstPart-b3j638r2"
  locks     = [var.workspace_id]
  body = {
    properties = {
      type     = "ServiceTag"
      category = "UserDefined"
      destination = {
        serviceTag = "AzureFrontDoor.FirstParty"
        protocol   = "TCP"
        portRanges = "443"
      }
    }
  }
}

# Logs and metrics to Azure Monitor. Caution: telemetry of every customer goes to the same addresses [azure-monitor-tag; 2026-03-19]
resource "azapi_resource" "rule_AzureMonitor_TCP_6w95vk0p" {
  type      = "Microsoft.MachineLearningServices/workspaces/outboundRules@2024-10-01"
  parent_id = var.workspace_id
  name      = "AzureMonitor-TCP-6w95vk0p"
  locks     = [var.workspace_id]
  body = {
    properties = {
      type     = "ServiceTag"
      category = "UserDefined"
      destination = {
        serviceTag = "AzureMonitor"
        protocol   = "TCP"
        portRanges = "443"
      }
    }
  }
}

# Sign-in through Microsoft Entra ID [entra-id-hosts; 2026-03-19]
resource "azapi_resource" "rule_login_microsoftonline_co_o0gahzz0" {
  type      = "Microsoft.MachineLearningServices/workspaces/outboundRules@2024-10-01"
  parent_id = var.workspace_id
  name      = "login-microsoftonline-co-o0gahzz0"
  locks     = [var.workspace_id]
  body = {
    properties = {
      type        = "FQDN"
      category    = "UserDefined"
      destination = "login.microsoftonline.com"
    }
  }
}

# Notebooks look up users and groups in Microsoft Graph [microsoft-graph-hosts; 2026-03-19]
resource "azapi_resource" "rule_graph_microsoft_com_hjlcoqkm" {
  type      = "Microsoft.MachineLearningServices/workspaces/outboundRules@2024-10-01"
  parent_id = var.workspace_id
  name      = "graph-microsoft-com-hjlcoqkm"
  locks     = [var.workspace_id]
  body = {
    properties = {
      type        = "FQDN"
      category    = "UserDefined"
      destination = "graph.microsoft.com"
    }
  }
}

# Compute looks up identities in the directory graph [azure-ad-graph-hosts; 2026-03-19]
resource "azapi_resource" "rule_graph_windows_net_z6ogimjx" {
  type      = "Microsoft.MachineLearningServices/workspaces/outboundRules@2024-10-01"
  parent_id = var.workspace_id
  name      = "graph-windows-net-z6ogimjx"
  locks     = [var.workspace_id]
  body = {
    properties = {
      type        = "FQDN"
      category    = "UserDefined"
      destination = "graph.windows.net"
    }
  }
}

# Azure Resource Manager and the portal's back end [resource-manager-hosts; 2026-03-19]
resource "azapi_resource" "rule_management_azure_com_rxogiqm8" {
  type      = "Microsoft.MachineLearningServices/workspaces/outboundRules@2024-10-01"
  parent_id = var.workspace_id
  name      = "management-azure-com-rxogiqm8"
  locks     = [var.workspace_id]
  body = {
    properties = {
      type        = "FQDN"
      category    = "UserDefined"
      destination = "management.azure.com"
    }
  }
}

# The API of Azure Machine Learning [azure-ml-api-hosts; 2026-03-19]
resource "azapi_resource" "rule_azureml_ms_lgax8qu5" {
  type      = "Microsoft.MachineLearningServices/workspaces/outboundRules@2024-10-01"
  parent_id = var.workspace_id
  name      = "azureml-ms-lgax8qu5"
  locks     = [var.workspace_id]
  body = {
    properties = {
      type        = "FQDN"
      category    = "UserDefined"
      destination = "*.azureml.ms"
    }
  }
}

# The API of Azure Machine Learning [azure-ml-api-hosts; 2026-03-19]
resource "azapi_resource" "rule_azureml_net_vd271aj0" {
  type      = "Microsoft.MachineLearningServices/workspaces/outboundRules@2024-10-01"
  parent_id = var.workspace_id
  name      = "azureml-net-vd271aj0"
  locks     = [var.workspace_id]
  body = {
    properties = {
      type        = "FQDN"
      category    = "UserDefined"
      destination = "*.azureml.net"
    }
  }
}

# Registering and reading models [model-management-hosts; 2026-03-19]
resource "azapi_resource" "rule_modelmanagement_azureml_7k1u0fno" {
  type      = "Microsoft.MachineLearningServices/workspaces/outboundRules@2024-10-01"
  parent_id = var.workspace_id
  name      = "modelmanagement-azureml-7k1u0fno"
  locks     = [var.workspace_id]
  body = {
    properties = {
      type        = "FQDN"
      category    = "UserDefined"
      destination = "*.modelmanagement.azureml.net"
    }
  }
}

# The studio in the browser. Caution: workspaces of other tenants open in the same studio [studio-hosts; 2026-03-19]
resource "azapi_resource" "rule_ml_azure_com_ekiqauhy" {
  type      = "Microsoft.MachineLearningServices/workspaces/outboundRules@2024-10-01"
  parent_id = var.workspace_id
  name      = "ml-azure-com-ekiqauhy"
  locks     = [var.workspace_id]
  body = {
    properties = {
      type        = "FQDN"
      category    = "UserDefined"
      destination = "ml.azure.com"
    }
  }
}

# Notebooks in the studio [notebook-hosts; 2026-03-19]
resource "azapi_resource" "rule_notebooks_azure_net_1qz2gwb5" {
  type      = "Microsoft.MachineLearningServices/workspaces/outboundRules@2024-10-01"
  parent_id = var.workspace_id
  name      = "notebooks-azure-net-1qz2gwb5"
  locks     = [var.workspace_id]
  body = {
    properties = {
      type        = "FQDN"
      category    = "UserDefined"
      destination = "*.notebooks.azure.net"
    }
  }
}

# Content that notebooks in the studio load [notebook-content-hosts; 2026-03-19]
resource "azapi_resource" "rule_aznbcontent_net_cd2az01i" {
  type      = "Microsoft.MachineLearningServices/workspaces/outboundRules@2024-10-01"
  parent_id = var.workspace_id
  name      = "aznbcontent-net-cd2az01i"
  locks     = [var.workspace_id]
  body = {
    properties = {
      type        = "FQDN"
      category    = "UserDefined"
      destination = "*.aznbcontent.net"
    }
  }
}

# Reaching compute instances [compute-instance-hosts; 2026-03-19]
resource "azapi_resource" "rule_instances_azureml_net_xb3g80y2" {
  type      = "Microsoft.MachineLearningServices/workspaces/outboundRules@2024-10-01"
  parent_id = var.workspace_id
  name      = "instances-azureml-net-xb3g80y2"
  locks     = [var.workspace_id]
  body = {
    properties = {
      type        = "FQDN"
      category    = "UserDefined"
      destination = "*.instances.azureml.net"
    }
  }
}

# Applications on compute instances, among them RStudio and the notebooks' language server [compute-instance-app-hosts; 2026-03-19]
resource "azapi_resource" "rule_instances_azureml_ms_bb5mwhhj" {
  type      = "Microsoft.MachineLearningServices/workspaces/outboundRules@2024-10-01"
  parent_id = var.workspace_id
  name      = "instances-azureml-ms-bb5mwhhj"
  locks     = [var.workspace_id]
  body = {
    properties = {
      type        = "FQDN"
      category    = "UserDefined"
      destination = "*.instances.azureml.ms"
    }
  }
}

# Compute talks to its Azure Batch back end. Caution: every Azure Batch account of the region can be reached [batch-hosts; 2026-03-19]
resource "azapi_resource" "rule_eastus2_batch_azure_com_l4xnuv7a" {
  type      = "Microsoft.MachineLearningServices/workspaces/outboundRules@2024-10-01"
  parent_id = var.workspace_id
  name      = "eastus2-batch-azure-com-l4xnuv7a"
  locks     = [var.workspace_id]
  body = {
    properties = {
      type        = "FQDN"
      category    = "UserDefined"
      destination = "*.eastus2.batch.azure.com"
    }
  }
}

# Compute talks to its Azure Batch back end. Caution: every Azure Batch account of the region can be reached [batch-hosts; 2026-03-19]
resource "azapi_resource" "rule_eastus2_service_batch_az_t47tw4on" {
  type      = "Microsoft.MachineLearningServices/workspaces/outboundRules@2024-10-01"
  parent_id = var.workspace_id
  name      = "eastus2-service-batch-az-t47tw4on"
  locks     = [var.workspace_id]
  body = {
    properties = {
      type        = "FQDN"
      category    = "UserDefined"
      destination = "*.eastus2.service.batch.azure.com"
    }
  }
}

# Blobs and Data Lake files in the workspace's own storage account [workspace-storage-hosts; 2026-03-19]
resource "azapi_resource" "rule_contosoml_blob_core_wind_y3y7adl5" {
  type      = "Microsoft.MachineLearningServices/workspaces/outboundRules@2024-10-01"
  parent_id = var.workspace_id
  name      = "contosoml-blob-core-wind-y3y7adl5"
  locks     = [var.workspace_id]
  body = {
    properties = {
      type        = "FQDN"
      category    = "UserDefined"
      destination = "contosoml.blob.core.windows.net"
    }
  }
}

# Blobs and Data Lake files in the workspace's own storage account [workspace-storage-hosts; 2026-03-19]
resource "azapi_resource" "rule_contosoml_dfs_core_windo_46mzsml3" {
  type      = "Microsoft.MachineLearningServices/workspaces/outboundRules@2024-10-01"
  parent_id = var.workspace_id
  name      = "contosoml-dfs-core-windo-46mzsml3"
  locks     = [var.workspace_id]
  body = {
    properties = {
      type        = "FQDN"
      category    = "UserDefined"
      destination = "contosoml.dfs.core.windows.net"
    }
  }
}

# File shares in the workspace's own storage account [workspace-file-share-hosts; 2026-03-19]
resource "azapi_resource" "rule_contosoml_file_core_wind_eqa8z5a2" {
  type      = "Microsoft.MachineLearningServices/workspaces/outboundRules@2024-10-01"
  parent_id = var.workspace_id
  name      = "contosoml-file-core-wind-eqa8z5a2"
  locks     = [var.workspace_id]
  body = {
    properties = {
      type        = "FQDN"
      category    = "UserDefined"
      destination = "contosoml.file.core.windows.net"
    }
  }
}

# Compute reads and writes storage accounts that Microsoft runs for it. Caution: every storage account of the cloud can be reached, not only yours [azure-storage-hosts; 2026-03-19]
resource "azapi_resource" "rule_blob_core_windows_net_u61s520l" {
  type      = "Microsoft.MachineLearningServices/workspaces/outboundRules@2024-10-01"
  parent_id = var.workspace_id
  name      = "blob-core-windows-net-u61s520l"
  locks     = [var.workspace_id]
  body = {
    properties = {
      type        = "FQDN"
      category    = "UserDefined"
      destination = "*.blob.core.windows.net"
    }
  }
}

# Compute reads and writes storage accounts that Microsoft runs for it. Caution: every storage account of the cloud can be reached, not only yours [azure-storage-hosts; 2026-03-19]
resource "azapi_resource" "rule_queue_core_windows_net_p7atud8v" {
  type      = "Microsoft.MachineLearningServices/workspaces/outboundRules@2024-10-01"
  parent_id = var.workspace_id
  name      = "queue-core-windows-net-p7atud8v"
  locks     = [var.workspace_id]
  body = {
    properties = {
      type        = "FQDN"
      category    = "UserDefined"
      destination = "*.queue.core.windows.net"
    }
  }
}

# Compute reads and writes storage accounts that Microsoft runs for it. Caution: every storage account of the cloud can be reached, not only yours [azure-storage-hosts; 2026-03-19]
resource "azapi_resource" "rule_table_core_windows_net_fl5gq62a" {
  type      = "Microsoft.MachineLearningServices/workspaces/outboundRules@2024-10-01"
  parent_id = var.workspace_id
  name      = "table-core-windows-net-fl5gq62a"
  locks     = [var.workspace_id]
  body = {
    properties = {
      type        = "FQDN"
      category    = "UserDefined"
      destination = "*.table.core.windows.net"
    }
  }
}

# Docker images that Microsoft supplies [microsoft-container-registry-hosts; 2026-03-19]
resource "azapi_resource" "rule_mcr_microsoft_com_fuuos0aw" {
  type      = "Microsoft.MachineLearningServices/workspaces/outboundRules@2024-10-01"
  parent_id = var.workspace_id
  name      = "mcr-microsoft-com-fuuos0aw"
  locks     = [var.workspace_id]
  body = {
    properties = {
      type        = "FQDN"
      category    = "UserDefined"
      destination = "mcr.microsoft.com"
    }
  }
}

# Docker images that Microsoft supplies [microsoft-container-registry-hosts; 2026-03-19]
resource "azapi_resource" "rule_data_mcr_microsoft_com_phq8tto8" {
  type      = "Microsoft.MachineLearningServices/workspaces/outboundRules@2024-10-01"
  parent_id = var.workspace_id
  name      = "data-mcr-microsoft-com-phq8tto8"
  locks     = [var.workspace_id]
  body = {
    properties = {
      type        = "FQDN"
      category    = "UserDefined"
      destination = "*.data.mcr.microsoft.com"
    }
  }
}

# Metrics and diagnostics that Microsoft support works with. Caution: telemetry can be sent to an Application Insights resource that somebody else owns [diagnostics-hosts; 2026-03-19]
resource "azapi_resource" "rule_dc_applicationinsights_a_3h2mvdfb" {
  type      = "Microsoft.MachineLearningServices/workspaces/outboundRules@2024-10-01"
  parent_id = var.workspace_id
  name      = "dc-applicationinsights-a-3h2mvdfb"
  locks     = [var.workspace_id]
  body = {
    properties = {
      type        = "FQDN"
      category    = "UserDefined"
      destination = "dc.applicationinsights.azure.com"
    }
  }
}

# Metrics and diagnostics that Microsoft support works with. Caution: telemetry can be sent to an Application Insights resource that somebody else owns [diagnostics-hosts; 2026-03-19]
resource "azapi_resource" "rule_dc_applicationinsights_m_xmff7pbo" {
  type      = "Microsoft.MachineLearningServices/workspaces/outboundRules@2024-10-01"
  parent_id = var.workspace_id
  name      = "dc-applicationinsights-m-xmff7pbo"
  locks     = [var.workspace_id]
  body = {
    properties = {
      type        = "FQDN"
      category    = "UserDefined"
      destination = "dc.applicationinsights.microsoft.com"
    }
  }
}

# Metrics and diagnostics that Microsoft support works with. Caution: telemetry can be sent to an Application Insights resource that somebody else owns [diagnostics-hosts; 2026-03-19]
resource "azapi_resource" "rule_dc_services_visualstudio_mh90bevl" {
  type      = "Microsoft.MachineLearningServices/workspaces/outboundRules@2024-10-01"
  parent_id = var.workspace_id
  name      = "dc-services-visualstudio-mh90bevl"
  locks     = [var.workspace_id]
  body = {
    properties = {
      type        = "FQDN"
      category    = "UserDefined"
      destination = "dc.services.visualstudio.com"
    }
  }
}

# Metrics and diagnostics that Microsoft support works with. Caution: telemetry can be sent to an Application Insights resource that somebody else owns [diagnostics-hosts; 2026-03-19]
resource "azapi_resource" "rule_in_applicationinsights_a_p968m449" {
  type      = "Microsoft.MachineLearningServices/workspaces/outboundRules@2024-10-01"
  parent_id = var.workspace_id
  name      = "in-applicationinsights-a-p968m449"
  locks     = [var.workspace_id]
  body = {
    properties = {
      type        = "FQDN"
      category    = "UserDefined"
      destination = "*.in.applicationinsights.azure.com"
    }
  }
}

# Default Python packages and their repository data from Anaconda. Caution: packages can be uploaded to an account of anybody at anaconda.org [anaconda-hosts; 2026-03-19]
resource "azapi_resource" "rule_anaconda_com_z7u6hu7z" {
  type      = "Microsoft.MachineLearningServices/workspaces/outboundRules@2024-10-01"
  parent_id = var.workspace_id
  name      = "anaconda-com-z7u6hu7z"
  locks     = [var.workspace_id]
  body = {
    properties = {
      type        = "FQDN"
      category    = "UserDefined"
      destination = "anaconda.com"
    }
  }
}

# Default Python packages and their repository data from Anaconda. Caution: packages can be uploaded to an account of anybody at anaconda.org [anaconda-hosts; 2026-03-19]
resource "azapi_resource" "rule_anaconda_com_jrw0zr7v" {
  type      = "Microsoft.MachineLearningServices/workspaces/outboundRules@2024-10-01"
  parent_id = var.workspace_id
  name      = "anaconda-com-jrw0zr7v"
  locks     = [var.workspace_id]
  body = {
    properties = {
      type        = "FQDN"
      category    = "UserDefined"
      destination = "*.anaconda.com"
    }
  }
}

# Default Python packages and their repository data from Anaconda. Caution: packages can be uploaded to an account of anybody at anaconda.org [anaconda-hosts; 2026-03-19]
resource "azapi_resource" "rule_anaconda_org_pzhnh7y0" {
  type      = "Microsoft.MachineLearningServices/workspaces/outboundRules@2024-10-01"
  parent_id = var.workspace_id
  name      = "anaconda-org-pzhnh7y0"
  locks     = [var.workspace_id]
  body = {
    properties = {
      type        = "FQDN"
      category    = "UserDefined"
      destination = "*.anaconda.org"
    }
  }
}

# The default index of Python packages [pypi-hosts; 2026-03-19]
resource "azapi_resource" "rule_pypi_org_1aoh87th" {
  type      = "Microsoft.MachineLearningServices/workspaces/outboundRules@2024-10-01"
  parent_id = var.workspace_id
  name      = "pypi-org-1aoh87th"
  locks     = [var.workspace_id]
  body = {
    properties = {
      type        = "FQDN"
      category    = "UserDefined"
      destination = "pypi.org"
    }
  }
}

# Samples and packages of PyTorch [pytorch-hosts; 2026-03-19]
resource "azapi_resource" "rule_pytorch_org_bfdkodzw" {
  type      = "Microsoft.MachineLearningServices/workspaces/outboundRules@2024-10-01"
  parent_id = var.workspace_id
  name      = "pytorch-org-bfdkodzw"
  locks     = [var.workspace_id]
  body = {
    properties = {
      type        = "FQDN"
      category    = "UserDefined"
      destination = "pytorch.org"
    }
  }
}

# Samples and packages of PyTorch [pytorch-hosts; 2026-03-19]
resource "azapi_resource" "rule_pytorch_org_1iwnhgm8" {
  type      = "Microsoft.MachineLearningServices/workspaces/outboundRules@2024-10-01"
  parent_id = var.workspace_id
  name      = "pytorch-org-1iwnhgm8"
  locks     = [var.workspace_id]
  body = {
    properties = {
      type        = "FQDN"
      category    = "UserDefined"
      destination = "*.pytorch.org"
    }
  }
}

# R packages from CRAN [cran-hosts; 2026-03-19]
resource "azapi_resource" "rule_cloud_r_project_org_ypd969ea" {
  type      = "Microsoft.MachineLearningServices/workspaces/outboundRules@2024-10-01"
  parent_id = var.workspace_id
  name      = "cloud-r-project-org-ypd969ea"
  locks     = [var.workspace_id]
  body = {
    properties = {
      type        = "FQDN"
      category    = "UserDefined"
      destination = "cloud.r-project.org"
    }
  }
}

# The Visual Studio Code server that is set up on a compute instance. Caution: every site of the older Azure content network can be reached, not only that of VS Code [vscode-server-hosts; 2026-03-19]
resource "azapi_resource" "rule_update_code_visualstudio_umymh8va" {
  type      = "Microsoft.MachineLearningServices/workspaces/outboundRules@2024-10-01"
  parent_id = var.workspace_id
  name      = "update-code-visualstudio-umymh8va"
  locks     = [var.workspace_id]
  body = {
    properties = {
      type        = "FQDN"
      category    = "UserDefined"
      destination = "update.code.visualstudio.com"
    }
  }
}

# The Visual Studio Code server that is set up on a compute instance. Caution: every site of the older Azure content network can be reached, not only that of VS Code [vscode-server-hosts; 2026-03-19]
resource "azapi_resource" "rule_vo_msecnd_net_4z7due3b" {
  type      = "Microsoft.MachineLearningServices/workspaces/outboundRules@2024-10-01"
  parent_id = var.workspace_id
  name      = "vo-msecnd-net-4z7due3b"
  locks     = [var.workspace_id]
  body = {
    properties = {
      type        = "FQDN"
      category    = "UserDefined"
      destination = "*.vo.msecnd.net"
    }
  }
}

# Downloading Visual Studio Code for the desktop [vscode-desktop-hosts; 2026-03-19]
resource "azapi_resource" "rule_code_visualstudio_com_6ltzw90z" {
  type      = "Microsoft.MachineLearningServices/workspaces/outboundRules@2024-10-01"
  parent_id = var.workspace_id
  name      = "code-visualstudio-com-6ltzw90z"
  locks     = [var.workspace_id]
  body = {
    properties = {
      type        = "FQDN"
      category    = "UserDefined"
      destination = "code.visualstudio.com"
    }
  }
}

# Extensions of Visual Studio Code [vscode-extension-hosts; 2026-03-19]
resource "azapi_resource" "rule_marketplace_visualstudio_902qiglr" {
  type      = "Microsoft.MachineLearningServices/workspaces/outboundRules@2024-10-01"
  parent_id = var.workspace_id
  name      = "marketplace-visualstudio-902qiglr"
  locks     = [var.workspace_id]
  body = {
    properties = {
      type        = "FQDN"
      category    = "UserDefined"
      destination = "marketplace.visualstudio.com"
    }
  }
}

# Extensions of Visual Studio Code [vscode-extension-hosts; 2026-03-19]
resource "azapi_resource" "rule_vscode_blob_core_windows_wo9n2ovv" {
  type      = "Microsoft.MachineLearningServices/workspaces/outboundRules@2024-10-01"
  parent_id = var.workspace_id
  name      = "vscode-blob-core-windows-wo9n2ovv"
  locks     = [var.workspace_id]
  body = {
    properties = {
      type        = "FQDN"
      category    = "UserDefined"
      destination = "vscode.blob.core.windows.net"
    }
  }
}

# Extensions of Visual Studio Code [vscode-extension-hosts; 2026-03-19]
resource "azapi_resource" "rule_gallerycdn_vsassets_io_xig017p6" {
  type      = "Microsoft.MachineLearningServices/workspaces/outboundRules@2024-10-01"
  parent_id = var.workspace_id
  name      = "gallerycdn-vsassets-io-xig017p6"
  locks     = [var.workspace_id]
  body = {
    properties = {
      type        = "FQDN"
      category    = "UserDefined"
      destination = "*.gallerycdn.vsassets.io"
    }
  }
}

# Downloads of Visual Studio Code from its content network [vscode-download-hosts; 2026-03-19]
resource "azapi_resource" "rule_vscode_download_prss_mic_yz7jrecq" {
  type      = "Microsoft.MachineLearningServices/workspaces/outboundRules@2024-10-01"
  parent_id = var.workspace_id
  name      = "vscode-download-prss-mic-yz7jrecq"
  locks     = [var.workspace_id]
  body = {
    properties = {
      type        = "FQDN"
      category    = "UserDefined"
      destination = "vscode.download.prss.microsoft.com"
    }
  }
}

# sample repositories [own; profile]
resource "azapi_resource" "rule_github_com_h9b36hjt" {
  type      = "Microsoft.MachineLearningServices/workspaces/outboundRules@2024-10-01"
  parent_id = var.workspace_id
  name      = "github-com-h9b36hjt"
  locks     = [var.workspace_id]
  body = {
    properties = {
      type        = "FQDN"
      category    = "UserDefined"
      destination = "github.com"
    }
  }
}
