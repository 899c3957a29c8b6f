import type { Flow, FlowLink, FlowNode, PaymentRow } from "../views.ts";
import type { FoundTranche } from "./track-steps.ts";

interface Track {
  readonly payment: PaymentRow;
  readonly tranches: readonly FoundTranche[];
  readonly burnedMinor: number;
}

/** The picture beside the steps: sources in columns, then this payee, what went to others, what is left, and the bank. */
export function flowOf({ payment, tranches, burnedMinor }: Track): Flow {
  const sources = tranches.map((tranche, column): FlowNode => {
    const amountMinor = tranche.amount;
    return { id: `tranche-${tranche.tranche}`, column, label: tranche.owner.name, part: "path", amountMinor };
  });
  const last = tranches.at(-1);
  if (last === undefined || payment.amountMinor <= 0) return { nodes: sources, links: linksBetween(sources) };
  const column = sources.length;
  const from = `tranche-${last.tranche}`;
  const others = Math.max(0, last.paid - payment.amountMinor);
  const left = Math.max(0, last.amount - payment.amountMinor - others);
  const nodes: FlowNode[] = [
    {
      id: "payee",
      column,
      label: payment.payee.name,
      part: "path",
      amountMinor: payment.amountMinor,
      opens: { payee: payment.payee.account },
    },
    {
      id: "others",
      column,
      label: "",
      part: "sibling",
      amountMinor: others,
      gathered: Math.max(0, last.payees - 1),
      opens: { fund: payment.fund.id },
    },
    { id: "left", column, label: "", part: "unspent", amountMinor: left },
    { id: "bank", column: column + 1, label: "", part: "path", amountMinor: burnedMinor },
  ];
  const links: FlowLink[] = [
    { from, to: "payee", amountMinor: payment.amountMinor, part: "path" },
    { from, to: "others", amountMinor: others, part: "sibling" },
    { from, to: "left", amountMinor: left, part: "unspent" },
    { from: "payee", to: "bank", amountMinor: burnedMinor, part: "path" },
  ];
  const shown = nodes.filter(({ amountMinor }) => amountMinor > 0);
  return {
    nodes: [...sources, ...shown],
    links: [...linksBetween(sources), ...links.filter(({ amountMinor }) => amountMinor > 0)],
  };
}

function linksBetween(sources: readonly FlowNode[]): FlowLink[] {
  return sources.slice(1).map((node, index) => {
    const above = sources[index];
    if (above === undefined) throw new RangeError("a source without the one above it");
    return { from: above.id, to: node.id, amountMinor: node.amountMinor, part: "path" };
  });
}
