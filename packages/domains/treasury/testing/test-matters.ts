import type { Person, TestLedger } from "./test-ledger.ts";
import { fund, must, office, people } from "./test-scene.ts";

export interface Asked {
  /** Two hexadecimal digits that name the matter. */
  readonly name: string;
  readonly who: Person;
  readonly payee: string;
  readonly amount: number;
  readonly fund?: number;
}

export const matterOf = (name: string): string => name.padStart(64, "e");

/** An application to the bureau; returns what disbursing it needs. */
export function submit(ledger: TestLedger, { name, who, payee, amount, fund: of = fund }: Asked) {
  const matter = matterOf(name);
  const terms = { payee, fund: of, amount };
  const content = name.padStart(64, "c");
  must(ledger, who, "workflow.submitMatter", { matter, kind: "disbursement", to: "bureau", terms, content });
  return { matter, version: 1, from: { holder: office, fund, tranche: 1 } };
}

/** The same, passed by the bureau's project manager. */
export function passed(ledger: TestLedger, asked: Asked, by: Person = people.manager) {
  const item = submit(ledger, asked);
  must(ledger, by, "workflow.passMatter", { matter: item.matter, version: 1 });
  return item;
}
