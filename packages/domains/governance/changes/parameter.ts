import type { CanonicalObject } from "@mingbai/codec/canonical-json";
import { approvalLimitChanged, normalLimitSet } from "@mingbai/identity/effects";
import { findApprovalLimit, normalLimit } from "@mingbai/identity/reads/approval-limit";
import { isOrganisation } from "@mingbai/identity/reads/organisation";
import { findParameter } from "@mingbai/ledger/authority/parameter";
import type { Event, Moment } from "@mingbai/ledger/definition/event";
import { getConfiguration } from "@mingbai/ledger/genesis/configuration";
import { lastRulesVersion } from "@mingbai/ledger/genesis/rules-version";
import type { Refusal } from "@mingbai/ledger/refusal";
import type { State } from "@mingbai/ledger/state/state";
import { fundPolicyChanged } from "@mingbai/treasury/effects";
import { findFund } from "@mingbai/treasury/reads";
import { parameterSet } from "../events/parameter-set.ts";
import { quotaSet } from "../events/quota-set.ts";
import { rulesVersionSet } from "../events/rules-version-set.ts";
import { refuse } from "../refusals.ts";
import {
  type Parameter,
  type ParameterName,
  parameters,
  ruleOfParameter,
  usualStageDays,
} from "../schema/parameters.ts";
import type { Change } from "../schema.ts";
import type { Plan } from "./plan.ts";

type ParameterChange = Extract<Change, { kind: "parameter" }>;

/** A number of the ledger's policy, of one organisation's, of one fund's. */
export function parameterPlan(change: ParameterChange): Plan {
  const { name, organisation } = change;
  return {
    rule: ruleOfParameter(name),
    ...(organisation !== undefined && { concerned: organisation }),
    isOwn: parameters[name].scope === "organisation",
    findRefusal: (state) =>
      findScopeRefusal(change) ?? findSubjectRefusal(state, change) ?? findValueRefusal(state, change),
    before: (state, moment) => shown(valueNow(state, change, moment)),
    events: (state, moment) => [eventOf(state, change, moment)],
  };
}

function shown(value: number | undefined): CanonicalObject {
  return value === undefined ? {} : { value };
}

function findScopeRefusal({ name, organisation, fund }: ParameterChange): Refusal | undefined {
  const { scope } = parameters[name];
  const fits =
    (organisation !== undefined) === (scope === "organisation") && (fund !== undefined) === (scope === "fund");
  return fits ? undefined : refuse("PARAMETER_SCOPE", { name, scope });
}

function findSubjectRefusal(state: State, { organisation, fund }: ParameterChange): Refusal | undefined {
  if (organisation !== undefined && !isOrganisation(state, organisation)) {
    return refuse("NO_SUCH_ORGANISATION", { organisation });
  }
  return fund !== undefined && findFund(state, fund) === undefined ? refuse("NO_SUCH_FUND", { fund }) : undefined;
}

function findValueRefusal(state: State, { name, value }: ParameterChange): Refusal | undefined {
  const { min, max, mayBeNone } = boundsOf(state, name);
  if (value === undefined) return mayBeNone ? undefined : refuse("VALUE_OUT_OF_BOUNDS", { min, max });
  return value < min || value > max ? refuse("VALUE_OUT_OF_BOUNDS", { min, max }) : undefined;
}

/** Versions of the rules follow one another: a slip of the pen would stop every node there is. */
function boundsOf(state: State, name: ParameterName): Pick<Parameter, "min" | "max" | "mayBeNone"> {
  if (name !== "ledger.rulesVersion") return parameters[name];
  const next = lastRulesVersion(state) + 1;
  return { min: next, max: next, mayBeNone: false };
}

function valueNow(state: State, { name, organisation, fund }: ParameterChange, { timeMs }: Moment): number | undefined {
  switch (name) {
    case "ledger.quotaUnitsPerMinute":
      return getConfiguration(state).quotaUnitsPerMinute;
    case "ledger.rulesVersion":
      return lastRulesVersion(state);
    case "identity.approvalLimit":
      return findApprovalLimit(state, organisation ?? "", timeMs);
    case "identity.approvalLimitNormally":
      return findParameter(state, name) ?? normalLimit(getConfiguration(state));
    case "treasury.operatingBasisPoints":
      return findFund(state, fund ?? 0)?.operatingBasisPoints;
    case "treasury.returnExpiryDays":
      return findFund(state, fund ?? 0)?.returnExpiryDays;
    default:
      return findParameter(state, name) ?? usualStageDays[name];
  }
}

function eventOf(state: State, change: ParameterChange, moment: Moment): Event {
  const { name, organisation = "", fund = 0, value } = change;
  switch (name) {
    case "ledger.quotaUnitsPerMinute":
      return quotaSet({ unitsPerMinute: needed(value) });
    case "ledger.rulesVersion":
      return rulesVersionSet({ version: needed(value) });
    case "identity.approvalLimit":
      return approvalLimitChanged(state, { organisation, amount: value }, moment);
    case "identity.approvalLimitNormally":
      return normalLimitSet({ amount: needed(value) });
    case "treasury.operatingBasisPoints":
      return fundPolicyChanged(state, fund, { operatingBasisPoints: needed(value) });
    case "treasury.returnExpiryDays":
      return fundPolicyChanged(state, fund, { returnExpiryDays: value });
    default:
      return parameterSet({ name, value: needed(value) });
  }
}

/** Only parameters that may be none have no value here: `findValueRefusal` was asked first. */
function needed(value: number | undefined): number {
  if (value === undefined) throw new Error("a parameter without a value");
  return value;
}
