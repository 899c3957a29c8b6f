import type { CanonicalObject } from "@mingbai/codec/canonical-json";
import { foundingEvents } from "@mingbai/identity/founding-events";
import { identityProjection } from "@mingbai/identity/projection/identity-projection";
import { personSubject } from "@mingbai/identity/vault-content";
import type { QueryReader } from "@mingbai/read-model/define-query";
import { explorerProjection } from "@mingbai/read-model/explorer/projection";
import { contentSubject } from "@mingbai/read-model/given-content";
import type { Vault } from "@mingbai/read-model/vault-port";
import { TestTables } from "@mingbai/testkit/test-tables";
import { treasuryProjection } from "@mingbai/treasury/projection/treasury-projection";
import { type Person, startMs, type TestLedger } from "@mingbai/treasury/testing/test-ledger";
import { ProjectedBlocks } from "@mingbai/treasury/testing/test-projected-blocks";
import { everyone, fund, must, office, people, testScene } from "@mingbai/treasury/testing/test-scene";
import type { ApplicationContent, WordsContent } from "../content.ts";
import { workflowProjection } from "../projection/workflow-projection.ts";

/** Sees what an attentive reader of a page would send. */
export function readerOf({ account, organisation, roles }: Person): QueryReader {
  return { account, organisation, roles };
}

/** What somebody applies for. */
interface Asked {
  readonly payee: string;
  readonly amount: number;
  readonly title: string;
  readonly invoices?: readonly string[];
  readonly files?: readonly string[];
}

/** A ledger with money and matters, a vault with what they commit to, and tables that are made of both. */
export class MatterScene {
  readonly tables: TestTables;
  readonly ledger: TestLedger;
  readonly #blocks = new ProjectedBlocks();
  readonly #vault = new Map<string, CanonicalObject>();
  #named = 0;

  private constructor(tables: TestTables) {
    this.tables = tables;
    this.ledger = testScene({ onBlock: this.#blocks.add });
    for (const { account } of [people.streetManager, people.citizen]) {
      this.#vault.set(personSubject(account), { kind: "person", name: "苏晚晴" });
    }
  }

  static async start(): Promise<MatterScene> {
    const projections = [explorerProjection, identityProjection, treasuryProjection, workflowProjection];
    return new MatterScene(await TestTables.start(projections));
  }

  /** Puts a content into the vault for who gives it; returns its commitment, which nothing here recomputes. */
  keep({ account: giver }: Person, content: ApplicationContent | WordsContent): string {
    const commitment = (++this.#named).toString(16).padStart(64, "0");
    this.#vault.set(contentSubject({ commitment, giver }), { salt: "00".repeat(32), content });
    return commitment;
  }

  /** Applies to the bureau, for an account of the applicant's own; returns what later acts name. */
  submit(who: Person, asked: Asked) {
    const { payee, amount, title, invoices = [], files = [] } = asked;
    const content = this.keep(who, {
      kind: "application",
      title,
      proposal: "",
      invoices: invoices.map((number) => ({ number, seller: "晨光电梯", issuedOn: "2027-01-01", amount })),
      files: files.map((file) => ({ file, name: "发票.pdf", type: "application/pdf", bytes: 1, untrusted: false })),
    });
    return this.name(who, { payee, amount, content });
  }

  /** The same, with a content that is named by its commitment alone. */
  name(who: Person, { payee, amount, content }: { payee: string; amount: number; content: string }) {
    const matter = (++this.#named).toString(16).padStart(64, "0");
    const terms = { payee, fund, amount };
    must(this.ledger, who, "workflow.submitMatter", { matter, kind: "disbursement", to: "bureau", terms, content });
    return { matter, version: 1 };
  }

  /** `said`: what goes into the vault, and its commitment with the act. */
  does(who: Person, verb: string, input: CanonicalObject, said?: string): string {
    const words = said === undefined ? {} : { words: this.keep(who, { kind: "words", message: said, reasons: [] }) };
    return must(this.ledger, who, `workflow.${verb}`, { ...input, ...words });
  }

  pays(...matters: readonly { matter: string; version: number }[]): string {
    const from = { holder: office, fund, tranche: 1 };
    return must(this.ledger, people.finance, "disburse", { items: matters.map((at) => ({ ...at, from })) });
  }

  /** Makes all tables from zero, so many blocks at a time. */
  async project(next: () => number = () => 1): Promise<void> {
    const vault: Vault = { find: async (subject) => this.#vault.get(subject) };
    const organisations = [...new Set(everyone.map(({ organisation }) => organisation))];
    const events = foundingEvents({
      organisations: organisations.map((id) => ({ id, name: { en: `The ${id}`, zh: `${id}局` } })),
      actors: everyone.map((person) => ({
        ...person,
        keys: [{ keyId: person.account, scheme: "ed25519", publicKey: "ab".repeat(32) }],
      })),
    });
    await this.tables.project(this.#blocks.all, next, { vault, founding: { timeMs: startMs, events } });
  }
}
