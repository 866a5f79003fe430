# public, eastus2, 2021-09-14

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

# Purpose of data-factory [data-factory; 2021-09-14]
resource "azapi_resource" "rule_DataFactory_TCP_qx9hwa4a" {
  type      = "Microsoft.MachineLearningServices/workspaces/outboundRules@2024-10-01"
  parent_id = var.workspace_id
  name      = "DataFactory-TCP-qx9hwa4a"
  locks     = [var.workspace_id]
  body = {
    properties = {
      type     = "ServiceTag"
      category = "UserDefined"
      destination = {
        serviceTag = "DataFactory"
        protocol   = "TCP"
        portRanges = "80,8080-8089"
      }
    }
  }
}

# Purpose of licence-servers [licence-servers; 2021-09-14]
resource "azapi_resource" "rule_licence_servers_vdfet0yg" {
  type      = "Microsoft.MachineLearningServices/workspaces/outboundRules@2026-05-01"
  parent_id = var.workspace_id
  name      = "licence-servers-vdfet0yg"
  locks     = [var.workspace_id]
  body = {
    properties = {
      type     = "ServiceTag"
      category = "UserDefined"
      destination = {
        addressPrefixes = [
          "192.0.2.0/24",
          "198.51.100.7/32",
        ]
        protocol   = "TCP"
        portRanges = "27000-27009"
      }
    }
  }
}

# Python packages [package-hosts; 2021-09-14]
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

# Python packages [package-hosts; 2021-09-14]
resource "azapi_resource" "rule_pythonhosted_org_qwpag0lo" {
  type      = "Microsoft.MachineLearningServices/workspaces/outboundRules@2024-10-01"
  parent_id = var.workspace_id
  name      = "pythonhosted-org-qwpag0lo"
  locks     = [var.workspace_id]
  body = {
    properties = {
      type        = "FQDN"
      category    = "UserDefined"
      destination = "*.pythonhosted.org"
    }
  }
}

# Purpose of share [share; 2021-09-14]
resource "azapi_resource" "rule_contosoml_file" {
  type      = "Microsoft.MachineLearningServices/workspaces/outboundRules@2024-10-01"
  parent_id = var.workspace_id
  name      = "contosoml-file"
  locks     = [var.workspace_id]
  body = {
    properties = {
      type     = "PrivateEndpoint"
      category = "UserDefined"
      destination = {
        serviceResourceId = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/ml/providers/Microsoft.Storage/storageAccounts/contosoml"
        subresourceTarget = "file"
        sparkEnabled      = true
      }
    }
  }
}
