/** What the bar says of the person: ready to show. */
export type SessionView = {
  /** Lower-case. */
  readonly address: string;
  /** Checksummed. */
  readonly shown: string;
  /** From the address book or the devnet; null when nobody named it. */
  readonly name: string | null;
  readonly roles: string;
  /** Owner of the account that is open. */
  readonly ownsThis: boolean;
  readonly mayOperate: boolean;
  readonly mayAuthor: boolean;
};
