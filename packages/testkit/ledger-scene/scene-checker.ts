import { checkEnvelopes } from "@mingbai/sequencer/admission/check-envelopes";
import type { Checker } from "@mingbai/sequencer/admission/checked";

/** Checks where it is asked, so that a run on a simulated disk takes the same steps every time. */
export const sceneChecker: Checker = {
  check: async (bytes, envelopesMax) => ({ bytes, checked: checkEnvelopes(bytes, envelopesMax) }),
  close: async () => undefined,
};
