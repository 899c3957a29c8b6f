import type { CanonicalObject } from "@mingbai/codec/canonical-json";
import type { Event } from "@mingbai/ledger/definition/event";
import { random } from "@mingbai/testkit/random";
import { MoneyModel } from "./money-model.ts";
import { why } from "./test-freezing.ts";
import type { Person } from "./test-ledger.ts";
import { matterActs } from "./test-matter-acts.ts";
import { MatterHistory } from "./test-matter-history.ts";
import { firstDeposit, fund, office, otherFund, people, testScene } from "./test-scene.ts";

/** Random people do random things to matters and money; every accepted act is told to history and model. */
export function exploreMatters({ seed, steps }: { seed: number; steps: number }) {
  const source = random(seed);
  const ledger = testScene();
  const history = new MatterHistory();
  const model = new MoneyModel();
  model.deposit(fund, office, BigInt(firstDeposit));
  model.deposit(otherFund, office, 500_000n);

  const attempt = (who: Person, verb: string, input: CanonicalObject): void => {
    const { code, outcome } = ledger.run(who, verb, input);
    if (code !== "ok") return;
    history.tell(verb, outcome.events);
    for (const event of outcome.events) follow(model, event);
  };
  const countTranches = () => model.funds.length;
  const acts: Record<string, () => void> = {
    ...matterActs({ source, history, attempt, countTranches }),
    freeze() {
      const target = { kind: "tranche", tranche: 1 + source.below(3) };
      if (source.chance(1, 9)) attempt(people.regulator, "governance.freeze", { target, ...why });
      else attempt(people.regulator, "governance.unfreeze", { target });
    },
    wait: () => ledger.wait(source.below(4) * 86_400_000),
  };

  const names = ["submit", ...Array(12).fill("move"), "disburse", "disburse", "disburse", "freeze", "wait"];
  for (let step = 0; step < steps; step++) acts[source.pick(names)]?.();
  return { ledger, history, model };
}

/** Brings the model where an event says that money went. */
function follow(model: MoneyModel, { type, data }: Event): void {
  const taken = { fund: Number(data.fund), tranche: Number(data.tranche), amount: BigInt(Number(data.amount ?? 0)) };
  if (type === "treasury.paid") model.move({ ...taken, holder: String(data.payer) }, String(data.payee));
  if (type !== "treasury.allocated") return;
  model.funds.push(taken.fund);
  model.add("free", { account: String(data.holder), tranche: taken.tranche, by: -taken.amount });
  model.add("free", { account: String(data.to), tranche: model.funds.length, by: taken.amount });
}
