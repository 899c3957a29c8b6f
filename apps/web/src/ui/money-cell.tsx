import { Money } from "./money.tsx";

/** An amount in its column; `wide` where it stands under the row's head on narrow pages. */
export function MoneyCell({ minor, wide = false }: { minor: number; wide?: boolean }) {
  return (
    <td className={wide ? "wide r" : "r"}>
      <Money minor={minor} />
    </td>
  );
}
