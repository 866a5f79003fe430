export { covering } from './random/destinations.js';
export { flows, hosts, manyFlows } from './random/flows.js';
export { policies, policiesByAddress, singles } from './random/policies.js';
export { rules, rulesTo, singleRules } from './random/rules.js';
export { hostileText } from './random/texts.js';
