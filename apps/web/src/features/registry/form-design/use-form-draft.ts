import {
  FieldDefinition,
  FormDefinition,
  fieldsMax,
  SectionDefinition,
} from "@mingbai/registry/content/form/definition";
import { useState } from "react";
import { z } from "zod";
import { remembered } from "../../../ui/remembered.ts";

/** The next form as somebody makes it here; it lies on this computer until it is proposed or dropped. */
export interface FormDraft {
  readonly draft: FormDefinition | undefined;
  begin(inForce: FormDefinition): void;
  change(next: FormDefinition): void;
  drop(): void;
}

export function useFormDraft(): FormDraft {
  const [draft, setDraft] = useState(findKept);
  const keep = (next: FormDefinition | undefined) => {
    remembered.set("formDraft", next === undefined ? "" : JSON.stringify(next));
    setDraft(next);
  };
  return {
    draft,
    begin: (inForce) => keep({ ...inForce, version: inForce.version + 1 }),
    change: keep,
    drop: () => keep(undefined),
  };
}

/** A form as it is made: a new section has no fields at first, and one whose fields went elsewhere has none any more. */
const DraftShape = z.strictObject({
  ...FormDefinition.shape,
  sections: z.array(SectionDefinition.extend({ fields: z.array(FieldDefinition).max(fieldsMax) })),
});

/** What another program kept there is no draft. */
function findKept(): FormDefinition | undefined {
  const text = remembered.get("formDraft") ?? "";
  if (text === "") return undefined;
  try {
    return DraftShape.safeParse(JSON.parse(text)).data;
  } catch (fault) {
    if (fault instanceof SyntaxError) return undefined;
    throw fault;
  }
}
