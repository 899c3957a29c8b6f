import type { Tied } from "../../apply/field.tsx";

/** What every input of the form is given: what stands in it, and what ties it to its name and its faults. */
export interface InputProps {
  readonly text: string;
  readonly tied: Tied;
  onChange(text: string): void;
  /** The field was left. */
  onSettle(): void;
}
