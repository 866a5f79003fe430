import type { Cloud } from '@azureml-firewall/rule-model';

/** The page from which what stands here was read, as of its date 2024-08-29. */
export const page = 'MicrosoftDocs/azure-ai-docs articles/machine-learning/how-to-managed-network.md';

/** "FQDN outbound rules only support ports 80 and 443": a rule names no port. */
export const fqdnPorts: readonly number[] = [80, 443];

/** Service tags for which Azure has a required rule in every managed network. */
export const requiredTags: readonly string[] = [
  'AzureActiveDirectory',
  'AzureFrontDoor.FirstParty',
  'AzureMachineLearning',
  'AzureMonitor',
  'AzureResourceManager',
  'BatchNodeManagement',
  'MicrosoftContainerRegistry',
  'VirtualNetwork',
];

/**
 * Domains of storage accounts, of which the page says that a rule by name does not reach them; the same page lists
 * `vscode.blob.core.windows.net` among the hosts for such rules.
 */
export const storageDomains: Readonly<Record<Cloud, string>> = {
  public: 'core.windows.net',
  usgov: 'core.usgovcloudapi.net',
  china: 'core.chinacloudapi.cn',
};

/**
 * The first of the stable API versions that were looked at in which `addressPrefixes` can be written: in 2024-10-01,
 * 2025-04-01, 2025-06-01 and 2025-09-01 it is read-only; those between were not looked at.
 */
export const prefixVersion = '2026-05-01';

/** Where that is said. */
export const prefixPage =
  'Azure/bicep-types-az generated/machinelearningservices/microsoft.machinelearningservices/2026-05-01/types.md';

/**
 * The az command asks for a service tag beside prefixes and sends both; the service ignores the tag then. Azure itself
 * opens this one in every managed network, so that nothing more is open if the prefixes should be lost.
 */
export const tagBesidePrefixes = 'VirtualNetwork';

/** What a reader is told where both stand. */
export const tagIsIgnored = 'The command asks for a service tag; the service ignores it where there are prefixes.';

/** Where users tell of rules that were lost when several were made at the same time; open in August 2026. */
export const lostRules = 'Azure/terraform-provider-azapi issue 453';

/** What the parameter for the workspace means. */
export const existingWorkspace = 'The existing workspace whose managed network receives the rules.';

/** Characters of a rule's name (pattern of workspaces/outboundRules, learn.microsoft.com, 2024-04-01). */
export const nameLength = 33;

/** Tags that the azurerm provider 5.2.0 takes for these rules (machine_learning_workspace_network_outbound_rule_service_tag). */
export const knownTags: ReadonlySet<string> = new Set(
  (
    'AppConfiguration AppService AppServiceManagement AutonomousDevelopmentPlatform AzureActiveDirectory ' +
    'AzureActiveDirectoryDomainServices AzureAdvancedThreatProtection AzureArcInfrastructure AzureAttestation ' +
    'AzureBackup AzureBotService AzureCloud AzureConnectors AzureContainerAppsService AzureContainerRegistry ' +
    'AzureCosmosDB AzureDataLake AzureDatabricks AzureDevSpaces AzureDeviceUpdate AzureEventGrid ' +
    'AzureFrontDoor.Backend AzureFrontDoor.FirstParty AzureFrontDoor.Frontend AzureHealthcareAPIs ' +
    'AzureInformationProtection AzureIoTHub AzureKeyVault AzureLoadBalancer AzureMachineLearning AzureManagedGrafana ' +
    'AzureMonitor AzureOpenDatasets AzurePlatformDNS AzurePlatformIMDS AzurePlatformLKM AzureResourceManager ' +
    'AzureSignalR AzureSiteRecovery AzureSphere AzureSpringCloud AzureStack AzureUpdateDelivery AzureWebPubSub ' +
    'BatchNodeManagement ChaosStudio CognitiveServicesFrontend CognitiveServicesManagement DataFactory ' +
    'DataFactoryManagement Dynamics365BusinessCentral Dynamics365ForMarketingEmail EOPExternalPublishedIPs EventHub ' +
    'GuestAndHybridManagement Internet LogicApps M365ManagementActivityApi Marketplace MicrosoftAzureFluidRelay ' +
    'MicrosoftCloudAppSecurity MicrosoftContainerRegistry MicrosoftDefenderForEndpoint PowerBI PowerPlatformInfra ' +
    'PowerQueryOnline ServiceBus ServiceFabric Sql SqlManagement Storage StorageSyncService VirtualNetwork ' +
    'WindowsAdminCenter WindowsVirtualDesktop'
  ).split(' '),
);
