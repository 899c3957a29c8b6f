/** What of the ledger's policy is a number that members may vote: name, unit, bounds. Browser-safe. */
import { amountMax } from "@mingbai/codec/money";
import type { Words } from "@mingbai/ledger/definition/command";
import { basisPointsMax, returnExpiryDaysMax } from "@mingbai/treasury/schema";
import { type Stage, turns } from "@mingbai/workflow/stages";
import type { RuleKey } from "./rules.ts";

/** What the value is for: the whole ledger, one organisation, one fund. */
export type ParameterScope = "ledger" | "organisation" | "fund";
export type ParameterUnit = "unitsPerMinute" | "money" | "days" | "basisPoints" | "version";

export interface Parameter {
  readonly scope: ParameterScope;
  readonly unit: ParameterUnit;
  readonly min: number;
  readonly max: number;
  /** True where there may be no value at all: no limit, no end. */
  readonly mayBeNone: boolean;
  readonly title: Words;
}

const stageDaysMax = 90;
/** Fewer would stop a ledger for good: nobody could vote on more. */
const quotaMin = 60_000;
const quotaMax = 100_000_000_000;
const rulesVersionMax = 1_000_000;

function stageDays(title: Words): Parameter {
  return { scope: "ledger", unit: "days", min: 1, max: stageDaysMax, mayBeNone: false, title };
}

export const parameters = {
  "ledger.quotaUnitsPerMinute": {
    scope: "ledger",
    unit: "unitsPerMinute",
    min: quotaMin,
    max: quotaMax,
    mayBeNone: false,
    title: { en: "Units that an organisation may use in a minute", zh: "每家机构每分钟可用的份额" },
  },
  "ledger.rulesVersion": {
    scope: "ledger",
    unit: "version",
    // The first is what a ledger begins with; each other is voted from the one before.
    min: 2,
    max: rulesVersionMax,
    mayBeNone: false,
    title: {
      en: "Version of the ledger's rules, which every node's program must know",
      zh: "账本规则的版本（各节点的程序须先支持）",
    },
  },
  "identity.approvalLimitNormally": {
    scope: "ledger",
    unit: "money",
    min: 0,
    max: amountMax,
    mayBeNone: false,
    title: {
      en: "Limit for keys that are no passkeys, where an organisation has none of its own",
      zh: "没有自定限额的机构，不用通行密钥的限额",
    },
  },
  "identity.approvalLimit": {
    scope: "organisation",
    unit: "money",
    min: 0,
    max: amountMax,
    mayBeNone: true,
    title: { en: "Limit for keys that are no passkeys", zh: "不用通行密钥的限额" },
  },
  "workflow.submittedDays": stageDays({ en: "Days for a review", zh: "审核的天数" }),
  "workflow.returnedDays": stageDays({ en: "Days for the applicant to correct", zh: "申请人补正的天数" }),
  "workflow.passedDays": stageDays({ en: "Days to pay what was passed", zh: "审核通过后付款的天数" }),
  "workflow.disbursedDays": stageDays({ en: "Days for the receiver to confirm", zh: "收款人确认的天数" }),
  "workflow.disputedDays": stageDays({ en: "Days to answer a dispute", zh: "答复异议的天数" }),
  "treasury.operatingBasisPoints": {
    scope: "fund",
    unit: "basisPoints",
    min: 0,
    max: basisPointsMax,
    mayBeNone: false,
    title: { en: "Operating share of a fund's office", zh: "专项资金的运营份额" },
  },
  "treasury.returnExpiryDays": {
    scope: "fund",
    unit: "days",
    min: 1,
    max: returnExpiryDaysMax,
    mayBeNone: true,
    title: { en: "Days until money that came back expires", zh: "退回资金的有效天数" },
  },
} as const satisfies { readonly [name: string]: Parameter };

export type ParameterName = keyof typeof parameters;
export const parameterNames = Object.keys(parameters) as readonly ParameterName[];

/** By which rule a parameter is voted on. What every node must run, those decide who decide which nodes there are. */
export function ruleOfParameter(name: ParameterName): RuleKey {
  if (name === "ledger.rulesVersion") return "roster";
  return parameters[name].scope === "organisation" ? "ownParameter" : "parameter";
}

/** The stages of a matter at which it is somebody's turn: their days are what members vote of the contract template. */
export const turnStages = [
  "submitted",
  "returned",
  "passed",
  "disbursed",
  "disputed",
] as const satisfies readonly Stage[];

/** The parameter that holds the days of a stage. */
export function stageParameter(stage: (typeof turnStages)[number]) {
  return `workflow.${stage}Days` as const;
}

/** The days that a stage has where members voted none, by the parameter's name. */
export const usualStageDays: { readonly [name in ParameterName]?: number | undefined } = Object.fromEntries(
  turnStages.map((stage) => [stageParameter(stage), turns[stage]?.daysMax]),
);
