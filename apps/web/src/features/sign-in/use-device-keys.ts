import { useCallback, useEffect, useState } from "react";
import type { DeviceKey } from "../../keys/device-key.ts";
import { forgetKey, listKeys } from "../../keys/key-store.ts";
import { makeKey } from "../../keys/make-key.ts";

/** The keys of this device and the one in hand; `isForbidden` where this browser keeps nothing. */
export function useDeviceKeys() {
  const [keys, setKeys] = useState<readonly DeviceKey[]>();
  const [chosenId, setChosenId] = useState<string>();
  const [isForbidden, setForbidden] = useState(false);
  const inStore = useCallback(async (act: () => Promise<unknown>) => {
    try {
      await act();
      setKeys(await listKeys());
    } catch {
      // Private windows and full disks: the page says that there is no place for a key.
      setForbidden(true);
    }
  }, []);
  useEffect(() => void inStore(async () => undefined), [inStore]);
  return {
    keys,
    chosen: keys?.find(({ keyId }) => keyId === chosenId) ?? keys?.[0],
    isForbidden,
    choose: setChosenId,
    make: () => inStore(async () => setChosenId((await makeKey(Date.now())).keyId)),
    forget: (keyId: string) => inStore(() => forgetKey(keyId)),
  };
}
