import { useCallback, useEffect, useRef, useState } from "react";
import { useNavigate } from "react-router";
import { useText } from "../../i18n/use-text.ts";
import { Icon } from "../../ui/icon.tsx";
import { pathOf, readCode } from "./read-code.ts";

const scanEveryMs = 200;
/** Pictures are read at this width at most: a code in hand is large, and a phone's full picture takes seconds. */
const pictureWidthMax = 640;

type Scanning = "off" | "on" | "denied";

/** The camera in the page, where there is one: a code that is found opens its page. */
export function ScanCode() {
  const { t } = useText();
  const [scanning, setScanning] = useState<Scanning>("off");
  const deny = useCallback(() => setScanning("denied"), []);
  if (navigator.mediaDevices === undefined) return null;
  return (
    <section className="scan" aria-label={t("wallet.scan")}>
      <button
        type="button"
        className="btn p big-button"
        onClick={() => setScanning(scanning === "on" ? "off" : "on")}
        aria-expanded={scanning === "on"}
      >
        <Icon name="brackets" />
        {t(scanning === "on" ? "wallet.scan.stop" : "wallet.scan")}
      </button>
      {scanning === "on" && <Camera onDenied={deny} />}
      {scanning === "denied" && (
        <p className="note warn" role="alert">
          <Icon name="warn" />
          {t("wallet.scan.denied")}
        </p>
      )}
    </section>
  );
}

function Camera({ onDenied }: { onDenied(): void }) {
  const { t } = useText();
  const navigate = useNavigate();
  const video = useRef<HTMLVideoElement>(null);
  const [isOther, setOther] = useState(false);
  useEffect(() => {
    const end = new AbortController();
    const found = (text: string) => {
      const target = readCode(text, window.location.origin);
      if (target === undefined) setOther(true);
      else navigate(pathOf(target));
    };
    watch({ video, found, signal: end.signal }).catch((problem: unknown) => {
      console.info(problem);
      if (!end.signal.aborted) onDenied();
    });
    return () => end.abort();
  }, [navigate, onDenied]);
  return (
    <div className="camera">
      <video ref={video} playsInline muted aria-label={t("wallet.scan.hint")} />
      <p role="status" className={isOther ? "warn" : "i2"}>
        {t(isOther ? "wallet.scan.other" : "wallet.scan.hint")}
      </p>
    </div>
  );
}

/** Shows the camera's picture and looks for a code in it until the signal ends it. Throws where there is no camera. */
async function watch({
  video,
  found,
  signal,
}: {
  video: { readonly current: HTMLVideoElement | null };
  found(text: string): void;
  signal: AbortSignal;
}): Promise<void> {
  const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } });
  const stop = () => {
    for (const track of stream.getTracks()) track.stop();
  };
  const picture = video.current;
  if (signal.aborted || picture === null) return stop();
  signal.addEventListener("abort", stop);
  const { decodeQRBatch } = await import("qr/decode.js");
  picture.srcObject = stream;
  await picture.play();
  const canvas = document.createElement("canvas");
  while (!signal.aborted) {
    const image = readPicture(picture, canvas);
    const [read] = image === undefined ? [] : await decodeQRBatch([image]);
    for (const text of read ?? []) if (typeof text === "string" && !signal.aborted) found(text);
    await new Promise((next) => setTimeout(next, scanEveryMs));
  }
}

/** What the camera sees now; undefined until it sees something. */
function readPicture(picture: HTMLVideoElement, canvas: HTMLCanvasElement): ImageData | undefined {
  const { videoWidth, videoHeight } = picture;
  if (videoWidth === 0) return undefined;
  const scale = Math.min(1, pictureWidthMax / videoWidth);
  canvas.width = Math.round(videoWidth * scale);
  canvas.height = Math.round(videoHeight * scale);
  const context = canvas.getContext("2d", { willReadFrequently: true });
  context?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return context?.getImageData(0, 0, canvas.width, canvas.height);
}
