/** What a relay tells the process that keeps it running: it has carried all there was. */
export interface RelayMessage {
  readonly kind: "passed";
}
