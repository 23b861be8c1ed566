import type { Sweep } from "@ballast/adapters";
import { formatDuration, type Seconds } from "@ballast/core";
import { type Check, fail, fine, warn } from "./check.ts";

/** Ages of the price feeds against their own heartbeats, and everything that could not be read at the head. */
export function checkFeeds(sweep: Sweep): readonly Check[] {
  const { feeds, missing, block } = sweep.chain;
  const ages = feeds.map(({ feed, updatedAt, heartbeat }) => {
    const age = (block.timestamp - updatedAt) as Seconds;
    const detail = `updated ${formatDuration(age)} ago, heartbeat ${formatDuration(heartbeat)}`;
    return age > heartbeat
      ? warn(`Feed ${feed}`, {
          detail,
          todo: "Entries stay frozen until it is fresh. See the feed's own status page.",
        })
      : fine(`Feed ${feed}`, detail);
  });
  const lost = missing.map(({ subject, code, detail }) =>
    fail(`Reading ${subject}`, {
      detail: `${code}: ${detail}`,
      todo: "See whether the address in the deployment file is right and the node keeps this state.",
    }),
  );
  return [...ages, ...lost];
}
