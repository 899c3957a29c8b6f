import { randomBytes } from "node:crypto";
import { type CanonicalObject, canonicalBytes } from "@mingbai/codec/canonical-json";
import type { Qualifications } from "@mingbai/posts/content/qualifications";
import type { SubjectPart } from "@mingbai/registry/content/file/part";
import { countyForm } from "@mingbai/registry/content/form/county/county-form";
import { firstParts, type NumberedHousehold, type SaidOf } from "@mingbai/registry/content/send/first-parts";
import { type Opening, packOpenings } from "@mingbai/registry/content/send/pack-openings";
import type { HouseholdText } from "@mingbai/registry/content/texts/household-text";
import { demoNumber } from "../demo-keys.ts";
import type { DemoScene } from "../demo-step.ts";

const saltBytes = 32;
const form = countyForm.version;

/** A household of the demo with the area in which it lives. */
export interface PlacedHousehold extends NumberedHousehold {
  readonly area: string;
}

/** What somebody does with household files. `who`: a person of the demo, by id. */
export class FileDesk {
  readonly #scene: DemoScene;
  readonly #who: string;

  constructor(scene: DemoScene, who: string) {
    this.#scene = scene;
    this.#who = who;
  }

  /** Seals what is said and gives its commitments, in the order in which it came. */
  async keep(said: readonly SaidOf[]): Promise<readonly string[]> {
    return this.#put(said.map(({ subject, part }) => ({ subject, content: part })));
  }

  /** The same of what is said about a household besides its file. */
  async say(subject: string, text: HouseholdText | Qualifications): Promise<string> {
    const [commitment = ""] = await this.#put([{ subject, content: text }]);
    return commitment;
  }

  async #put(said: readonly { subject: string; content: CanonicalObject }[]): Promise<readonly string[]> {
    const giver = demoNumber(this.#who);
    const parts = said.map(({ subject, content }) => ({
      subject,
      giver,
      salt: randomBytes(saltBytes),
      bytes: canonicalBytes(content),
    }));
    const kept = await this.#scene.ledger.subjects.put(parts);
    if ("refused" in kept) throw new Error(`household files of the demo: ${kept.refused}`);
    return kept;
  }

  /** Begins the files of these households: all that one command can carry goes into one. */
  async open(households: readonly PlacedHousehold[]): Promise<void> {
    const said = households.map((household) => firstParts(household, { form, reason: "import" }));
    const commitments = await this.keep(said.flat());
    let at = 0;
    const openings = households.map(({ household, area }, index): Opening => {
      const [, ...people] = said[index] ?? [];
      const content = commitments[at++] ?? "";
      return {
        household,
        area,
        content,
        people: people.map(({ subject }) => ({ subject, content: commitments[at++] ?? "" })),
      };
    });
    for (const group of packOpenings(openings)) await this.act("openHouseholds", { households: group });
  }

  /** Changes the file of one subject, having seen version `base` of it. */
  async change(subject: string, base: number, part: Omit<SubjectPart, "kind" | "form">): Promise<void> {
    const [content = ""] = await this.keep([{ subject, part: { kind: "part", form, ...part } }]);
    await this.act("recordChanges", { changes: [{ subject, base, content }] });
  }

  async act(verb: string, input: Parameters<ReturnType<DemoScene["as"]>["act"]>[1]): Promise<void> {
    await this.#scene.as(this.#who).act(`registry.${verb}`, input);
  }
}
