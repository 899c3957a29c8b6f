import { commitmentOfBytes } from "@mingbai/codec/commitment";
import { toHex } from "@mingbai/codec/hex";
import { findSubjectParts } from "@mingbai/http/subject-parts-views";
import type { PlannedHousehold } from "@mingbai/registry/content/import/plan/planned-household";
import type { Actor } from "../actor.ts";
import type { Client } from "../client.ts";
import { keepEncodedParts } from "../contents.ts";
import {
  addCounts,
  type ImportCounts,
  type ImportJournal,
  type ImportStep,
  noCounts,
  type RefusedSubject,
} from "./import-step.ts";
import { type MadeStep, makeSteps } from "./make-steps.ts";
import { sendCommands } from "./send-commands.ts";
import type { StepCommand } from "./step-commands.ts";

/** Steps on their way: one is made while the parts of another are sealed and the commands of a third are executed. */
const stepsAtOnceMax = 3;

/** Signs the commands of an import, in an order of their own (`actAs`). */
export type ImportActor = Pick<Actor<Record<never, never>>, "sign">;

export interface ImportParts {
  readonly client: Client;
  /** Asked for when signing begins: the number that comes next is known only then. */
  readonly actor: () => Promise<ImportActor>;
  /** Names the import: 16 hexadecimal digits, not zero. */
  readonly import: string;
  /** Version of the form by which the values were read. */
  readonly form: number;
  /** What was planned for each household of the list, in its order, without the first `leftOut`: those are done. */
  readonly planned: (leftOut: number) => AsyncIterable<PlannedHousehold>;
  readonly areaOf: (planned: PlannedHousehold) => string | undefined;
  readonly journal: ImportJournal;
  readonly onProgress?: (counts: ImportCounts) => void;
  /** Stops after the steps that are on their way. */
  readonly signal?: AbortSignal;
}

export interface ImportResult {
  readonly counts: ImportCounts;
  readonly refused: readonly RefusedSubject[];
  /** Stopped before the end of the list: called again with the same journal it goes on. */
  readonly isStopped: boolean;
  /** The highest block that has a command of this run. */
  readonly height: number;
}

/**
 * Writes planned households: new ones are opened, known ones changed; those that wait for a person are left. What is signed stands in the
 * journal before it is sent, and is sent again as it was: after a crash at any moment nothing is missing and nothing is done twice.
 * Throws ProblemError, or TypeError where no node can be reached; what is on its way comes to its end first.
 */
export async function importHouseholds(parts: ImportParts): Promise<ImportResult> {
  const sending = new Sending(parts);
  const { ended, begun } = await parts.journal.open();
  for (const { counts, refused } of ended) sending.count(counts, refused);
  for (const step of begun) await sending.send(step, commitmentsOf(step));
  const { taken } = sending.counts;
  const from = Math.max(-1, ...[...ended, ...begun].map(({ at }) => at)) + 1;
  const { import: number, form, areaOf, signal, journal } = parts;
  const steps = makeSteps(parts.planned(taken), from, { import: number, form, areaOf, sign: sending.sign });
  const isStopped = await inTurn(steps, { sending, journal, signal });
  const { counts, refused, height } = sending;
  return { counts, refused, isStopped, height };
}

/** Sends steps in their order, some of them at once; says whether it was stopped. */
async function inTurn(
  steps: AsyncIterable<MadeStep>,
  { sending, journal, signal }: { sending: Sending; journal: ImportJournal; signal: AbortSignal | undefined },
): Promise<boolean> {
  const underWay: Promise<void>[] = [];
  let before: Promise<void> = Promise.resolve();
  try {
    if (signal?.aborted) return true;
    for await (const { step, commitments } of steps) {
      await journal.begin(step);
      before = sending.send(step, commitments, before);
      // Whoever waits for it hears of its fault; until then nobody does.
      before.catch(() => undefined);
      underWay.push(before);
      if (underWay.length >= stepsAtOnceMax) await underWay.shift();
      if (signal?.aborted) return true;
    }
    return false;
  } finally {
    await Promise.allSettled(underWay);
    await before;
  }
}

class Sending {
  readonly #parts: ImportParts;
  #actor: Promise<ImportActor> | undefined;
  counts = noCounts;
  refused: readonly RefusedSubject[] = [];
  height = 0;

  constructor(parts: ImportParts) {
    this.#parts = parts;
  }

  readonly sign = async ({ command, input }: StepCommand) => {
    this.#actor ??= this.#parts.actor();
    return (await this.#actor).sign(command, input);
  };

  count(counts: ImportCounts, refused: readonly RefusedSubject[]): void {
    this.counts = addCounts(this.counts, counts);
    this.refused = [...this.refused, ...refused];
    this.#parts.onProgress?.(this.counts);
  }

  /** Has the parts kept at once; the commands wait until those `before` are final. */
  async send(
    step: ImportStep,
    commitments: readonly string[],
    before: Promise<void> = Promise.resolve(),
  ): Promise<void> {
    const { client, journal } = this.#parts;
    const kept = step.parts.length === 0 ? Promise.resolve() : keepEncodedParts(client, step.parts, commitments);
    await Promise.all([kept, before]);
    const { refused, height } = await sendCommands(client, step.envelopes, this.sign);
    await journal.end({ at: step.at, counts: step.counts, refused });
    this.height = Math.max(this.height, height);
    this.count(step.counts, refused);
  }
}

/** Of parts that were made before. */
function commitmentsOf({ parts }: ImportStep): string[] {
  return (findSubjectParts(parts) ?? []).map((part) => toHex(commitmentOfBytes(part)));
}
