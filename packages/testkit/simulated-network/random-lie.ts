import { mutateBytes } from "../fuzz.ts";
import type { Random } from "../random.ts";
import type { Lie } from "./simulated-network.ts";

/** Frames that a liar remembers, to send them again where they do not belong. */
const rememberedFrames = 64;

/**
 * A member that says whatever comes to its mind: keeps silent, alters a few bytes, sends one member's frame to another,
 * now and then the truth.
 */
export function randomLie({ draw, members }: { readonly draw: Random; readonly members: number }): Lie {
  const remembered: Uint8Array[] = [];
  return ({ to, frame }) => {
    remembered.push(frame);
    if (remembered.length > rememberedFrames) remembered.shift();
    switch (draw.below(5)) {
      case 0:
        return [];
      case 1:
        return [{ to, frame: mutateBytes(draw, [frame]) }];
      case 2:
        return [{ to: draw.below(members), frame: draw.pick(remembered) }];
      case 3:
        return [
          { to, frame },
          { to: draw.below(members), frame: mutateBytes(draw, remembered) },
        ];
      default:
        return [{ to, frame }];
    }
  };
}
