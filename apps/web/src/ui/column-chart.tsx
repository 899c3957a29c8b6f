import { useRef } from "react";
import { useWidth } from "./use-width.ts";

/** One column; `current` is the running period, drawn lighter. */
export interface Column {
  readonly key: string;
  readonly label: string;
  readonly value: number;
  readonly text: string;
  readonly current?: boolean;
}

/** Of the figures above columns, px at 12 px type: a figure that would touch its neighbour is left to the table. */
const charWidth = 7;

/**
 * Amounts over time: columns from a zero line, labelled directly. `labelEvery` writes under every n-th column.
 * Drawn as SVG of our own, so that it prints, follows the theme and needs no script of a chart library.
 */
export function ColumnChart({
  columns,
  name,
  height = 180,
  labelEvery = 1,
  showText = true,
}: {
  columns: readonly Column[];
  name: string;
  height?: number;
  labelEvery?: number;
  showText?: boolean;
}) {
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame, 320);
  const step = width / Math.max(1, columns.length);
  const longest = Math.max(0, ...columns.map(({ text }) => text.length));
  const fits = showText && step >= longest * charWidth;
  const floor = height - 22;
  const ceiling = fits ? 20 : 8;
  const top = Math.max(1, ...columns.map(({ value }) => value));
  return (
    <div ref={frame}>
      <svg
        className="column-chart"
        width={width}
        height={height}
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={name}
      >
        {[0, 0.5, 1].map((at) => {
          const y = floor - at * (floor - ceiling);
          return <line key={at} x1="0" x2={width} y1={y} y2={y} stroke="var(--rule)" />;
        })}
        {columns.map(({ key, label, value, text, current }, index) => {
          const size = (Math.max(0, value) / top) * (floor - ceiling);
          const middle = (index + 0.5) * step;
          return (
            <g key={key}>
              <title>{`${label} ${text}`}</title>
              <rect
                x={middle - step * 0.32}
                y={floor - size}
                width={step * 0.64}
                height={size}
                fill={current ? "var(--c5)" : "var(--c1)"}
              />
              {fits && (
                <text x={middle} y={floor - size - 5} textAnchor="middle" className="chart-value">
                  {text}
                </text>
              )}
              {index % labelEvery === 0 && (
                <text
                  x={index === 0 && labelEvery > 1 ? 0 : middle}
                  y={height - 5}
                  textAnchor={index === 0 && labelEvery > 1 ? "start" : "middle"}
                  className="chart-label"
                >
                  {label}
                </text>
              )}
            </g>
          );
        })}
      </svg>
    </div>
  );
}
