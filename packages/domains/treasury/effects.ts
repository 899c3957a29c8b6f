/** Events that later domains may make, too: what a regulator stops, and what members have voted for a fund. */
export { frozen, unfrozen } from "./events/freezing.ts";
export { fundPolicySet } from "./events/fund-policy-set.ts";
