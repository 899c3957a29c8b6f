import encodeQR from "qr";

/** Clear modules around a code, as ISO/IEC 18004 asks for. */
const quietModules = 4;

/** An address as a QR code of error level M, drawn black on white whatever the theme; `name` says what it leads to. */
export function CodePicture({ address, name }: { address: string; name: string }) {
  const rows = encodeQR(address, "raw", { ecc: "medium", border: quietModules });
  const path = rows.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : []))).join("");
  return (
    <svg
      className="code-picture"
      viewBox={`0 0 ${rows.length} ${rows.length}`}
      shapeRendering="crispEdges"
      role="img"
      aria-label={name}
    >
      <rect width={rows.length} height={rows.length} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}
