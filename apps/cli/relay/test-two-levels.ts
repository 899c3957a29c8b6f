import { join } from "node:path";
import { statusQuery } from "@mingbai/app-node/answers/status-query";
import { openContents } from "@mingbai/app-node/contents/open-contents";
import { type DataFolder, dataFolder } from "@mingbai/app-node/data-folder";
import { demoNumber, demoSigner } from "@mingbai/app-node/demo/demo-keys";
import { demoGenesis } from "@mingbai/app-node/demo/found-demo";
import { writeGenesis } from "@mingbai/app-node/founding/genesis-file";
import { deriveNodeKeys, type NodeKeys } from "@mingbai/app-node/keys/node-keys";
import { LocalActor } from "@mingbai/app-node/local-actor";
import { type OpenLedger, openLedger } from "@mingbai/app-node/open-ledger";
import { startReadModel } from "@mingbai/app-node/read-model/start-read-model";
import { utf8 } from "@mingbai/codec/bytes";
import type { CanonicalObject } from "@mingbai/codec/canonical-json";
import { toHex } from "@mingbai/codec/hex";
import { sha256 } from "@mingbai/codec/sha256";
import { nodeDisk } from "@mingbai/log/disk/node-disk";
import { serveSmallLedger } from "../testing/serve-small-ledger.ts";

/** The account of the finance office, the same on both ledgers. */
export const officeAccount = demoNumber("levels-office");
const foundedMs = 1_767_225_600_000;
const administrators = ["admin", "civil-admin", "street-admin"];

function onFatal(error: Error): never {
  throw error;
}

/** The keys of the one node that keeps the ledger of this name. */
export function levelKeys(name: string): Promise<NodeKeys> {
  return deriveNodeKeys(sha256(utf8(`level ${name}`)));
}

/** A demo ledger in a folder with its tables, served over HTTP: everything of a node but its pages. */
export class ServedLevel {
  readonly ledger: OpenLedger;
  readonly url: string;
  readonly close: () => Promise<void>;

  private constructor(parts: { ledger: OpenLedger; url: string; close: () => Promise<void> }) {
    this.ledger = parts.ledger;
    this.url = parts.url;
    this.close = parts.close;
  }

  static async open(root: string, name: string): Promise<ServedLevel> {
    const folder = dataFolder(join(root, name));
    const disk = nodeDisk();
    await disk.makeFolder(folder.root);
    const keys = await levelKeys(name);
    const genesis = demoGenesis({ timeMs: foundedMs, keys, origin: "http://localhost:8470" });
    await writeGenesis(folder.genesis, genesis);
    const ledger = await openLedger({ disk, folder, genesis, keys, onFatal });
    return ServedLevel.serve({ ledger, folder, keys, end: () => ledger.close() });
  }

  /** Serves an open ledger with tables of its own. `place`: where it listens. `end`: what ends the ledger. */
  static async serve(parts: {
    ledger: OpenLedger;
    folder: DataFolder;
    keys: Pick<NodeKeys, "vault" | "vaultSeed">;
    place?: { host: string; port: number };
    end: () => Promise<void>;
  }): Promise<ServedLevel> {
    const { ledger, folder, keys, place, end } = parts;
    const { vaultSeed } = keys;
    const readModel = await startReadModel({ ledger, folder, vaultSeed, databaseUrl: undefined, onFatal });
    const today = async () => ({ transactions: 0, lines: 0 });
    const status = { ledger, folder: folder.root, version: "1.0.0", answerMs: () => undefined, today };
    const queries = [statusQuery({ ...status, readModel: readModel.position }), ...readModel.queries];
    const { vault, subjects } = ledger;
    const contents = await openContents({ disk: nodeDisk(), folder, vault, subjects, keys, now: Date.now, onFatal });
    const server = await serveSmallLedger(ledger, queries, { ...(place && { place }), contents });
    const close = async () => {
      await server.close();
      await contents.close();
      await readModel.close();
      await end();
    };
    return new ServedLevel({ ledger, url: server.url, close });
  }

  get chain(): string {
    return toHex(this.ledger.chain.chain);
  }

  /** Somebody of the demo acts. */
  async act(person: string, command: string, input: CanonicalObject): Promise<string> {
    const key = { signer: demoSigner(person), keyId: demoNumber(`key ${person}`) };
    return (await new LocalActor(this.ledger, key).act(command, input)).id;
  }

  /** An office's account and the fund; with `amount` the bank's money in it. */
  async openFund(amount = 0): Promise<void> {
    const accounts = [{ account: officeAccount, kind: "office", organisation: "district-finance" }];
    await this.act("admin", "treasury.openAccounts", { accounts });
    await this.act("finance", "treasury.createFund", { fund: 1, code: "F-1", office: officeAccount });
    if (amount === 0) return;
    const line = { kind: "deposit", reference: "D-1", valueDay: "2026-11-20", amount, fund: 1 };
    await this.act("bank", "treasury.bookBankLines", { bankAccount: "ESCROW", lines: [line] });
  }

  /** Sends money from the office here to the one there. */
  async send(other: ServedLevel, amount: number): Promise<void> {
    const place = { holder: officeAccount, fund: 1, tranche: 1 };
    const terms = { payee: officeAccount, deadlineMs: Date.now() + 3_600_000, purpose: "9a".repeat(32) };
    await this.act("finance", "levels.sendTransfer", { ledger: other.chain, ...place, amount, ...terms });
  }

  /** This ledger's members take another on. */
  async join(other: ServedLevel, as: "parent" | "child"): Promise<void> {
    const { published } = other.ledger;
    const roster = published.rosterNotes(published.latest?.size ?? 0)[0] ?? "";
    const funds = [{ own: 1, theirs: 1 }];
    const change = { kind: "tie", tie: { kind: "join", ledger: other.chain, as, name: as, roster, funds } };
    await this.agree(await this.act("finance", "governance.propose", { change, base: 0, words: "5e".repeat(32) }));
  }

  /** More than two thirds of the four members are in favour. */
  async agree(proposal: string): Promise<void> {
    for (const one of administrators) await this.act(one, "governance.vote", { proposal, choice: "for" });
  }
}
