import { checkContainer } from "@mingbai/ledger/container/stateless-check";
import { checkEnvelopes } from "@mingbai/sequencer/admission/check-envelopes";
import type { Checker, ContainerChecker } from "@mingbai/sequencer/admission/checked";

/** Checks where it is asked, so that a run on a simulated disk takes the same steps every time. */
export const sceneChecker: Checker & ContainerChecker = {
  check: async (bytes, envelopesMax) => ({ bytes, checked: checkEnvelopes(bytes, envelopesMax) }),
  checkContainer: async (header, body) => checkContainer(header, body),
  close: async () => undefined,
};

/** The same, for containers of other members too. */
export const sceneContainerChecker: Checker & ContainerChecker = {
  ...sceneChecker,
  checkContainer: async (header, body) => checkContainer(header, body),
};
