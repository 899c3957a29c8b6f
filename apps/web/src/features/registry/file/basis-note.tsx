import type { Basis } from "@mingbai/registry/content/file/basis";
import { useBasisText } from "./use-basis-text.ts";

/** Where a value comes from, small beside it; nothing where nobody said it. */
export function BasisNote({ basis }: { basis: Basis | undefined }) {
  const basisText = useBasisText();
  return basis === undefined ? null : <span className="sm i3 basis-note"> {basisText(basis)}</span>;
}
