const WORDS: Readonly<Record<string, string>> = {
  blacklisted: "this account is on the venue's blacklist",
  "claims-paused": "claims are paused",
  invalidated: "the protocol took it back, and it pays nothing unless it is made valid again",
  "no-fallback-handler": "the Safe has no fallback handler to receive the ticket",
  paused: "it is paused",
};

/** Why a way out or a claim cannot be used now, in words; empty when it can. A code without words is named as it is. */
export function stoppedText(stoppedBy: readonly string[]): string {
  return stoppedBy.map((code) => WORDS[code] ?? code.replaceAll("-", " ")).join(", ");
}
