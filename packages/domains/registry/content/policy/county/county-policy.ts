import { EntryPolicy } from "../entry-policy.ts";
import { entryConditions } from "./entry-conditions.ts";
import { exitConditions } from "./exit-conditions.ts";

const kind = (field: string, zh: string, en: string) => ({ kind: field, words: { en, zh } });

/**
 * The policy that every ledger begins with: the line and the steps of monitoring (中农组发〔2021〕7 号) with times as counties
 * set them in their own plans. Each county publishes its own.
 */
export const countyPolicy: EntryPolicy = EntryPolicy.parse({
  version: 1,
  title: { en: "Monitoring by income a head", zh: "按人均收入监测" },
  incomeLine: 870_000,
  formula: {
    adds: [
      kind("incomeWages", "务工", "wages"),
      kind("incomeFarming", "种养", "farming"),
      kind("incomeBusiness", "做生意", "business"),
      kind("incomePension", "养老金和补贴", "pensions"),
      kind("incomeRelief", "救助", "relief"),
      kind("incomeLandRent", "土地流转", "land rent"),
      kind("incomeProperty", "财产", "property"),
      kind("incomeEcology", "生态补偿", "ecology"),
      kind("incomeOther", "其他", "other"),
    ],
    deducts: [kind("spentMedical", "看病", "medical"), kind("spentFarming", "种养成本", "costs of farming")],
  },
  conditions: entryConditions,
  days: { villageCheck: 3, review: 5, publicNotice: 7, decision: 5, observation: 180 },
  exit: { incomeMonths: 6, observationMonths: 6, conditions: exitConditions },
});
