import type { SVGProps } from "react";

/** 16 px grid, 1.4 stroke, drawn for this product; decorative, since a word or an accessible name stands beside each. */
const paths = {
  overview: "M2.5 13.5h11M4 13.5V7M8 13.5V3M12 13.5V9",
  payments: "M2 4h12v8H2zM2 6.5h12M8 10.5h.1",
  track: "M2 4.5h4l3 3.500h5M2 8h12M2 11.500h4l3-3.500M12 6l2 2-2 2",
  ledger: "M8 2l5.500 3v6L8 14l-5.500-3V5zM2.500 5L8 8l5.500-3M8 8v6",
  checkpoint: "M4 14V2.500M4 3h8l-2 2.700 2 2.800H4",
  node: "M2.500 3h11v4h-11zM2.500 9h11v4h-11zM5 5h.1M5 11h.1",
  stamp: "M5.500 9.500V7.800a3 3 0 115 0v1.700M3 9.500h10v2H3zM3 13.500h10",
  search: "M11.300 7a4.300 4.300 0 11-8.600 0 4.300 4.300 0 018.600 0zM10.200 10.200L14 14",
  large: "M1.500 13L5.500 3.500l4 9.500M3 9.800h5M10 13l2.300-5.500L14.500 13M10.800 11.200h3",
  globe:
    "M14 8A6 6 0 112 8a6 6 0 0112 0zM2 8h12M8 2c2 1.800 2.800 3.800 2.800 6S10 12.200 8 14C6 12.200 5.200 10.200 5.200 8S6 3.800 8 2z",
  help: "M14 8A6 6 0 112 8a6 6 0 0112 0zM6.200 6.300A1.800 1.800 0 118 8.500v.8M8 11.500v.1",
  moon: "M12.800 9.800A5.300 5.300 0 016.200 3.200a5.300 5.300 0 106.600 6.600z",
  menu: "M2.500 4.500h11M2.500 8h11M2.500 11.500h11",
  tick: "M13.500 8a5.500 5.500 0 11-11 0 5.500 5.500 0 0111 0zM5.300 8.200l2 2 3.600-3.900",
  cross: "M13.500 8a5.500 5.500 0 11-11 0 5.500 5.500 0 0111 0zM5.800 5.800l4.400 4.400M10.200 5.800l-4.400 4.400",
  warn: "M8 2.500l6 10.500H2zM8 6.500v3M8 11.200v.1",
  clock: "M13.500 8a5.500 5.500 0 11-11 0 5.500 5.500 0 0111 0zM8 5v3.200l2 1.300",
  right: "M13.500 8a5.500 5.500 0 11-11 0 5.500 5.500 0 0111 0zM5.500 8h5M8.300 5.800L10.500 8l-2.200 2.200",
  lock: "M4 7.500h8v6H4zM5.500 7.500V5.300a2.500 2.500 0 015 0v2.200",
  slip: "M3 2.500h7.500L13 5v8.500H3zM5.500 8h5M5.500 10h5",
  pause: "M13.500 8a5.500 5.500 0 11-11 0 5.500 5.500 0 0111 0zM6.700 6v4M9.300 6v4",
  play: "M13.500 8a5.500 5.500 0 11-11 0 5.500 5.500 0 0111 0zM6.800 5.800v4.400L10.300 8z",
  back: "M6 4L2.500 7.500 6 11M2.500 7.500H10a3.500 3.500 0 010 7",
  down: "M8 2.500v8M4.800 7.500L8 10.700l3.200-3.200M3 13.500h10",
  print: "M4.500 6V2.500h7V6M4.500 11.500h-2V6h11v5.500h-2M4.500 9.500h7v4h-7z",
  close: "M4 4l8 8M12 4l-8 8",
  left: "M10 4L6 8l4 4",
  offline: "M4.500 11.500h7a2.500 2.500 0 00.300-5A4 4 0 004.700 6a2.800 2.800 0 00-.2 5.500M2.500 2.500l11 11",
  copy: "M5.500 5.500v-3h8v8h-3M2.500 5.500h8v8h-8z",
  filter: "M2.500 3.500h11L9.500 8.500v4l-3 1v-5z",
  link: "M6.500 9.500l3-3M7 4.800l1.300-1.300a3 3 0 014.200 4.200L11.200 9M9 11.200l-1.300 1.300a3 3 0 01-4.200-4.200L4.800 7",
  up: "M4 10l4-4 4 4",
  fall: "M4 6l4 4 4-4",
} as const;

export type IconName = keyof typeof paths;

export function Icon({
  name,
  size = 16,
  dashed = false,
  ...rest
}: { name: IconName; size?: number; dashed?: boolean } & SVGProps<SVGSVGElement>) {
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
      {...(dashed ? { strokeDasharray: "2.4 2" } : {})}
      {...rest}
    >
      <path d={paths[name]} />
    </svg>
  );
}
