/** A node and a link of the picture, in any one unit of money. */
export interface FlowNodeIn {
  readonly id: string;
  readonly column: number;
  readonly part: "path" | "sibling" | "unspent";
  readonly amountMinor: number;
}
export interface FlowLinkIn {
  readonly from: string;
  readonly to: string;
  readonly amountMinor: number;
  readonly part: "path" | "sibling" | "unspent";
}

export interface PlacedNode<N> {
  readonly node: N;
  readonly x: number;
  readonly y: number;
  readonly height: number;
}
export interface PlacedLink {
  readonly key: string;
  readonly part: FlowLinkIn["part"];
  readonly path: string;
}
export interface FlowLayout<N> {
  readonly nodes: readonly PlacedNode<N>[];
  readonly links: readonly PlacedLink[];
  readonly height: number;
}

const rank = { path: 0, sibling: 1, unspent: 2 } as const;
const nodeHeightMin = 2;

function inOrder<N extends FlowNodeIn>(nodes: readonly N[]): N[] {
  return [...nodes].sort((a, b) => rank[a.part] - rank[b.part] || b.amountMinor - a.amountMinor);
}

function ribbon({ x1, y1, h1, x2, y2, h2 }: Record<"x1" | "y1" | "h1" | "x2" | "y2" | "h2", number>): string {
  const bend = (x1 + x2) / 2;
  const n = (value: number) => Math.round(value * 10) / 10;
  return (
    `M${n(x1)} ${n(y1)}C${n(bend)} ${n(y1)} ${n(bend)} ${n(y2)} ${n(x2)} ${n(y2)}V${n(y2 + h2)}` +
    `C${n(bend)} ${n(y2 + h2)} ${n(bend)} ${n(y1 + h1)} ${n(x1)} ${n(y1 + h1)}Z`
  );
}

/**
 * Places a Sankey whose columns are each drawn to the total of the column's own parents on the path: a payment of
 * 0.2 % of a deposit stays visible, which one common scale cannot do. The last column keeps its parent's scale.
 * `bodyHeight` px is a full column; `slotOf` px is kept for a node's label.
 */
export function layoutFlow<N extends FlowNodeIn>(
  flow: { readonly nodes: readonly N[]; readonly links: readonly FlowLinkIn[] },
  size: {
    readonly width: number;
    readonly bodyHeight: number;
    readonly nodeWidth: number;
    readonly slotOf: (node: N) => number;
  },
): FlowLayout<N> {
  const columns = Math.max(0, ...flow.nodes.map(({ column }) => column)) + 1;
  const step = columns > 1 ? (size.width - size.nodeWidth) / columns : 0;
  const placed = new Map<string, PlacedNode<N>>();
  let height = size.bodyHeight;
  for (let column = 0; column < columns; column++) {
    const nodes = inOrder(flow.nodes.filter((node) => node.column === column));
    const total = nodes.reduce((sum, { amountMinor }) => sum + amountMinor, 0);
    const parentPath = [...placed.values()].filter(({ node }) => node.column === column - 1 && node.part === "path");
    const parentHeight = parentPath.reduce((sum, { height: tall }) => sum + tall, 0);
    const body = column === columns - 1 && column > 1 ? parentHeight : size.bodyHeight;
    let y = 0;
    for (const node of nodes) {
      const tall = Math.max(nodeHeightMin, total > 0 ? (node.amountMinor / total) * body : 0);
      placed.set(node.id, { node, x: column * step, y, height: tall });
      y += Math.max(tall + 12, size.slotOf(node));
    }
    height = Math.max(height, y);
  }
  return { nodes: [...placed.values()], links: placeLinks(flow.links, placed, size.nodeWidth), height };
}

function placeLinks<N extends FlowNodeIn>(
  links: readonly FlowLinkIn[],
  placed: ReadonlyMap<string, PlacedNode<N>>,
  nodeWidth: number,
): PlacedLink[] {
  const left = new Map<string, number>();
  const right = new Map<string, number>();
  const sorted = [...links].sort((a, b) => (placed.get(a.to)?.y ?? 0) - (placed.get(b.to)?.y ?? 0));
  return sorted.flatMap((link) => {
    const from = placed.get(link.from);
    const to = placed.get(link.to);
    if (!from || !to) return [];
    const h1 = from.node.amountMinor > 0 ? (link.amountMinor / from.node.amountMinor) * from.height : 0;
    const h2 = to.node.amountMinor > 0 ? (link.amountMinor / to.node.amountMinor) * to.height : 0;
    const y1 = from.y + (left.get(link.from) ?? 0);
    const y2 = to.y + (right.get(link.to) ?? 0);
    left.set(link.from, (left.get(link.from) ?? 0) + h1);
    right.set(link.to, (right.get(link.to) ?? 0) + h2);
    const path = ribbon({ x1: from.x + nodeWidth, y1, h1, x2: to.x, y2, h2 });
    return [{ key: `${link.from} ${link.to}`, part: link.part, path }];
  });
}
