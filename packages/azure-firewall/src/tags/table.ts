import type { Cloud } from '@azureml-firewall/rule-model';

/** Dates of the service-tag documents from which these tables were read. */
export const tagDocuments: Readonly<Record<Cloud, string>> = {
  public: '2025-10-28 (change 375)',
  usgov: '2026-07-20 (change 402)',
  china: '2026-07-20 (change 405)',
};

/**
 * Tags with what the documents of Azure Public, US Government and China list them for (`networkFeatures`): F firewalls,
 * R user-defined routes, S security groups, 0 none of them; after the slash the same for the tag with a region, where it
 * has regions, as most of its regions have it. A dash where a cloud's document does not have the tag.
 */
export const tagRows = `
  ActionGroup FRS/0 FRS/0 0/0
  ApiManagement FRS/FRS FRS/FRS S/S
  AppConfiguration FRS FRS 0
  AppService FRS/FRS FRS/FRS S/S
  AppServiceManagement FRS/S FRS/0 S/S
  ApplicationInsightsAvailability FRS FRS 0
  AutonomousDevelopmentPlatform FRS - FRS
  AzureActiveDirectory FRS FRS FRS
  AzureActiveDirectory.ServiceEndpoint 0 0 0
  AzureActiveDirectoryDomainServices FRS FRS FRS
  AzureAdvancedThreatProtection FRS FRS 0
  AzureArcInfrastructure FRS/0 FRS/0 S/0
  AzureAttestation FRS/0 FRS/0 S/0
  AzureBackup FRS/0 FRS/0 S/0
  AzureBotService FRS/0 FRS/0 S/0
  AzureCloud S/S S/S S/S
  AzureCognitiveSearch FRS/0 FRS/0 0/0
  AzureConnectors FRS/FRS FRS/FRS S/S
  AzureContainerRegistry FRS/FRS FRS/FRS S/S
  AzureCosmosDB FRS/FRS FRS/FRS S/S
  AzureDataExplorerManagement FRS/0 FRS/0 S/0
  AzureDataLake FRS/0 - -
  AzureDatabricks FRS FRS S
  AzureDevOps FRS/0 - -
  AzureDevSpaces FRS/0 - -
  AzureDeviceUpdate FRS - -
  AzureDigitalTwins FRS/0 FRS/0 S/0
  AzureEventGrid FRS/0 FRS/0 FRS/0
  AzureFrontDoor.Backend FRS FRS FRS
  AzureFrontDoor.FirstParty FRS - -
  AzureFrontDoor.Frontend FRS FRS FRS
  AzureFrontDoor.MicrosoftSecurity FRS FRS -
  AzureHealthcareAPIs FRS FRS S
  AzureInformationProtection FRS FRS S
  AzureIoTHub FRS/0 FRS/0 S/0
  AzureKeyVault FRS/FRS FRS/FRS S/S
  AzureLoadTestingInstanceManagement S - -
  AzureMachineLearning FRS/0 FRS/0 FRS/0
  AzureMachineLearningInference FRS FRS FRS
  AzureManagedGrafana FRS FRS FRS
  AzureMonitor FRS/S FRS/S S/S
  AzureMonitor.Core FRS FRS S
  AzureMonitorForSAP FRS FRS -
  AzureOpenDatasets FRS/0 - -
  AzurePortal FRS/0 FRS/0 FRS/0
  AzureResourceManager FRS/0 FRS/0 FRS/0
  AzureSecurityCenter S/0 S/0 FRS/0
  AzureSentinel FRS FRS FS
  AzureSignalR FRS/0 FRS/0 S/0
  AzureSiteRecovery FRS FRS S
  AzureSphere S - -
  AzureSpringCloud FRS FRS FRS
  AzureStack S S FRS
  AzureTrafficManager FRS FRS S
  AzureUpdateDelivery FRS/0 - -
  AzureWebPubSub S S FRS
  BatchNodeManagement FRS/S FRS/S S/S
  ChaosStudio FRS - -
  CognitiveServicesFrontend S S S
  CognitiveServicesManagement FS FS S
  DataFactory FRS/S FRS/S S/FRS
  DataFactoryManagement FRS FRS FRS
  Dynamics365BusinessCentral S - -
  Dynamics365ForMarketingEmail FRS/FRS FRS/0 FRS
  EOPExternalPublishedIPs S S FRS
  EventHub FRS/FRS FRS/FRS S/S
  GatewayManager FRS/S FRS/S S/0
  Grafana S - -
  GuestAndHybridManagement FRS FRS FRS
  HDInsight FRS/FRS FRS/FRS S/S
  KustoAnalytics FRS FRS FRS
  LogicApps FRS/0 FRS/0 0/0
  LogicAppsManagement FRS FRS 0
  M365ManagementActivityApi FRS FRS S
  M365ManagementActivityApiWebhook S S FRS
  Marketplace FRS FRS FRS
  MicrosoftAzureFluidRelay S S FRS
  MicrosoftCloudAppSecurity FRS/0 FRS/0 0/0
  MicrosoftContainerRegistry FRS/FRS FRS/FRS S/S
  MicrosoftDefenderForEndpoint FRS FRS -
  MicrosoftPurviewPolicyDistribution FRS FRS FRS
  OneDsCollector S S FRS
  PowerBI FRS/FRS FRS/FRS S/S
  PowerPlatformInfra FRS/FRS FRS/FRS FRS/FS
  PowerPlatformPlex S/S S/S S/S
  PowerQueryOnline FRS/0 FRS/0 0/0
  SCCservice FRS/0 FRS/0 S/0
  Scuba FRS FRS FRS
  SecurityCopilot FRS - -
  SerialConsole FRS FRS FRS
  ServiceBus FRS/S FRS/S S/S
  ServiceFabric FRS/0 FRS/0 S
  Sql FRS/FRS FRS/FRS FRS/S
  SqlManagement FRS FRS S
  Storage FRS/FRS FRS/FRS S/S
  StorageMover FRS FRS -
  StorageSyncService FRS/0 FRS/0 0/0
  SystemServiceAzureSpringAppsResourceProvider - FRS FRS
  VideoIndexer FRS FRS -
  WindowsAdminCenter FRS FRS S
  WindowsVirtualDesktop FRS/0 FRS/0 FRS/0
`;

/** What follows the dot of a regional tag, in the spelling of the documents. */
export const tagRegions: Readonly<Record<Cloud, string>> = {
  public: `
    AustraliaCentral AustraliaCentral2 AustraliaEast AustraliaSoutheast AustriaEast BelgiumCentral BrazilSouth
    BrazilSoutheast CanadaCentral CanadaEast CentralIndia CentralUS CentralUSEUAP ChileCentral EastAsia EastUS
    EastUS2 EastUS2EUAP EastUS2Stage EastUSSTG FranceCentral FranceSouth GermanyNorth GermanyWestCentral
    IndonesiaCentral IsraelCentral IsraelNorthwest ItalyNorth JapanEast JapanWest JioIndiaCentral JioIndiaWest
    KoreaCentral KoreaSouth MalaysiaSouth MalaysiaWest MexicoCentral NewZealandNorth NorthCentralUS
    NorthCentralUSStage NorthEurope NorwayEast NorwayWest PolandCentral QatarCentral SouthAfricaNorth
    SouthAfricaWest SouthCentralUS SouthCentralUS2 SouthCentralUSSTG SouthIndia SoutheastAsia SoutheastUS
    SoutheastUS3 SpainCentral SwedenCentral SwedenSouth SwitzerlandNorth SwitzerlandWest TaiwanNorth
    TaiwanNorthwest UAECentral UAENorth UKSouth UKWest WestCentralUS WestEurope WestIndia WestUS WestUS2 WestUS3`,
  usgov: `
    AzureAppServiceUx USDoDCentral USDoDEast USGovArizona USGovTexas USGovVirginia`,
  china: `
    ChinaEast ChinaEast2 ChinaEast3 ChinaNorth ChinaNorth2 ChinaNorth3`,
};

/** The same of `AzureCloud`, which spells them otherwise. */
export const azureCloudRegions: Readonly<Record<Cloud, string>> = {
  public: `
    australiacentral australiacentral2 australiaeast australiasoutheast austriaeast belgiumcentral brazilne
    brazilse brazilsouth canadacentral canadaeast centralfrance centralindia centralus centraluseuap chilec
    eastasia eastus eastus2 eastus2euap germanyn germanywc indonesiacentral israelcentral israelnorthwest
    italynorth japaneast japanwest jioindiacentral jioindiawest koreacentral koreasouth malaysiasouth
    malaysiawest mexicocentral newzealandnorth northcentralus northeurope northeurope2 norwaye norwayw
    polandcentral qatarcentral southafricanorth southafricawest southcentralus southcentralus2 southeastasia
    southeastus southeastus3 southfrance southindia spaincentral swedencentral swedensouth switzerlandn
    switzerlandw taiwannorth taiwannorthwest uaecentral uaenorth uksouth ukwest usstagec usstagee westcentralus
    westeurope westindia westus westus2 westus3`,
  usgov: `
    usdodcentral usdodeast usgovarizona usgovtexas usgovvirginia`,
  china: `
    chinaeast chinaeast2 chinaeast3 chinanorth chinanorth2 chinanorth3`,
};
