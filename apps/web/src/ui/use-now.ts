import { useEffect, useState } from "react";

const everyMs = 30_000;

/** This device's clock, told again every half minute, for what is due. */
export function useNow(): number {
  const [nowMs, setNowMs] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNowMs(Date.now()), everyMs);
    return () => clearInterval(timer);
  }, []);
  return nowMs;
}
