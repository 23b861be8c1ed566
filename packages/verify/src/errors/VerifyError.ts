/** Base of everything that this package refuses. Its message names the place, the value and the limit. */
export abstract class VerifyError extends Error {}
