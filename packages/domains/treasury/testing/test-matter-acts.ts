import type { CanonicalObject } from "@mingbai/codec/canonical-json";
import type { Random } from "@mingbai/testkit/random";
import type { Person } from "./test-ledger.ts";
import type { MatterHistory } from "./test-matter-history.ts";
import { citizen2, firstDeposit, fund, office, otherFund, people, street } from "./test-scene.ts";

export const actors: readonly Person[] = [
  people.manager,
  people.finance,
  people.allRound,
  people.streetManager,
  people.streetFinance,
  people.supplier,
  people.citizen,
  people.regulator,
];
const matterVerbs = [
  "passMatter",
  "returnMatter",
  "forwardMatter",
  "handBackMatter",
  "resubmitMatter",
  "withdrawMatter",
  "confirmMatter",
  "disputeMatter",
  "answerDispute",
  "settleDispute",
] as const;
const payees = [people.supplier.account, people.citizen.account, street, office, citizen2] as const;
/** What might fit; chosen three times in four, so that much of what is tried is accepted. */
const fitting: Readonly<Record<string, readonly (typeof matterVerbs)[number][]>> = {
  submitted: ["passMatter", "passMatter", "returnMatter", "forwardMatter", "handBackMatter"],
  returned: ["resubmitMatter", "resubmitMatter", "withdrawMatter"],
  passed: ["returnMatter"],
  disbursed: ["confirmMatter", "disputeMatter"],
  disputed: ["answerDispute", "settleDispute"],
};
/** Who might be the one, chosen every second time. */
const deciders = [people.manager, people.allRound, people.finance];
const applicants = [people.supplier, people.citizen, people.streetManager, people.streetFinance];
const ownAccount = new Map([
  [people.supplier, people.supplier.account],
  [people.citizen, people.citizen.account],
  [people.streetManager, street],
]);
const looksBack = 8;
const words = "dd".repeat(32);

/** What the acts are done to: `attempt` does what is tried, `history` has heard what was accepted. */
export interface MatterScene {
  readonly source: Random;
  readonly history: MatterHistory;
  readonly attempt: (who: Person, verb: string, input: CanonicalObject) => void;
  readonly countTranches: () => number;
}

/** Random people enter, move and pay matters; much of what they try is refused. */
export function matterActs({ source, history, attempt, countTranches }: MatterScene) {
  const ids: string[] = [];
  const recent = () => ids.slice(-looksBack);
  const terms = (who: Person) => ({
    payee: source.chance(3, 4) ? (ownAccount.get(who) ?? street) : source.pick(payees),
    fund: source.chance(1, 8) ? otherFund : fund,
    amount: 1 + source.below(900) + (source.chance(1, 50) ? firstDeposit : 0),
  });
  const versionOf = (matter: string): number =>
    (history.matters.get(matter)?.version ?? 1) + (source.chance(1, 12) ? 1 : 0);
  const content = "cc".repeat(32);

  const acts = {
    submit() {
      const matter = source.chance(1, 20) && ids.length > 0 ? source.pick(recent()) : nameOf(ids.length);
      const [who, to] = [
        source.pick(source.chance(1, 2) ? applicants : actors),
        source.pick(["bureau", "bureau", "street", "nowhere"]),
      ];
      attempt(who, "workflow.submitMatter", { matter, kind: "disbursement", to, terms: terms(who), content });
      if (history.matters.has(matter) && !ids.includes(matter)) ids.push(matter);
    },
    move() {
      if (ids.length === 0) return;
      const matter = source.pick(recent());
      const at = { matter, version: versionOf(matter) };
      const stage = history.matters.get(matter)?.stage ?? "";
      const verb = source.pick(source.chance(3, 4) ? (fitting[stage] ?? matterVerbs) : matterVerbs);
      const isBack = stage === "returned" || stage === "disbursed";
      const who = source.pick(source.chance(1, 2) ? (isBack ? applicants : deciders) : actors);
      attempt(who, `workflow.${verb}`, inputOf(verb, at, who));
    },
    disburse() {
      if (ids.length === 0) return;
      const items = Array.from({ length: 1 + (source.chance(1, 4) ? source.below(4) : 0) }, () => {
        const passed = recent().filter((id) => history.matters.get(id)?.stage === "passed");
        const matter = source.pick(source.chance(3, 4) && passed.length > 0 ? passed : recent());
        const tranche = source.chance(4, 5) ? 1 : 1 + source.below(countTranches());
        const holder = source.chance(1, 6) ? street : office;
        const of = tranche === 2 || source.chance(1, 8) ? otherFund : fund;
        return { matter, version: versionOf(matter), from: { holder, fund: of, tranche } };
      });
      attempt(source.pick(source.chance(1, 2) ? deciders : actors), "disburse", { items });
    },
  };

  function inputOf(
    verb: (typeof matterVerbs)[number],
    at: { matter: string; version: number },
    who: Person,
  ): CanonicalObject {
    switch (verb) {
      case "resubmitMatter":
        return { ...at, terms: terms(who), content };
      case "forwardMatter":
        return { ...at, to: source.pick(["street", "inspection", "bureau"]) };
      case "handBackMatter":
        return { ...at, opinion: "agree", words };
      case "confirmMatter":
        return { ...at, amount: history.matters.get(at.matter)?.terms.amount ?? 1 };
      case "passMatter":
      case "withdrawMatter":
        return at;
      default:
        return { ...at, words };
    }
  }

  return acts;
}

const nameOf = (number: number): string => number.toString(16).padStart(64, "0");
