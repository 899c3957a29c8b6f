import { utf8 } from "@mingbai/codec/bytes";
import { encodeCanonical } from "@mingbai/codec/canonical-json";
import { contextBytes } from "@mingbai/codec/contexts";
import { toHex } from "@mingbai/codec/hex";
import { sha256 } from "@mingbai/codec/sha256";
import { encodeLeaf, leafKinds } from "@mingbai/ledger/execute/leaf";
import { random, runSeed } from "@mingbai/testkit/random";
import { recount } from "@mingbai/treasury/laws/invariants";
import { readFundTotals } from "@mingbai/treasury/reads";
import { describe, expect, it } from "vitest";
import { flowOf } from "../laws/flows.ts";
import { newestTree } from "../laws/get-tie.ts";
import { recountLevels } from "../laws/invariants.ts";
import { transferId } from "../laws/transfer-id.ts";
import { type LevelLedger, signTree } from "./test-ledger.ts";
import {
  cityAndCounty,
  countyFund,
  deposit,
  foundLedger,
  fund,
  join,
  must,
  office,
  people,
  sending,
  tieOf,
} from "./test-scene.ts";

const seed = runSeed();
const hash = new Uint8Array(32);

/** A county whose quorum writes what it likes into its log: every leaf signed, no rule kept. */
class RogueCounty {
  readonly #county: LevelLedger;
  readonly #city: LevelLedger;
  #n = 0;

  constructor(county: LevelLedger, city: LevelLedger) {
    this.#county = county;
    this.#city = city;
  }

  /** Claims to have locked money. */
  async give(amount: number): Promise<string> {
    const { id: source } = this.#county;
    const terms = { source, destination: this.#city.id, n: ++this.#n, fund, amount, payee: office };
    const whole = { ...terms, deadlineMs: this.#city.timeMs + 1_000_000, purpose: "00".repeat(32) };
    const proof = await this.#write("levels.transferSent", { transfer: transferId(whole), ...whole, isOffice: true });
    const { events } = must(this.#city, people.citizen, "levels.receiveTransfer", proof);
    return String(events.at(-1)?.data.outcome);
  }

  /** Claims an outcome of a transfer. */
  async answer(transfer: { id: string; n: number; amount: number }, outcome: "accepted" | "refused"): Promise<string> {
    const { id, n, amount } = transfer;
    const why = outcome === "refused" ? { reason: "payee" } : {};
    const route = { source: this.#city.id, destination: this.#county.id, n, fund, amount };
    const proof = await this.#write("levels.transferDecided", { transfer: id, ...route, outcome, ...why });
    return this.#city.run(people.citizen, "levels.settleTransfer", proof).code;
  }

  async #write(type: string, data: Parameters<typeof encodeCanonical>[0]) {
    const { hashes, origin, parts, roster, id: ledger } = this.#county;
    const events = encodeCanonical([{ type, data }]);
    const eventsRoot = sha256(contextBytes.events, utf8(events));
    const place = { height: hashes.size + 1, timeMs: this.#county.timeMs, index: 0, units: 1 };
    const roots = { id: eventsRoot, batchId: hash, linesRoot: hash, resultsRoot: hash, eventsRoot, rosterHash: hash };
    const leaf = encodeLeaf({ kind: leafKinds.command, result: 0, ...place, ...roots });
    const index = hashes.size;
    hashes.append(leaf);
    const { size } = hashes;
    const note = await signTree({ origin, size, root: hashes.root() }, { nodes: parts.nodes, roster });
    const from = newestTree(tieOf(this.#city, this.#county)).size;
    const proof = hashes.consistency(from, size).map(toHex);
    must(this.#city, people.citizen, "levels.postCheckpoint", { ledger, note, from, proof });
    return { ledger, size, index, path: hashes.inclusion(index, size).map(toHex), leaf: toHex(leaf), events };
  }
}

describe(`a county that writes what it likes (seed ${seed})`, () => {
  it("gets back no more than it confirmed to have been given, whatever it claims", async () => {
    const { city, county } = await cityAndCounty();
    const source = random(seed);
    const rogue = new RogueCounty(county, city);
    const open: { id: string; n: number; amount: number }[] = [];
    const seen = new Set<string>();
    for (let act = 0; act < 120; act++) {
      const kind = source.below(3);
      if (kind === 0) {
        const amount = 1 + source.below(20_000);
        const { events } = must(city, people.finance, "levels.sendTransfer", sending(county, city, { amount }));
        const sent = events.at(-1)?.data;
        open.push({ id: String(sent?.transfer), n: Number(sent?.n), amount });
      } else if (kind === 1) seen.add(await rogue.give(1 + source.below(30_000)));
      else if (open.length > 0) {
        const code = await rogue.answer(source.pick(open), source.pick(["accepted", "refused"] as const));
        seen.add(code);
      }
      const { sent, received } = flowOf(city.state, { ledger: county.id, fund });
      expect(received).toBeLessThanOrEqual(sent);
      expect(readFundTotals(city.state, fund).outstanding).toBe(deposit - sent + received);
      recountLevels(city.state);
    }
    recount(city.state);
    expect([...seen].sort()).toEqual(["TRANSFER_UNKNOWN", "accepted", "ok", "refused"]);
  });

  it("answers for no other county", async () => {
    const { city, county } = await cityAndCounty();
    const second = foundLedger("second", { fundNumber: countyFund });
    await join(city, second);
    const { events } = must(city, people.finance, "levels.sendTransfer", sending(second, city, { amount: 5 }));
    const transfer = { id: String(events.at(-1)?.data.transfer), n: 1, amount: 5 };
    expect(await new RogueCounty(county, city).answer(transfer, "accepted")).toBe("TRANSFER_OF_OTHER");
    recountLevels(city.state);
  });
});
