/** How the links of a simulated network behave. Shares are in a thousand frames. */
export interface LinkFaults {
  /** Each frame takes its own time between these, so that frames overtake each other. */
  readonly delayMsMin: number;
  readonly delayMsMax: number;
  readonly lost: number;
  readonly doubled: number;
  /** A frame that was sent before on this way comes once more, after this one. */
  readonly replayed: number;
}

export const calmLinks: LinkFaults = { delayMsMin: 1, delayMsMax: 3, lost: 0, doubled: 0, replayed: 0 };
export const roughLinks: LinkFaults = { delayMsMin: 1, delayMsMax: 400, lost: 200, doubled: 100, replayed: 100 };
