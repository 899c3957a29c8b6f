import { isSameValue } from "@mingbai/registry/content/file/value";
import type { HouseholdFile } from "@mingbai/registry/views/household";
import type { HouseholdVerdict } from "@mingbai/registry/views/household-verdict";
import type { ReactNode } from "react";
import type { PlannedAct } from "../people/sign-act.tsx";
import { keepSubjectParts } from "../registry/keep-subject-parts.ts";
import { findResident } from "./subject-of.ts";

type Proposal = NonNullable<HouseholdVerdict["proposals"]>[number];

/** Whether the file still says what the proposal is about: somebody may have changed it since the check. */
export function isStillOpen(file: HouseholdFile, { subject, field, from }: Proposal): boolean {
  const values = subject === "household" ? file.values : findResident(file, subject)?.values;
  if (values === undefined) return false;
  const now = values[field];
  return from === null ? now === undefined : now !== undefined && isSameValue(now, from);
}

/** The act by which a person takes a proposal over: the ordinary change of a field, with what stood there before. */
export function applyProposal(
  file: HouseholdFile,
  { subject: place, field, from, to }: Proposal,
  { title, sentence }: { title: string; sentence: ReactNode },
): PlannedAct {
  const resident = findResident(file, place);
  const { subject, base } =
    resident === undefined
      ? { subject: file.household, base: file.version }
      : { subject: resident.person, base: resident.version };
  let content = "";
  return {
    command: "registry.recordChanges",
    title,
    sentence,
    async before() {
      const change = { ...(from !== null && { from }), to };
      [content = ""] = await keepSubjectParts([{ subject, reason: "comparison", sets: { [field]: change } }]);
    },
    input: () => ({ changes: [{ subject, base, content }] }),
  };
}
