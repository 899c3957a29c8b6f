/** 16 px grid, 1.4 stroke, as on the office's pages; decorative, since a word or an accessible name stands beside each. */
const paths = {
  noSignal: "M2 2l12 12M5 6.3a4 4 0 00-.8.2 3 3 0 00.3 6h7M7 4.500a4 4 0 014.900 2.900 2.600 2.600 0 011.700 3.900",
  sent: "M4.500 12a3 3 0 01-.3-5.800 4 4 0 017.700.900 2.500 2.500 0 01.100 4.800M8 14V9M6 10.700L8 8.700l2 2",
  back: "M10 4L6 8l4 4",
  close: "M4 4l8 8M12 4l-8 8",
  next: "M6 4l4 4-4 4",
  done: "M3 8.500l3.300 3.300L13 5",
  phone: "M5 2h6v12H5zM7.300 12h1.400",
  filling: "M13.500 8a5.500 5.500 0 11-11 0 5.500 5.500 0 0111 0z",
  entered: "M3 2.500h7.500L13 5v8.500H3zM5.500 8.600l1.800 1.800 3.200-3.500",
  differs: "M6.500 3h-4v10h4M9.500 3h4v10h-4M8 1.500v13",
  warn: "M8 2.500l6 10.500H2zM8 6.500v3M8 11.200v.1",
  pin: "M8 14c3-3.300 4.500-5.500 4.500-7.500a4.500 4.500 0 00-9 0C3.500 8.500 5 10.700 8 14zM9.500 6.500a1.500 1.500 0 11-3 0 1.500 1.500 0 013 0z",
  camera: "M2 5h3l1-1.500h4L11 5h3v8H2zM10.300 8.800a2.300 2.300 0 11-4.600 0 2.300 2.300 0 014.600 0z",
  plus: "M8 3v10M3 8h10",
  home: "M2.500 7.500L8 3l5.500 4.500M4 6.500V13h8V6.500M6.700 13V9.500h2.600V13",
  up: "M8 11V3M4.800 6L8 2.800 11.200 6M3 13.500h10",
  down: "M8 2.500v8M4.800 7.500L8 10.700l3.200-3.200M3 13.500h10",
  person:
    "M10.700 5.500a2.700 2.700 0 11-5.400 0 2.700 2.700 0 015.400 0zM3 13.500c.3-3 2.200-4.500 5-4.500s4.700 1.500 5 4.500",
  call: "M4 2.500h2.500l1 3-1.700 1.200a7 7 0 003.500 3.500l1.200-1.700 3 1V12c0 1-.6 1.500-1.500 1.500C7 13.500 2.500 9 2.500 4c0-.9.500-1.500 1.500-1.500z",
  key: "M7.500 11a2.500 2.500 0 11-5 0 2.500 2.500 0 015 0zM7 9l6-6M11 5l1.800 1.800M9.300 6.700l1.500 1.500",
} as const;

export type IconName = keyof typeof paths;

export function Icon({ name, size = 18 }: { name: IconName; size?: number }) {
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
      {...(name === "filling" && { strokeDasharray: "2.4 2" })}
    >
      <path d={paths[name]} />
    </svg>
  );
}
