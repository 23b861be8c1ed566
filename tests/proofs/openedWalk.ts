import { afterAll, beforeAll } from "vitest";
import { type Walk, walkOf } from "./walk.ts";
import { openTestKeeper, openWorld, type TestKeeper, type World } from "./world.ts";

/** A world, the keeper on it and their walk. There from the first test on. */
export type OpenedWalk = { readonly world: World; readonly keeper: TestKeeper; readonly walk: Walk };

/** For the tests of the file or block that calls it: opened before them and closed after. */
export function openedWalk(): OpenedWalk {
  const opened: { world?: World; keeper?: TestKeeper; walk?: Walk } = {};
  beforeAll(async () => {
    opened.world = await openWorld();
    opened.keeper = await openTestKeeper(opened.world);
    opened.walk = walkOf(opened.world, opened.keeper);
  });
  afterAll(async () => {
    await opened.keeper?.close();
    await opened.world?.close();
  });
  return opened as OpenedWalk;
}
