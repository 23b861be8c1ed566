import type { AnvilProcess } from "../anvil/spawnAnvil.ts";

/** Tells an end that was asked for from one that was not. */
export interface EndOfNode {
  /** resolves when the node has ended without having been asked to */
  readonly failed: Promise<void>;
  /** From now on an end is no failure. @returns whether the node is still there */
  expect(): boolean;
}

export function endOfNode(anvil: AnvilProcess): EndOfNode {
  let expected = false;
  let ended = false;
  const failed = new Promise<void>((resolve) => {
    anvil.exited.then(() => {
      ended = true;
      if (!expected) resolve();
    });
  });
  const expect = () => {
    expected = true;
    return !ended;
  };
  return { failed, expect };
}
