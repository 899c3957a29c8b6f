import type { Answer } from "@mingbai/sequencer/answer";
import type { Sequencer } from "@mingbai/sequencer/sequencer";
import { Counter, Gauge, Histogram, Registry } from "prom-client";
import type { AnswerTimes } from "./answers/answer-times.ts";
import type { OpenLedger } from "./open-ledger.ts";
import type { SealedExchange } from "./sealed/sealed-exchange.ts";

/** What a monitor reads at /metrics. */
export function ledgerMetrics({ chain, sequencer, network }: OpenLedger): Registry {
  const registers = [new Registry()];
  const [registry] = registers;
  if (registry === undefined) throw new Error("no metrics registry");
  gauge(registers, "mingbai_height", "Height of the last block executed", () => chain.head.height);
  gauge(registers, "mingbai_log_leaves", "Leaves of the Merkle log", () => chain.head.logSize);
  gauge(registers, "mingbai_durable_blocks", "Block records on the disk", () => chain.durableBlocks);
  gauge(registers, "mingbai_read_only", "1 while the disk is full", () => (sequencer.state === "read-only" ? 1 : 0));
  if (network !== undefined) sealedGauges(registers, network.sealed);
  return registry;
}

/** The sequencer with its answers counted and timed. */
export function timedSequencer(
  inner: Sequencer,
  { times, metrics }: { times: AnswerTimes; metrics: Registry },
): Sequencer {
  const registers = [metrics];
  const answers = new Counter({
    name: "mingbai_answers_total",
    help: "Answers by result",
    labelNames: ["result"],
    registers,
  });
  const seconds = new Histogram({
    name: "mingbai_submit_seconds",
    help: "From receipt to durable",
    buckets: [0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.5, 2],
    registers,
  });
  return {
    async submit(bytes, sender) {
      const start = performance.now();
      const given = await inner.submit(bytes, sender);
      const tookMs = performance.now() - start;
      times.add(Date.now(), tookMs);
      seconds.observe(tookMs / 1_000);
      for (const answer of given) answers.inc({ result: resultOf(answer) });
      return given;
    },
    async receive(bytes, sender) {
      const given = await inner.receive(bytes, sender);
      for (const answer of given) answers.inc({ result: answer.status === "received" ? "received" : resultOf(answer) });
      return given;
    },
    close: () => inner.close(),
  };
}

function resultOf({ refused }: Answer): string {
  return refused ?? "accepted";
}

/** What is still to come from other vaults, and who gave what was wrong, by the number of the member. */
function sealedGauges(registers: Registry[], sealed: Pick<SealedExchange, "status">): void {
  const wanted = "Entries of vaults that this node may have and lacks";
  gauge(registers, "mingbai_sealed_wanted", wanted, () => sealed.status().wanted);
  new Gauge({
    name: "mingbai_sealed_wrong_answers",
    help: "Wrong entries and files, by the member that gave them",
    labelNames: ["member"],
    registers,
    collect() {
      this.reset();
      for (const [member, count] of Object.entries(sealed.status().faults)) this.set({ member }, count);
    },
  });
}

function gauge(registers: Registry[], name: string, help: string, read: () => number): void {
  new Gauge({
    name,
    help,
    registers,
    collect() {
      this.set(read());
    },
  });
}
