import type { Tied } from "../../apply/field.tsx";

/** What every input of the form is given: what stands in it, and what ties it to its name and its faults. */
export interface InputProps {
  readonly text: string;
  /** `data-known`: it need not be asked, as what is known already says it. */
  readonly tied: Tied & { readonly "data-known"?: true };
  onChange(text: string): void;
  /** The field was left. */
  onSettle(): void;
}
