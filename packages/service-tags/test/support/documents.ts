import { parseServiceTags, type ServiceTagDocument } from '@azureml-firewall/service-tags';

/** What a test says about a tag; the rest is as in most tags of the real documents. */
export interface TagSketch {
  readonly region?: string;
  readonly prefixes?: readonly string[];
  readonly features?: readonly string[] | null;
}

export type Sketch = Readonly<Record<string, TagSketch>>;

/** A document as the weekly download has it. */
export function download(tags: Sketch, head: { readonly cloud?: string; readonly changeNumber?: number } = {}): object {
  return {
    changeNumber: head.changeNumber ?? 375,
    cloud: head.cloud ?? 'Public',
    values: Object.entries(tags).map(([name, { region = '', prefixes = ['203.0.113.0/24'], features }]) => ({
      name,
      id: name,
      properties: {
        changeNumber: 12,
        region,
        regionId: 33,
        platform: 'Azure',
        systemService: 'AzureService',
        addressPrefixes: prefixes,
        networkFeatures: features === undefined ? ['API', 'NSG', 'UDR', 'FW'] : features,
      },
    })),
  };
}

/** A document as the API answers it and the CLI prints it. */
export function answer(tags: Sketch, head: { readonly cloud?: string; readonly changeNumber?: string } = {}): object {
  return {
    changeNumber: head.changeNumber ?? '402',
    cloud: head.cloud ?? 'Public',
    id: '/subscriptions/00000000-0000-0000-0000-000000000000/providers/Microsoft.Network/serviceTags/Public',
    name: 'Public',
    nextLink: null,
    type: 'Microsoft.Network/serviceTags',
    values: Object.entries(tags).map(([name, { region = '', prefixes = ['203.0.113.0/24'] }]) => ({
      id: name,
      name,
      serviceTagChangeNumber: '402',
      properties: {
        addressPrefixes: prefixes,
        changeNumber: '12',
        networkFeatures: ['API', 'NSG'],
        region,
        state: 'GA',
        systemService: 'AzureService',
      },
    })),
  };
}

/** The document that a test is about. */
export function parsed(input: unknown): ServiceTagDocument {
  const result = parseServiceTags(input);
  if (!result.ok) throw new Error(`${result.refusal.path}: ${result.refusal.code}`);
  return result.document;
}

/** A public document of these tags. */
export function documentOf(tags: Sketch, changeNumber?: number): ServiceTagDocument {
  return parsed(download(tags, changeNumber === undefined ? {} : { changeNumber }));
}

/** Tags with every oddity of names that the real documents have. */
export const oddNames: Sketch = {
  Storage: { prefixes: ['198.51.100.0/24', '203.0.113.0/24', '2603:1030::/48'] },
  'Storage.EastUS2': { region: 'eastus2', prefixes: ['203.0.113.0/24'] },
  'Storage.EastUS2Stage': { region: 'eastus2', prefixes: ['203.0.113.128/25'] },
  'Storage.GermanyWestCentral': { region: 'germanywc', prefixes: ['198.51.100.0/25'] },
  AzureKeyVault: {},
  'AzureKeyVault.EastUS2': { region: 'eastus2', prefixes: ['203.0.113.7/32', '2603:1030::8/127'] },
  'AzureKeyVault.GermanyWestCentral': { region: 'germanywc' },
  AzureCloud: { features: ['API', 'NSG'] },
  'AzureCloud.eastus2': { region: 'eastus2' },
  'AzureCloud.germanywc': { region: 'germanywc' },
  AzureContainerRegistry: {},
  AzureMachineLearning: { prefixes: ['192.0.2.0/25'] },
  'AzureMachineLearning.EastUS2': { region: 'eastus2', prefixes: ['192.0.2.0/27'], features: null },
  AzureMachineLearningInference: {},
  'AzureFrontDoor.Frontend': {},
  'AzureFrontDoor.FirstParty': {},
  AzureActiveDirectory: {},
  'AzureActiveDirectory.ServiceEndpoint': {},
  AzurePortal: {},
  'AzurePortal.AzureAppServiceUx': { region: 'eastus2' },
};
