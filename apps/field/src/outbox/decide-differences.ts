import type { FieldChange } from "@mingbai/registry/content/file/part";
import { type Circumstances, freezeSets } from "./freeze-acts.ts";
import type { Act, Difference, FieldRecord, Said } from "./record.ts";

/** One difference with the side that a person who has seen all chose. */
export interface Decision {
  readonly difference: Difference;
  readonly chosen: Said;
}

/** The record with one more act, by which its writer decides what counts; it waits to be sent like the first. */
export function decideDifferences(
  record: FieldRecord,
  decisions: readonly Decision[],
  circumstances: Circumstances,
): FieldRecord {
  return {
    ...record,
    stage: "saved",
    savedMs: circumstances.madeMs,
    acts: [...record.acts, decidingAct(decisions, circumstances)],
    isCompared: false,
    differences: [],
  };
}

function decidingAct(decisions: readonly Decision[], circumstances: Circumstances): Act {
  const subjects = Map.groupBy(decisions, ({ difference }) => difference.subject);
  const said = [...subjects].map(([subject, of]) => {
    const sets = Object.fromEntries(of.map((one) => [one.difference.field, changeOf(one)]));
    const base = Math.max(...of.map(({ difference }) => difference.base));
    return {
      base,
      subject,
      ...freezeSets(subject, { reason: "decision", sets, decides: Object.keys(sets) }, circumstances),
    };
  });
  const changes = said.map(({ subject, base, content }) => ({ subject, base, content }));
  return { command: "registry.recordChanges", input: { changes }, parts: said.map(({ part }) => part) };
}

/** A change says what was seen or what is to be: where the first side is empty, the one that has a value is what was seen. */
function changeOf({ difference: { sides }, chosen }: Decision): FieldChange {
  const seen = (sides[0]?.value === undefined ? sides.find(({ value }) => value !== undefined) : sides[0])?.value;
  return {
    ...(seen !== undefined && { from: seen }),
    ...(chosen.value !== undefined && { to: chosen.value }),
  };
}
