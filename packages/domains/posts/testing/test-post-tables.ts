import type { CanonicalObject } from "@mingbai/codec/canonical-json";
import { fromHex } from "@mingbai/codec/hex";
import { identityProjection } from "@mingbai/identity/projection/identity-projection";
import type { Person } from "@mingbai/identity/testing/test-ledger";
import { personSubject } from "@mingbai/identity/vault-content";
import { partSubject } from "@mingbai/read-model/given-part";
import type { ProjectedBlock } from "@mingbai/read-model/projected-block";
import type { Vault } from "@mingbai/read-model/vault-port";
import { TestTables } from "@mingbai/testkit/test-tables";
import type { z } from "zod";
import { postsProjection } from "../projection/posts-projection.ts";
import { helpers } from "../queries/helpers.ts";
import type { helpersView } from "../views.ts";
import { people, startMs, testScene } from "./test-scene.ts";

/** A ledger with posts, a vault with what is known of who holds them, and tables that are made of both. */
export class PostScene {
  readonly tables: TestTables;
  readonly scene = testScene();
  readonly #blocks: ProjectedBlock[] = [];
  readonly #vault = new Map<string, CanonicalObject>();

  constructor(tables: TestTables) {
    this.tables = tables;
    for (const [name, { account }] of Object.entries(people))
      this.#vault.set(personSubject(account), { kind: "person", name });
  }

  static startTables(): Promise<TestTables> {
    return TestTables.start([identityProjection, postsProjection]);
  }

  /** What somebody says about a subject goes into the vault under the commitment that an act names. */
  say(
    { account: giver }: Person,
    { subject, content: commitment }: { subject: string; content: string },
    said: object,
  ) {
    const content = said as CanonicalObject;
    this.#vault.set(partSubject({ subject, commitment, giver }), { salt: "00".repeat(32), content });
  }

  /** Signs an act at the next moment; it is a block of its own. */
  does(who: Person, verb: string, input: object): void {
    const { scene } = this;
    scene.timeMs += 1_000;
    scene.must(who, verb, input);
    const number = this.#blocks.length;
    const id = fromHex((number + 1).toString(16).padStart(64, "0"));
    const leaf = { id, height: number + 1, timeMs: scene.timeMs };
    const nothing = new Uint8Array(32);
    this.#blocks.push({
      number,
      height: number + 1,
      timeMs: scene.timeMs,
      appHash: nothing,
      logSize: number + 1,
      logRoot: nothing,
      effects: nothing,
      bodyBytes: 0,
      transactions: [
        {
          logIndex: number,
          leaf: leaf as ProjectedBlock["transactions"][number]["leaf"],
          leafBytes: nothing,
          events: scene.events,
          refusal: undefined,
          refusedLines: [],
          envelope: undefined,
        },
      ],
    });
  }

  /** Makes all tables from zero; where `isLate`, what was said about subjects comes only after all blocks. */
  async project({ isLate = false } = {}): Promise<void> {
    const late = [...this.#vault.keys()].filter((name) => isLate && name.startsWith("part/"));
    let isThere = false;
    const vault: Vault = {
      find: async (name) => (isThere || !late.includes(name) ? this.#vault.get(name) : undefined),
    };
    const comesLater = (): readonly string[] => {
      isThere = true;
      return late;
    };
    const founding = { timeMs: startMs, events: this.scene.founders };
    await this.tables.project(this.#blocks, () => 1, { vault, founding, comesLater });
  }

  async ask({ account, organisation, roles }: Person, params: z.input<typeof helpersView.params> = {}) {
    const answer = await this.tables.ask(helpers, params, { account, organisation, roles });
    return answer as z.output<typeof helpersView.result>;
  }
}
