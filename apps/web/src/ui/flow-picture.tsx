import { useNavigate } from "react-router";
import { type FlowLinkIn, type FlowNodeIn, layoutFlow } from "./flow-layout.ts";
import { useFormat } from "./use-format.ts";

export interface FlowPictureNode extends FlowNodeIn {
  readonly label: string;
  /** Where the node opens, if it does. */
  readonly to?: string;
}

const width = 880;
const nodeWidth = 10;

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
  const navigate = useNavigate();
  const headHeight = large ? 44 : 32;
  const slotMin = large ? 58 : 40;
  const layout = layoutFlow({ nodes, links }, { width, bodyHeight: large ? 260 : 200, nodeWidth, slotMin });
  const columns = Math.max(1, ...nodes.map(({ column }) => column + 1));
  const step = (width - nodeWidth) / columns;
  return (
    <div className="flow">
      <svg viewBox={`0 0 ${width} ${layout.height + headHeight}`} aria-label={name}>
        {heads.map((head, column) => (
          <text key={head} x={column * step} y={large ? 24 : 16} className="flow-head">
            {head}
          </text>
        ))}
        <line x1="0" x2={width} y1={headHeight - 8} y2={headHeight - 8} stroke="var(--rule)" />
        <g transform={`translate(0 ${headHeight})`}>
          {layout.links.map((link) => (
            <path key={link.key} d={link.path} className={`flow-link ${link.part}`} />
          ))}
          {layout.nodes.map(({ node, x, y, height }) => {
            const twoLines = height >= (large ? 44 : 30);
            const amount = short(node.amountMinor);
            const text = (
              <>
                <rect x={x} y={y} width={nodeWidth} height={height} className={`flow-node ${node.part}`} />
                <text x={x + nodeWidth + 6} y={y + (large ? 20 : 15)} className={`flow-label ${node.part}`}>
                  <tspan>{node.label}</tspan>
                  <tspan
                    {...(twoLines ? { x: x + nodeWidth + 6, dy: large ? 24 : 17 } : { dx: 6 })}
                    className="flow-amount"
                  >
                    {amount}
                  </tspan>
                </text>
              </>
            );
            const to = node.to;
            if (!to) return <g key={node.id}>{text}</g>;
            return (
              <a
                key={node.id}
                href={to}
                className="flow-open"
                onClick={(event) => {
                  event.preventDefault();
                  navigate(to);
                }}
              >
                {text}
              </a>
            );
          })}
        </g>
      </svg>
    </div>
  );
}
