# public, eastus2, 2026-03-19

variable "route_table_name" {
  type        = string
  description = "The route table of the compute subnet. Its routes are replaced."
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

variable "disable_bgp_route_propagation" {
  type        = bool
  description = "Whether routes that a gateway learns stay out of the table. It is set, whatever it was."
  default     = false
}

resource "azurerm_route_table" "compute" {
  name                          = var.route_table_name
  resource_group_name           = var.resource_group_name
  location                      = var.location
  tags                          = var.tags
  bgp_route_propagation_enabled = !var.disable_bgp_route_propagation

  route {
    name                   = "to_firewall"
    address_prefix         = "0.0.0.0/0"
    next_hop_type          = "VirtualAppliance"
    next_hop_in_ip_address = "10.0.1.4"
  }
}
