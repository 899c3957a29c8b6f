import type { Value } from "@mingbai/registry/content/file/value";
import type { HouseholdFile, OpenField } from "@mingbai/registry/views/household";
import type { ReactNode } from "react";
import type { PlannedAct } from "../../people/sign-act.tsx";
import { keepSubjectParts } from "../keep-subject-parts.ts";
import { versionOf } from "../version-of.ts";

/** The act by which a person who has seen both values says which one counts from now on. */
export function decideAct({
  file,
  open: { subject, field, now, others },
  value,
  title,
  sentence,
}: {
  file: HouseholdFile;
  open: OpenField;
  value: Value | undefined;
  title: string;
  sentence: ReactNode;
}): PlannedAct {
  // Where the field was emptied and stays so, what the other one said is what the decision leaves.
  const seen = now.value ?? others[0]?.value;
  const change = {
    ...(seen !== undefined && { from: seen }),
    ...(value !== undefined && { to: value }),
  };
  let contents: readonly string[] = [];
  return {
    command: "registry.recordChanges",
    title,
    sentence,
    async before() {
      contents = await keepSubjectParts([{ subject, reason: "decision", sets: { [field]: change }, decides: [field] }]);
    },
    input: () => ({ changes: [{ subject, base: versionOf(file, subject), content: contents[0] ?? "" }] }),
  };
}
