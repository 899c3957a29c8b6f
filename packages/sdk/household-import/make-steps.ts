import { commitmentSaltBytes } from "@mingbai/codec/commitment";
import { requestBytesMax } from "@mingbai/http/contents-views";
import type { PlannedHousehold } from "@mingbai/registry/content/import/plan/planned-household";
import { randomBytes } from "../disbursement/salted-content.ts";
import type { SignedTransaction } from "../sign-transaction.ts";
import { addCounts, type ImportCounts, type ImportStep, noCounts } from "./import-step.ts";
import { type NumberedWrite, newNumbers, numberHousehold } from "./number-household.ts";
import { PartsBody, type SaidPart } from "./parts-body.ts";
import { type StepCommand, stepCommands } from "./step-commands.ts";

/** Households that one step goes over at most: of those that need nothing written there may be any number. */
const takenPerStepMax = 2_000;
/** Of the parts of one step; a larger household has a larger one. With several on their way it is memory on both sides. */
const usualBytesMax = 2 * 1024 * 1024;

export interface StepOptions {
  /** Names the import, 16 hexadecimal digits. */
  readonly import: string;
  /** Version of the form. */
  readonly form: number;
  /** The area in which a new household lies; undefined where none is known, and then it waits for a person. */
  readonly areaOf: (planned: PlannedHousehold) => string | undefined;
  readonly sign: (command: StepCommand) => Promise<SignedTransaction>;
}

/** A step with the commitments that its parts must be answered with. */
export interface MadeStep {
  readonly step: ImportStep;
  readonly commitments: readonly string[];
}

/**
 * Planned households as steps of one request of parts each, in the order of the list. Each is signed when it is asked for. `from`: the
 * number of the first one.
 */
export async function* makeSteps(
  planned: AsyncIterable<PlannedHousehold>,
  from: number,
  options: StepOptions,
): AsyncGenerator<MadeStep> {
  const numbers = newNumbers();
  let at = from;
  let step = new OpenStep();
  for await (const household of planned) {
    const area = options.areaOf(household);
    const write = writeOf(household, area)
      ? numberHousehold(household, { ...options, area: area ?? "", numbers })
      : undefined;
    const said = saidBy(write);
    const counts = countOf(household, write);
    if (step.add(counts, write, said)) continue;
    if (step.counts.taken > 0) yield await step.done(at++, options);
    step = new OpenStep();
    if (step.add(counts, write, said)) continue;
    step = new OpenStep(requestBytesMax);
    if (!step.add(counts, write, said)) throw new RangeError("a household is larger than a request");
  }
  if (step.counts.taken > 0) yield await step.done(at, options);
}

function writeOf({ outcome }: PlannedHousehold, area: string | undefined): boolean {
  return (outcome === "new" && area !== undefined) || outcome === "change";
}

function countOf({ outcome }: PlannedHousehold, write: NumberedWrite | undefined): ImportCounts {
  const taken = { ...noCounts, taken: 1 };
  if (outcome === "same") return { ...taken, same: 1 };
  if (write === undefined) return { ...taken, queued: 1 };
  if (write.area !== undefined) return { ...taken, opened: 1, people: write.opened.length - 1 };
  return { ...taken, changed: 1, added: write.added.length };
}

/** What is said of each subject, under a salt of its own. */
function saidBy(write: NumberedWrite | undefined): SaidPart[] {
  if (write === undefined) return [];
  const said = [...write.opened, ...write.added, ...write.changed];
  const salts = randomBytes(said.length * commitmentSaltBytes);
  return said.map(({ subject, part }, at) => ({
    subject,
    salt: salts.subarray(at * commitmentSaltBytes, (at + 1) * commitmentSaltBytes),
    content: part,
  }));
}

/** Households that are gathered for one request. */
class OpenStep {
  counts = noCounts;
  readonly #writes: NumberedWrite[] = [];
  readonly #body: PartsBody;

  constructor(bytesMax: number = usualBytesMax) {
    this.#body = new PartsBody(bytesMax);
  }

  /** False where it has no room for this household. */
  add(counts: ImportCounts, write: NumberedWrite | undefined, said: readonly SaidPart[]): boolean {
    if (this.counts.taken === takenPerStepMax || !this.#body.add(said)) return false;
    this.counts = addCounts(this.counts, counts);
    if (write !== undefined) this.#writes.push(write);
    return true;
  }

  async done(at: number, { import: from, sign }: StepOptions): Promise<MadeStep> {
    const { commitments } = this.#body;
    const envelopes: Uint8Array<ArrayBuffer>[] = [];
    for (const command of stepCommands(this.#writes, from, (subject) => commitments.get(subject) ?? ""))
      envelopes.push((await sign(command)).bytes);
    const step = { at, counts: this.counts, parts: this.#body.end(), envelopes };
    return { step, commitments: [...commitments.values()] };
  }
}
