/** One bar: solid is spent, hollow is left; every bar of a list has the same scale (`scaleMax` = full width). */
export function ShareBar({
  part,
  whole,
  scaleMax,
  label,
}: {
  part: number;
  whole: number;
  scaleMax: number;
  label: string;
}) {
  const width = 1000;
  const outer = scaleMax > 0 ? (Math.max(0, whole) / scaleMax) * width : 0;
  const inner = scaleMax > 0 ? (Math.min(Math.max(0, part), whole) / scaleMax) * width : 0;
  return (
    <svg className="share-bar" viewBox={`0 0 ${width} 14`} preserveAspectRatio="none" role="img" aria-label={label}>
      <rect x="0" y="0" width={outer} height="14" className="left" vectorEffect="non-scaling-stroke" />
      <rect x="0" y="0" width={inner} height="14" className="spent" />
    </svg>
  );
}
