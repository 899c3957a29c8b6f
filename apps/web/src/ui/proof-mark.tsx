import { useText } from "../i18n/use-text.ts";

/** waiting: not in the ledger yet; entered: in it; verified: checked on this device; mismatch: does not match. */
export type Proof = "waiting" | "entered" | "verified" | "mismatch";

const slip = "M3 2.5h7.5l2.500 2.500v8.500H3z";

/** The slip with a cut corner alone, `size` px; its meaning must stand beside it in words. */
export function ProofSlip({ proof, size = 14 }: { proof: Proof; size?: number }) {
  const filled = proof === "verified";
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.4"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path
        d={slip}
        {...(filled ? { fill: "currentColor" } : {})}
        {...(proof === "waiting" ? { strokeDasharray: "2 1.7" } : {})}
      />
      {(proof === "entered" || filled) && (
        <path d="M5.500 8.600l1.800 1.800 3.200-3.500" {...(filled ? { stroke: "var(--sheet)" } : {})} />
      )}
      {proof === "mismatch" && <path d="M6 7l4 4M10 7l-4 4" />}
    </svg>
  );
}

/** The quiet mark at the end of a fact; pressing it opens the receipt. `of` names the fact for those who cannot see it. */
export function ProofMark({ proof, of, onOpen }: { proof: Proof; of: string; onOpen(): void }) {
  const { t } = useText();
  const label = `${t(`ui.proof.${proof}`)} ${of}`;
  return (
    <button
      type="button"
      className={`plain proof-mark ${proof}`}
      aria-label={label}
      title={t(`ui.proof.${proof}`)}
      onClick={(event) => {
        event.stopPropagation();
        onOpen();
      }}
    >
      <ProofSlip proof={proof} />
    </button>
  );
}
