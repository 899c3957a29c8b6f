import { type ReactNode, useRef } from "react";
import { useNavigate } from "react-router";
import { type FlowLinkIn, type FlowNodeIn, layoutFlow, type PlacedNode } from "./flow-layout.ts";
import { useFormat } from "./use-format.ts";
import { useWidth } from "./use-width.ts";
import { wrapLabel } from "./wrap-label.ts";

export interface FlowPictureNode extends FlowNodeIn {
  readonly label: string;
  /** Where the node opens, if it does. */
  readonly to?: string;
}

const nodeWidth = 10;
const labelGap = 6;
const sizes = {
  usual: { widthMin: 760, fontSize: 13, line: 17, head: 30, body: 200 },
  large: { widthMin: 1_000, fontSize: 18, line: 25, head: 42, body: 280 },
} as const;

/** Goes to `to` inside the application, and is a plain link to everything else. */
function NodeLink({ to, children }: { to: string | undefined; children: ReactNode }) {
  const navigate = useNavigate();
  if (!to) return <g>{children}</g>;
  return (
    <a
      href={to}
      className="flow-open"
      onClick={(event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        navigate(to);
      }}
    >
      {children}
    </a>
  );
}

function NodeShape({
  placed,
  lines,
  size,
}: {
  placed: PlacedNode<FlowPictureNode>;
  lines: readonly string[];
  size: (typeof sizes)["usual" | "large"];
}) {
  const { node, x, y, height } = placed;
  const left = x + nodeWidth + labelGap;
  return (
    <NodeLink to={node.to}>
      <rect x={x} y={y} width={nodeWidth} height={height} className={`flow-node ${node.part}`} />
      <text x={left} y={y + size.fontSize} className={`flow-label ${node.part}`} fontSize={size.fontSize}>
        {lines.map((line, index) => (
          <tspan
            key={line}
            x={left}
            {...(index > 0 ? { dy: size.line } : {})}
            {...(index === lines.length - 1 ? { className: "flow-amount" } : {})}
          >
            {line}
          </tspan>
        ))}
      </text>
    </NodeLink>
  );
}

/**
 * The way of one sum among its siblings, as a Sankey: path in brand, siblings grey, unspent dashed. The table beside it
 * is complete without the picture; `name` is the sentence that says the same. SVG of our own rather than a chart
 * library's, because each column is drawn to its parent's total and ribbons change width on the way.
 */
export function FlowPicture({
  nodes,
  links,
  heads,
  name,
  large,
}: {
  nodes: readonly FlowPictureNode[];
  links: readonly FlowLinkIn[];
  heads: readonly string[];
  name: string;
  large: boolean;
}) {
  const { short } = useFormat();
  const frame = useRef<HTMLDivElement>(null);
  const size = sizes[large ? "large" : "usual"];
  const width = Math.max(size.widthMin, useWidth(frame, size.widthMin));
  const columns = Math.max(1, ...nodes.map(({ column }) => column + 1));
  const step = (width - nodeWidth) / columns;
  const room = step - nodeWidth - labelGap - 8;
  const linesOf = (node: FlowPictureNode) => [
    ...wrapLabel(node.label, { width: room, fontSize: size.fontSize }),
    short(node.amountMinor),
  ];
  const layout = layoutFlow(
    { nodes, links },
    {
      width,
      bodyHeight: size.body,
      nodeWidth,
      slotOf: (node) => linesOf(node).length * size.line + 10,
    },
  );
  const height = layout.height + size.head;
  return (
    <div className="flow" ref={frame}>
      <svg viewBox={`0 0 ${width} ${height}`} width={width} height={height} aria-label={name}>
        {heads.map((head, column) => (
          <text
            key={`${column} ${head}`}
            x={column * step}
            y={size.fontSize + 2}
            className="flow-head"
            fontSize={size.fontSize - 1}
          >
            {head}
          </text>
        ))}
        <line x1="0" x2={width} y1={size.head - 8} y2={size.head - 8} stroke="var(--rule)" />
        <g transform={`translate(0 ${size.head})`}>
          {layout.links.map((link) => (
            <path key={link.key} d={link.path} className={`flow-link ${link.part}`} />
          ))}
          {layout.nodes.map((placed) => (
            <NodeShape key={placed.node.id} placed={placed} lines={linesOf(placed.node)} size={size} />
          ))}
        </g>
      </svg>
    </div>
  );
}
