const KEY = "ballast.devnet.wallet";

/** Which built-in wallet the person chose last: only that one connects by itself when the page opens again. */
export const authorised = {
  is: (name: string): boolean => localStorage.getItem(KEY) === name,
  set: (name: string): void => localStorage.setItem(KEY, name),
  clear: (): void => localStorage.removeItem(KEY),
};
