// Made by `npm run build:editions` from data/. Do not edit.
import { text as text20210914 } from './2021-09-14.js';
import { text as text20220906 } from './2022-09-06.js';
import { text as text20230414 } from './2023-04-14.js';
import { text as text20260319 } from './2026-03-19.js';

export const infos = [
  {
    "id": "2021-09-14",
    "date": "2021-09-14",
    "title": "Configure inbound and outbound network traffic, with its two includes",
    "sources": [
      {
        "id": "article",
        "title": "Configure inbound and outbound network traffic (Azure Machine Learning, Japanese)",
        "url": "https://docs.microsoft.com/ja-jp/azure/machine-learning/how-to-access-azureml-behind-firewall",
        "date": "2021-09-14"
      },
      {
        "id": "internet-access",
        "title": "Include of the article: public internet access (Japanese)",
        "url": "https://github.com/changeworld/azure-docs.ja-jp/blob/0495cfe1e56afd4d51ed796cbfb1ecb774df24cc/includes/machine-learning-public-internet-access.md",
        "date": "2021-08-27"
      },
      {
        "id": "user-defined-routes",
        "title": "Include of the article: user-defined routes for compute (Japanese)",
        "url": "https://github.com/changeworld/azure-docs.ja-jp/blob/1d8c93bb3b1eea249dfdf18190c145e44dedee67/includes/machine-learning-compute-user-defined-routes.md",
        "date": "2021-08-12"
      },
      {
        "id": "aks-egress",
        "title": "Restrict egress traffic in Azure Kubernetes Service (AKS)",
        "url": "https://github.com/MicrosoftDocs/azure-aks-docs/blob/8a288b7b3fc9fabbf0eaa21af7b5182117e6d032/articles/aks/limit-egress-traffic.md",
        "date": "2021-01-12",
        "note": "In force on 2021-09-14: the next change to the page is of 2021-10-25."
      },
      {
        "id": "aks-model-deployment",
        "title": "Deploy a model to an Azure Kubernetes Service cluster (Azure Machine Learning)",
        "url": "https://docs.microsoft.com/azure/machine-learning/how-to-deploy-azure-kubernetes-service",
        "date": "2020-09-01",
        "note": "The version of September 2021 is not at hand; it lists names that must resolve, without ports."
      }
    ],
    "requirements": 56
  },
  {
    "id": "2022-09-06",
    "date": "2022-09-06",
    "title": "Configure inbound and outbound network traffic, with its includes",
    "sources": [
      {
        "id": "article",
        "title": "Configure inbound and outbound network traffic (Azure Machine Learning)",
        "url": "https://learn.microsoft.com/azure/machine-learning/how-to-access-azureml-behind-firewall",
        "date": "2022-09-06"
      },
      {
        "id": "internet-access",
        "title": "Include of the article: public internet access",
        "url": "https://github.com/MicrosoftDocs/azure-docs/blob/79d0d488c24624527d4c304a62f94eab8c38ef44/includes/machine-learning-public-internet-access.md",
        "date": "2022-09-08"
      },
      {
        "id": "user-defined-routes",
        "title": "Include of the article: user-defined routes",
        "url": "https://github.com/MicrosoftDocs/azure-docs/blob/cbba2ee7db9a80ebd949b504ef372d3e6da0cf10/includes/machine-learning-compute-user-defined-routes.md",
        "date": "2022-10-12"
      }
    ],
    "requirements": 50
  },
  {
    "id": "2023-04-14",
    "date": "2023-04-14",
    "title": "Configure inbound and outbound network traffic, with its includes",
    "sources": [
      {
        "id": "article",
        "title": "Configure inbound and outbound network traffic (Azure Machine Learning)",
        "url": "https://learn.microsoft.com/azure/machine-learning/how-to-access-azureml-behind-firewall",
        "date": "2023-04-14"
      },
      {
        "id": "python-hosts",
        "title": "Include of the article: recommended outbound hosts for Python packages",
        "url": "https://github.com/MicrosoftDocs/azure-docs/blob/160b4977486bf4142b63954fd8836c940c7676d0/articles/machine-learning/includes/recommended-network-outbound.md",
        "date": "2023-06-12"
      },
      {
        "id": "user-defined-routes",
        "title": "Include of the article: user-defined routes",
        "url": "https://github.com/MicrosoftDocs/azure-docs/blob/d55fb11526bfbcd2d199f5fa1a9a5269272e69c4/articles/machine-learning/includes/machine-learning-compute-user-defined-routes.md",
        "date": "2023-01-10"
      }
    ],
    "requirements": 48
  },
  {
    "id": "2026-03-19",
    "date": "2026-03-19",
    "title": "Configure inbound and outbound network traffic, with its includes",
    "sources": [
      {
        "id": "article",
        "title": "Configure inbound and outbound network traffic (Azure Machine Learning)",
        "url": "https://github.com/MicrosoftDocs/azure-ai-docs/blob/00bb5540c93f4bf3d1d78fe21e36c6dbc2930026/articles/machine-learning/how-to-access-azureml-behind-firewall.md",
        "date": "2026-03-19"
      },
      {
        "id": "python-hosts",
        "title": "Include of the article: recommended outbound hosts for Python packages",
        "url": "https://github.com/MicrosoftDocs/azure-ai-docs/blob/7eca7b5953e40f2e69fe0ad2977e347f2533cd22/articles/machine-learning/includes/recommended-network-outbound.md",
        "date": "2023-06-12"
      },
      {
        "id": "aks-egress",
        "title": "Outbound network and FQDN rules for Azure Kubernetes Service (AKS) clusters",
        "url": "https://github.com/MicrosoftDocs/azure-aks-docs/blob/ccbb339ba694585c6436541c025c50c62a308c98/articles/aks/outbound-rules-control-egress.md",
        "date": "2026-06-18",
        "note": "The rules were the same on 2026-03-19; later changes are of wording only."
      },
      {
        "id": "arc-kubernetes",
        "title": "Azure Arc-enabled Kubernetes network requirements, with the list of each cloud",
        "url": "https://github.com/MicrosoftDocs/azure-management-docs/blob/d923d588901082fa2107de6b2a82d7d05cd95160/articles/azure-arc/kubernetes/network-requirements.md",
        "date": "2026-06-11",
        "note": "The rows were the same on 2026-03-19, but for row 14 of the public list, which came on 2026-06-11."
      }
    ],
    "requirements": 82
  }
] as const;

export const asOf = '2026-06-18';

export const newest = '2026-03-19';

export const texts = {
  '2021-09-14': () => text20210914,
  '2022-09-06': () => text20220906,
  '2023-04-14': () => text20230414,
  '2026-03-19': () => text20260319,
} as const;
