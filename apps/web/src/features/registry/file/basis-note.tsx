import type { Basis } from "@mingbai/registry/content/file/basis";
import { useBasisText } from "./use-basis-text.ts";

/** Where a value comes from, small beside it; nothing where nobody said it. `isShort`: in a table only which one, where that is said. */
export function BasisNote({ basis, isShort = false }: { basis: Basis | undefined; isShort?: boolean }) {
  const basisText = useBasisText();
  if (basis === undefined) return null;
  const whole = basisText(basis);
  return (
    <span className="sm i3 basis-note" title={whole}>
      {" "}
      {isShort ? (basis.words ?? whole) : whole}
    </span>
  );
}
