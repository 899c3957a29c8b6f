import type { CanonicalObject } from "@mingbai/codec/canonical-json";
import { type Opening, packOpenings } from "@mingbai/registry/content/send/pack-openings";
import type { NumberedWrite } from "./number-household.ts";

/** Of a body of 64 KiB: a change takes some 120 bytes. */
const changesAtOnce = 400;

export interface StepCommand {
  readonly command: string;
  readonly input: CanonicalObject;
}

/** The commands that write these households, as few as there can be. `contentOf`: the commitment to what is said of a subject. */
export function* stepCommands(
  writes: readonly NumberedWrite[],
  from: string,
  contentOf: (subject: string) => string,
): Generator<StepCommand> {
  const named = ({ subject }: { subject: string }) => ({ subject, content: contentOf(subject) });
  const openings = writes.flatMap(({ household, area, opened: [, ...people] }): Opening[] =>
    area === undefined ? [] : [{ household, area, content: contentOf(household), people: people.map(named) }],
  );
  for (const households of packOpenings(openings))
    yield { command: "registry.openHouseholds", input: { import: from, households } };
  for (const { household, added } of writes)
    if (added.length > 0)
      yield {
        command: "registry.addPeople",
        input: { household, because: "correction", people: added.map(named) },
      };
  const changes = writes.flatMap(({ changed }) => changed.map((one) => ({ ...named(one), base: one.base })));
  for (let at = 0; at < changes.length; at += changesAtOnce)
    yield {
      command: "registry.recordChanges",
      input: { import: from, changes: changes.slice(at, at + changesAtOnce) },
    };
}
