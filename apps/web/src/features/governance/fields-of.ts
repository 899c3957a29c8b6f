import type { settingsView } from "@mingbai/governance/views";
import type { ResultOf } from "../../api/view.ts";
import type { TypedChange } from "./typed-change.ts";

/** What the fields of each kind of proposal are given. */
export interface FieldsOf {
  readonly typed: TypedChange;
  readonly settings: ResultOf<typeof settingsView>;
  change(part: Partial<TypedChange>): void;
}
