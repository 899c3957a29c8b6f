import { Html } from "../html/html.ts";

/** 16 px grid, 1.4 stroke; decorative, since a word or an accessible name stands beside each. */
const paths = {
  entered: "M3 2.5h7.5L13 5v8.5H3zM5.5 8.6l1.8 1.8 3.2-3.5",
  large: "M1.5 13L5.5 3.5l4 9.5M3 9.8h5M10 13l2.3-5.5L14.500 13M10.8 11.2h3",
  tick: "M13.5 8a5.5 5.5 0 11-11 0 5.5 5.5 0 0111 0zM5.3 8.2l2 2 3.6-3.9",
  cross: "M13.5 8a5.5 5.5 0 11-11 0 5.5 5.5 0 0111 0zM5.8 5.8l4.4 4.4M10.2 5.8l-4.4 4.4",
  ask: "M13.5 8a5.5 5.5 0 11-11 0 5.5 5.5 0 0111 0zM6.2 6.300A1.8 1.8 0 118 8.500v.8M8 11.500v.1",
  warn: "M8 2.5l6 10.5H2zM8 6.5v3M8 11.2v.1",
  right: "M13.5 8a5.5 5.5 0 11-11 0 5.5 5.5 0 0111 0zM5.5 8h5M8.3 5.8L10.5 8l-2.200 2.200",
  lock: "M4 7.5h8v6H4zM5.5 7.500V5.300a2.500 2.500 0 015 0v2.200",
  slip: "M3 2.5h7.5L13 5v8.5H3zM5.500 8h5M5.500 10h5",
  pause: "M13.5 8a5.5 5.5 0 11-11 0 5.5 5.5 0 0111 0zM6.7 6v4M9.3 6v4",
  back: "M6 4L2.5 7.5 6 11M2.5 7.5H10a3.5 3.5 0 010 7",
} as const;

export type IconName = keyof typeof paths;

/** One icon, `size` in px at the usual type. */
export function icon(name: IconName, size = 16): Html {
  return new Html(
    `<svg class="icon" width="${size}" height="${size}" viewBox="0 0 16 16" aria-hidden="true"><path d="${paths[name]}"/></svg>`,
  );
}

/** A slip with a tick and two ruled lines. */
export const logo = new Html(
  `<svg class="logo" width="26" height="26" viewBox="0 0 22 22" aria-hidden="true"><path class="slip" d="M2 1h14.500L21 5.500V20a1 1 0 01-1 1H2a1 1 0 01-1-1V2a1 1 0 011-1z"/><path class="cut" d="M6 9.200l3.400 3.300L16 6"/><path class="cut thin" d="M5.500 15.500h11M5.500 18h11"/></svg>`,
);
