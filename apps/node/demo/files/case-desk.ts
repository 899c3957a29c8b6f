import { countyForm } from "@mingbai/registry/content/form/county/county-form";
import type { NoticeText } from "@mingbai/registry/content/texts/notice-text";
import { caseTable } from "@mingbai/registry/tables";
import { demoNumber } from "../demo-keys.ts";
import type { DemoScene, DemoStep } from "../demo-step.ts";
import { momentBefore } from "../demo-year.ts";
import { FileDesk } from "./file-desk.ts";
import type { Neighbour } from "./neighbours.ts";

/** When something happens to a case, and by whom: days before the demo's present, and a person of the demo by id. */
export interface When {
  readonly days: number;
  readonly hour?: number;
  readonly by: string;
}

/** One case of a neighbour's, told act by act with what was said. */
export class CaseDesk {
  readonly #scene: DemoScene;
  readonly #untilMs: number;
  readonly #household: string;
  readonly #case: string;
  readonly #neighbour: Neighbour;

  constructor(scene: DemoScene, { untilMs, neighbour }: { untilMs: number; neighbour: Neighbour }) {
    this.#scene = scene;
    this.#untilMs = untilMs;
    this.#neighbour = neighbour;
    this.#household = demoNumber(neighbour.id);
    this.#case = demoNumber(`case of ${neighbour.id}`);
  }

  applies(when: When, channel: "own" | "phone" | "visit", words: string): DemoStep {
    return this.#says(when, "applyForEntry", words, { household: this.#household, channel });
  }

  proposesExit(when: When, words: string): DemoStep {
    return this.#says(when, "proposeExit", words, { household: this.#household });
  }

  checks(when: When, words: string): DemoStep {
    return this.#says(when, "checkInVillage", words);
  }

  reviews(when: When, words: string): DemoStep {
    return this.#says(when, "reviewCase", words, { opinion: "for" });
  }

  /** Shows the household to the public, the head's name as it is masked. */
  opensNotice(when: When, shown: Pick<NoticeText, "head" | "monitored" | "cause">): DemoStep {
    const { values } = this.#neighbour;
    const [number, team] = [String(values.number), String(values.team)];
    return this.#step(when, async (desk) => {
      const content = await desk.say(this.#household, { kind: "notice", number, village: "云岭村", team, ...shown });
      await desk.act("openNotice", { case: this.#case, content });
    });
  }

  objects(when: When, words: string): DemoStep {
    return this.#says(when, "objectToCase", words);
  }

  /** Accepts, and writes into the file that was opened and not changed since how the household is monitored from that day on; `undefined`: no longer. */
  accepts(when: When, monitored: string | undefined, words: string): DemoStep {
    return this.#step(when, async (desk, atMs) => {
      // A ledger whose clock does not follow the demo's days still shows the notice.
      if (this.#isShown()) return;
      const { values } = this.#neighbour;
      const day = new Date(atMs).toISOString().slice(0, "YYYY-MM-DD".length);
      const changes = { monitored, monitoredOn: monitored === undefined ? undefined : day };
      const sets = Object.entries(changes).map(([field, to]) => {
        const from = values[field];
        return [field, { ...(from !== undefined && { from }), ...(to !== undefined && { to }) }] as const;
      });
      const part = { kind: "part", form: countyForm.version, reason: "case", sets: Object.fromEntries(sets) } as const;
      const [written = ""] = await desk.keep([{ subject: this.#household, part }]);
      const content = await desk.say(this.#household, { kind: "caseText", words });
      const decided = { case: this.#case, outcome: "accept", content };
      await desk.act("decideCase", { ...decided, part: { base: 1, content: written } });
    });
  }

  #isShown(): boolean {
    const { ledger } = this.#scene;
    const { stage, dueMs = 0 } = ledger.chain.state.table(caseTable).find(this.#case) ?? {};
    return stage === "noticed" && dueMs > ledger.now();
  }

  #says(when: When, verb: string, words: string, more: Readonly<Record<string, string>> = {}): DemoStep {
    return this.#step(when, async (desk) => {
      const content = await desk.say(this.#household, { kind: "caseText", words });
      await desk.act(verb, { case: this.#case, ...more, content });
    });
  }

  #step({ days, hour = 10, by }: When, run: (desk: FileDesk, atMs: number) => Promise<void>): DemoStep {
    const atMs = momentBefore(this.#untilMs, { days, hour });
    return { atMs, run: () => run(new FileDesk(this.#scene, by), atMs) };
  }
}
