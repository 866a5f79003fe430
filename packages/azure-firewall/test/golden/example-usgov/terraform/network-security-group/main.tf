# usgov, usgovvirginia, 2026-03-19

variable "network_security_group_name" {
  type        = string
  description = "The network security group of the compute subnet. Its rules are replaced."
  default     = "azureml-compute"
}

variable "resource_group_name" {
  type        = string
  description = "The resource group of the subnet."
}

variable "location" {
  type        = string
  description = "Azure region of the subnet."
}

variable "tags" {
  type        = map(string)
  description = "Tags of the resource. They are replaced as well."
  default     = {}
}

resource "azurerm_network_security_group" "compute" {
  name                = var.network_security_group_name
  resource_group_name = var.resource_group_name
  location            = var.location
  tags                = var.tags

  security_rule {
    name                       = "private-endpoints-network"
    description                = "Private endpoints in this network and in networks peered with it [private-endpoints-network; 2026-03-19]"
    direction                  = "Outbound"
    access                     = "Allow"
    priority                   = 2348
    protocol                   = "Tcp"
    source_address_prefixes    = ["10.40.0.0/16"]
    source_port_range          = "*"
    destination_address_prefix = "VirtualNetwork"
    destination_port_ranges    = ["443"]
  }
}
