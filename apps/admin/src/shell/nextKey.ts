import { SCREENS } from "./screens.ts";

/** Milliseconds in which the second key of a chord must follow. */
const CHORD_MS = 1500;

export type KeyState = { readonly pending: { readonly at: number } | null };

export type KeyAct =
  | { readonly kind: "none" }
  | { readonly kind: "help" }
  | { readonly kind: "go"; readonly path: string };

const NONE: KeyAct = { kind: "none" };

/** What one key does after the keys before it. */
export function nextKey(
  state: KeyState,
  pressed: { readonly key: string; readonly at: number },
): { readonly act: KeyAct; readonly state: KeyState } {
  const { pending } = state;
  if (pending !== null && pressed.at - pending.at <= CHORD_MS) {
    const screen = SCREENS.find(({ key }) => key === pressed.key);
    return { act: screen ? { kind: "go", path: screen.path } : NONE, state: { pending: null } };
  }
  if (pressed.key === "g") return { act: NONE, state: { pending: { at: pressed.at } } };
  return { act: pressed.key === "?" ? { kind: "help" } : NONE, state: { pending: null } };
}
