type Question = {
  /** The time that those named who signed before; null without any. */
  readonly signed: bigint | null;
  /** The earliest time worth signing now: what the version has to wait, from now on. */
  readonly earliest: bigint;
  readonly now: bigint;
  /** It waits for nothing, so there is no delay that a late signature could shorten. */
  readonly isAtOnce: boolean;
};

/** Owners need a little time to sign one after the other, however short the delay is. */
const SIGNING_SECONDS = 120n;

/**
 * The time that the next owner signs: that of those who signed before, so that all count together. Once that time has passed a new
 * one begins, because approvals that complete after the time they name look held back.
 */
export function nextNotBefore({ signed, earliest, now, isAtOnce }: Question): bigint {
  if (signed !== null && (isAtOnce || signed > now)) return signed;
  const comfortable = now + SIGNING_SECONDS;
  return isAtOnce || earliest > comfortable ? earliest : comfortable;
}
