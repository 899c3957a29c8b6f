/** A mail as whoever carries it needs it. Nothing in it but the address is personal. */
export interface Mail {
  readonly to: string;
  /** Before the @ of its Message-ID. */
  readonly id: string;
  readonly subject: string;
  readonly text: string;
  /** Where one request ends these mails (RFC 8058). */
  readonly endUrl: string;
}

/**
 * sent: taken over. refused: this address, for good. later: this address, not now. away: nobody was there to take any mail,
 * or they did not let us in.
 */
export type MailOutcome = "sent" | "refused" | "later" | "away";

/** Carries mail. Never throws for what a mail server can say or fail to say. */
export interface MailPort {
  send(mail: Mail): Promise<MailOutcome>;
  close(): void;
}
