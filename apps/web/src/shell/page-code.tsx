import { QRCode } from "antd";

/** The picture is drawn at this size; print gives it its own. */
const sizePixels = 160;

/** An address as a QR code. */
export function PageCode({ address }: { address: string }) {
  return <QRCode type="svg" value={address} bordered={false} errorLevel="M" size={sizePixels} />;
}
