import type { Value } from "@mingbai/registry/content/file/value";
import type { FieldDefinition } from "@mingbai/registry/content/form/definition";
import type { Entered } from "../visit/change-draft.ts";

/** What every input of a field is given. */
export interface FieldProps {
  readonly id: string;
  readonly field: FieldDefinition;
  readonly value: Value | undefined;
  /** What was typed and is no value yet. */
  readonly text: string | undefined;
  enter(entered: Entered): void;
}
