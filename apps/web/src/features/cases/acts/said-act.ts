import type { CanonicalObject } from "@mingbai/codec/canonical-json";
import type { SubjectPart } from "@mingbai/registry/content/file/part";
import type { HouseholdText } from "@mingbai/registry/content/texts/household-text";
import type { ReactNode } from "react";
import type { PlannedAct } from "../../people/sign-act.tsx";
import { keepSubjectParts } from "../../registry/keep-subject-parts.ts";
import { keepHouseholdText } from "../keep-household-text.ts";

/** An act about a case whose words are sealed with the household before it is signed. `sets`: what it changes in the file besides. */
export function saidAct({
  household,
  text,
  sets,
  input,
  ...named
}: {
  command: `registry.${string}`;
  title: string;
  sentence: ReactNode;
  household: string;
  /** Absent where nothing is said. */
  text: HouseholdText | undefined;
  sets?: SubjectPart["sets"];
  /** `content`, `part`: commitments to what was said, and to what changes in the file. */
  input(content: string, part: string): CanonicalObject;
}): PlannedAct {
  let content = "";
  let part = "";
  return {
    ...named,
    async before() {
      if (text !== undefined) content = await keepHouseholdText(household, text);
      if (sets !== undefined) [part = ""] = await keepSubjectParts([{ subject: household, reason: "case", sets }]);
    },
    input: () => input(content, part),
  };
}

export const spoken = (words: string): HouseholdText => ({ kind: "caseText", words: words.trim() });
