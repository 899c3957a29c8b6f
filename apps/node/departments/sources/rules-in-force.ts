import { compileRules, type ReadyRules } from "@mingbai/registry/content/compare/compile-rules";
import { countyContradictions } from "@mingbai/registry/content/compare/county/county-rules";
import type { ContradictionRules } from "@mingbai/registry/content/compare/rule-set";
import type { FactTrust } from "@mingbai/registry/content/facts/fact-trust";
import type { FormDefinition } from "@mingbai/registry/content/form/definition";
import type { DepartmentsFile } from "./source-config.ts";

/** The published rules with this node's ranks of trust, ready to compare. */
export function rulesInForce(
  { trust }: Pick<DepartmentsFile, "trust">,
  form: FormDefinition,
  rules: ContradictionRules = countyContradictions,
): ReadyRules {
  const ready = compileRules({ ...rules, trust: rankedBy(trust, rules.trust) }, form);
  if ("fault" in ready) throw new Error(`rule ${ready.rule}, ${ready.part}: ${ready.en}`);
  return ready;
}

/** Named sources first, in their order; then those that the rules name and this does not. */
function rankedBy(ranks: DepartmentsFile["trust"], trust: FactTrust): FactTrust {
  const entries = Object.entries(trust).map(([kind, usual]) => {
    const first = ranks[kind as keyof FactTrust] ?? [];
    return [kind, { ...usual, sources: [...first, ...usual.sources.filter((one) => !first.includes(one))] }];
  });
  return Object.fromEntries(entries) as FactTrust;
}
