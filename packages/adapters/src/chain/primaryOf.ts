import { NoSource } from "./NoSource.ts";
import type { ChainSource } from "./rpc.ts";

/**
 * The source that everything is read from: the first.
 *
 * @throws NoSource
 */
export function primaryOf(sources: readonly ChainSource[]): ChainSource {
  const [primary] = sources;
  if (primary === undefined) throw new NoSource();
  return primary;
}
